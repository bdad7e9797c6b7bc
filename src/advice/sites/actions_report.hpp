#pragma once
#include "foundation/base/date.hpp"
#include "foundation/module/measure.hpp"
#include "foundation/store/store.hpp"
#include "foundation/text/words.hpp"

#include <string>

namespace samrum::advice::sites {

/// Opening hours that began or ended in a period, for a follow-up report, at the sites `of` the municipality, activity,
/// place or site that the agreement is about. As Markdown.
std::string draft_changes(store::Reader& room, const text::Words& words, const base::Period& period,
                          const module::Dimensions& of);

}  // namespace samrum::advice::sites
