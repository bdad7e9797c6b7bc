#include "foundation/base/date.hpp"

#include "foundation/base/readable.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::base {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

/// Reads exactly `text` as digits; nothing on any other character.
std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional(value);
}

/// The last Sunday of a month, when European summer time begins (March) and ends (October).
Date last_sunday(int year, unsigned month) {
    using namespace std::chrono;
    return Date{sys_days{std::chrono::year{year} / std::chrono::month{month} / Sunday[last]}};
}

/// Swedish summer time, by the rule of directive 2000/84/EC: from 01:00 UTC in March to 01:00 UTC in October.
bool is_summer_time(Instant at) {
    using namespace std::chrono;
    const sys_time<microseconds> moment{microseconds{at.micros}};
    const int year = Date{floor<days>(moment)}.year();
    return moment >= last_sunday(year, 3).days() + hours{1} && moment < last_sunday(year, 10).days() + hours{1};
}

/// What Swedish clocks and calendars show, as if it were UTC.
std::chrono::sys_time<std::chrono::microseconds> swedish_wall_clock(Instant at) {
    using namespace std::chrono;
    return sys_time<microseconds>{microseconds{at.micros}} + hours{is_summer_time(at) ? 2 : 1};
}

}  // namespace

Date Date::of(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    ensure(ymd.ok(), "a date in code exists");
    return Date{std::chrono::sys_days{ymd}};
}

Result<Date> Date::parse(std::string_view text) {
    if (trim(text).empty()) return problem("", "base.date.missing");
    const auto unreadable = [&] { return problem("", "base.date.unreadable", {{"text", readable_text(text, 60)}}); };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return unreadable();
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return unreadable();
    const std::chrono::year_month_day ymd{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                          std::chrono::day{static_cast<unsigned>(*day)}};
    if (!ymd.ok() || *year < kFirstYear || *year > kLastYear)
        return problem("", "base.date.no_such_day", {{"text", std::string(text)}});
    return Date{std::chrono::sys_days{ymd}};
}

Date Date::plus_months(int months) const {
    auto moved = ymd() + std::chrono::months{months};
    if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
    return Date{std::chrono::sys_days{moved}};
}

std::string Date::iso() const {
    return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

Result<Period> Period::of(Date first, std::optional<Date> last) {
    if (last && *last < first)
        return problem("", "base.period.ends_before_it_begins", {{"first", first.iso()}, {"last", last->iso()}});
    return Period{first, last};
}

bool Period::overlaps(const Period& other) const {
    return intersection(other).has_value();
}

std::optional<Period> Period::intersection(const Period& other) const {
    const Date first = std::max(first_, other.first_);
    std::optional<Date> last = last_;
    if (!last || (other.last_ && *other.last_ < *last)) last = other.last_;
    if (last && *last < first) return std::nullopt;
    return Period{first, last};
}

std::optional<int> Period::days() const {
    if (!last_) return std::nullopt;
    return first_.days_until(*last_) + 1;
}

std::string Period::iso() const {
    return first_.iso() + "/" + (last_ ? last_->iso() : std::string(".."));
}

Result<ClockTime> ClockTime::parse(std::string_view text) {
    if (trim(text).empty()) return problem("", "base.time.missing");
    const auto unreadable = [&] { return problem("", "base.time.unreadable", {{"text", readable_text(text, 60)}}); };
    const auto mark = text.find_first_of(":.");
    if (mark == std::string_view::npos || mark == 0 || mark > 2 || text.size() != mark + 3) return unreadable();
    const auto hour = digits(text.substr(0, mark));
    const auto minute = digits(text.substr(mark + 1));
    if (!hour || !minute || *hour > 23 || *minute > 59) return unreadable();
    return ClockTime{*hour * 60 + *minute};
}

std::string ClockTime::iso() const {
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

Instant Instant::now() {
    using namespace std::chrono;
    return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

std::string Instant::iso() const {
    using namespace std::chrono;
    const sys_time<microseconds> moment{microseconds{micros}};
    const auto day = floor<days>(moment);
    const auto clock = duration_cast<seconds>(moment - day).count();
    return fmt::format("{}T{:02}:{:02}:{:02}Z", Date{day}.iso(), clock / 3600, clock / 60 % 60, clock % 60);
}

Date swedish_day(Instant at) {
    return Date{std::chrono::floor<std::chrono::days>(swedish_wall_clock(at))};
}

ClockTime swedish_time(Instant at) {
    using namespace std::chrono;
    const auto wall = swedish_wall_clock(at);
    return {static_cast<int>(floor<minutes>(wall - floor<days>(wall)).count())};
}

Date Clocks::today() const {
    return fixed_ ? *fixed_ : swedish_day(now());
}

}  // namespace samrum::base
