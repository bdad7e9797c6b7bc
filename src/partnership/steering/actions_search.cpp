#include "partnership/steering/actions_search.hpp"

#include "partnership/agreement/actions_readers.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/steering/model_permissions.hpp"
#include "partnership/steering/repository_group.hpp"
#include "partnership/steering/repository_meeting.hpp"

namespace samrum::partnership::steering {
namespace {

using Readers = std::vector<module::SearchReader>;

Readers own_people(const module::SearchCall& call) {
    return {{&kReadSteering, call.head.organisation}};
}

Readers readers_of_agreements(const module::SearchCall& call, const std::vector<AgreementId>& agreements) {
    Readers all = own_people(call);
    for (const AgreementId& id : agreements) {
        const auto more = agreement::readers_of(call.head, kReadSteering, agreement::parties_of(call.room, id));
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

std::string meeting_link(MeetingId id) {
    return "/steering/meetings/" + id.text();
}

/// A plan of the convener's is nobody else's matter before the call; of a point only those know whose it is.
void each_meeting(const module::SearchCall& call, const module::TakeEntry& take) {
    for (const Meeting& meeting : load_meetings(call.room)) {
        const bool planned = meeting.state == MeetingState::planned;
        const auto of_all = planned ? own_people(call) : readers_of_agreements(call, meeting.agreements);
        const auto group = load_group(call.room, meeting.group);
        take({.link = meeting_link(meeting.id),
              .title = group ? group->name : "",
              .text = meeting.place,
              .day = meeting.day,
              .visible_to = of_all});
        for (const Item& item : load_items(call.room, meeting.id)) {
            if (item.removed) continue;
            take({.link = meeting_link(meeting.id) + "#item-" + item.id.text(),
                  .title = item.title,
                  .text = item.text + "\n\n" + item.notes + "\n\n" + item.dissent,
                  .day = meeting.day,
                  .visible_to = planned || !item.agreement ? of_all : readers_of_agreements(call, {*item.agreement})});
        }
    }
}

void each_action(const module::SearchCall& call, const module::TakeEntry& take) {
    for (const Action& one : load_actions(call.room))
        take({.link = meeting_link(one.meeting) + "#action-" + one.id.text(),
              .title = one.what,
              .text = one.owner + "\n\n" + one.outcome,
              .day = one.due,
              .visible_to = readers_of_agreements(call, {one.agreement})});
}

}  // namespace

std::vector<module::SearchSource> search_sources() {
    // A new version of an agreement may have other parties.
    return {{.kind = "meeting", .told_by = {"steering.", "agreement."}, .each = each_meeting},
            {.kind = "action", .told_by = {"steering.", "agreement."}, .each = each_action}};
}

}  // namespace samrum::partnership::steering
