#pragma once
#include "advice/sheets/model_unit.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::advice::sheets {

/// A unit and what it is searched by.
struct FoundUnit {
    Unit unit;
    std::string folded;  ///< name, organisation and description
};

std::optional<Unit> load_unit(store::Reader& room, UnitId id);
/// Every unit of a municipality or (empty) of all, by name in the order of the Swedish alphabet.
std::vector<FoundUnit> load_units(store::Reader& room, std::string_view municipality);

void insert_unit(store::Transaction& room, const Unit& one, std::string_view folded, const store::Bytes& sort_key);
bool update_unit(store::Transaction& room, const Unit& one, std::string_view folded, const store::Bytes& sort_key);

/// The newest first.
std::vector<UnitMonth> unit_months(store::Reader& room, UnitId unit);
/// States the number of a month, or changes it.
void save_unit_month(store::Transaction& room, UnitId unit, const UnitMonth& one);

}  // namespace samrum::advice::sheets
