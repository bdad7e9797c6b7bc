#pragma once
#include "advice/sheets/model_sheet.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::advice::sheets {

/// Where visitors are sent, or who sends them here. Public facts only: no person's name, address or number.
struct Unit {
    UnitId id;
    UnitType type = UnitType::municipal;
    std::string name;
    std::optional<std::string> organisation = {};  ///< whose it is: "Lunds kommun"
    std::string description = {};
    std::string address = {};
    std::string phone = {};
    std::string email = {};
    std::string website = {};
    std::string hours = {};                   ///< in words, as the unit says them
    std::vector<std::string> languages = {};  ///< codes
    std::vector<Topic> topics = {};
    std::string municipality = {};
    base::Date revised_on;                     ///< when somebody last saw that this is right
    std::optional<base::Date> closed_on = {};  ///< no longer there
};

/// Facts older than this are marked as old: hours and telephone numbers change.
inline constexpr int kUnitFreshDays = 182;
inline bool is_stale(const Unit& unit, base::Date today) {
    return unit.revised_on.plus_days(kUnitFreshDays) < today;
}

/// What the unit itself says of a month: numbers, never persons.
enum class UnitDirection { sent_here, received };
inline std::string_view code_of(UnitDirection direction) {
    return direction == UnitDirection::sent_here ? "sent_here" : "received";
}
struct UnitMonth {
    base::Date month;  ///< its first day
    UnitDirection direction = UnitDirection::received;
    std::int64_t n = 0;
};

}  // namespace samrum::advice::sheets
