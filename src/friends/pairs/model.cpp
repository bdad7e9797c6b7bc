#include "friends/pairs/model.hpp"

#include "foundation/base/codes.hpp"

namespace samrum::friends::pairs {
namespace {

constexpr std::string_view kEndReasons[] = {"without_us",  "moved",      "job",    "studies", "no_time",
                                            "did_not_fit", "no_contact", "health", "other"};
constexpr EndReason kEndReasonValues[] = {EndReason::without_us, EndReason::moved,   EndReason::job,
                                          EndReason::studies,    EndReason::no_time, EndReason::did_not_fit,
                                          EndReason::no_contact, EndReason::health,  EndReason::other};
constexpr std::string_view kPairStates[] = {"going", "paused", "broken", "ended"};
constexpr std::string_view kNotedBy[] = {"newcomer", "established", "coordinator"};
constexpr std::string_view kActivityStates[] = {"planned", "held", "cancelled"};

}  // namespace

std::string_view code_of(EndReason reason) {
    return kEndReasons[static_cast<std::size_t>(reason)];
}
std::optional<EndReason> end_reason_of(std::string_view code) {
    return base::enum_of<EndReason>(kEndReasons, code);
}
std::span<const EndReason> end_reasons() {
    return kEndReasonValues;
}
std::string_view code_of(PairState state) {
    return kPairStates[static_cast<std::size_t>(state)];
}
std::optional<PairState> pair_state_of(std::string_view code) {
    return base::enum_of<PairState>(kPairStates, code);
}
std::string_view code_of(NotedBy who) {
    return kNotedBy[static_cast<std::size_t>(who)];
}
std::optional<NotedBy> noted_by_of(std::string_view code) {
    return base::enum_of<NotedBy>(kNotedBy, code);
}
std::string_view code_of(ActivityState state) {
    return kActivityStates[static_cast<std::size_t>(state)];
}
std::optional<ActivityState> activity_state_of(std::string_view code) {
    return base::enum_of<ActivityState>(kActivityStates, code);
}

PairState Pair::state() const {
    if (ended_on) return PairState::ended;
    if (!newcomer || !established) return PairState::broken;
    return paused_from ? PairState::paused : PairState::going;
}

}  // namespace samrum::friends::pairs
