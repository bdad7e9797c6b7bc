#pragma once
#include "foundation/base/result.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/steering/model.hpp"

#include <set>
#include <span>
#include <string>
#include <vector>

/// Pure judgement about a steering group and its meetings.
namespace samrum::partnership::steering {

inline constexpr std::size_t kLongestLine = 200;
inline constexpr std::size_t kLongestNotes = 16000;

/// What may be done with a meeting in each state, readable as a table.
enum class Deed { change, call, cancel, draw, hold, note, settle, add };
bool may(MeetingState state, Deed deed);
/// Problem `partnership.steering.not_now.<deed>` where it may not.
base::Result<base::Done> judge(MeetingState state, Deed deed);

struct MeetingInput {
    std::string day;
    std::string starts;
    std::string ends;
    std::string place;
    std::vector<std::string> agreements;
};
/// Reads what was typed into `meeting`; all problems at once. `known` are the group's agreements.
base::Result<base::Done> read_meeting(const MeetingInput& input, const std::vector<AgreementId>& known,
                                      Meeting& meeting);
/// Does the change concern those who were called: day, hours or place?
bool concerns_the_called(const Meeting& before, const Meeting& after);

struct SeatInput {
    std::string function;
    std::string organisation;
    std::string email = {};
    std::string first;
    bool convener = false;
    bool co_opted = false;
};
/// The function's own address: empty, or one that letters can go to. Problems at `email`.
base::Result<std::string> read_email(const std::string& typed);
/// A group has one convener at a time: `others` are its other functions.
base::Result<base::Done> read_seat(const SeatInput& input, const std::vector<Seat>& others, Seat& seat);

struct ActionInput {
    std::string agreement;
    std::string what;
    std::string owner;
    std::string organisation;
    std::string due;
};
base::Result<base::Done> read_action(const ActionInput& input, const std::vector<AgreementId>& known, Action& action);

struct NotesInput {
    std::string notes;
    std::string consensus;
    std::string dissent;
};
/// Disagreement says who and why.
base::Result<base::Done> read_notes(const NotesInput& input, Item& item);

/// What is proposed for an agenda, in its order.
struct Drawn {
    std::optional<AgreementId> agreement;
    std::string source;
    std::string title;
    std::string text = {};
    std::string link = {};
};
/// The new items: what is on the agenda already, or was taken off it, is not drawn again. A report stands there once,
/// whatever is asked about it.
std::vector<Drawn> not_yet_drawn(std::vector<Drawn> drawn, const std::vector<Item>& items);
/// Does it lead to one report?
bool leads_to_report(std::string_view link);
/// What stands last on every agenda, unless the convener moves it.
inline constexpr std::string_view kNextMeeting = "next";
inline constexpr std::string_view kOtherMatters = "other";
/// Makes room for so many new items before what stands last; answers the position of the first of them.
int make_room(std::vector<Item>& items, int count);
/// Positions 1, 2, 3 … with the item moved one step up or down among those that stand on the agenda.
void move_item(std::vector<Item>& items, ItemId id, bool up);

/// A meeting that the agreement asks for and nobody has called.
struct DueMeeting {
    base::Period within;
    base::Date by;
    int missing = 1;  ///< meetings that are left to hold in the stretch
};
/// The first stretch that is not over and lacks a meeting: with the meetings' days that count (cancelled ones do not).
std::optional<DueMeeting> next_due(std::span<const agreement::KeyDate> dates, const std::vector<base::Date>& meetings,
                                   base::Date today);

/// The stretch of the last half-year that went by with too few meetings, unless one was planned or held since: then the
/// group has caught up.
std::optional<DueMeeting> missed(std::span<const agreement::KeyDate> dates, const std::vector<base::Date>& meetings,
                                 base::Date today);

/// Does somebody who may see these agreements see the meeting, the item?
bool sees(const std::set<AgreementId>& own, const Meeting& meeting);
bool sees(const std::set<AgreementId>& own, const Item& item);

}  // namespace samrum::partnership::steering
