#include "partnership/steering/actions_meeting.hpp"

#include "foundation/base/text.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/steering/actions_invitation.hpp"
#include "partnership/steering/actions_owed.hpp"
#include "partnership/steering/repository_group.hpp"
#include "partnership/steering/repository_meeting.hpp"

#include <algorithm>

namespace samrum::partnership::steering {
namespace {

bool may_keep(const module::Caller& caller) {
    return module::may_for(caller, kKeepSteering, caller.room_organisation);
}
base::Problem meanwhile() {
    return base::problem("", "partnership.steering.changed_meanwhile");
}

std::vector<SeatId> seats_named(store::Reader& room, GroupId group, const std::vector<std::string>& typed) {
    std::vector<SeatId> present;
    for (const Seat& seat : load_seats(room, group))
        if (std::ranges::find(typed, seat.id.text()) != typed.end()) present.push_back(seat.id);
    return present;
}

/// Changes one open or closed action.
base::Result<base::Done> change_action(store::Session& room, const module::Caller& caller, ActionId id,
                                       std::string_view journal,
                                       const std::function<base::Result<base::Done>(Action&)>& change) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        auto action = load_action(tx, id);
        if (!action || !may_close(tx, caller, *action)) return module::refusal();
        if (const auto done = change(*action); !done) return done.problems();
        if (!update_action(tx, *action)) return meanwhile();
        tell_owner(tx, *action);
        tx.journal(caller.actor(), {std::string(journal), id.text(), "{}"});
        return base::Done{};
    });
}

}  // namespace

base::Result<base::Done> change_meeting(store::Session& room, const module::Caller& caller, MeetingId id, Deed deed,
                                        std::string_view journal, const ChangeMeeting& change) {
    if (!may_keep(caller)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("steering/meeting/" + id.text());
        auto meeting = load_meeting(tx, id);
        if (!meeting) return module::refusal();
        if (const auto may_be = judge(meeting->state, deed); !may_be) return may_be.problems();
        if (const auto done = change(tx, *meeting); !done) return done.problems();
        if (!update_meeting(tx, *meeting)) return meanwhile();
        tx.journal(caller.actor(), {std::string(journal), id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<MeetingId> plan_meeting(store::Session& room, const module::Caller& caller, GroupId group,
                                     const MeetingInput& input) {
    if (!may_keep(caller)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<MeetingId> {
        const auto known = load_group(tx, group);
        if (!known) return module::refusal();
        Meeting meeting;
        meeting.id = MeetingId::ordered();
        meeting.group = group;
        if (const auto read = read_meeting(input, known->agreements, meeting); !read) return read.problems();
        insert_meeting(tx, meeting);
        tx.journal(caller.actor(), {"steering.meeting_planned", meeting.id.text(), "{}"});
        return meeting.id;
    });
}

base::Result<base::Done> save_meeting(store::Session& room, const module::Caller& caller, MeetingId id,
                                      std::int64_t revision, const MeetingInput& input) {
    return change_meeting(room, caller, id, Deed::change, "steering.meeting_changed",
                          [&](store::Transaction& tx, Meeting& meeting) -> base::Result<base::Done> {
                              const Meeting before = meeting;
                              const auto group = load_group(tx, meeting.group);
                              if (const auto read = read_meeting(input, group->agreements, meeting); !read)
                                  return read.problems();
                              meeting.revision = revision;
                              if (meeting.state == MeetingState::called && concerns_the_called(before, meeting)) {
                                  ++meeting.sequence;
                                  write_invitations(tx, meeting, Invitation::change);
                              }
                              return base::Done{};
                          });
}

base::Result<base::Done> call_meeting(store::Session& room, const module::Caller& caller, MeetingId id) {
    return change_meeting(room, caller, id, Deed::call, "steering.meeting_called",
                          [&](store::Transaction& tx, Meeting& meeting) -> base::Result<base::Done> {
                              meeting.state = MeetingState::called;
                              write_invitations(tx, meeting, Invitation::call);
                              return base::Done{};
                          });
}

base::Result<base::Done> cancel_meeting(store::Session& room, const module::Caller& caller, MeetingId id) {
    return change_meeting(room, caller, id, Deed::cancel, "steering.meeting_cancelled",
                          [&](store::Transaction& tx, Meeting& meeting) -> base::Result<base::Done> {
                              const bool was_called = meeting.state == MeetingState::called;
                              meeting.state = MeetingState::cancelled;
                              ++meeting.sequence;
                              let_wait(tx, id);
                              if (was_called) write_invitations(tx, meeting, Invitation::cancel);
                              return base::Done{};
                          });
}

base::Result<base::Done> hold_meeting(store::Session& room, const module::Caller& caller, base::Date today,
                                      MeetingId id, const AttendanceInput& input) {
    return change_meeting(room, caller, id, Deed::hold, "steering.meeting_held",
                          [&](store::Transaction& tx, Meeting& meeting) -> base::Result<base::Done> {
                              if (meeting.day > today) return base::problem("", "partnership.steering.not_yet");
                              meeting.others = base::trim(input.others);
                              if (meeting.others.size() > kLongestNotes)
                                  return base::problem("others", "partnership.steering.notes_too_long");
                              meeting.state = MeetingState::held;
                              meeting.present = seats_named(tx, meeting.group, input.present);
                              return base::Done{};
                          });
}

base::Result<base::Done> settle_meeting(store::Session& room, const module::Caller& caller, base::Date today,
                                        MeetingId id) {
    return change_meeting(room, caller, id, Deed::settle, "steering.notes_settled",
                          [&](store::Transaction&, Meeting& meeting) -> base::Result<base::Done> {
                              meeting.state = MeetingState::settled;
                              meeting.settled_on = today;
                              return base::Done{};
                          });
}

base::Result<base::Done> add_addendum(store::Session& room, const module::Caller& caller, base::Date today,
                                      MeetingId id, const std::string& typed) {
    const std::string text = base::trim(typed);
    if (may_keep(caller) && text.empty()) return base::problem("addendum", "partnership.steering.text_missing");
    if (text.size() > kLongestNotes) return base::problem("addendum", "partnership.steering.notes_too_long");
    return change_meeting(room, caller, id, Deed::add, "steering.notes_added_to",
                          [&](store::Transaction& tx, Meeting&) -> base::Result<base::Done> {
                              const int number = static_cast<int>(load_addenda(tx, id).size()) + 1;
                              insert_addendum(tx, id, {number, text, today, caller.label});
                              return base::Done{};
                          });
}

base::Result<base::Done> save_notes(store::Session& room, const module::Caller& caller, MeetingId meeting, ItemId item,
                                    std::int64_t revision, const NotesInput& input) {
    return change_meeting(room, caller, meeting, Deed::note, "steering.notes_written",
                          [&](store::Transaction& tx, Meeting&) -> base::Result<base::Done> {
                              auto items = load_items(tx, meeting);
                              const auto found = std::ranges::find(items, item, &Item::id);
                              if (found == items.end()) return module::refusal();
                              if (const auto read = read_notes(input, *found); !read) return read.problems();
                              found->revision = revision;
                              if (!update_item(tx, *found)) return meanwhile();
                              return base::Done{};
                          });
}

base::Result<ActionId> add_action(store::Session& room, const module::Caller& caller, MeetingId meeting,
                                  std::string_view item, const ActionInput& input) {
    Action action;
    action.id = ActionId::ordered();
    action.meeting = meeting;
    const auto done = change_meeting(
        room, caller, meeting, Deed::note, "steering.action_added",
        [&](store::Transaction& tx, Meeting& of_meeting) -> base::Result<base::Done> {
            auto known = of_meeting.agreements;
            for (const Item& one : load_items(tx, meeting)) {
                if (one.id.text() != item) continue;
                action.item = one.id;
                if (one.agreement) known = {*one.agreement};
            }
            ActionInput typed = input;
            if (known.size() == 1) typed.agreement = known.front().text();
            if (const auto read = read_action(typed, known, action); !read) return read.problems();
            const auto parties = agreement::parties_of(tx, action.agreement);
            if (std::ranges::find(parties, action.organisation, &agreement::PartyRow::key) == parties.end())
                return base::problem("organisation", "partnership.steering.organisation_missing");
            insert_action(tx, action);
            tell_owner(tx, action);
            return base::Done{};
        });
    if (!done) return done.problems();
    return action.id;
}

bool may_close(store::Reader& room, const module::Caller& caller, const Action& action) {
    if (may_keep(caller)) return true;
    for (const auto& party : agreement::parties_of(room, action.agreement))
        if (party.key == action.organisation && party.organisation &&
            module::may_for(caller, kReadSteering, module::OrganisationId{*party.organisation}))
            return true;
    return false;
}

base::Result<base::Done> close_action(store::Session& room, const module::Caller& caller, base::Date today, ActionId id,
                                      bool dropped, const std::string& outcome) {
    return change_action(room, caller, id, dropped ? "steering.action_dropped" : "steering.action_done",
                         [&](Action& action) -> base::Result<base::Done> {
                             if (action.closed_on) return base::problem("", "partnership.steering.closed_already");
                             action.outcome = base::trim(outcome);
                             if (dropped && action.outcome.empty())
                                 return base::problem("outcome", "partnership.steering.dropped_why");
                             if (action.outcome.size() > kLongestNotes)
                                 return base::problem("outcome", "partnership.steering.notes_too_long");
                             action.closed_on = today;
                             action.dropped = dropped;
                             return base::Done{};
                         });
}
base::Result<base::Done> reopen_action(store::Session& room, const module::Caller& caller, ActionId id) {
    return change_action(room, caller, id, "steering.action_reopened", [&](Action& action) -> base::Result<base::Done> {
        action.closed_on.reset();
        action.dropped = false;
        return base::Done{};
    });
}

}  // namespace samrum::partnership::steering
