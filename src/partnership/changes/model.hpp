#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "partnership/agreement/model.hpp"
#include "partnership/agreement/model_index.hpp"

#include <optional>
#include <string>
#include <vector>

/// How an agreement goes on after it was signed. What happened is written down line by line and never deleted.
namespace samrum::partnership::changes {

using agreement::AgreementId;
using agreement::Word;

/// Where a case, and the agreement that it leads to, is on its way. `rejected` and `withdrawn` end a case before
/// anything was signed. `ending`: the agreement's end is settled and has not come yet.
enum class State {
    enquiry,
    assessment,
    drafting,
    decided,
    rejected,
    withdrawn,
    signed_,
    running,
    ending,
    ended,
    ended_by_notice,
    terminated
};
inline constexpr Word<State> kStates[] = {{State::enquiry, "enquiry"},
                                          {State::assessment, "assessment"},
                                          {State::drafting, "drafting"},
                                          {State::decided, "decided"},
                                          {State::rejected, "rejected"},
                                          {State::withdrawn, "withdrawn"},
                                          {State::signed_, "signed"},
                                          {State::running, "running"},
                                          {State::ending, "ending"},
                                          {State::ended, "ended"},
                                          {State::ended_by_notice, "ended_by_notice"},
                                          {State::terminated, "terminated"}};
constexpr std::span<const Word<State>> words_of(State) {
    return kStates;
}

/// Is it a state of a case, before there is a signed agreement?
constexpr bool is_before_signing(State state) {
    return state < State::signed_;
}

/// What may happen to a case and to an agreement. Persons write the lines down; the last three come with the calendar
/// alone.
enum class EventKind {
    assessing,              ///< an enquiry is taken up: a case to assess
    draft_written,          ///< a party writes in the draft
    commented,              ///< a party asks or answers beside a section
    assessed,               ///< criteria were answered, and the answers archived
    drafting,               ///< it is eligible: the parties write the agreement
    part_rejected,          ///< a part of the proposal is rejected, the rest goes on
    rejected,               ///< all of it is rejected
    withdrawn,              ///< the association does not want it any more
    reopened,               ///< a case that was over is taken up again
    agreed,                 ///< a party stands behind the draft as it is
    decided,                ///< the body decided it: the draft becomes the agreement
    signed_,                ///< all parties have signed
    dialogue,               ///< the parties talked, about a line or in general
    amendment,              ///< efforts were changed after dialogue: a new version of the agreement
    prolongation,           ///< … that lets it go on longer
    renegotiation,          ///< a change that touches purpose or shared values was negotiated anew
    deviation,              ///< it differs much from plan or budget
    changed_circumstances,  ///< what it was built on has changed much
    breach,                 ///< a party does not do its part
    mended,                 ///< … and has mended it
    notice,                 ///< a party gives notice, in a case that the agreement gives
    notice_withdrawn,
    agreed_end,   ///< the parties agree to end it before its time
    termination,  ///< a party ends it for breach
    dispute,
    dispute_settled,
    review,      ///< the parties looked at whether it is to go on: it is, as it is or otherwise
    closing,     ///< … and it is not: it ends on its last day
    successor,   ///< another agreement comes after it
    note,        ///< anything else worth remembering
    correction,  ///< a line before was wrong
    first_day,
    last_day,
    notice_day
};
inline constexpr Word<EventKind> kEventKinds[] = {{EventKind::assessing, "assessing"},
                                                  {EventKind::draft_written, "draft_written"},
                                                  {EventKind::commented, "commented"},
                                                  {EventKind::assessed, "assessed"},
                                                  {EventKind::drafting, "drafting"},
                                                  {EventKind::part_rejected, "part_rejected"},
                                                  {EventKind::rejected, "rejected"},
                                                  {EventKind::withdrawn, "withdrawn"},
                                                  {EventKind::reopened, "reopened"},
                                                  {EventKind::agreed, "agreed"},
                                                  {EventKind::decided, "decided"},
                                                  {EventKind::signed_, "signed"},
                                                  {EventKind::dialogue, "dialogue"},
                                                  {EventKind::amendment, "amendment"},
                                                  {EventKind::prolongation, "prolongation"},
                                                  {EventKind::renegotiation, "renegotiation"},
                                                  {EventKind::deviation, "deviation"},
                                                  {EventKind::changed_circumstances, "changed_circumstances"},
                                                  {EventKind::breach, "breach"},
                                                  {EventKind::mended, "mended"},
                                                  {EventKind::notice, "notice"},
                                                  {EventKind::notice_withdrawn, "notice_withdrawn"},
                                                  {EventKind::agreed_end, "agreed_end"},
                                                  {EventKind::termination, "termination"},
                                                  {EventKind::dispute, "dispute"},
                                                  {EventKind::dispute_settled, "dispute_settled"},
                                                  {EventKind::review, "review"},
                                                  {EventKind::closing, "closing"},
                                                  {EventKind::successor, "successor"},
                                                  {EventKind::note, "note"},
                                                  {EventKind::correction, "correction"},
                                                  {EventKind::first_day, "first_day"},
                                                  {EventKind::last_day, "last_day"},
                                                  {EventKind::notice_day, "notice_day"}};
constexpr std::span<const Word<EventKind>> words_of(EventKind) {
    return kEventKinds;
}
/// Does it happen to a case, before there is a signed agreement?
constexpr bool is_of_case(EventKind kind) {
    return kind < EventKind::signed_;
}
/// Does the calendar bring it, and nobody writes it down?
constexpr bool comes_by_itself(EventKind kind) {
    return kind == EventKind::first_day || kind == EventKind::last_day || kind == EventKind::notice_day;
}

/// What a dialogue, negotiation or review came to.
enum class Outcome { none, agreed, not_agreed, goes_on, goes_on_differently };
inline constexpr Word<Outcome> kOutcomes[] = {{Outcome::none, "none"},
                                              {Outcome::agreed, "agreed"},
                                              {Outcome::not_agreed, "not_agreed"},
                                              {Outcome::goes_on, "goes_on"},
                                              {Outcome::goes_on_differently, "goes_on_differently"}};
constexpr std::span<const Word<Outcome>> words_of(Outcome) {
    return kOutcomes;
}

struct EventRowKind;
using EventId = base::Id<EventRowKind>;

/// A file that belongs to a line: minutes of the dialogue, the letter of notice.
struct EventFile {
    base::Uuid id;  ///< of the attachment in this room
    std::string name;
    std::string type;
    std::int64_t size = 0;
};

/// One line of what happened.
struct Event {
    EventId id;
    AgreementId agreement;
    int number = 1;  ///< of the agreement's lines, in the order they were written
    EventKind kind = EventKind::note;
    base::Date on;                                     ///< the day it happened
    std::string text;                                  ///< Markdown
    std::string party;                                 ///< key of the organisation that did it, or whose breach it is
    std::optional<EventId> about;                      ///< the line that it answers or corrects
    std::optional<base::Date> until;                   ///< time to mend; last day by notice, agreement or prolongation
    Outcome outcome = Outcome::none;                   ///< of dialogue, renegotiation and review
    std::optional<agreement::NoticeCase> notice_case;  ///< of a notice
    std::optional<int> version;                        ///< of the agreement, which an amendment made
    bool touches_purpose = false;                      ///< an amendment of purpose or shared values
    std::string successor;                             ///< key of the agreement that comes after
    base::Date written_on;
    std::string written_by;  ///< function
    std::vector<EventFile> files = {};
    bool corrected = false;  ///< a later line says that it was wrong: it counts no more
};

/// Who may do it. People act in a role and for a side; the house does the rest.
enum class Doer {
    officer,  ///< the partnership officer, for the public side
    partner,  ///< who enters for the association, by grant
    parties,  ///< either of them, each in its own name
    papers,   ///< the last signature on the original, which an officer records
    calendar  ///< the day comes
};
inline constexpr Word<Doer> kDoers[] = {{Doer::officer, "officer"},
                                        {Doer::partner, "partner"},
                                        {Doer::parties, "parties"},
                                        {Doer::papers, "papers"},
                                        {Doer::calendar, "calendar"}};
constexpr std::span<const Word<Doer>> words_of(Doer) {
    return kDoers;
}

/// What the rules ask of a case, before there is an agreement.
struct CaseFacts {
    bool assessed = false;   ///< some criteria were answered and archived
    bool eligible = false;   ///< no criterion of the whole proposal's newest assessments is judged as not met
    bool has_parts = false;  ///< the proposal has parts, and not all of them are rejected
    bool sound = false;      ///< the check of the draft finds no problem
    bool agreed = false;     ///< every association stands behind the draft as it is
};

/// All that is known of an agreement's way, for the rules.
struct Course {
    std::optional<base::Date> made;  ///< the day it was written; nothing that is about it happened before
    std::optional<base::Date> first;
    std::optional<base::Date> last;              ///< by the newest version of the agreement
    EventKind stated_end = EventKind::last_day;  ///< how a file says that it ended before its time
    std::optional<base::Date> review_by;         ///< stated in it
    std::vector<agreement::NoticeRule> notice;
    std::optional<agreement::Termination> termination;
    std::vector<Event> events;  ///< by the day they happened, then by number
};

}  // namespace samrum::partnership::changes
