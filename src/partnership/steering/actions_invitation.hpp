#pragma once
#include "foundation/document/calendar.hpp"
#include "foundation/module/module.hpp"
#include "partnership/steering/model.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The meeting in other people's calendars: as an invitation by letter, as a file, in a feed.
namespace samrum::partnership::steering {

enum class Invitation { call, change, cancel };
inline constexpr std::string_view kInvitationJob = "partnership.steering_letter";

/// Queues a letter for every function of the meeting's day, in the same transaction as what it follows from.
void write_invitations(store::Transaction& tx, const Meeting& meeting, Invitation kind);
/// A function of the meeting's day, and whether a letter reaches it: who holds it has an address, or it has its own.
struct Reached {
    std::string function;
    std::string organisation;
    bool by_letter = false;
};
/// Whom the call goes to and whom it does not reach, as the addresses are now. Needs kKeepSteering; no address is told.
std::vector<Reached> reached_by_call(store::Reader& room, const module::Caller& caller, const Meeting& meeting);
/// Carries it out: the address is looked up when it is sent.
void send_invitation(module::JobCall& call);

/// The event of a meeting. Its uid never changes; the sequence grows with every change.
document::CalendarEvent event_of_meeting(const Meeting& meeting, const std::string& group, const text::Words& words,
                                         const std::string& address);
/// The feed of a person: the meetings that they may see.
std::vector<document::CalendarEvent> meeting_events(const module::FeedCall& call);

}  // namespace samrum::partnership::steering
