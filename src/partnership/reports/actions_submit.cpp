#include "partnership/reports/actions_submit.hpp"

#include "foundation/jobs/jobs.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/reports/actions_agenda.hpp"
#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/actions_decide.hpp"
#include "partnership/reports/actions_draft.hpp"
#include "partnership/reports/actions_permission.hpp"
#include "partnership/reports/model_json.hpp"
#include "partnership/reports/repository_report.hpp"
#include "partnership/reports/rules_section.hpp"
#include "partnership/reports/rules_state.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

using base::Date;

Part* part_of(Report& report, std::string_view party) {
    const auto found =
        std::find_if(report.parts.begin(), report.parts.end(), [&](const Part& one) { return one.party == party; });
    return found == report.parts.end() ? nullptr : &*found;
}

bool all_in(const Report& report) {
    return std::all_of(report.parts.begin(), report.parts.end(),
                       [](const Part& one) { return one.submitted_on.has_value(); });
}

/// Freezes the whole when its last part is in, with the figures as they are handed over by now.
void complete(store::Transaction& tx, const module::House& house, const Case& about, Report& report) {
    const Date today = house.clocks.today();
    report.statistics = figures_of(tx, house, about, report.about.period);
    report.economy = economy_of(tx, about, report.about.period, today);
    report.state = arrow_of(State::draft, Step::submit)->to;
    report.submitted_on = today;
    report.hash = agreement::content_hash(write_frozen({report.parts, report.statistics, report.economy}));
    save_state(tx, report);
    tx.journal({"system", "reports"}, {"report.submitted", report.id.text(), "{}"});
    if (*tx.place() == about.home()) put_on_agenda(tx, about, report);
}

/// Reports arrive in rooms where nobody drafted them: then they begin here, or their correction does.
Report report_for(store::Transaction& tx, const Case& about, const SentPart& sent) {
    if (auto found = load_report(tx, sent.about)) return std::move(*found);
    if (sent.about.version > 1) {
        Subject before = sent.about;
        --before.version;
        const auto approved = load_report(tx, before);
        base::ensure(approved && arrow_of(approved->state, Step::correct), "only what was approved is corrected");
        return open_correction(tx, *approved, *sent.part.submitted_on);
    }
    Report report;
    report.id = ReportId::ordered();
    report.about = sent.about;
    report.layout = layout_of(tx, about, sent.about.kind);
    report.drafted_on = *sent.part.submitted_on;
    agreement::Agreement running = about.agreement;
    running.term.ended.reset();  // it may have been written before its room knew of the end
    for (const agreement::Agreement* asked : {&about.agreement, &std::as_const(running)})
        for (const Planned& planned : planned_reports(*asked, *sent.about.period.last()))
            if (planned.kind == sent.about.kind && planned.period == sent.about.period)
                report.parts = blank_parts(about, planned, *tx.place());
    base::ensure(!report.parts.empty(), "a part belongs to a report that the agreement asks for");
    insert_report(tx, report);
    return report;
}

}  // namespace

base::Result<base::Done> submit_part(store::Session& room, const module::House& house, const module::Caller& caller,
                                     AgreementId agreement, ReportId id, std::string_view party) {
    if (!module::may_for(caller, kWriteReports, caller.room_organisation)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("reports");
        const auto about = load_case(tx, agreement);
        auto report = load_report(tx, id);
        if (!about || !report || report->about.agreement != agreement || report->state != State::draft)
            return module::refusal();
        Part* part = part_of(*report, party);
        if (!part || !part->written_here || part->submitted_on) return module::refusal();
        if (auto problems = submit_problems(report->layout, *part); !problems.empty()) return problems;
        part->submitted_on = house.clocks.today();
        part->submitted_by = caller.label;
        part->returned.clear();
        save_part(tx, id, *part);
        tx.journal(caller.actor(), {"report.part_submitted", id.text() + "/" + part->party, "{}"});
        if (*tx.place() != about->home())
            jobs::hand_over(tx, {base::Uuid::ordered(), *tx.place(), about->home(), std::string(kPartEnvelope),
                                 write_sent_part({report->about, *part}), house.clocks.now()});
        if (all_in(*report)) complete(tx, house, *about, *report);
        return base::Done{};
    });
}

void receive_part(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    SentPart sent = read_sent_part(payload);
    const auto about = load_case(tx, sent.about.agreement);
    base::ensure(about && about->home() == *tx.place(), "a report belongs to an agreement of this room");
    base::ensure(is_written_here(*about, sent.part.party, from), "only a party's own room hands its part over");
    Report report = report_for(tx, *about, sent);
    Part* part = part_of(report, sent.part.party);
    base::ensure(report.state == State::draft && part && !part->submitted_on, "a part comes once, while others write");
    *part = std::move(sent.part);
    replace_part(tx, report.id, *part, *part->submitted_on);
    tx.journal({"system", "hand-over"}, {"report.part_received", report.id.text() + "/" + part->party, "{}"});
    if (all_in(report)) jobs::enqueue_once(tx, kCompleteJob, "{}", base::Instant::now());
}

int complete_reports(store::Session& room, const module::House& house) {
    return room.transaction([&](store::Transaction& tx) {
        tx.lock("reports");
        int completed = 0;
        for (Report& report : open_reports(tx)) {
            if (report.state != State::draft || !all_in(report)) continue;
            const auto about = load_case(tx, report.about.agreement);
            base::ensure(about.has_value(), "a report follows an agreement of its room up");
            complete(tx, house, *about, report);
            ++completed;
        }
        return completed;
    });
}

}  // namespace samrum::partnership::reports
