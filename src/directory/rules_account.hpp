#pragma once
#include "directory/model_account.hpp"
#include "foundation/base/result.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace samrum::directory {

/// An e-mail address, all of it in lower case, since people do not tell `Anna@` from `anna@`. Problems `base.email.*`.
base::Result<std::string> judge_email(std::string_view typed);

/// What a person is called in journals and lists: 2 to 80 characters, no line breaks. Problem
/// `directory.account.function.*`.
base::Result<std::string> judge_function(std::string_view typed);

inline constexpr std::size_t kShortestPassword = 12;

/// A password that may be chosen: at least 12 characters, at most 1024 bytes, not the e-mail address, not among the
/// ones everybody tries first. Nothing is asked about digits or capitals (NIST SP 800-63B 5.1.1.2). Problems
/// `directory.password.*` at `password`, all at once.
base::Problems judge_password(std::string_view password, std::string_view email);

inline constexpr std::chrono::seconds kLongestWait{60};

/// How long after the last failure nothing more is tried. Four are free; then 2, 4, 8 … up to 60 seconds, so that a
/// guesser gets some 1,400 guesses a day and the owner never waits for more than a minute. An hour of quiet forgets.
std::chrono::seconds wait_after(std::int64_t failures);
/// What is left of the wait; zero when it may be tried.
std::chrono::seconds wait_left(const Throttle& throttle, base::Instant now);
/// May one more letter go to an address that letters went to already? One a minute, five until an hour has been quiet,
/// so that nobody's mailbox is filled from here.
bool may_write_again(const Throttle& letters, base::Instant now);
/// The throttle with one more failure, or letter, at `now`.
Throttle with_failure(const Throttle& throttle, base::Instant now);

}  // namespace samrum::directory
