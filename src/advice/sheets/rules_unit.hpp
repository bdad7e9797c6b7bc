#pragma once
#include "advice/sheets/model_unit.hpp"
#include "foundation/base/result.hpp"

#include <string>
#include <vector>

namespace samrum::advice::sheets {

/// A unit as the form says it.
struct UnitDraft {
    std::string type = {};
    std::string name = {};
    std::string organisation = {};
    std::string description = {};
    std::string address = {};
    std::string phone = {};
    std::string email = {};
    std::string website = {};
    std::string hours = {};
    std::vector<std::string> languages = {};
    std::vector<std::string> topics = {};
    std::string municipality = {};
    std::string closed_on = {};
};
/// Problems: `advice.units.problem.name`, `.type`, `.municipality`, `.phone`, `.website`, `.too_long`; `base.email.*`,
/// `base.date.*`.
base::Result<Unit> read_unit(const UnitDraft& draft, base::Date today);
UnitDraft draft_of(const Unit& unit);

/// What a search of the directory asks for; empty: anything.
struct UnitSearch {
    std::string folded = {};  ///< words, folded: each must stand somewhere in what the unit is searched by
    std::string topic = {};
    std::string language = {};
    std::string type = {};
    bool closed_too = false;
};
bool is_found(const Unit& unit, std::string_view folded, const UnitSearch& search);

/// What the unit says of a month. Problems `advice.units.problem.month`, `.number`.
base::Result<UnitMonth> read_unit_month(std::string_view month, std::string_view direction, std::string_view n,
                                        base::Date today);

}  // namespace samrum::advice::sheets
