#pragma once
#include "advice/figures/actions_figures.hpp"
#include "foundation/base/result.hpp"
#include "foundation/web/http.hpp"

#include <string>

namespace samrum::advice::figures {

/// What the query asks for: `first`, `last`, `site`, `municipality`. Without any day: the half-year so far, or the last
/// one while the new one has hardly begun. Problems with `first` and `last`: those of Date::parse and Period::of.
base::Result<FiguresFilter> filter_in(const web::Fields& query, base::Date today);
/// The page that asks again for days which are none, with what was typed.
web::Response no_such_days(module::Call& call, const base::Problems& problems);
/// The query that asks for it, to be put behind a path.
web::Fields query_of(const FiguresFilter& filter);

}  // namespace samrum::advice::figures
