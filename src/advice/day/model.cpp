#include "advice/day/model.hpp"

#include "foundation/base/codes.hpp"

namespace samrum::advice::day {
namespace {

constexpr std::string_view kTicketStates[] = {"waiting", "called",  "with_adviser", "on_hold",
                                              "done",    "no_show", "left"};
constexpr std::string_view kChannels[] = {"host", "phone", "kiosk", "booked"};

}  // namespace

std::string_view code_of(TicketState state) {
    return kTicketStates[static_cast<std::size_t>(state)];
}
std::optional<TicketState> ticket_state_of(std::string_view code) {
    return base::enum_of<TicketState>(kTicketStates, code);
}
std::string_view code_of(Channel channel) {
    return kChannels[static_cast<std::size_t>(channel)];
}
std::optional<Channel> channel_of(std::string_view code) {
    return base::enum_of<Channel>(kChannels, code);
}

}  // namespace samrum::advice::day
