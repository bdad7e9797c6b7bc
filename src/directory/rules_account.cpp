#include "directory/rules_account.hpp"

#include "foundation/base/email_address.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>
#include <set>

namespace samrum::directory {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kLongestPassword = 1024;
constexpr std::size_t kShortestFunction = 2;
constexpr std::size_t kLongestFunction = 80;
constexpr std::size_t kFewestLetters = 5;  ///< different characters; "abababababab" has two
constexpr std::int64_t kFreeFailures = 4;
constexpr auto kForgotten = 1h;
constexpr auto kBetweenLetters = 1min;
constexpr std::int64_t kMostLetters = 5;

// Parts that people put together to reach twelve characters. What is left when they are taken away must be something.
constexpr std::string_view kCommonParts[] = {
    "password", "passw0rd",   "lösenord",  "losenord",  "välkommen", "valkommen", "welcome", "hejsan",     "hemligt",
    "secret",   "sommar",     "vinter",    "hösten",    "våren",     "summer",    "winter",  "qwertyuiop", "qwerty",
    "qazwsx",   "asdfgh",     "zxcvbn",    "admin",     "letmein",   "iloveyou",  "dragon",  "monkey",     "football",
    "fotboll",  "sverige",    "sweden",    "stockholm", "göteborg",  "malmö",     "samrum",  "förening",   "kommun",
    "abc123",   "1234567890", "123456789", "12345",     "1234",      "123",       "000",     "111",        "2018",
    "2019",     "2020",       "2021",      "2022",      "2023",      "2024",      "2025",    "2026",       "2027",
    "2028",     "!",          ".",         "-",         "_"};

std::string in_lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// Is it nothing but common parts, and a letter or three beside them?
bool is_common(std::string_view password) {
    std::string rest = in_lower_case(password);
    for (bool again = true; again;) {
        again = false;
        for (std::string_view part : kCommonParts)
            if (const auto at = rest.find(part); at != std::string::npos) {
                rest.erase(at, part.size());
                again = true;
            }
    }
    return characters(rest) < 4 || std::set<char>(password.begin(), password.end()).size() < kFewestLetters;
}

}  // namespace

base::Result<std::string> judge_email(std::string_view typed) {
    const auto address = base::EmailAddress::parse(typed);
    if (address) return in_lower_case(address->text());
    base::Problems problems = address.problems();
    for (auto& one : problems) one.field = "email";
    return problems;
}

base::Result<std::string> judge_function(std::string_view typed) {
    std::string function = base::trim(typed);
    const std::size_t length = characters(function);
    const bool one_line = std::none_of(function.begin(), function.end(),
                                       [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; });
    if (length < kShortestFunction || length > kLongestFunction || !one_line || !base::is_utf8(function))
        return base::problem("function", "directory.account.function.length",
                             {{"longest", std::int64_t{kLongestFunction}}});
    return function;
}

base::Problems judge_password(std::string_view password, std::string_view email) {
    base::ProblemList problems;
    if (characters(password) < kShortestPassword)
        problems.add(
            base::problem("password", "directory.password.short", {{"shortest", std::int64_t{kShortestPassword}}}));
    if (password.size() > kLongestPassword || !base::is_utf8(password))
        problems.add(base::problem("password", "directory.password.long"));
    const std::string lower = in_lower_case(password);
    if (!email.empty() && (lower.find(email) != std::string::npos || lower == email.substr(0, email.find('@'))))
        problems.add(base::problem("password", "directory.password.is_email"));
    if (problems.empty() && is_common(password)) problems.add(base::problem("password", "directory.password.common"));
    return problems.all();
}

std::chrono::seconds wait_after(std::int64_t failures) {
    if (failures <= kFreeFailures) return 0s;
    const std::int64_t doublings = std::min<std::int64_t>(failures - kFreeFailures, 6);
    return std::min<std::chrono::seconds>(std::chrono::seconds{std::int64_t{1} << doublings}, kLongestWait);
}

std::chrono::seconds wait_left(const Throttle& throttle, base::Instant now) {
    const base::Instant free = throttle.last_failure.plus(wait_after(throttle.failures));
    if (now >= free) return 0s;
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::microseconds{free.micros - now.micros});
}

bool may_write_again(const Throttle& letters, base::Instant now) {
    const auto pause = letters.failures < kMostLetters ? kBetweenLetters : std::chrono::minutes(kForgotten);
    return letters.failures == 0 || now >= letters.last_failure.plus(pause);
}

Throttle with_failure(const Throttle& throttle, base::Instant now) {
    const bool forgotten = now >= throttle.last_failure.plus(kForgotten);
    return {forgotten ? 1 : throttle.failures + 1, now};
}

}  // namespace samrum::directory
