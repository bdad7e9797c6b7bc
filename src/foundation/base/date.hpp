#pragma once
#include "foundation/base/result.hpp"

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace samrum::base {

/// A calendar day of the Gregorian calendar, 1900-01-01 to 2199-12-31.
class Date {
  public:
    /// 1970-01-01, so that containers and defaults work.
    constexpr Date() = default;
    constexpr explicit Date(std::chrono::sys_days day) : day_(day) {}
    /// A day known to exist, for code and tests; a Bug otherwise.
    static Date of(int year, unsigned month, unsigned day);
    /// Reads ISO 8601 `2019-07-01`. Problem `base.date.missing`, `.unreadable` or `.no_such_day`.
    static Result<Date> parse(std::string_view text);

    int year() const { return static_cast<int>(ymd().year()); }
    unsigned month() const { return static_cast<unsigned>(ymd().month()); }
    unsigned day() const { return static_cast<unsigned>(ymd().day()); }
    /// 1 Monday … 7 Sunday.
    unsigned weekday() const { return std::chrono::weekday{day_}.iso_encoding(); }
    std::chrono::sys_days days() const { return day_; }

    Date plus_days(int days) const { return Date{day_ + std::chrono::days{days}}; }
    /// The same day so many months on, or the last day of that month where it has no such day.
    Date plus_months(int months) const;
    Date plus_years(int years) const { return plus_months(12 * years); }
    int days_until(Date later) const { return static_cast<int>((later.day_ - day_).count()); }

    std::string iso() const;
    auto operator<=>(const Date&) const = default;

  private:
    std::chrono::year_month_day ymd() const { return std::chrono::year_month_day{day_}; }
    std::chrono::sys_days day_{};
};

/// A stretch of whole days, both ends in it. An open end means "until further notice".
class Period {
  public:
    /// Problem `base.period.ends_before_it_begins`.
    static Result<Period> of(Date first, std::optional<Date> last);
    /// For code and tests: a Bug when `last` is before `first`.
    Period(Date first, Date last) : Period(first, std::optional<Date>(last)) {}
    Period(Date first, std::optional<Date> last) : first_(first), last_(last) {
        ensure(!last || *last >= first, "a period ends on or after its first day");
    }
    Period() = default;

    Date first() const { return first_; }
    std::optional<Date> last() const { return last_; }
    bool contains(Date day) const { return day >= first_ && (!last_ || day <= *last_); }
    bool overlaps(const Period& other) const;
    /// The common days, if any.
    std::optional<Period> intersection(const Period& other) const;
    /// Number of days; nothing for an open end.
    std::optional<int> days() const;
    std::string iso() const;  ///< `2019-07-01/2021-06-30`, ISO 8601; open end `2019-07-01/..`
    bool operator==(const Period&) const = default;

  private:
    Date first_;
    std::optional<Date> last_;
};

/// Clock time of a day, to the minute.
struct ClockTime {
    int minutes = 0;  ///< since midnight, 0..1439
    /// Reads `17:00` or `17.00`. Problem `base.time.missing` or `.unreadable`.
    static Result<ClockTime> parse(std::string_view text);
    std::string iso() const;
    auto operator<=>(const ClockTime&) const = default;
};

/// A moment, microseconds since 1970 UTC.
struct Instant {
    std::int64_t micros = 0;
    static Instant now();
    Instant plus(std::chrono::microseconds span) const { return {micros + span.count()}; }
    std::string iso() const;  ///< `2020-01-31T09:15:00Z`
    auto operator<=>(const Instant&) const = default;
};

/// The calendar day in Sweden (Europe/Stockholm) at a moment.
Date swedish_day(Instant at);
/// The clock in Sweden at a moment, to the minute.
ClockTime swedish_time(Instant at);

/// The two clocks of the house: `today` for the domain (`--today` sets it), `now` for security and the journal.
class Clocks {
  public:
    Clocks() = default;
    explicit Clocks(std::optional<Date> fixed) : fixed_(fixed) {}
    /// The day in Sweden, or the day that `--today` named.
    Date today() const;
    Instant now() const { return Instant::now(); }
    bool is_fixed() const { return fixed_.has_value(); }

  private:
    std::optional<Date> fixed_;
};

}  // namespace samrum::base
