#pragma once
#include "foundation/base/date.hpp"
#include "foundation/module/measure.hpp"
#include "foundation/store/store.hpp"
#include "foundation/text/words.hpp"

#include <string>

namespace samrum::activity {

/// What the log tells of a period for a follow-up report, as Markdown: the sessions held and the volunteers' hours,
/// which are exact, and the events with their days. It leaves the room, so it tells of no visitors, and of the
/// activity `of` alone where the room has one of that name.
std::string draft_events(store::Reader& room, const text::Words& words, const base::Period& period,
                         const module::Dimensions& of);

}  // namespace samrum::activity
