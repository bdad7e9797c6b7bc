#pragma once
#include "foundation/base/result.hpp"
#include "friends/pairs/model.hpp"

#include <optional>
#include <string>

// What people type about social activities and incidents, judged; every problem at once.
namespace samrum::friends::pairs {

struct ActivityInput {
    std::string title;
    std::string day;
    std::string starts;
    std::string ends;
    std::string place;
    std::string description;
    std::string places;  ///< empty: as many as want to
    bool is_public = false;
};
inline constexpr std::size_t kLongestTitle = 120;
inline constexpr std::size_t kLongestDescription = 1000;
inline constexpr int kMostPlaces = 500;
/// Problems `friends.activities.title.problem`, `.place`, `.times`, `.places`, `friends.pairs.text.long`,
/// `base.date.*`, `base.time.*`.
base::Result<base::Done> read_activity(const ActivityInput& input, SocialActivity& one);
/// How many came, as counted at the door: empty is unknown. Problem `friends.activities.came.problem`.
base::Result<std::optional<int>> read_came(const std::string& typed);

/// People of one sign-up: a participant's party.
inline constexpr int kMostPeople = 8;
/// Room for so many more people, beside those who have signed up.
bool has_room_for(const SocialActivity& activity, int signed_up, int more);
/// Who may still sign up or off: until the day has come.
bool takes_sign_ups(const SocialActivity& activity, base::Date today);

struct IncidentInput {
    std::string happened_on;
    std::string account;
    std::string steps;
};
inline constexpr std::size_t kLongestAccount = 4000;
/// An incident that is closed is kept for so many months.
inline constexpr int kIncidentKeptMonths = 24;
/// Problems `friends.incidents.account`, `.day`, `friends.pairs.text.long`, `base.date.*`.
base::Result<base::Done> read_incident(const IncidentInput& input, base::Date today, Incident& one);

}  // namespace samrum::friends::pairs
