#pragma once
#include "directory/model_token.hpp"
#include "foundation/base/result.hpp"

#include <span>
#include <string>
#include <vector>

namespace samrum::directory {

/// How many a person may have in a room, and how long one lasts at most.
inline constexpr std::size_t kMostTokens = 20;
inline constexpr int kLongestTokenDays = 366;

/// As typed.
struct TokenInput {
    std::string label;
    std::vector<std::string> scopes;
    std::string last_day;  ///< ISO date
};
/// A token's words, scopes and last day, without id, owner and room. Problems, all at once: `directory.token.label`,
/// `directory.token.scopes`, `directory.token.scope` {scope}, `directory.token.last_day` {first, last}, and those of
/// dates.
base::Result<ApiToken> judge_token(const TokenInput& input, std::span<const std::string> offered, base::Date today);

}  // namespace samrum::directory
