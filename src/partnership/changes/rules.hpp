#pragma once
#include "partnership/changes/model.hpp"

#include <array>
#include <span>
#include <string_view>
#include <vector>

/// Pure judgement about how an agreement goes on. The table says which arrows there are, the rules what must have
/// happened before; both are data, each with its reason, and what is not written is refused.
namespace samrum::partnership::changes {

/// What a state makes of an event: it stays, another state comes, or the event is refused with a reason.
struct Cell {
    enum class Kind { stay, move, refuse };
    Kind kind = Kind::stay;
    State to = State::signed_;
    std::string_view reason = {};  ///< of a refusal: `partnership.changes.why.<reason>`
};
inline constexpr std::size_t kCaseStates = static_cast<std::size_t>(State::signed_);
inline constexpr std::size_t kAgreementStates = std::size(kStates) - kCaseStates;
/// One event in every state, in the order of kStates: first the states of a case, then those of an agreement.
struct TableRow {
    EventKind event;
    Doer doer;  ///< who may do it, where the cell does not refuse it
    std::array<Cell, kCaseStates> in_case;
    std::array<Cell, kAgreementStates> in_agreement;

    const Cell& in(State state) const {
        const auto at = static_cast<std::size_t>(state);
        return at < kCaseStates ? in_case[at] : in_agreement[at - kCaseStates];
    }
};
/// The state table, whole: a row for each event.
std::span<const TableRow> state_table();
const TableRow& row_of(EventKind event);
const Cell& cell_of(State state, EventKind event);

/// The table as plain rows, for pages, commands and the user guide: one for each event in each state.
struct TableLine {
    EventKind event;
    Doer doer;
    State state;
    Cell cell;
    std::vector<std::string_view> conditions;  ///< where it is allowed: reasons of the rules that may still refuse it
};
std::vector<TableLine> table_lines();

/// May a side write this event down at all? The papers and the calendar need no role.
bool may_do(EventKind event, agreement::Side side);

/// What a rule looks at.
struct Situation {
    const Course& course;  ///< what happened up to the new line
    const Event& event;    ///< the new line
    State state;           ///< on the day of the new line
    CaseFacts facts = {};  ///< of a case
};
/// What must hold before an event, and the reason when it does not.
struct Rule {
    EventKind event;
    bool (*holds)(const Situation&);
    std::string_view reason;  ///< `partnership.changes.why.<reason>`
};
std::span<const Rule> rules();

/// Where the agreement is at the end of `day`.
State state_on(const Course& course, base::Date day);
/// Its last day as things stand; nothing: until further notice, or unknown.
std::optional<base::Date> end_of(const Course& course);
/// How it ends, after everything that was written down.
struct Ending {
    std::optional<base::Date> settled_on;  ///< since when it is `ending`; nothing: it is not
    std::optional<base::Date> last;
    EventKind how = EventKind::last_day;  ///< or notice_day, termination
};
Ending ending_of(const Course& course);

/// Every reason why the line cannot be written, by the table and the rules: with the day it happened in the future, too
/// (`partnership.changes.on_ahead`, field `on`) or before there was an agreement (`.before_agreement`), and when lines
/// that were written before would not hold any more
/// (`partnership.changes.why.others_build_on_it`).
base::Problems judge(const Course& course, const Event& next, base::Date today);
/// Every reason why a side cannot do this with a case: by the table, who does it, and the rules.
base::Problems judge_case(State state, EventKind act, agreement::Side side, const CaseFacts& facts);
/// Where an act takes a case; a Bug when the table refuses it.
State after(State state, EventKind act);
/// What is missing in a line by itself: text, party, time to mend. Fields are those of the form.
base::Problems judge_shape(const Event& next);

/// Can it happen today, and if not, why not? `about` is the line that it would answer.
struct Possible {
    EventKind kind = EventKind::note;
    std::vector<std::string_view> reasons;  ///< empty: it may
};
/// Every kind that persons write down, in the order of the model.
std::vector<Possible> what_may_happen(const Course& course, base::Date today);

/// The last day that a notice gives, from the day it was given and the agreement's own end. It is stated by the
/// agreement, so no holiday moves it. Nothing: the agreement has no end to wait for.
std::optional<base::Date> last_day_of_notice(const Course& course, const agreement::NoticeRule& rule,
                                             base::Date given_on);
/// The last day on which a notice can be given with effect before the current end: so many months before it.
std::optional<base::Date> latest_notice(const Course& course, const agreement::NoticeRule& rule);
/// The agreement's rule for a case; null when it gives none.
const agreement::NoticeRule* notice_rule(const Course& course, agreement::NoticeCase on);

/// May the other agreement come after this one? It begins later, and is about the same activity or between the same
/// sides' parties.
bool may_succeed(const agreement::AgreementHead& one, const std::vector<agreement::PartyRow>& parties,
                 const agreement::AgreementHead& next, const std::vector<agreement::PartyRow>& next_parties);

/// What waits for somebody.
enum class Step { talk, mend, decide, settle, review, prepare, wind_up };
inline constexpr Word<Step> kSteps[] = {{Step::talk, "talk"},      {Step::mend, "mend"},     {Step::decide, "decide"},
                                        {Step::settle, "settle"},  {Step::review, "review"}, {Step::prepare, "prepare"},
                                        {Step::wind_up, "wind_up"}};
constexpr std::span<const Word<Step>> words_of(Step) {
    return kSteps;
}
struct Matter {
    Step step = Step::talk;
    base::Date due;
    std::optional<EventId> about;  ///< the line that it comes from
};
/// So soon the parties talk about a deviation, a breach or a dispute, where the agreement says no day of its own.
inline constexpr int kTalkWithinDays = 14;
/// What is to be done next, the first first.
std::vector<Matter> open_matters(const Course& course, base::Date today);

/// Lines that count and wait for an answer, by kind: breaches that are not mended, disputes that are not settled.
std::vector<const Event*> unanswered(const Course& course, EventKind kind);
/// The time to mend a breach: as the breach says it, or the latest dialogue about it.
std::optional<base::Date> mend_by(const Course& course, const Event& breach);

}  // namespace samrum::partnership::changes
