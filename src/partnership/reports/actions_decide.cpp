#include "partnership/reports/actions_decide.hpp"

#include "foundation/base/text.hpp"
#include "foundation/jobs/jobs.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/money/actions_wait.hpp"
#include "partnership/reports/actions_agenda.hpp"
#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/actions_permission.hpp"
#include "partnership/reports/model_json.hpp"
#include "partnership/reports/repository_report.hpp"
#include "partnership/reports/rules_section.hpp"
#include "partnership/reports/rules_state.hpp"

#include <algorithm>
#include <functional>

namespace samrum::partnership::reports {
namespace {

using base::Date;
using base::problem;

void hand_over(store::Transaction& tx, store::RoomId to, std::string_view kind, std::string payload) {
    jobs::hand_over(
        tx, {base::Uuid::ordered(), *tx.place(), to, std::string(kind), std::move(payload), base::Instant::now()});
}

/// Every other party's room gets the report as it stands now.
void hand_copies(store::Transaction& tx, const Case& about, const Report& report) {
    for (const store::RoomId room : rooms_of_others(about)) hand_over(tx, room, kCopyEnvelope, write_report(report));
}

/// What the officer does with a report in the home room: looks at who asks, and locks.
using Act = std::function<base::Result<base::Done>(store::Transaction&, const Case&, Report&)>;
base::Result<base::Done> at_home(store::Session& room, const module::Caller& caller, AgreementId agreement, ReportId id,
                                 const Act& act) {
    if (!module::may_for(caller, agreement::kWriteAgreements, caller.room_organisation)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("reports");
        const auto about = load_case(tx, agreement);
        auto report = load_report(tx, id);
        if (!about || about->home() != *tx.place() || !report || report->about.agreement != agreement)
            return module::refusal();
        return act(tx, *about, *report);
    });
}

/// A step of the state table.
base::Result<base::Done> take(store::Session& room, const module::Caller& caller, AgreementId agreement, ReportId id,
                              Step step, std::string_view journal, const Act& act) {
    return at_home(room, caller, agreement, id,
                   [&](store::Transaction& tx, const Case& about, Report& report) -> base::Result<base::Done> {
                       const Arrow* arrow = arrow_of(report.state, step);
                       if (!arrow) return problem("", "report.step.not_now");
                       report.state = arrow->to;
                       auto done = act(tx, about, report);
                       if (done) tx.journal(caller.actor(), {std::string(journal), id.text(), "{}"});
                       return done;
                   });
}

/// A day that has been, and not before `earliest`.
Date day_from(base::ProblemList& problems, const std::string& field, const std::string& written, Date earliest,
              Date today) {
    const auto read = Date::parse(written);
    const Date day = problems.take(read, field);
    if (!read) return day;
    if (day > today) problems.add(problem(field, "report.approve.not_yet"));
    if (day < earliest) problems.add(problem(field, "report.approve.too_early", {{"day", earliest.iso()}}));
    return day;
}

/// Whose parts these are is told by the rooms, for what was frozen does not say where it was written.
std::vector<Part> parts_of_next(const Case& about, const Report& approved, store::RoomId place) {
    std::vector<Part> parts;
    for (Part part : approved.parts) {
        part.written_here = is_written_here(about, part.party, place);
        part.submitted_on.reset();
        part.submitted_by.clear();
        if (part.written_here || place == about.home()) parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace

base::Result<base::Done> send_back(store::Session& room, const module::House&, const module::Caller& caller,
                                   AgreementId agreement, ReportId id, std::string_view party, std::string why) {
    why = base::trim(why);
    return take(room, caller, agreement, id, Step::send_back, "report.sent_back",
                [&](store::Transaction& tx, const Case& about, Report& report) -> base::Result<base::Done> {
                    base::ProblemList problems;
                    const auto part = std::find_if(report.parts.begin(), report.parts.end(),
                                                   [&](const Part& one) { return one.party == party; });
                    if (part == report.parts.end()) problems.add(problem("party", "report.return.party"));
                    if (why.empty() || why.size() > kLongestWhy)
                        problems.add(problem("why", "report.return.why", {{"most", std::int64_t{kLongestWhy}}}));
                    if (!problems.empty()) return problems.all();
                    part->submitted_on.reset();
                    part->submitted_by.clear();
                    part->returned = why;
                    report.submitted_on.reset();
                    report.hash.clear();
                    save_state(tx, report);
                    save_part(tx, id, *part);
                    if (const auto* row = about.party(party); row && !is_written_here(about, party, *tx.place()))
                        hand_over(tx, store::RoomId{*row->room}, kReturnedEnvelope,
                                  write_returned({report.about, part->party, why}));
                    return base::Done{};
                });
}

base::Result<base::Done> approve(store::Session& room, const module::House& house, const module::Caller& caller,
                                 AgreementId agreement, ReportId id, const Approval& approval) {
    return take(
        room, caller, agreement, id, Step::approve, "report.approved",
        [&](store::Transaction& tx, const Case& about, Report& report) -> base::Result<base::Done> {
            base::ProblemList problems;
            const Date day = day_from(problems, "day", approval.day, *report.submitted_on, house.clocks.today());
            report.approved_by = base::trim(approval.by);
            report.meeting = base::trim(approval.meeting);
            if (report.approved_by.empty()) problems.add(problem("by", "report.approve.by_missing"));
            for (const auto& [field, text] : {std::pair{"by", &report.approved_by}, {"meeting", &report.meeting}})
                if (text->size() > kLongestLine)
                    problems.add(problem(field, "report.section.too_long", {{"most", std::int64_t{kLongestLine}}}));
            if (!report.meeting.empty() &&
                !is_meeting_to_choose(tx, caller, agreement, *house.catalogues, report.meeting))
                problems.add(problem("meeting", "report.approve.no_such_meeting"));
            if (!problems.empty()) return problems.all();
            report.approved_on = day;
            save_state(tx, report);
            hand_copies(tx, about, report);
            return base::Done{};
        });
}

base::Result<base::Done> to_committee(store::Session& room, const module::House& house, const module::Caller& caller,
                                      AgreementId agreement, ReportId id, const std::string& day,
                                      const std::string& committee) {
    return take(
        room, caller, agreement, id, Step::to_committee, "report.to_committee",
        [&](store::Transaction& tx, const Case& about, Report& report) -> base::Result<base::Done> {
            base::ProblemList problems;
            report.committee_on = day_from(problems, "day", day, *report.approved_on, house.clocks.today());
            report.committee = base::trim(committee);
            if (report.committee.empty() || report.committee.size() > kLongestLine)
                problems.add(problem("committee", "report.committee.missing", {{"most", std::int64_t{kLongestLine}}}));
            if (!problems.empty()) return problems.all();
            save_state(tx, report);
            hand_copies(tx, about, report);
            return base::Done{};
        });
}

base::Result<base::Done> publish(store::Session& room, const module::Caller& caller, AgreementId agreement, ReportId id,
                                 bool published) {
    return at_home(
        room, caller, agreement, id,
        [&](store::Transaction& tx, const Case& about, Report& report) -> base::Result<base::Done> {
            if (!report.approved_on) return problem("", "report.step.not_now");
            if (report.published == published) return base::Done{};
            report.published = published;
            save_state(tx, report);
            hand_copies(tx, about, report);
            // Anybody reads one version: another does not come forth when this one is taken away.
            for (Report& other : load_reports(tx, agreement)) {
                if (other.id == id || !other.published || !same_report(other, report)) continue;
                other.published = false;
                save_state(tx, other);
                hand_copies(tx, about, other);
            }
            tx.journal(caller.actor(), {published ? "report.published" : "report.unpublished", id.text(), "{}"});
            return base::Done{};
        });
}

/// It is not published with the version before: that stays open to anybody until somebody publishes this one.
Report open_correction(store::Transaction& tx, const Report& approved, Date today) {
    Subject next = approved.about;
    ++next.version;
    if (auto there = load_report(tx, next)) return std::move(*there);
    const auto about = load_case(tx, next.agreement);
    base::ensure(about.has_value(), "a report follows an agreement of its room up");
    Report report;
    report.id = ReportId::ordered();
    report.about = next;
    report.layout = approved.layout;
    report.drafted_on = today;
    report.parts = parts_of_next(*about, approved, *tx.place());
    insert_report(tx, report);
    return report;
}

base::Result<ReportId> correct(store::Session& room, const module::House& house, const module::Caller& caller,
                               AgreementId agreement, ReportId id) {
    if (!module::may_for(caller, kWriteReports, caller.room_organisation)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<ReportId> {
        tx.lock("reports");
        const auto about = load_case(tx, agreement);
        const auto report = load_report(tx, id);
        if (!about || !report || report->about.agreement != agreement) return module::refusal();
        if (!arrow_of(report->state, Step::correct) || !report->approved_on) return problem("", "report.step.not_now");
        const Report next = open_correction(tx, *report, house.clocks.today());
        tx.journal(caller.actor(), {"report.correction_begun", next.id.text(), "{}"});
        if (*tx.place() != about->home()) return next.id;
        // The day goes along, for a receiver has no clock.
        Report begun = *report;
        begun.drafted_on = next.drafted_on;
        for (const store::RoomId to : rooms_of_others(*about))
            hand_over(tx, to, kCorrectionEnvelope, write_report(begun));
        return next.id;
    });
}

void receive_returned(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    const ReturnedPart returned = read_returned(payload);
    auto report = load_report(tx, returned.about);
    const auto about = load_case(tx, returned.about.agreement);
    base::ensure(report && about && about->home() == from, "a part comes back from where it was sent");
    report->state = State::draft;
    report->submitted_on.reset();
    report->hash.clear();
    save_state(tx, *report);
    for (Part& part : report->parts) {
        if (part.party != returned.party) continue;
        part.submitted_on.reset();
        part.submitted_by.clear();
        part.returned = returned.why;
        save_part(tx, report->id, part);
    }
    tx.journal({"system", "hand-over"}, {"report.part_returned", report->id.text() + "/" + returned.party, "{}"});
}

void receive_copy(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    Report copy = read_report_json(payload);
    const auto about = load_case(tx, copy.about.agreement);
    base::ensure(about && about->home() == from, "a report is handed back by the agreement's home room");
    const auto own = load_report(tx, copy.about);
    copy.id = own ? own->id : ReportId::ordered();
    if (own)
        save_state(tx, copy);
    else
        insert_report(tx, copy);
    tx.journal({"system", "hand-over"}, {"report.copy_received", copy.id.text(), "{}"});
}

void receive_correction(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    const Report approved = read_report_json(payload);
    const auto about = load_case(tx, approved.about.agreement);
    base::ensure(about && about->home() == from, "a correction is begun by the agreement's home room");
    const bool writes = std::any_of(approved.parts.begin(), approved.parts.end(),
                                    [&](const Part& one) { return is_written_here(*about, one.party, *tx.place()); });
    if (!writes) return;
    const Report next = open_correction(tx, approved, approved.drafted_on);
    tx.journal({"system", "hand-over"}, {"report.correction_begun", next.id.text(), "{}"});
}

}  // namespace samrum::partnership::reports
