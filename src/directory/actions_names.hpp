#pragma once
#include "directory/repository_organisation.hpp"

#include <string_view>

namespace samrum::directory {

/// The columns by which a name is found and ordered.
NameKeys keys_of(std::string_view name);

/// Does the folded name hold every word of the folded search, å, ä, ö like a and o? Inside its words too: "nämnd" finds
/// the fritidsnämnd.
bool matches(std::string_view folded_name, std::string_view folded_search);

}  // namespace samrum::directory
