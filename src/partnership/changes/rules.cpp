#include "partnership/changes/rules_lines.hpp"

#include <algorithm>

namespace samrum::partnership::changes {
namespace {

constexpr Cell stay{};
constexpr Cell to(State state) {
    return {Cell::Kind::move, state, {}};
}
constexpr Cell no(std::string_view reason) {
    return {Cell::Kind::refuse, {}, reason};
}
constexpr Doer officer = Doer::officer;
constexpr Doer partner = Doer::partner;
constexpr Doer parties = Doer::parties;
constexpr Doer papers = Doer::papers;
constexpr Doer calendar = Doer::calendar;
constexpr Cell not_taken_up = no("not_taken_up");
constexpr Cell is_decided = no("is_decided");
constexpr Cell turned_down = no("turned_down");
constexpr Cell taken_back = no("taken_back");
constexpr Cell early = no("not_begun");
constexpr Cell begun = no("begun");
constexpr Cell over = no("over");
constexpr Cell in_work = no("in_work");
constexpr Cell no_drafting = no("not_drafting");
constexpr Cell undecided = no("not_decided");
constexpr Cell unsigned_ = no("not_signed");
constexpr Cell is_signed = no("is_signed");
constexpr Cell no_notice = no("no_notice");
constexpr Cell assess = to(State::assessment);
constexpr Cell draft = to(State::drafting);
constexpr Cell reject = to(State::rejected);
constexpr Cell recall = to(State::withdrawn);
constexpr Cell decide = to(State::decided);
constexpr Cell sign = to(State::signed_);
constexpr Cell runs = to(State::running);
constexpr Cell ends = to(State::ending);
constexpr Cell stops = to(State::ended);
constexpr Cell by_notice = to(State::ended_by_notice);
constexpr Cell breaks = to(State::terminated);

// The one state table: who may do what in which state, where it leads, and why not.
// clang-format off
constexpr std::array<Cell, kCaseStates> unsigned_yet{unsigned_, unsigned_, unsigned_, unsigned_, unsigned_, unsigned_};
constexpr std::array<Cell, kCaseStates> before_signing{undecided, undecided, undecided, sign, undecided, undecided};
constexpr std::array<Cell, kAgreementStates> signed_now{is_signed, is_signed, is_signed, is_signed, is_signed, is_signed};
constexpr TableRow kTable[] = {
    // Before signing:                             enquiry        assessment     drafting       decided        rejected       withdrawn
    {EventKind::assessing,              officer,  {assess,        in_work,       in_work,       is_decided,    turned_down,   taken_back}, signed_now},
    {EventKind::draft_written,          parties,  {not_taken_up,  stay,          stay,          is_decided,    turned_down,   taken_back}, signed_now},
    {EventKind::commented,              parties,  {not_taken_up,  stay,          stay,          is_decided,    turned_down,   taken_back}, signed_now},
    {EventKind::assessed,               officer,  {not_taken_up,  stay,          stay,          is_decided,    turned_down,   taken_back}, signed_now},
    {EventKind::drafting,               officer,  {not_taken_up,  draft,         in_work,       is_decided,    turned_down,   taken_back}, signed_now},
    {EventKind::part_rejected,          officer,  {not_taken_up,  stay,          stay,          is_decided,    turned_down,   taken_back}, signed_now},
    {EventKind::rejected,               officer,  {not_taken_up,  reject,        reject,        is_decided,    turned_down,   taken_back}, signed_now},
    {EventKind::withdrawn,              partner,  {recall,        recall,        recall,        is_decided,    turned_down,   taken_back}, signed_now},
    {EventKind::reopened,               officer,  {in_work,       in_work,       in_work,       is_decided,    assess,        assess}, signed_now},
    {EventKind::agreed,                 parties,  {not_taken_up,  no_drafting,   stay,          is_decided,    turned_down,   taken_back}, signed_now},
    {EventKind::decided,                officer,  {not_taken_up,  no_drafting,   decide,        is_decided,    turned_down,   taken_back}, signed_now},
    // From signing on:                             before         signed       running      ending       ended        by notice    terminated
    {EventKind::signed_,                papers,   before_signing, {stay,        stay,        stay,        stay,        stay,        stay}},
    {EventKind::dialogue,               parties,  unsigned_yet,   {stay,        stay,        stay,        stay,        stay,        stay}},
    {EventKind::amendment,              officer,  unsigned_yet,   {stay,        stay,        stay,        over,        over,        over}},
    {EventKind::prolongation,           officer,  unsigned_yet,   {stay,        stay,        runs,        over,        over,        over}},
    {EventKind::renegotiation,          parties,  unsigned_yet,   {stay,        stay,        stay,        over,        over,        over}},
    {EventKind::deviation,              parties,  unsigned_yet,   {early,       stay,        stay,        over,        over,        over}},
    {EventKind::changed_circumstances,  parties,  unsigned_yet,   {stay,        stay,        stay,        over,        over,        over}},
    {EventKind::breach,                 parties,  unsigned_yet,   {early,       stay,        stay,        over,        over,        over}},
    {EventKind::mended,                 parties,  unsigned_yet,   {early,       stay,        stay,        stay,        stay,        over}},
    {EventKind::notice,                 parties,  unsigned_yet,   {early,       ends,        ends,        over,        over,        over}},
    {EventKind::notice_withdrawn,       parties,  unsigned_yet,   {no_notice,   no_notice,   runs,        over,        over,        over}},
    {EventKind::agreed_end,             parties,  unsigned_yet,   {early,       ends,        stay,        over,        over,        over}},
    {EventKind::termination,            parties,  unsigned_yet,   {early,       breaks,      breaks,      over,        over,        over}},
    {EventKind::dispute,                parties,  unsigned_yet,   {stay,        stay,        stay,        stay,        stay,        stay}},
    {EventKind::dispute_settled,        parties,  unsigned_yet,   {stay,        stay,        stay,        stay,        stay,        stay}},
    {EventKind::review,                 parties,  unsigned_yet,   {stay,        stay,        stay,        stay,        stay,        stay}},
    {EventKind::closing,                parties,  unsigned_yet,   {early,       ends,        stay,        over,        over,        over}},
    {EventKind::successor,              parties,  unsigned_yet,   {stay,        ends,        stay,        stay,        stay,        stay}},
    {EventKind::note,                   parties,  unsigned_yet,   {stay,        stay,        stay,        stay,        stay,        stay}},
    {EventKind::correction,             parties,  unsigned_yet,   {stay,        stay,        stay,        stay,        stay,        stay}},
    // What the calendar brings.
    {EventKind::first_day,              calendar, unsigned_yet,   {runs,        begun,       begun,       over,        over,        over}},
    {EventKind::last_day,               calendar, unsigned_yet,   {stops,       stops,       stops,       over,        over,        over}},
    {EventKind::notice_day,             calendar, unsigned_yet,   {no_notice,   by_notice,   by_notice,   over,        over,        over}},
};
// clang-format on

// What the rules ask of the lines before.

const Event* find_event(const Course& course, const std::optional<EventId>& id) {
    if (!id) return nullptr;
    const auto found = std::ranges::find(course.events, *id, &Event::id);
    return found == course.events.end() ? nullptr : &*found;
}
/// The line that the new one is about, where it counts.
const Event* subject_of(const Situation& s) {
    const Event* one = find_event(s.course, s.event.about);
    return one && !one->corrected ? one : nullptr;
}
/// A notice that was given and not withdrawn.
const Event* notice_in_force(const Course& course) {
    const Event* notice = latest_of(course, EventKind::notice);
    const Event* withdrawn = latest_of(course, EventKind::notice_withdrawn);
    return notice && withdrawn && is_before(*notice, *withdrawn) ? nullptr : notice;
}
bool is_amendment(const Event& one) {
    return one.kind == EventKind::amendment || one.kind == EventKind::prolongation;
}
/// Did the parties agree, in a line of this kind, since the agreement was last changed?
bool agreed_since_change(const Course& course, EventKind kind) {
    const Event* change = latest(course, is_amendment);
    return latest(course, [&](const Event& one) {
               return one.kind == kind && one.outcome == Outcome::agreed && (!change || is_before(*change, one));
           }) != nullptr;
}

bool is_only_signing(const Situation& s) {
    return latest_of(s.course, EventKind::signed_) == nullptr;
}
bool talked_and_agreed(const Situation& s) {
    return agreed_since_change(s.course, EventKind::dialogue) ||
           agreed_since_change(s.course, EventKind::renegotiation);
}
bool purpose_was_negotiated(const Situation& s) {
    return !s.event.touches_purpose || agreed_since_change(s.course, EventKind::renegotiation);
}
bool is_open_breach(const Situation& s) {
    const Event* one = subject_of(s);
    return one && one->kind == EventKind::breach && !has_answer(s.course, *one, EventKind::mended);
}
bool is_open_dispute(const Situation& s) {
    const Event* one = subject_of(s);
    return one && one->kind == EventKind::dispute && !has_answer(s.course, *one, EventKind::dispute_settled);
}
bool others_breach(const Situation& s) {
    const Event* one = subject_of(s);
    return !one || one->kind != EventKind::breach || s.event.party.empty() || one->party != s.event.party;
}
bool talked_about_it(const Situation& s) {
    const Event* one = subject_of(s);
    return one && has_answer(s.course, *one, EventKind::dialogue);
}
bool had_time_to_mend(const Situation& s) {
    if (!s.course.termination || !s.course.termination->after_time_to_mend) return true;
    const Event* one = subject_of(s);
    const auto until = one ? mend_by(s.course, *one) : std::nullopt;
    return until && *until < s.event.on;
}
bool gives_termination(const Situation& s) {
    return s.course.termination.has_value();
}
const agreement::NoticeRule* rule_of(const Situation& s) {
    return s.event.notice_case ? notice_rule(s.course, *s.event.notice_case) : nullptr;
}
bool gives_notice(const Situation& s) {
    return rule_of(s) != nullptr;
}
bool has_cause(const Situation& s) {
    const auto* rule = rule_of(s);
    if (!rule || !needs_cause(rule->on)) return true;
    const Event* one = subject_of(s);
    if (!one) return false;
    using enum agreement::NoticeCase;
    const bool is_breach = one->kind == EventKind::breach && !has_answer(s.course, *one, EventKind::mended);
    const bool is_change = one->kind == EventKind::changed_circumstances;
    return (is_breach && rule->on != changed_circumstances) || (is_change && rule->on != breach);
}
bool notice_after_dialogue(const Situation& s) {
    const auto* rule = rule_of(s);
    if (!rule || !rule->after_dialogue) return true;
    return needs_cause(rule->on) ? talked_about_it(s) : latest_of(s.course, EventKind::dialogue) != nullptr;
}
bool is_first_notice(const Situation& s) {
    return notice_in_force(s.course) == nullptr;
}
bool ends_before_the_end(const Situation& s) {
    const auto* rule = rule_of(s);
    if (!rule) return true;
    const auto latest_day = latest_notice(s.course, *rule);
    return !latest_day || s.event.on <= *latest_day;
}
bool has_notice(const Situation& s) {
    return notice_in_force(s.course) != nullptr;
}
bool ends_earlier(const Situation& s) {
    const auto end = end_of(s.course);
    return !s.event.until || !end || *s.event.until < *end;
}
bool corrects_a_line(const Situation& s) {
    const Event* one = subject_of(s);
    return one && one->kind != EventKind::correction;
}
bool corrects_no_version(const Situation& s) {
    const Event* one = subject_of(s);
    return !one || !is_amendment(*one);
}

bool was_assessed(const Situation& s) {
    return s.facts.assessed;
}
bool is_eligible(const Situation& s) {
    return s.facts.eligible;
}
bool has_parts(const Situation& s) {
    return s.facts.has_parts;
}
bool is_sound(const Situation& s) {
    return s.facts.sound;
}
bool is_agreed(const Situation& s) {
    return s.facts.agreed;
}

constexpr Rule kRules[] = {
    {EventKind::drafting, was_assessed, "not_assessed"},
    {EventKind::drafting, is_eligible, "not_eligible"},
    {EventKind::part_rejected, was_assessed, "not_assessed"},
    {EventKind::part_rejected, has_parts, "no_parts"},
    {EventKind::rejected, was_assessed, "not_assessed"},
    {EventKind::decided, is_eligible, "not_eligible"},
    {EventKind::decided, is_sound, "draft_problems"},
    {EventKind::decided, is_agreed, "not_agreed"},
    {EventKind::signed_, is_only_signing, "signed_already"},
    {EventKind::amendment, talked_and_agreed, "not_talked"},
    {EventKind::amendment, purpose_was_negotiated, "touches_purpose"},
    {EventKind::prolongation, talked_and_agreed, "not_talked"},
    {EventKind::prolongation, purpose_was_negotiated, "touches_purpose"},
    {EventKind::mended, is_open_breach, "no_open_breach"},
    {EventKind::notice, gives_notice, "no_notice_right"},
    {EventKind::notice, has_cause, "no_cause"},
    {EventKind::notice, others_breach, "own_breach"},
    {EventKind::notice, notice_after_dialogue, "no_dialogue"},
    {EventKind::notice, is_first_notice, "notice_given"},
    {EventKind::notice, ends_before_the_end, "ends_sooner"},
    {EventKind::notice_withdrawn, has_notice, "no_notice"},
    {EventKind::agreed_end, talked_and_agreed, "not_talked"},
    {EventKind::agreed_end, ends_earlier, "not_earlier"},
    {EventKind::termination, gives_termination, "no_termination_right"},
    {EventKind::termination, is_open_breach, "no_open_breach"},
    {EventKind::termination, others_breach, "own_breach"},
    {EventKind::termination, talked_about_it, "no_dialogue"},
    {EventKind::termination, had_time_to_mend, "time_to_mend"},
    {EventKind::dispute_settled, is_open_dispute, "no_open_dispute"},
    {EventKind::correction, corrects_a_line, "no_such_line"},
    {EventKind::correction, corrects_no_version, "version_stays"},
};

}  // namespace

std::span<const TableRow> state_table() {
    return kTable;
}
std::span<const Rule> rules() {
    return kRules;
}
const TableRow& row_of(EventKind event) {
    const auto row = std::ranges::find(kTable, event, &TableRow::event);
    base::ensure(row != std::end(kTable), "every event has its row");
    return *row;
}
const Cell& cell_of(State state, EventKind event) {
    return row_of(event).in(state);
}

std::vector<TableLine> table_lines() {
    std::vector<TableLine> lines;
    lines.reserve(std::size(kTable) * std::size(kStates));
    for (const TableRow& row : kTable)
        for (const auto& state : kStates) {
            TableLine line{row.event, row.doer, state.value, row.in(state.value), {}};
            if (line.cell.kind != Cell::Kind::refuse)
                for (const Rule& rule : kRules)
                    if (rule.event == row.event) line.conditions.push_back(rule.reason);
            lines.push_back(std::move(line));
        }
    return lines;
}

bool may_do(EventKind event, agreement::Side side) {
    switch (row_of(event).doer) {
        case Doer::officer:
        case Doer::papers:
            return side == agreement::Side::public_side;
        case Doer::partner:
            return side == agreement::Side::civil;
        default:
            return true;
    }
}

base::Problems judge_case(State state, EventKind act, agreement::Side side, const CaseFacts& facts) {
    base::ProblemList problems;
    const auto refuse = [&](std::string_view reason) {
        problems.add(base::problem("", "partnership.changes.why." + std::string(reason)));
    };
    if (!may_do(act, side)) {
        refuse(side == agreement::Side::civil ? "officer_does_it" : "partner_does_it");
        return problems.all();
    }
    if (const Cell& cell = cell_of(state, act); cell.kind == Cell::Kind::refuse) {
        refuse(cell.reason);
        return problems.all();
    }
    const Course none;
    Event line;
    line.kind = act;
    const Situation situation{none, line, state, facts};
    for (const Rule& rule : kRules)
        if (rule.event == act && !rule.holds(situation)) refuse(rule.reason);
    return problems.all();
}

State after(State state, EventKind act) {
    const Cell& cell = cell_of(state, act);
    base::ensure(cell.kind != Cell::Kind::refuse, "only what the table allows is done");
    return cell.kind == Cell::Kind::move ? cell.to : state;
}

}  // namespace samrum::partnership::changes
