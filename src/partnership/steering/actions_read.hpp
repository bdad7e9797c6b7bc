#pragma once
#include "foundation/module/call.hpp"
#include "partnership/steering/model.hpp"

#include <optional>
#include <vector>

/// What pages and other slices read. An officer of the room reads all; who enters for a party reads the meetings that
/// treat its agreements, and of them only what is of those agreements or common.
namespace samrum::partnership::steering {

/// A meeting with what the reader may see of it.
struct ReadMeeting {
    Meeting meeting;
    std::string group;  ///< its name
    std::vector<Item> items;
    std::vector<Action> actions;
};
std::optional<ReadMeeting> find_meeting(store::Reader& room, const module::Caller& caller, MeetingId id);
/// Those that treat the agreement, the latest first; cancelled ones among them.
std::vector<Meeting> meetings_of(store::Reader& room, const module::Caller& caller, AgreementId id);
/// Groups whose agreements the reader may see, by name.
std::vector<Group> groups(store::Reader& room, const module::Caller& caller);

}  // namespace samrum::partnership::steering
