#include "directory/rules_api_token.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>
#include <set>

namespace samrum::directory {
namespace {

constexpr std::size_t kLongestLabel = 120;

void judge_scopes(const TokenInput& input, std::span<const std::string> offered, base::ProblemList& problems) {
    if (input.scopes.empty()) problems.add(base::problem("scopes", "directory.token.scopes"));
    for (const std::string& scope : input.scopes)
        if (std::find(offered.begin(), offered.end(), scope) == offered.end())
            problems.add(base::problem("scopes", "directory.token.scope", {{"scope", scope}}));
}

}  // namespace

base::Result<ApiToken> judge_token(const TokenInput& input, std::span<const std::string> offered, base::Date today) {
    base::ProblemList problems;
    ApiToken token;
    token.made_on = today;
    token.label = base::trim(input.label);
    if (token.label.empty() || token.label.size() > kLongestLabel)
        problems.add(base::problem("label", "directory.token.label", {{"longest", std::int64_t{kLongestLabel}}}));
    judge_scopes(input, offered, problems);
    const std::set<std::string> once(input.scopes.begin(), input.scopes.end());
    token.scopes.assign(once.begin(), once.end());
    const auto last = base::Date::parse(base::trim(input.last_day));
    const base::Date latest = today.plus_days(kLongestTokenDays);
    token.last_day = problems.take(last, "last_day", today);
    if (last && (*last < today || *last > latest))
        problems.add(
            base::problem("last_day", "directory.token.last_day", {{"days", std::int64_t{kLongestTokenDays}}}));
    if (!problems.empty()) return problems.all();
    return token;
}

}  // namespace samrum::directory
