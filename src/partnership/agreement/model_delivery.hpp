#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace samrum::partnership::agreement {

struct DeliveryKind;
using DeliveryId = base::Id<DeliveryKind>;

/// What a delivery says: a number, that the number is too small to be shown, or that nobody recorded it.
struct DeliveredValue {
    enum class Kind { number, hidden, unknown };
    Kind kind = Kind::unknown;
    std::int64_t number = 0;  ///< 0 unless `kind` is number
    bool operator==(const DeliveredValue&) const = default;
};
std::string_view delivered_kind_name(DeliveredValue::Kind kind);
std::optional<DeliveredValue::Kind> delivered_kind_named(std::string_view name);

/// A frozen figure that an association hands over: what it counts, for which days, as it stood when, by which version
/// of the counting rule. It never changes; a correction is a new version that tells its difference.
struct Delivery {
    DeliveryId id;
    base::Uuid agreement;
    std::string commitment;  ///< key of the commitment in the agreement
    int version = 1;         ///< of this figure: 2 corrects 1
    std::string measure;     ///< "activity.sessions"
    int measure_version = 1;
    std::string unit;  ///< message key of the unit
    std::map<std::string, std::string, std::less<>> scope;
    base::Period period;  ///< the days it counts
    base::Date as_of;     ///< the domain's day on which it was counted
    DeliveredValue value;
    std::optional<std::int64_t> difference;  ///< to the version before, where both are numbers
    std::string note;                        ///< the association's own words, may be empty
    bool published = false;                  ///< the association lets the public see it
    bool standing = false;                   ///< made by a standing rule, not by hand
    base::Instant made_at;
    std::string made_by;   ///< function, "coordinator"
    std::string previous;  ///< hash of the version before; empty for the first
    std::string hash;      ///< of everything above, hex
};

/// How often a standing delivery is made: monthly for exact results, half-yearly for figures about people (design 1).
enum class Every { month, half_year };
std::string_view every_name(Every every);
std::optional<Every> every_named(std::string_view name);

}  // namespace samrum::partnership::agreement
