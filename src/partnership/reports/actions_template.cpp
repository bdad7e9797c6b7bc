#include "partnership/reports/actions_template.hpp"

#include "foundation/jobs/jobs.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/model_json.hpp"
#include "partnership/reports/rules_template.hpp"

#include <set>

namespace samrum::partnership::reports {

TemplateView read_template_of(store::Reader& room, ReportKind kind) {
    TemplateView view{shipped_template(kind), templates_of(room, *room.place(), kind)};
    if (!view.versions.empty()) view.in_use = view.versions.front().layout;
    return view;
}

base::Result<Template> save_template(store::Session& room, const module::House& house, const module::Caller& caller,
                                     const Template& wanted) {
    if (!module::may_for(caller, agreement::kWriteAgreements, caller.room_organisation)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<Template> {
        tx.lock("reports");
        auto checked = checked_template(wanted);
        if (!checked) return checked.problems();
        const Template in_use = read_template_of(tx, wanted.kind).in_use;
        Template next = *checked;
        next.version = in_use.version;
        if (next == in_use) return next;
        ++next.version;
        const SavedTemplate made{next, house.clocks.today(), caller.label};
        insert_template(tx, *tx.place(), made);
        tx.journal(caller.actor(), {"report.template_made",
                                    std::string(word_of(next.kind)) + "/" + std::to_string(next.version), "{}"});
        std::set<store::RoomId> partners;
        for (const Case& one : load_cases(tx))
            if (one.home() == *tx.place())
                for (const store::RoomId to : rooms_of_others(one)) partners.insert(to);
        for (const store::RoomId to : partners)
            jobs::hand_over(tx, {base::Uuid::ordered(), *tx.place(), to, std::string(kTemplateEnvelope),
                                 write_saved_template(made), house.clocks.now()});
        return next;
    });
}

void receive_template(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    const SavedTemplate made = read_saved_template(payload);
    const Template& layout = made.layout;
    if (has_template(tx, from, layout.kind, layout.version)) return;
    insert_template(tx, from, made);
    tx.journal(
        {"system", "hand-over"},
        {"report.template_received", std::string(word_of(layout.kind)) + "/" + std::to_string(layout.version), "{}"});
}

}  // namespace samrum::partnership::reports
