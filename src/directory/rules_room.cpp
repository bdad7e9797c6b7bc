#include "directory/rules_room.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::directory {
namespace {

constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 30;

// What the house's own addresses begin with, or soon may.
constexpr std::string_view kReserved[] = {
    "about",  "accessibility", "account", "admin",   "api",       "assets",  "contact",  "demo",     "en",
    "events", "feeds",         "files",   "guide",   "healthz",   "help",    "home",     "iop",      "login",
    "logout", "mail",          "me",      "metrics", "new",       "openapi", "operator", "privacy",  "public",
    "readyz", "robots",        "room",    "rooms",   "samrum",    "search",  "sign-in",  "sign-out", "sign-up",
    "static", "status",        "sv",      "tasks",   "well-known"};

bool is_small_letter(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool well_formed(std::string_view name) {
    const bool known =
        std::all_of(name.begin(), name.end(), [](char c) { return is_small_letter(c) || is_digit(c) || c == '-'; });
    return known && is_small_letter(name.front()) && name.back() != '-' && name.find("--") == std::string_view::npos;
}

}  // namespace

base::Result<std::string> judge_short_name(std::string_view typed) {
    std::string name = base::trim(typed);
    if (name.size() < kShortest || name.size() > kLongest)
        return base::problem("short_name", "directory.room.short_name.length",
                             {{"shortest", std::int64_t{kShortest}}, {"longest", std::int64_t{kLongest}}});
    if (!well_formed(name)) return base::problem("short_name", "directory.room.short_name.letters");
    if (std::find(std::begin(kReserved), std::end(kReserved), name) != std::end(kReserved))
        return base::problem("short_name", "directory.room.short_name.reserved", {{"name", name}});
    return name;
}

}  // namespace samrum::directory
