#pragma once
#include "directory/actions_person.hpp"
#include "friends/pairs/repository_activity.hpp"
#include "friends/pairs/rules_activity.hpp"
#include "friends/people/actions_participant.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Social activities: the coordinator's, those that anybody may see, and a participant's own sign-up.
namespace samrum::friends::pairs {

struct ListedActivity {
    SocialActivity activity;
    int signed_up = 0;  ///< people
    bool own = false;   ///< the participant whose list it is has signed up
};
base::Result<std::vector<ListedActivity>> list_activities(store::Session& room, const module::Caller& caller,
                                                          base::Date today);
struct ActivitySeen {
    SocialActivity activity;
    std::vector<SignUp> sign_ups;
    std::map<directory::PersonAliasId, std::string> names;  ///< protected persons are not among them
};
base::Result<std::optional<ActivitySeen>> see_activity(store::Session& room, const module::Caller& caller,
                                                       SocialActivityId id);
base::Result<SocialActivityId> add_activity(store::Session& room, const module::Caller& caller, ProgrammeId programme,
                                            const ActivityInput& input);
/// Problems of the rules, `friends.activities.unknown`, `friends.pairs.changed_meanwhile`.
base::Result<base::Done> save_activity(store::Session& room, const module::Caller& caller, SocialActivityId id,
                                       std::int64_t revision, const ActivityInput& input);
base::Result<base::Done> cancel_activity(store::Session& room, const module::Caller& caller, SocialActivityId id);
/// It was held, and so many came. Problem `friends.activities.not_yet`.
base::Result<base::Done> hold_activity(store::Session& room, const module::Caller& caller, base::Date today,
                                       SocialActivityId id, const std::string& came);

/// Public activities from a few weeks back to a year ahead, cancelled ones among them.
std::vector<SocialActivity> public_activities(store::Reader& room, base::Date first);
bool has_public_activities(store::Reader& room, base::Date today);

/// The coming ones, for the one whose link it is; nothing for an unknown link.
std::optional<std::vector<ListedActivity>> own_activities(store::Reader& room, std::string_view secret,
                                                          base::Date today);
/// Problems `friends.activities.full`, `.over`, `.unknown`.
base::Result<base::Done> sign_up_own(store::Session& room, std::string_view secret, base::Date today,
                                     std::string_view activity);
base::Result<base::Done> sign_off_own(store::Session& room, std::string_view secret, base::Date today,
                                      std::string_view activity);

/// Who had signed up goes a month after the activity.
inline constexpr int kSignUpKeptDays = 30;
std::int64_t remove_old_sign_ups(store::Transaction& room, base::Date today);
std::string extract_sign_ups(store::Reader& room, const base::Uuid& person);
std::int64_t erase_sign_ups(store::Transaction& room, const base::Uuid& person);

}  // namespace samrum::friends::pairs
