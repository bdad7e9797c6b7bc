#include "directory/rules_session.hpp"

#include <utility>

namespace samrum::directory {
namespace {

using Sign = std::pair<std::string_view, std::string_view>;

// Order matters: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
constexpr Sign kBrowsers[] = {{"Firefox/", "Firefox"},
                              {"FxiOS/", "Firefox"},
                              {"Edg", "Edge"},
                              {"OPR/", "Opera"},
                              {"SamsungBrowser/", "Samsung Internet"},
                              {"CriOS/", "Chrome"},
                              {"Chrome/", "Chrome"},
                              {"Safari/", "Safari"}};
constexpr Sign kSystems[] = {{"Android", "Android"}, {"iPhone", "iPhone"},   {"iPad", "iPad"},  {"CrOS", "ChromeOS"},
                             {"Windows", "Windows"}, {"Macintosh", "macOS"}, {"Linux", "Linux"}};

template <std::size_t N>
std::string_view first_sign(const Sign (&signs)[N], std::string_view user_agent) {
    for (const auto& [sign, name] : signs)
        if (user_agent.find(sign) != std::string_view::npos) return name;
    return {};
}

}  // namespace

base::Instant longest_end(Stage stage, base::Instant now) {
    return stage == Stage::half ? now.plus(kHalfTime) : now.plus(kLongestTime);
}

bool is_alive(const SignInSession& session, base::Instant now) {
    return now < session.ends && now < session.last_seen.plus(kIdleTime);
}

bool is_fresh_by_link(const SignInSession& session, base::Instant now) {
    return session.means == Means::link && now < session.created.plus(kFreshTime);
}

std::string device_label(std::string_view user_agent) {
    const std::string_view browser = first_sign(kBrowsers, user_agent);
    const std::string_view system = first_sign(kSystems, user_agent);
    if (browser.empty() || system.empty()) return std::string(browser.empty() ? system : browser);
    return std::string(browser) + ", " + std::string(system);
}

}  // namespace samrum::directory
