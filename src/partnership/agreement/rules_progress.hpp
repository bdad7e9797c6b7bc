#pragma once
#include "foundation/base/date.hpp"
#include "partnership/agreement/model_commitment.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace samrum::partnership::agreement {

/// A stretch in which a target counts. A calendar window that the agreement's ends cut short is `partial`: what it owes
/// is then a question to the parties, so nothing judges it.
struct Window {
    base::Period period;
    bool partial = false;
    bool operator==(const Window&) const = default;
};

/// The windows of a target over an agreement, in order. Agreement years and half-years begin on its first day and are
/// counted from there; calendar years, half-years and months follow the calendar. A season has its own days: see
/// `whole`. With an open end, up to and with the window of `until`.
std::vector<Window> windows(const base::Period& agreement, Per per, base::Date until);

/// The window of a promise that has days of its own (a season, a part of the period).
inline std::vector<Window> whole(const base::Period& period) {
    return {{period, false}};
}

/// The window that `day` lies in, if any.
std::optional<Window> window_on(const std::vector<Window>& all, base::Date day);

/// Something counted on a day; several may lie on one day.
struct Counted {
    base::Date day;
    std::int64_t amount = 0;
};

/// Where the figure will probably end: four times in five it lies in the range, if the work goes on as it has.
struct Forecast {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool operator==(const Forecast&) const = default;
};

/// How a target stands on a day.
enum class Attainment {
    not_begun,   ///< its window lies ahead
    too_early,   ///< less than a sixth of the window has passed
    reached,     ///< kept already, and nothing later can undo it
    on_course,   ///< the forecast lies within the promise
    uncertain,   ///< the forecast lies on both sides of it
    off_course,  ///< the forecast lies outside the promise
    kept,        ///< the window is over: kept
    not_kept     ///< the window is over: not kept
};

struct Progress {
    std::int64_t so_far = 0;               ///< counted in the window up to and with the day
    std::optional<std::int64_t> expected;  ///< by now: expected_by()
    std::optional<Forecast> forecast;      ///< none before a sixth of the window has passed, nor after its end
    Attainment attainment = Attainment::not_begun;
};

/// What is to be expected by the end of `day`, a day of the window or a later one, if `target` is spread evenly over
/// the planned open days of the window, or over its calendar days where none are planned; rounded to nearest.
std::int64_t expected_by(const Target& target, const base::Period& window, const std::vector<base::Date>& planned,
                         base::Date day);

/// How `target` stands on `today` within `window`. `planned` are the planned open days of the window, if the activity
/// has any: expected and forecast run over them, else over calendar days (design 7).
///
/// The forecast is the 80 % prediction interval of the sum of the weeks to come, from the mean and the spread of the
/// weeks gone by (normal approximation, with the uncertainty of the mean itself): so far + weeks left × mean
/// ± 1.28 × sd × sqrt(weeks left × (1 + weeks left / weeks gone)). Counts never fall, so it never lies below so far.
Progress progress(const Target& target, const base::Period& window, const std::vector<Counted>& counted,
                  const std::vector<base::Date>& planned, base::Date today);

/// The running sum at the end of each day from the window's first to `today`, one point a day where it changes and one
/// at each end: for the trend chart and the table beside it.
std::vector<Counted> running_sum(const base::Period& window, const std::vector<Counted>& counted, base::Date today);

}  // namespace samrum::partnership::agreement
