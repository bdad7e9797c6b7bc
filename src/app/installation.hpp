#pragma once
#include "foundation/base/date.hpp"
#include "foundation/store/store.hpp"

#include <optional>

namespace samrum::app {

/// The day that counts as today in a demo; nothing for an installation that is no demo.
std::optional<base::Date> demo_day(store::Reader& lobby);
/// Marks the installation as a demo that is being made, which a broken-off one stays.
void begin_demo(store::Transaction& lobby);
bool is_half_made_demo(store::Reader& lobby);
/// Marks the installation as a demo, complete and ready to serve.
void mark_demo(store::Transaction& lobby, base::Date day);

}  // namespace samrum::app
