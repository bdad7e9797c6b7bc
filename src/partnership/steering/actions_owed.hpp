#pragma once
#include "foundation/module/module.hpp"
#include "partnership/steering/model.hpp"

#include <string_view>
#include <vector>

/// An action is written in the agreement's home room; a party that took it upon itself has it in its own room, too.
namespace samrum::partnership::steering {

inline constexpr std::string_view kActionEnvelope = "partnership.steering.action";

/// Tells the room of the action's owner how it stands now, where the owner has a room of its own.
void tell_owner(store::Transaction& tx, const Action& action);
void receive_action(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);

/// In a copy of the agreement: what the room's own organisation took upon itself, the open ones first. Needs to be able
/// to read the agreement.
std::vector<OwedAction> owed_actions(store::Reader& room, const module::Caller& caller, AgreementId agreement);
/// The open ones as duties of who answers for the agreement in this room.
std::vector<module::Duty> owed_duties(store::Reader& room, base::Date today);

}  // namespace samrum::partnership::steering
