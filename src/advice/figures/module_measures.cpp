#include "advice/figures/module_measures.hpp"

#include "advice/figures/actions_scope.hpp"
#include "advice/sites/actions_read.hpp"
#include "advice/sites/model_permissions.hpp"

namespace samrum::advice::figures {
namespace {

using module::Adds;
using module::Dimensions;
using module::Measure;
using module::Raw;
using module::TraceRow;
using sheets::Dimension;
using store::Reader;

/// Before anything was counted.
const base::Date kBeginning = base::Date::of(1900, 1, 1);

base::Date end_of(const base::Period& period) {
    return period.last().value_or(base::Date::of(2199, 12, 31));
}

/// Where a session's counts are seen.
std::string counts_link(sheets::SessionId session) {
    return "/advice/sheets/counts/" + session.text();
}

Raw sessions_held(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const HeldSessions held = count_held(room, over_of(room, dimensions, period));
    return held.rows > 0 ? Raw::of(held.held) : Raw::unknown();
}
/// The planned open days of the scope, its names resolved.
std::vector<base::Date> planned_sessions(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const CountedOver over = over_of(room, dimensions, period);
    Dimensions ids;
    if (!over.activity.empty()) ids.emplace("activity", over.activity);
    if (!over.place.empty()) ids.emplace("place", over.place);
    return sites::planned_days(room, ids, period);
}
std::vector<TraceRow> trace_sessions(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const SiteNames names = site_names(room);
    std::vector<TraceRow> rows;
    for (const HeldRow& one : held_rows(room, over_of(room, dimensions, period)))
        rows.push_back({one.day, names.at(one.site), 1, counts_link(one.session)});
    return rows;
}

// Sessions keep whole minutes; the figure is the full hours that they make together. Each row of the trace adds the
// hours that became full with it, so that the sum is the figure to the hour.
Raw hours_given(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const HeldSessions held = count_held(room, over_of(room, dimensions, period));
    return held.minutes_known > 0 ? Raw::of(held.minutes / 60) : Raw::unknown();
}
std::vector<TraceRow> trace_hours(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const SiteNames names = site_names(room);
    std::vector<TraceRow> rows;
    std::int64_t minutes = 0;
    for (const HeldRow& one : held_rows(room, over_of(room, dimensions, period))) {
        if (!one.minutes) continue;
        const std::int64_t before = minutes / 60;
        minutes += *one.minutes;
        rows.push_back({one.day, names.at(one.site), minutes / 60 - before, counts_link(one.session)});
    }
    return rows;
}

/// The value that a measure counts of a dimension: its own (women), or the one that the scope names (a language).
struct Counted {
    Dimension dimension;
    std::string_view value;
};
Counted counted_value(Dimension dimension, std::string_view fixed, const Dimensions& scope) {
    if (!fixed.empty()) return {dimension, fixed};
    const auto language = dimension_value(scope, "language"), topic = dimension_value(scope, "topic");
    if (dimension == Dimension::visits && !language.empty()) return {Dimension::language, language};
    if (dimension == Dimension::cases && !topic.empty()) return {Dimension::topic, topic};
    return {dimension, dimension == Dimension::language_gap ? language : std::string_view()};
}

constexpr std::string_view kWoman = "woman";

/// Counted sessions say nought by saying nothing, so a figure is known where visits are: but own statements of gender
/// only where some session was asked.
template <Dimension kDimension>
Raw count_of(Reader& room, const Dimensions& scope, const base::Period& period) {
    constexpr bool kGender = kDimension == Dimension::gender;
    const CountedOver over = over_of(room, scope, period);
    if (!sheets::sum_counts(room, kGender ? Dimension::gender : Dimension::visits, "", over)) return Raw::unknown();
    const Counted counted = counted_value(kDimension, kGender ? kWoman : std::string_view(), scope);
    return Raw::of(sheets::sum_counts(room, counted.dimension, counted.value, over).value_or(0));
}
template <Dimension kDimension>
std::vector<TraceRow> trace_of(Reader& room, const Dimensions& scope, const base::Period& period) {
    const SiteNames names = site_names(room);
    const Counted counted =
        counted_value(kDimension, kDimension == Dimension::gender ? kWoman : std::string_view(), scope);
    std::vector<TraceRow> rows;
    for (const auto& one :
         sheets::sums_by_session(room, counted.dimension, counted.value, over_of(room, scope, period)))
        rows.push_back({one.day, names.at(one.site), one.n, counts_link(one.session)});
    return rows;
}

/// Those who came and went up to the last day; the trace is each move, so that what is left is their sum.
std::vector<TraceRow> move_rows(Reader& room, base::Date first, base::Date last, int joined, int left,
                                std::string_view reason) {
    std::vector<TraceRow> rows;
    for (const Move& move : moves_between(room, first, last)) {
        const int sign = move.joined ? joined : left;
        if (sign == 0 || (!reason.empty() && move.reason != reason)) continue;
        rows.push_back({move.day, "", sign * move.n, "/advice/volunteers"});
    }
    return rows;
}
std::int64_t sum_of(const std::vector<TraceRow>& rows) {
    std::int64_t sum = 0;
    for (const TraceRow& row : rows) sum += row.amount;
    return sum;
}
/// Unknown until the room has noted any move at all.
Raw moved(Reader& room, const std::vector<TraceRow>& rows, base::Date last) {
    return moves_between(room, kBeginning, last).empty() ? Raw::unknown() : Raw::of(sum_of(rows));
}

std::vector<TraceRow> trace_active(Reader& room, const Dimensions&, const base::Period& period) {
    return move_rows(room, kBeginning, end_of(period), 1, -1, "");
}
Raw count_active(Reader& room, const Dimensions& scope, const base::Period& period) {
    return moved(room, trace_active(room, scope, period), end_of(period));
}
std::vector<TraceRow> trace_joined(Reader& room, const Dimensions&, const base::Period& period) {
    return move_rows(room, period.first(), end_of(period), 1, 0, "");
}
Raw count_joined(Reader& room, const Dimensions& scope, const base::Period& period) {
    return moved(room, trace_joined(room, scope, period), end_of(period));
}
std::vector<TraceRow> trace_left(Reader& room, const Dimensions& scope, const base::Period& period) {
    return move_rows(room, period.first(), end_of(period), 0, 1, dimension_value(scope, "reason"));
}
Raw count_left(Reader& room, const Dimensions& scope, const base::Period& period) {
    return moved(room, trace_left(room, scope, period), end_of(period));
}

/// A measure's one-way table by language: what a needs signal hands over.
std::vector<std::pair<std::string, std::int64_t>> gap_by_value(Reader& room, std::string_view dimension,
                                                               const Dimensions& scope, const base::Period& period) {
    std::vector<std::pair<std::string, std::int64_t>> values;
    if (dimension != "language") return values;
    for (const sheets::ValueSum& one :
         sheets::sums_by_value(room, Dimension::language_gap, over_of(room, scope, period)))
        values.emplace_back(one.value, one.n);
    return values;
}

constexpr bool kAboutPeople = true, kExact = false;

}  // namespace

std::vector<Measure> measures() {
    const Adds over_time = Adds::over_time;
    const std::vector<std::string_view> where = {"activity", "place", "site", "municipality"};
    auto by_language = where, by_topic = where;
    by_language.push_back("language");
    by_topic.push_back("topic");
    const auto* rows = &kRunAdvice;
    // A visit of several people is one visit: people are the whole that visits are a part of, and visits the whole of
    // what is counted once a visit. A case is no person: a visitor may bring several.
    std::vector<Measure> all{
        {"advice.sessions", 1, "unit.sessions", over_time, kExact, where, rows, sessions_held, trace_sessions},
        {"advice.people", 1, "unit.people", over_time, kAboutPeople, where, rows, count_of<Dimension::people>,
         trace_of<Dimension::people>},
        {"advice.visits", 1, "unit.visits", over_time, kAboutPeople, by_language, rows, count_of<Dimension::visits>,
         trace_of<Dimension::visits>, "advice.people"},
        {"advice.cases", 1, "unit.cases", over_time, kAboutPeople, by_topic, rows, count_of<Dimension::cases>,
         trace_of<Dimension::cases>},
        {"advice.women", 1, "unit.women", over_time, kAboutPeople, where, rows, count_of<Dimension::gender>,
         trace_of<Dimension::gender>, "advice.visits"},
        {"advice.language_gap", 1, "unit.visits", over_time, kAboutPeople, by_language, rows,
         count_of<Dimension::language_gap>, trace_of<Dimension::language_gap>, "advice.visits"},
        {"advice.referrals", 1, "unit.visits", over_time, kAboutPeople, where, rows, count_of<Dimension::referral>,
         trace_of<Dimension::referral>, "advice.visits"},
        {"advice.bookings", 1, "unit.visits", over_time, kAboutPeople, where, rows, count_of<Dimension::booked>,
         trace_of<Dimension::booked>, "advice.visits"},
        {"advice.volunteer_hours", 1, "unit.hours", over_time, kExact, where, rows, hours_given, trace_hours},
        {"advice.volunteers",
         1,
         "unit.volunteers",
         Adds::as_of_day,
         kAboutPeople,
         {"activity"},
         rows,
         count_active,
         trace_active},
        {"advice.volunteers_joined",
         1,
         "unit.volunteers",
         over_time,
         kAboutPeople,
         {"activity"},
         rows,
         count_joined,
         trace_joined,
         {},
         "advice.volunteers"},
        {"advice.volunteers_left",
         1,
         "unit.volunteers",
         over_time,
         kAboutPeople,
         {"activity", "reason"},
         rows,
         count_left,
         trace_left,
         {},
         "advice.volunteers"},
    };
    for (Measure& one : all) {
        // The spreadsheet of a half-year tells figures about people that are not few (pages_spreadsheet.hpp).
        one.told_by_half_year = one.about_people && one.adds == over_time;
        one.knows = knows_value;
        if (one.name == "advice.sessions") one.planned = planned_sessions;
        if (one.name == "advice.language_gap") one.by_value = gap_by_value;
    }
    return all;
}

}  // namespace samrum::advice::figures
