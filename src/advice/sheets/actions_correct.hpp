#pragma once
#include "advice/sheets/actions_sheet.hpp"
#include "advice/sheets/model_values.hpp"

#include <string>
#include <vector>

namespace samrum::advice::sheets {

/// What is left of a held session, for its coordinator.
struct CountedSession {
    sites::Session session;
    sites::Site site;
    std::vector<Count> counts;
};
base::Result<CountedSession> see_counts(store::Session& room, const module::Caller& caller, SessionId session);

/// Adds to a count of a held session, or takes from it: a sheet that was forgotten, a mistake. Needs kRunAdvice. The
/// journal gets the session's line of that day, with counts alone. Problems: `advice.sheets.problem.not_held`,
/// `.value_unknown`, `.change_missing`, `.below_zero`.
base::Result<base::Done> correct_count(store::Session& room, const module::Caller& caller, SessionId session,
                                       std::string_view dimension, std::string_view value, std::string_view change);

}  // namespace samrum::advice::sheets
