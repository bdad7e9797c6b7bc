#include "advice/day/model.hpp"

#include <algorithm>
#include <iterator>

namespace samrum::advice::day {
namespace {

constexpr std::string_view kTicketStates[] = {"waiting", "called",  "with_adviser", "on_hold",
                                              "done",    "no_show", "left"};
constexpr std::string_view kChannels[] = {"host", "phone", "kiosk", "booked"};

template <class Enum, std::size_t N>
std::optional<Enum> day_code(const std::string_view (&codes)[N], std::string_view code) {
    const auto* found = std::find(std::begin(codes), std::end(codes), code);
    return found == std::end(codes) ? std::nullopt : std::optional(static_cast<Enum>(found - std::begin(codes)));
}

}  // namespace

std::string_view code_of(TicketState state) {
    return kTicketStates[static_cast<std::size_t>(state)];
}
std::optional<TicketState> ticket_state_of(std::string_view code) {
    return day_code<TicketState>(kTicketStates, code);
}
std::string_view code_of(Channel channel) {
    return kChannels[static_cast<std::size_t>(channel)];
}
std::optional<Channel> channel_of(std::string_view code) {
    return day_code<Channel>(kChannels, code);
}

}  // namespace samrum::advice::day
