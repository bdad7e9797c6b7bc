#pragma once
#include "foundation/module/call.hpp"
#include "partnership/steering/actions_read.hpp"
#include "partnership/steering/model_permissions.hpp"
#include "partnership/steering/rules.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// A meeting from plan to settled notes. The officers of the room keep it.
namespace samrum::partnership::steering {

base::Result<MeetingId> plan_meeting(store::Session& room, const module::Caller& caller, GroupId group,
                                     const MeetingInput& input);
/// A change of day, hours or place after the call goes to everybody who was called.
base::Result<base::Done> save_meeting(store::Session& room, const module::Caller& caller, MeetingId id,
                                      std::int64_t revision, const MeetingInput& input);
/// Letters with an invitation to every function of that day that has an address. Called again: the letters go again.
base::Result<base::Done> call_meeting(store::Session& room, const module::Caller& caller, MeetingId id);
/// Takes the invitations back; what the agenda took up waits for the next one.
base::Result<base::Done> cancel_meeting(store::Session& room, const module::Caller& caller, MeetingId id);

struct AttendanceInput {
    std::vector<std::string> present;  ///< ids of functions
    std::string others;
};
/// It was held, and so many were there. Problem `partnership.steering.not_yet` before its day.
base::Result<base::Done> hold_meeting(store::Session& room, const module::Caller& caller, base::Date today,
                                      MeetingId id, const AttendanceInput& input);
/// From now on the notes change no more.
base::Result<base::Done> settle_meeting(store::Session& room, const module::Caller& caller, base::Date today,
                                        MeetingId id);
/// What is added to settled notes: a correction, an answer that came later.
base::Result<base::Done> add_addendum(store::Session& room, const module::Caller& caller, base::Date today,
                                      MeetingId id, const std::string& typed);

base::Result<base::Done> save_notes(store::Session& room, const module::Caller& caller, MeetingId meeting, ItemId item,
                                    std::int64_t revision, const NotesInput& input);

/// An action lands in an agreement that the meeting treats: in the item's, where that has one.
base::Result<ActionId> add_action(store::Session& room, const module::Caller& caller, MeetingId meeting,
                                  std::string_view item, const ActionInput& input);
/// It is done, or dropped; how it went. The officers close all of them, who enters for a party those of its own.
base::Result<base::Done> close_action(store::Session& room, const module::Caller& caller, base::Date today, ActionId id,
                                      bool dropped, const std::string& outcome);
/// A close that was a mistake.
base::Result<base::Done> reopen_action(store::Session& room, const module::Caller& caller, ActionId id);
bool may_close(store::Reader& room, const module::Caller& caller, const Action& action);

/// What the files of this slice share: loads a meeting with its lock held, lets `change` change it where `deed` may be
/// done, saves and journals.
using ChangeMeeting = std::function<base::Result<base::Done>(store::Transaction&, Meeting&)>;
base::Result<base::Done> change_meeting(store::Session& room, const module::Caller& caller, MeetingId id, Deed deed,
                                        std::string_view journal, const ChangeMeeting& change);

}  // namespace samrum::partnership::steering
