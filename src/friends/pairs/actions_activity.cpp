#include "friends/pairs/actions_activity.hpp"

#include "directory/actions_slices.hpp"
#include "friends/people/model_permissions.hpp"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

namespace samrum::friends::pairs {
namespace {

const store::Actor kSigner{"nobody", "deltagare"};
constexpr std::string_view kActivityLock = "friends.activity";
constexpr int kMonthsShown = 12;

using ChangeActivity = std::function<base::Result<base::Done>(SocialActivity&)>;
base::Result<base::Done> change_activity(store::Session& room, const module::Caller& caller, SocialActivityId id,
                                         std::string_view what, const ChangeActivity& change) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kActivityLock);
        auto one = load_activity(tx, id);
        if (!one) return base::problem("", "friends.activities.unknown");
        if (const auto changed = change(*one); !changed) return changed.problems();
        base::ensure(update_activity(tx, *one), "a locked row has the revision it was loaded with");
        tx.journal(caller.actor(), {std::string(what), id.text(), "{}"});
        return base::Done{};
    });
}

int people_of(const std::vector<SignUp>& all) {
    int people = 0;
    for (const SignUp& one : all) people += one.people;
    return people;
}

std::vector<ListedActivity> listed(store::Reader& room, base::Date first, base::Date last) {
    const auto people = people_signed_up(room, first, last);
    std::vector<ListedActivity> all;
    for (SocialActivity& one : activities_between(room, first, last)) {
        const auto found = people.find(one.id);
        all.push_back({std::move(one), found == people.end() ? 0 : found->second, false});
    }
    return all;
}

struct Signing {
    people::Participant self;
    SocialActivity activity;
};
base::Result<Signing> signing(store::Reader& room, std::string_view secret, base::Date today,
                              std::string_view activity) {
    auto self = people::participant_of_link(room, secret);
    const auto id = SocialActivityId::parse(activity);
    auto one = id ? load_activity(room, *id) : std::nullopt;
    if (!self || !one || one->programme != self->programme) return base::problem("", "friends.activities.unknown");
    if (!takes_sign_ups(*one, today)) return base::problem("", "friends.activities.over");
    return Signing{std::move(*self), std::move(*one)};
}

}  // namespace

base::Result<std::vector<ListedActivity>> list_activities(store::Session& room, const module::Caller& caller,
                                                          base::Date today) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) -> base::Result<std::vector<ListedActivity>> {
        auto all = listed(reader, today.plus_months(-kMonthsShown), today.plus_months(kMonthsShown));
        std::ranges::reverse(all);
        return all;
    });
}

base::Result<std::optional<ActivitySeen>> see_activity(store::Session& room, const module::Caller& caller,
                                                       SocialActivityId id) {
    if (!may(caller, kRunFriends)) return module::refusal();
    auto one = load_activity(room, id);
    if (!one) return std::optional<ActivitySeen>{};
    ActivitySeen seen{std::move(*one), sign_ups_of(room, id), {}};
    std::vector<ParticipantId> shown;
    shown.reserve(seen.sign_ups.size());
    for (const SignUp& each : seen.sign_ups) shown.push_back(each.participant);
    seen.names = directory::names_for(room, caller, "activity", shown);
    return std::optional(std::move(seen));
}

base::Result<SocialActivityId> add_activity(store::Session& room, const module::Caller& caller, ProgrammeId programme,
                                            const ActivityInput& input) {
    if (!may(caller, kRunFriends)) return module::refusal();
    SocialActivity one;
    if (const auto read = read_activity(input, one); !read) return read.problems();
    one.id = SocialActivityId::ordered();
    one.programme = programme;
    return room.transaction([&](store::Transaction& tx) -> base::Result<SocialActivityId> {
        if (!people::find_programme(tx, programme)) return base::problem("programme", "friends.activities.programme");
        insert_activity(tx, one);
        tx.journal(caller.actor(), {"social_activity.added", one.id.text(), "{}"});
        return one.id;
    });
}

base::Result<base::Done> save_activity(store::Session& room, const module::Caller& caller, SocialActivityId id,
                                       std::int64_t revision, const ActivityInput& input) {
    return change_activity(room, caller, id, "social_activity.changed",
                           [&](SocialActivity& one) -> base::Result<base::Done> {
                               if (one.revision != revision)
                                   return base::problem("", "friends.pairs.changed_meanwhile");
                               return read_activity(input, one);
                           });
}

base::Result<base::Done> cancel_activity(store::Session& room, const module::Caller& caller, SocialActivityId id) {
    return change_activity(room, caller, id, "social_activity.cancelled",
                           [&](SocialActivity& one) -> base::Result<base::Done> {
                               one.state = ActivityState::cancelled;
                               one.came.reset();
                               return base::Done{};
                           });
}

base::Result<base::Done> hold_activity(store::Session& room, const module::Caller& caller, base::Date today,
                                       SocialActivityId id, const std::string& came) {
    return change_activity(room, caller, id, "social_activity.held",
                           [&](SocialActivity& one) -> base::Result<base::Done> {
                               if (one.day > today) return base::problem("", "friends.activities.not_yet");
                               const auto read = read_came(came);
                               if (!read) return read.problems();
                               one.state = ActivityState::held;
                               one.came = *read;
                               return base::Done{};
                           });
}

std::vector<SocialActivity> public_activities(store::Reader& room, base::Date first) {
    auto all = activities_between(room, first, first.plus_years(1));
    std::erase_if(all, [](const SocialActivity& one) { return !one.is_public; });
    return all;
}
bool has_public_activities(store::Reader& room, base::Date today) {
    return !public_activities(room, today).empty();
}

std::optional<std::vector<ListedActivity>> own_activities(store::Reader& room, std::string_view secret,
                                                          base::Date today) {
    const auto self = people::participant_of_link(room, secret);
    if (!self) return std::nullopt;
    auto all = listed(room, today, today.plus_months(kMonthsShown));
    std::erase_if(all, [&](const ListedActivity& one) { return one.activity.programme != self->programme; });
    const auto own = sign_ups_of_participant(room, self->id);
    for (ListedActivity& one : all) one.own = std::ranges::find(own, one.activity.id, &SignUp::activity) != own.end();
    return all;
}

base::Result<base::Done> sign_up_own(store::Session& room, std::string_view secret, base::Date today,
                                     std::string_view activity) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kActivityLock);
        const auto found = signing(tx, secret, today, activity);
        if (!found) return found.problems();
        auto others = sign_ups_of(tx, found->activity.id);
        std::erase_if(others, [&](const SignUp& one) { return one.participant == found->self.id; });
        const int people = std::clamp(found->self.answers.adults, 1, kMostPeople);
        if (!has_room_for(found->activity, people_of(others), people))
            return base::problem("", "friends.activities.full");
        save_sign_up(tx, {found->activity.id, found->self.id, people}, today);
        tx.journal(kSigner, {"social_activity.signed_up", found->activity.id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> sign_off_own(store::Session& room, std::string_view secret, base::Date today,
                                      std::string_view activity) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kActivityLock);
        const auto found = signing(tx, secret, today, activity);
        if (!found) return found.problems();
        if (delete_sign_up(tx, found->activity.id, found->self.id))
            tx.journal(kSigner, {"social_activity.signed_off", found->activity.id.text(), "{}"});
        return base::Done{};
    });
}

std::int64_t remove_old_sign_ups(store::Transaction& room, base::Date today) {
    const auto removed = delete_sign_ups_before(room, today.plus_days(-kSignUpKeptDays));
    if (removed > 0)
        room.journal({"system", "Samrum"}, {"social_activity.sign_ups_removed", "", R"({"by":"retention"})"});
    return removed;
}

std::string extract_sign_ups(store::Reader& room, const base::Uuid& person) {
    nlohmann::json all = nlohmann::json::array();
    for (const SignUp& one : sign_ups_of_participant(room, ParticipantId{person}))
        if (const auto activity = load_activity(room, one.activity))
            all.push_back({{"title", activity->title}, {"day", activity->day.iso()}, {"people", one.people}});
    return all.dump();
}
std::int64_t erase_sign_ups(store::Transaction& room, const base::Uuid& person) {
    std::int64_t erased = 0;
    for (const SignUp& one : sign_ups_of_participant(room, ParticipantId{person}))
        erased += delete_sign_up(room, one.activity, one.participant) ? 1 : 0;
    return erased;
}

}  // namespace samrum::friends::pairs
