#include "advice/rota/model.hpp"

namespace samrum::advice::rota {

std::string_view code_of(ShiftState state) {
    return state == ShiftState::taken ? "taken" : "offered";
}
std::optional<ShiftState> shift_state_of(std::string_view code) {
    if (code == "taken") return ShiftState::taken;
    if (code == "offered") return ShiftState::offered;
    return std::nullopt;
}
std::string_view code_of(ShiftSource source) {
    switch (source) {
        case ShiftSource::self:
            return "self";
        case ShiftSource::coordinator:
            return "coordinator";
        case ShiftSource::solver:
            return "solver";
    }
    return "self";
}
std::optional<ShiftSource> shift_source_of(std::string_view code) {
    for (const auto one : {ShiftSource::self, ShiftSource::coordinator, ShiftSource::solver})
        if (code_of(one) == code) return one;
    return std::nullopt;
}

}  // namespace samrum::advice::rota
