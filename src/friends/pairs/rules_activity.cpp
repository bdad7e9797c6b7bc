#include "friends/pairs/rules_activity.hpp"

#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"

namespace samrum::friends::pairs {
namespace {

/// Tells of a text that has more characters than it may.
void too_long(base::ProblemList& problems, const char* field, std::string_view text, std::size_t longest) {
    if (base::characters(text) > longest)
        problems.add(base::problem(field, "friends.pairs.text.long", {{"most", static_cast<std::int64_t>(longest)}}));
}

}  // namespace

base::Result<base::Done> read_activity(const ActivityInput& input, SocialActivity& one) {
    base::ProblemList problems;
    one.title = base::trim(input.title);
    one.place = base::trim(input.place);
    one.description = base::trim(input.description);
    one.is_public = input.is_public;
    if (one.title.empty() || base::characters(one.title) > kLongestTitle)
        problems.add(base::problem("title", "friends.activities.title.problem"));
    if (one.place.empty() || base::characters(one.place) > kLongestTitle)
        problems.add(base::problem("place", "friends.activities.place"));
    too_long(problems, "description", one.description, kLongestDescription);
    one.day = problems.take(base::Date::parse(base::trim(input.day)), "day");
    const auto starts = base::ClockTime::parse(base::trim(input.starts));
    const auto ends = base::ClockTime::parse(base::trim(input.ends));
    one.starts = problems.take(starts, "starts");
    one.ends = problems.take(ends, "ends");
    if (starts && ends && *ends <= *starts) problems.add(base::problem("ends", "friends.activities.times"));
    const std::string places = base::trim(input.places);
    const auto number = base::whole_number(places);
    if (!places.empty() && (!number || *number < 0 || *number > kMostPlaces))
        problems.add(base::problem("places", "friends.activities.places", {{"most", std::int64_t{kMostPlaces}}}));
    one.places = number ? static_cast<int>(*number) : 0;
    if (!problems.empty()) return problems.all();
    return base::Done{};
}

base::Result<std::optional<int>> read_came(const std::string& typed) {
    const std::string text = base::trim(typed);
    if (text.empty()) return std::optional<int>{};
    const auto number = base::whole_number(text);
    if (!number || *number < 0 || *number > 10 * kMostPlaces)
        return base::problem("came", "friends.activities.came.problem");
    return std::optional(static_cast<int>(*number));
}

bool has_room_for(const SocialActivity& activity, int signed_up, int more) {
    return activity.places == 0 || signed_up + more <= activity.places;
}
bool takes_sign_ups(const SocialActivity& activity, base::Date today) {
    return activity.state == ActivityState::planned && today <= activity.day;
}

base::Result<base::Done> read_incident(const IncidentInput& input, base::Date today, Incident& one) {
    base::ProblemList problems;
    one.account = base::trim(input.account);
    one.steps = base::trim(input.steps);
    one.happened_on = problems.take(base::Date::parse(base::trim(input.happened_on)), "happened_on", today);
    if (one.happened_on > today) problems.add(base::problem("happened_on", "friends.incidents.day"));
    if (one.account.empty()) problems.add(base::problem("account", "friends.incidents.account"));
    too_long(problems, "account", one.account, kLongestAccount);
    too_long(problems, "steps", one.steps, kLongestAccount);
    if (!problems.empty()) return problems.all();
    return base::Done{};
}

}  // namespace samrum::friends::pairs
