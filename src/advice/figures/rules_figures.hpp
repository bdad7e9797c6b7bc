#pragma once
#include "advice/sheets/model.hpp"
#include "foundation/base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace samrum::advice::figures {

/// The period that figures stand beside: whole months' the same months a year before, any other the equally long one
/// just before. The period must be closed.
base::Period period_before(const base::Period& period);
/// Change in whole per cent, rounded half away from zero; nothing when either is unknown or there was nothing before.
std::optional<std::int64_t> change_percent(std::optional<std::int64_t> before, std::optional<std::int64_t> now);

/// A value of a one-way table, now and in the period before.
struct ValueFigure {
    std::string value;
    std::int64_t now = 0;
    std::optional<std::int64_t> before = 0;  ///< nothing: nobody counted then
};
/// Values of either period, the largest now first.
std::vector<ValueFigure> beside(const std::vector<sheets::ValueSum>& now, const std::vector<sheets::ValueSum>& before);

/// The value that small ones fold into.
inline constexpr std::string_view kFolded = "other";
/// A one-way table as it may be handed on: values under five are folded into "other", and when that holds one to four
/// still, the next smallest follow until it holds five or nothing is left to fold. Rows add up to the total. Everything
/// folded and still one to four: a single row of nothing, which is all that may be said.
struct SharedRow {
    std::string value;
    std::optional<std::int64_t> n;  ///< nothing: too few to be shown
};
std::vector<SharedRow> shared_table(std::vector<sheets::ValueSum> values);

/// Whole calendar half-years: the only stretches for which figures about people are handed on.
bool is_half_years(const base::Period& period);

/// The months of a period with what is known of each; months outside are left out, months without a count are none.
struct MonthFigure {
    base::Date month;
    std::int64_t visits = 0;
    std::int64_t sessions = 0;
};
std::vector<MonthFigure> months_of(const base::Period& period, const std::vector<sheets::MonthSum>& visits,
                                   const std::vector<sheets::MonthSum>& sessions);

}  // namespace samrum::advice::figures
