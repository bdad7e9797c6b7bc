#pragma once
#include "foundation/module/call.hpp"
#include "partnership/steering/actions_read.hpp"
#include "partnership/steering/model_permissions.hpp"
#include "partnership/steering/rules.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// Groups, their functions, and who holds them. The officers of the room keep them.
namespace samrum::partnership::steering {

struct GroupInput {
    std::string name;
    std::string text;
    std::vector<std::string> agreements;
};
/// Makes a group. The functions that its agreements name become its functions, from each agreement's first day.
base::Result<GroupId> add_group(store::Session& room, const module::Caller& caller, const GroupInput& input);
base::Result<base::Done> save_group(store::Session& room, const module::Caller& caller, GroupId id,
                                    std::int64_t revision, const GroupInput& input);

base::Result<SeatId> add_seat(store::Session& room, const module::Caller& caller, GroupId group,
                              const SeatInput& input);
/// Where calls go when nobody holds the function by name.
base::Result<base::Done> set_seat_email(store::Session& room, const module::Caller& caller, GroupId group, SeatId id,
                                        const std::string& typed);
/// The function's last day in the group. Who holds it then holds it no more.
base::Result<base::Done> end_seat(store::Session& room, const module::Caller& caller, GroupId group, SeatId id,
                                  const std::string& typed);

struct HolderInput {
    std::string name;
    std::string email;
    std::string first;
};
/// From that day somebody holds the function, and who held it before does no more. They become a person of the room
/// (directory), where they can be erased and protected.
base::Result<base::Done> set_holder(store::Session& room, const module::Caller& caller, base::Date today, GroupId group,
                                    SeatId id, const HolderInput& input);

struct SeatSeen {
    Seat seat;
    std::vector<std::pair<Holding, std::string>> holders;  ///< oldest first; an empty name: protected
};
struct GroupSeen {
    Group group;
    std::vector<SeatSeen> seats;
    std::vector<Meeting> meetings;  ///< the latest first, as the caller may see them
};
/// Names go through the one audited call, so this writes to the journal. Nothing: no such group, or it is not for them.
std::optional<GroupSeen> see_group(store::Session& room, const module::Caller& caller, GroupId id);

/// What is held about a person, and its erasure (GDPR art. 15, 17).
std::string extract_holdings(store::Reader& room, const base::Uuid& person);
std::int64_t erase_holdings(store::Transaction& room, const base::Uuid& person);

}  // namespace samrum::partnership::steering
