#include "partnership/steering/actions_read.hpp"

#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/rules_next_date.hpp"
#include "partnership/steering/model_permissions.hpp"
#include "partnership/steering/repository_group.hpp"
#include "partnership/steering/repository_meeting.hpp"

#include <algorithm>

namespace samrum::partnership::steering {
namespace {

constexpr int kHorizonMonths = 24;
constexpr int kCallDaysAhead = 14;    ///< a meeting is called so long before
constexpr int kSettleDaysAfter = 14;  ///< and its notes are settled so long after

/// A plan of the convener's is nobody else's matter before the call.
bool may_see(const Sight& sight, const Meeting& meeting) {
    return sight.all || (meeting.state != MeetingState::planned && sees(sight.own, meeting));
}

std::vector<base::Date> days_that_count(const std::vector<Meeting>& meetings, AgreementId id) {
    std::vector<base::Date> days;
    for (const Meeting& one : meetings)
        if (one.state != MeetingState::cancelled && std::ranges::find(one.agreements, id) != one.agreements.end())
            days.push_back(one.day);
    return days;
}

/// `judge`: which of the days that the agreement asks meetings for is meant, next_due or missed.
using JudgeMeetings = decltype(next_due);
std::optional<Wanted> wanted_for(store::Reader& room, const agreement::AgreementHead& head,
                                 const std::vector<Meeting>& meetings, base::Date today,
                                 JudgeMeetings* judge = next_due) {
    if (!head.in_force(today) || head.home_room != room.place()->uuid()) return std::nullopt;
    const auto text = agreement::load_document(room, head);
    const auto dates =
        agreement::as_things_stand(agreement::key_dates(text, {}, today.plus_months(kHorizonMonths)), head);
    const auto due = judge(dates, days_that_count(meetings, head.id), today);
    return due ? std::optional(Wanted{head, *due}) : std::nullopt;
}

std::string short_title(const agreement::AgreementHead& head) {
    return head.activity.empty() ? head.title : head.activity;
}

/// Whose an open action is: the room's own officers', or those who enter for the owner's organisation.
void add_action_duty(store::Reader& room, const Action& one, std::vector<module::Duty>& duties) {
    module::Duty duty{"steering/action/" + one.id.text(),
                      {"partnership.steering.duty.action", {{"what", one.what}}},
                      one.due,
                      {},
                      module::Role::officer,
                      "/steering/meetings/" + one.meeting.text(),
                      one.agreement.uuid()};
    for (const auto& party : agreement::parties_of(room, one.agreement))
        if (party.key == one.organisation && party.side == agreement::Side::civil && party.organisation) {
            duty.whose = module::OrganisationId{*party.organisation};
            duty.role = module::Role::partner;
        }
    duties.push_back(std::move(duty));
}

void add_meeting_duty(store::Reader& room, const Meeting& one, base::Date today, std::vector<module::Duty>& duties) {
    const std::string link = "/steering/meetings/" + one.id.text();
    const auto only = one.agreements.size() == 1 ? std::optional(one.agreements.front().uuid()) : std::nullopt;
    const auto officer = [&](const char* key, base::Date due) {
        duties.push_back({"steering/" + std::string(key) + "/" + one.id.text(),
                          {"partnership.steering.duty." + std::string(key), {}},
                          due,
                          {},
                          module::Role::officer,
                          link,
                          only});
    };
    if (one.state == MeetingState::planned) officer("call", std::min(one.day.plus_days(-kCallDaysAhead), one.day));
    if (one.state == MeetingState::held) officer("settle", one.day.plus_days(kSettleDaysAfter));
    if (one.state != MeetingState::called) return;
    officer(one.day < today ? "write_up" : "meet", one.day);
    std::set<base::Uuid> told;
    for (const AgreementId& id : one.agreements)
        for (const auto& party : agreement::parties_of(room, id))
            if (party.side == agreement::Side::civil && party.organisation && one.day >= today &&
                told.insert(*party.organisation).second)
                duties.push_back({"steering/meet/" + one.id.text(),
                                  {"partnership.steering.duty.meet", {}},
                                  one.day,
                                  module::OrganisationId{*party.organisation},
                                  module::Role::partner,
                                  link,
                                  only});
}

}  // namespace

Sight sight_of(store::Reader& room, const module::Caller& caller) {
    Sight sight;
    if (!module::may_anywhere(caller, kReadSteering)) return sight;
    sight.all = module::may_for(caller, kReadSteering, caller.room_organisation);
    for (const auto& one : agreement::read_agreements(room, caller)) sight.own.insert(one.head.id);
    return sight;
}

std::optional<ReadMeeting> find_meeting(store::Reader& room, const module::Caller& caller, MeetingId id) {
    const Sight sight = sight_of(room, caller);
    const auto meeting = load_meeting(room, id);
    if (!meeting || !may_see(sight, *meeting)) return std::nullopt;
    const auto group = load_group(room, meeting->group);
    ReadMeeting read{*meeting, group->name, load_items(room, id), {}, load_addenda(room, id)};
    std::erase_if(read.items, [&](const Item& one) { return one.removed || (!sight.all && !sees(sight.own, one)); });
    for (Action& one : load_actions(room))
        if (one.meeting == id && (sight.all || sight.own.contains(one.agreement)))
            read.actions.push_back(std::move(one));
    return read;
}
std::vector<Meeting> all_meetings(store::Reader& room, const module::Caller& caller) {
    const Sight sight = sight_of(room, caller);
    auto all = load_meetings(room);
    std::erase_if(all, [&](const Meeting& one) { return !may_see(sight, one); });
    return all;
}
std::vector<Meeting> meetings_of(store::Reader& room, const module::Caller& caller, AgreementId id) {
    auto all = all_meetings(room, caller);
    std::erase_if(all,
                  [&](const Meeting& one) { return std::ranges::find(one.agreements, id) == one.agreements.end(); });
    return all;
}
std::vector<Group> groups(store::Reader& room, const module::Caller& caller) {
    const Sight sight = sight_of(room, caller);
    auto all = load_groups(room);
    std::erase_if(all, [&](const Group& one) {
        return !sight.all &&
               std::ranges::none_of(one.agreements, [&](const AgreementId& id) { return sight.own.contains(id); });
    });
    return all;
}
std::vector<Action> actions_of(store::Reader& room, const module::Caller& caller) {
    const Sight sight = sight_of(room, caller);
    auto all = load_actions(room);
    std::erase_if(all, [&](const Action& one) { return !sight.all && !sight.own.contains(one.agreement); });
    return all;
}

std::vector<Wanted> wanted_meetings(store::Reader& room, const module::Caller& caller, base::Date today) {
    std::vector<Wanted> all;
    if (!module::may_anywhere(caller, kReadSteering)) return all;
    const auto meetings = load_meetings(room);
    for (const auto& one : agreement::read_agreements(room, caller))
        if (auto wanted = wanted_for(room, one.head, meetings, today)) all.push_back(std::move(*wanted));
    std::ranges::stable_sort(all, {}, [](const Wanted& one) { return one.due.by; });
    return all;
}

std::vector<module::Duty> duties_of_steering(store::Reader& room, base::Date today) {
    std::vector<module::Duty> duties;
    const auto meetings = load_meetings(room);
    for (const auto& head : agreement::agreements_in_force(room, today)) {
        const auto ask = [&](const std::optional<Wanted>& wanted, const char* key) {
            if (!wanted) return;
            duties.push_back({"agreement/" + head.slug + "/meeting/" + wanted->due.by.iso(),
                              {"partnership.steering.duty." + std::string(key), {{"agreement", short_title(head)}}},
                              wanted->due.by,
                              {},
                              module::Role::officer,
                              "/steering",
                              head.id.uuid()});
        };
        ask(wanted_for(room, head, meetings, today, missed), "missed");
        ask(wanted_for(room, head, meetings, today), "plan");
    }
    for (const Meeting& one : meetings) add_meeting_duty(room, one, today, duties);
    for (const Action& one : load_actions(room))
        if (!one.closed_on) add_action_duty(room, one, duties);
    return duties;
}

}  // namespace samrum::partnership::steering
