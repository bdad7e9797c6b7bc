#include "advice/sheets/actions_correct.hpp"

#include "advice/sheets/actions_close.hpp"
#include "advice/sheets/repository_count.hpp"
#include "advice/sites/model_permissions.hpp"
#include "foundation/base/number.hpp"

#include <algorithm>

namespace samrum::advice::sheets {
namespace {

using base::problem;

constexpr std::int64_t kMostAtOnce = 10'000;

/// "+2", "-1", "3".
std::optional<std::int64_t> change_of(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto number = base::whole_number(text);
    return number && *number != 0 && *number >= -kMostAtOnce && *number <= kMostAtOnce ? number : std::nullopt;
}

}  // namespace

base::Result<CountedSession> see_counts(store::Session& room, const module::Caller& caller, SessionId session) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) -> base::Result<CountedSession> {
        auto seen = see_session(reader, caller, session);
        if (!seen) return seen.problems();
        return CountedSession{seen->session, seen->site, counts_of(reader, session)};
    });
}

base::Result<base::Done> correct_count(store::Session& room, const module::Caller& caller, SessionId session,
                                       std::string_view dimension, std::string_view value, std::string_view change) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    base::ProblemList problems;
    const auto of = dimension_of_code(dimension);
    if (!of || !is_value_of(*of, value)) problems.add(problem("value", "advice.sheets.problem.value_unknown"));
    const auto by = change_of(change);
    if (!by) problems.add(problem("change", "advice.sheets.problem.change_missing"));
    if (!problems.empty()) return problems.all();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(sheets_lock(session));
        const auto seen = see_session(tx, caller, session);
        if (!seen) return seen.problems();
        if (seen->session.state != sites::SessionState::held) return problem("", "advice.sheets.problem.not_held");
        std::int64_t there = 0;
        for (const Count& one : counts_of(tx, session))
            if (one.dimension == *of && one.value == value) there = one.n;
        if (there + *by < 0) return problem("change", "advice.sheets.problem.below_zero", {{"there", there}});
        add_counts(tx, seen->session, {{*of, std::string(value), *by}});
        tx.journal_anonymous({"advice.counts_corrected",
                              session.text(),
                              seen->session.day,
                              {{std::string(dimension) + (value.empty() ? "" : "." + std::string(value)), *by}},
                              {}});
        return base::Done{};
    });
}

}  // namespace samrum::advice::sheets
