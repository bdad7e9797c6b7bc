#pragma once
#include <string_view>

#include "directory/repository_organisation.hpp"

namespace samrum::directory {

/// The columns by which a name is found and ordered.
NameKeys keys_of(std::string_view name);

/// Does the folded name hold, for every word of the folded search, a word that begins with it?
bool matches(std::string_view folded_name, std::string_view folded_search);

}  // namespace samrum::directory
