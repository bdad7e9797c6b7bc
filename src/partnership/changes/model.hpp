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

/// Where an agreement is on its way. `ending`: its end is settled and has not come yet.
enum class State { signed_, running, ending, ended, ended_by_notice, terminated };
inline constexpr Word<State> kStates[] = {{State::signed_, "signed"},
                                          {State::running, "running"},
                                          {State::ending, "ending"},
                                          {State::ended, "ended"},
                                          {State::ended_by_notice, "ended_by_notice"},
                                          {State::terminated, "terminated"}};
constexpr std::span<const Word<State>> words_of(State) {
    return kStates;
}

/// What may happen to an agreement. Persons write the lines down; the last three come with the calendar alone.
enum class EventKind {
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
inline constexpr Word<EventKind> kEventKinds[] = {{EventKind::signed_, "signed"},
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

/// All that is known of an agreement's way, for the rules.
struct Course {
    std::optional<base::Date> first;
    std::optional<base::Date> last;              ///< by the newest version of the agreement
    EventKind stated_end = EventKind::last_day;  ///< how a file says that it ended before its time
    std::optional<base::Date> review_by;         ///< stated in it
    std::vector<agreement::NoticeRule> notice;
    std::optional<agreement::Termination> termination;
    std::vector<Event> events;  ///< by the day they happened, then by number
};

}  // namespace samrum::partnership::changes
