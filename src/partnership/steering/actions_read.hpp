#pragma once
#include "foundation/module/call.hpp"
#include "foundation/module/module.hpp"
#include "partnership/steering/model.hpp"
#include "partnership/steering/rules.hpp"

#include <optional>
#include <set>
#include <vector>

/// What pages and other slices read. An officer of the room reads all; who enters for a party reads the meetings that
/// treat its agreements once they are called, and of them only what is of those agreements or common.
namespace samrum::partnership::steering {

/// Which agreements the reader follows here; `all`: an officer, for whom nothing is left out.
struct Sight {
    bool all = false;
    std::set<AgreementId> own;
};
Sight sight_of(store::Reader& room, const module::Caller& caller);

/// A meeting with what the reader may see of it.
struct ReadMeeting {
    Meeting meeting;
    std::string group;        ///< its name
    std::vector<Item> items;  ///< on the agenda, in its order
    std::vector<Action> actions;
    std::vector<Addendum> addenda;
};
std::optional<ReadMeeting> find_meeting(store::Reader& room, const module::Caller& caller, MeetingId id);
/// Every meeting that the reader may see, the latest first.
std::vector<Meeting> all_meetings(store::Reader& room, const module::Caller& caller);
/// Those that treat the agreement, the latest first; cancelled ones among them.
std::vector<Meeting> meetings_of(store::Reader& room, const module::Caller& caller, AgreementId id);
/// Groups whose agreements the reader may see, by name.
std::vector<Group> groups(store::Reader& room, const module::Caller& caller);
/// What somebody took upon themselves, the open ones first, by due day.
std::vector<Action> actions_of(store::Reader& room, const module::Caller& caller);

/// A meeting that an agreement asks for and nobody has planned.
struct Wanted {
    agreement::AgreementHead agreement;
    DueMeeting due;
};
/// For every agreement in force that lives here, the first by day first.
std::vector<Wanted> wanted_meetings(store::Reader& room, const module::Caller& caller, base::Date today);

/// Meetings to hold, to call and to write up, and actions that are open. Computed, never stored.
std::vector<module::Duty> duties_of_steering(store::Reader& room, base::Date today);

}  // namespace samrum::partnership::steering
