#pragma once
#include "directory/model_account.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace samrum::directory {

inline constexpr std::chrono::hours kIdleTime{8};
inline constexpr std::chrono::hours kLongestTime{7 * 24};
inline constexpr std::chrono::minutes kHalfTime{10};   ///< to find the telephone and type the code
inline constexpr std::chrono::minutes kFreshTime{15};  ///< after a link: a new password without the old one
inline constexpr std::chrono::minutes kSeenEvery{5};   ///< how often last_seen is written
inline constexpr std::chrono::minutes kLinkTime{15};
inline constexpr std::int64_t kMostWrongCodes = 5;  ///< then a half session dies

/// When a session that begins now ends, whatever its owner does.
base::Instant longest_end(Stage stage, base::Instant now);
/// Neither idle for too long nor past its end.
bool is_alive(const SignInSession& session, base::Instant now);
/// Came by a mailed link a moment ago: has shown that the mailbox is theirs.
bool is_fresh_by_link(const SignInSession& session, base::Instant now);

/// "Firefox, Android" of a User-Agent header; "" when it says nothing we know. Never a version: it ages and singles
/// out.
std::string device_label(std::string_view user_agent);

}  // namespace samrum::directory
