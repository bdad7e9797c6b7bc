#pragma once
#include "foundation/module/module.hpp"

namespace samrum::directory {

/// People and organisations. They stand in no index: names are looked up when somebody asks, and people's through the
/// one audited call.
std::vector<module::SearchSource> search_sources();

}  // namespace samrum::directory
