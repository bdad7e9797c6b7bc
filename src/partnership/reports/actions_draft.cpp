#include "partnership/reports/actions_draft.hpp"

#include "foundation/module/module.hpp"
#include "partnership/reports/actions_permission.hpp"
#include "partnership/reports/repository_report.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

using base::Date;
using base::Period;
using base::problem;

/// What the agreement asks for of this kind and period.
std::optional<Planned> planned_of(const Case& about, ReportKind kind, const Period& period) {
    for (Planned& one : planned_reports(about.agreement, *period.last()))
        if (one.kind == kind && one.period == period) return std::move(one);
    return std::nullopt;
}

bool has_part_here(const Case& about, const Planned& planned, store::RoomId place) {
    return std::any_of(planned.writers.begin(), planned.writers.end(),
                       [&](const std::string& party) { return is_written_here(about, party, place); });
}

ReportId keep(store::Transaction& tx, const store::Actor& who, const Report& report) {
    insert_report(tx, report);
    tx.journal(who, {"report.drafted", report.id.text(), "{}"});
    return report.id;
}

/// What was logged or handed over since the draft was made: sections that nobody has written in are drafted again.
void draft_again(store::Transaction& tx, const module::House& house, const Case& about, const Planned& planned,
                 Report report) {
    if (report.state != State::draft || report.about.version > 1) return;
    report.statistics = figures_of(tx, house, about, planned.period);
    for (const Part& part : report.parts) {
        if (!part.written_here || part.submitted_on) continue;
        for (auto& [section, content] : drafted_sections(tx, house, about, report, planned, part)) {
            const auto saved = load_section(tx, report.id, part.party, section);
            if (!saved || !saved->edited_by.empty() || saved->content == content) continue;
            save_section(tx, report.id, part.party, section, {std::move(content), 0, house.clocks.today(), ""},
                         saved->revision);
            tx.journal({"system", "reports"}, {"report.drafted", report.id.text() + "/" + section, "{}"});
        }
    }
}

}  // namespace

std::vector<Part> blank_parts(const Case& about, const Planned& planned, store::RoomId place) {
    std::vector<Part> parts;
    for (const std::string& key : planned.writers) {
        const agreement::PartyRow* party = about.party(key);
        Part part;
        part.party = key;
        part.name = party ? party->name : std::string(about.agreement.name_of(key));
        part.side = party ? party->side : agreement::Side::public_side;
        part.written_here = is_written_here(about, key, place);
        if (part.written_here || place == about.home()) parts.push_back(std::move(part));
    }
    return parts;
}

Report drafted(store::Reader& room, const module::House& house, const Case& about, const Planned& planned) {
    const store::RoomId place = *room.place();
    Report report;
    report.id = ReportId::ordered();
    report.about = {about.head.id, planned.kind, planned.period, 1};
    report.layout = layout_of(room, about, planned.kind);
    report.drafted_on = house.clocks.today();
    report.statistics = figures_of(room, house, about, planned.period);
    report.parts = blank_parts(about, planned, place);
    for (Part& part : report.parts)
        if (part.written_here) part.sections = drafted_sections(room, house, about, report, planned, part);
    return report;
}

base::Result<ReportId> draft_report(store::Session& room, const module::House& house, const module::Caller& caller,
                                    AgreementId agreement, ReportKind kind, const Period& period) {
    if (!module::may_for(caller, kWriteReports, caller.room_organisation)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<ReportId> {
        tx.lock("reports");
        const auto about = load_case(tx, agreement);
        if (!about) return module::refusal();
        const auto planned = planned_of(*about, kind, period);
        if (!planned) return problem("", "report.draft.not_asked_for");
        if (!has_part_here(*about, *planned, *tx.place())) return problem("", "report.draft.not_ours");
        if (*period.last() >= house.clocks.today())
            return problem("", "report.draft.not_over", {{"day", period.last()->iso()}});
        for (const Report& one : load_reports(tx, agreement))
            if (one.about.kind == kind && one.about.period == period) {
                draft_again(tx, house, *about, *planned, one);
                return one.id;
            }
        return keep(tx, caller.actor(), drafted(tx, house, *about, *planned));
    });
}

int draft_due(store::Session& room, const module::House& house) {
    const Date today = house.clocks.today();
    int made = 0;
    for (const Case& about : load_cases(room)) {
        for (const Planned& planned : planned_reports(about.agreement, today)) {
            if (!is_drafted_by_itself(planned, today) || !has_part_here(about, planned, *room.place())) continue;
            made += room.transaction([&](store::Transaction& tx) {
                tx.lock("reports");
                if (auto there = load_report(tx, Subject{about.head.id, planned.kind, planned.period, 1})) {
                    draft_again(tx, house, about, planned, std::move(*there));
                    return 0;
                }
                keep(tx, {"system", "reports"}, drafted(tx, house, about, planned));
                return 1;
            });
        }
    }
    return made;
}

}  // namespace samrum::partnership::reports
