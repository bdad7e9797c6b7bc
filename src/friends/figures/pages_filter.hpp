#pragma once
#include "foundation/module/call.hpp"
#include "friends/figures/actions_figures.hpp"

namespace samrum::friends::figures {

/// What the query asks for: `first`, `last`, `programme`. What cannot be read falls back: the half-year so far, or the
/// last one while the new one has hardly begun.
FiguresFilter filter_in(const module::Call& call);
/// The query that asks for it, to be put behind a path.
web::Fields query_of(const FiguresFilter& filter);

}  // namespace samrum::friends::figures
