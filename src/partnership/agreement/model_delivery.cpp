#include "partnership/agreement/model_delivery.hpp"

namespace samrum::partnership::agreement {
namespace {
constexpr std::string_view kKindNames[] = {"number", "hidden", "unknown"};
constexpr std::string_view kEveryNames[] = {"month", "half_year"};
}  // namespace

std::string_view delivered_kind_name(DeliveredValue::Kind kind) {
    return kKindNames[static_cast<std::size_t>(kind)];
}
std::optional<DeliveredValue::Kind> delivered_kind_named(std::string_view name) {
    for (auto kind : {DeliveredValue::Kind::number, DeliveredValue::Kind::hidden, DeliveredValue::Kind::unknown})
        if (delivered_kind_name(kind) == name) return kind;
    return std::nullopt;
}

std::string_view every_name(Every every) {
    return kEveryNames[static_cast<std::size_t>(every)];
}
std::optional<Every> every_named(std::string_view name) {
    for (Every every : {Every::month, Every::half_year})
        if (every_name(every) == name) return every;
    return std::nullopt;
}

}  // namespace samrum::partnership::agreement
