#pragma once
#include "advice/figures/actions_figures.hpp"
#include "foundation/web/http.hpp"

#include <string>

namespace samrum::advice::figures {

/// What the query asks for: `first`, `last`, `site`, `municipality`. What cannot be read falls back: the half-year so
/// far, or the last one while the new one has hardly begun.
FiguresFilter filter_in(const web::Fields& query, base::Date today);
/// The query that asks for it, to be put behind a path.
web::Fields query_of(const FiguresFilter& filter);

}  // namespace samrum::advice::figures
