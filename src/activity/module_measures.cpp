#include "activity/module_measures.hpp"

#include "activity/actions_count.hpp"
#include "activity/actions_names.hpp"
#include "activity/actions_permission.hpp"
#include "activity/model_codes.hpp"
#include "activity/repository_count.hpp"
#include "activity/rules_entry.hpp"

namespace samrum::activity {
namespace {

using module::Adds;
using module::Dimensions;
using module::Measure;
using module::Raw;
using module::TraceRow;
using store::Reader;

std::string_view value_of(const Dimensions& dimensions, std::string_view name) {
    const auto found = dimensions.find(name);
    return found == dimensions.end() ? std::string_view() : std::string_view(found->second);
}

/// The id that a dimension means. Scopes written by hand in an agreement's file name the activity instead ("radrum").
template <class Found>
std::string id_of(Reader& room, std::string_view written, const Found& found) {
    if (written.empty() || base::Uuid::parse(written)) return std::string(written);
    const RoomNames names = RoomNames::load(room, base::Date());
    const auto id = found(names);
    return id ? id->text() : std::string(written);
}
std::string activity_of(Reader& room, const Dimensions& dimensions) {
    const std::string_view written = value_of(dimensions, "activity");
    return id_of(room, written, [&](const RoomNames& names) { return names.activity(written); });
}
std::string place_of(Reader& room, const Dimensions& dimensions) {
    const std::string_view written = value_of(dimensions, "place");
    return id_of(room, written, [&](const RoomNames& names) { return names.place(written); });
}

CountScope scope_of(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    return {activity_of(room, dimensions), place_of(room, dimensions), std::string(value_of(dimensions, "reason")),
            period};
}

Raw raw_if(std::int64_t value, std::int64_t known) {
    return known > 0 ? Raw::of(value) : Raw::unknown();
}

/// A trace row for each line, in the room's own words; what `amount` leaves empty is left out.
template <class Amount>
std::vector<TraceRow> traced(Reader& room, const std::vector<Entry>& entries, const Amount& amount) {
    std::vector<TraceRow> rows;
    if (entries.empty()) return rows;
    const RoomNames names = RoomNames::load(room, entries.back().facts.day);
    for (const Entry& entry : entries) {
        const std::optional<std::int64_t> adds = amount(entry.facts);
        if (!adds) continue;
        std::string label = entry.facts.title;
        for (const std::string& part : {names.name(entry.facts.place), names.name(entry.facts.activity)})
            if (!part.empty()) label += (label.empty() ? "" : ", ") + part;
        rows.push_back({entry.facts.day, std::move(label), *adds, "/activity/" + entry.id.text()});
    }
    return rows;
}

std::optional<std::int64_t> wide(const std::optional<int>& number) {
    return number ? std::optional<std::int64_t>(*number) : std::nullopt;
}

Raw count_held(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const Totals totals = count_sessions(room, scope_of(room, dimensions, period));
    return raw_if(totals.sessions, totals.lines);
}
std::vector<TraceRow> trace_held(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    return traced(room, counted_rows(room, "session", scope_of(room, dimensions, period)),
                  [](const Facts&) { return std::optional<std::int64_t>(1); });
}

Raw count_visits(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const Totals totals = count_sessions(room, scope_of(room, dimensions, period));
    return raw_if(totals.participants, totals.participants_known);
}
std::vector<TraceRow> trace_visits(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    return traced(room, counted_rows(room, "session", scope_of(room, dimensions, period)),
                  [](const Facts& facts) { return wide(facts.participants); });
}

Raw count_women(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const Totals work = count_sessions(room, scope_of(room, dimensions, period));
    return raw_if(work.women, work.women_known);
}
std::vector<TraceRow> trace_women(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    return traced(room, counted_rows(room, "session", scope_of(room, dimensions, period)),
                  [](const Facts& facts) { return wide(facts.women); });
}

// Rows keep whole minutes; the figure is the full hours that they make together. Each row of the trace adds the hours
// that became full with it, so that the sum is the figure to the hour.
Raw count_hours(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const Totals work = count_sessions(room, scope_of(room, dimensions, period));
    return raw_if(work.volunteer_minutes / 60, work.volunteer_minutes_known);
}
std::vector<TraceRow> trace_hours(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    std::int64_t minutes = 0;
    return traced(room, counted_rows(room, "session", scope_of(room, dimensions, period)),
                  [&minutes](const Facts& facts) -> std::optional<std::int64_t> {
                      if (!facts.volunteer_minutes) return std::nullopt;
                      const std::int64_t before = minutes / 60;
                      minutes += *facts.volunteer_minutes;
                      return minutes / 60 - before;
                  });
}

/// The kinds that a measure of events counts: one kind, or all of them, or the one that the dimension `kind` names.
std::string event_kinds(const Dimensions& dimensions) {
    const std::string_view named = value_of(dimensions, "kind");
    return named.empty() ? kinds_of(Family::event) : std::string(named);
}
Raw count_held_events(Reader& room, std::string_view kinds, const CountScope& scope) {
    const EventCount count = count_events(room, kinds, scope);
    return raw_if(count.held, count.lines);
}
std::vector<TraceRow> trace_held_events(Reader& room, std::string_view kinds, const CountScope& scope) {
    return traced(room, counted_rows(room, kinds, scope), [](const Facts&) { return std::optional<std::int64_t>(1); });
}

Raw count_all_events(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    return count_held_events(room, event_kinds(dimensions), scope_of(room, dimensions, period));
}
std::vector<TraceRow> trace_all_events(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    return trace_held_events(room, event_kinds(dimensions), scope_of(room, dimensions, period));
}
template <Kind kKind>
Raw count_kind(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    return count_held_events(room, code_of(kKind), scope_of(room, dimensions, period));
}
template <Kind kKind>
std::vector<TraceRow> trace_kind(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    return trace_held_events(room, code_of(kKind), scope_of(room, dimensions, period));
}

Raw count_event_visits(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const EventCount count = count_events(room, event_kinds(dimensions), scope_of(room, dimensions, period));
    return raw_if(count.participants, count.participants_known);
}
std::vector<TraceRow> trace_event_visits(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    return traced(room, counted_rows(room, event_kinds(dimensions), scope_of(room, dimensions, period)),
                  [](const Facts& facts) { return wide(facts.participants); });
}

template <Kind kKind>
Raw count_headcount(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const HeadcountSum heads = count_heads(room, code_of(kKind), scope_of(room, dimensions, period));
    return raw_if(heads.sum, heads.lines);
}
template <Kind kKind>
std::vector<TraceRow> trace_headcount(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    return traced(room, counted_rows(room, code_of(kKind), scope_of(room, dimensions, period)),
                  [](const Facts& facts) { return wide(facts.count); });
}

base::Date last_of(const base::Period& period) {
    return period.last().value_or(base::Date::of(2199, 12, 31));
}

std::vector<TraceRow> trace_active(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    std::vector<TraceRow> rows;
    const auto lines = active_volunteers(room, activity_of(room, dimensions), last_of(period));
    if (!lines) return rows;
    const RoomNames names = RoomNames::load(room, last_of(period));
    for (const HeadLine& line : *lines)
        rows.push_back({line.entry.facts.day, names.name(line.entry.facts.activity), line.adds,
                        "/activity/" + line.entry.id.text()});
    return rows;
}
Raw count_active(Reader& room, const Dimensions& dimensions, const base::Period& period) {
    const auto lines = active_volunteers(room, activity_of(room, dimensions), last_of(period));
    if (!lines) return Raw::unknown();
    std::int64_t sum = 0;
    for (const HeadLine& line : *lines) sum += line.adds;
    return Raw::of(sum);
}

bool knows(Reader& room, std::string_view dimension, std::string_view value) {
    if (dimension == "reason") return reason_coded(value).has_value();
    if (dimension == "kind") {
        const auto kind = kind_coded(value);
        return kind && shape_of(*kind).family == Family::event;
    }
    const RoomNames names = RoomNames::load(room, base::Date());
    return dimension == "place" ? names.place(value).has_value() : names.activity(value).has_value();
}

constexpr bool kAboutPeople = true, kExact = false;

}  // namespace

std::vector<Measure> measures() {
    const Adds over_time = Adds::over_time, as_of_day = Adds::as_of_day;
    const std::vector<std::string_view> where = {"activity", "place"}, what = {"activity"};
    const std::vector<std::string_view> event = {"activity", "place", "kind"}, left = {"activity", "reason"};
    const auto* rows = &kRead;
    std::vector<Measure> all{
        {"activity.sessions", 1, "unit.sessions", over_time, kExact, where, rows, count_held, trace_held},
        {"activity.visits", 1, "unit.visits", over_time, kAboutPeople, where, rows, count_visits, trace_visits},
        {"activity.women", 1, "unit.women", over_time, kAboutPeople, where, rows, count_women, trace_women,
         "activity.visits"},
        {"activity.volunteer_hours", 1, "unit.hours", over_time, kExact, where, rows, count_hours, trace_hours},
        {"activity.events", 1, "unit.events", over_time, kExact, event, rows, count_all_events, trace_all_events},
        {"activity.event_visits", 1, "unit.participants", over_time, kAboutPeople, event, rows, count_event_visits,
         trace_event_visits},
        {"activity.trainings", 1, "unit.trainings", over_time, kExact, where, rows, count_kind<Kind::training>,
         trace_kind<Kind::training>},
        {"activity.theme_evenings", 1, "unit.theme_evenings", over_time, kExact, where, rows,
         count_kind<Kind::theme_evening>, trace_kind<Kind::theme_evening>},
        {"activity.network_meetings", 1, "unit.network_meetings", over_time, kExact, where, rows,
         count_kind<Kind::network_meeting>, trace_kind<Kind::network_meeting>},
        {"activity.workshops", 1, "unit.workshops", over_time, kExact, where, rows, count_kind<Kind::workshop>,
         trace_kind<Kind::workshop>},
        {"activity.exchanges", 1, "unit.exchanges", over_time, kExact, where, rows, count_kind<Kind::exchange>,
         trace_kind<Kind::exchange>},
        {"activity.outreach", 1, "unit.outreach", over_time, kExact, where, rows, count_kind<Kind::outreach>,
         trace_kind<Kind::outreach>},
        {"activity.volunteers_active", 1, "unit.volunteers", as_of_day, kAboutPeople, what, rows, count_active,
         trace_active},
        {"activity.volunteers_joined",
         1,
         "unit.volunteers",
         over_time,
         kAboutPeople,
         what,
         rows,
         count_headcount<Kind::volunteers_joined>,
         trace_headcount<Kind::volunteers_joined>,
         {},
         "activity.volunteers_active"},
        {"activity.volunteers_left",
         1,
         "unit.volunteers",
         over_time,
         kAboutPeople,
         left,
         rows,
         count_headcount<Kind::volunteers_left>,
         trace_headcount<Kind::volunteers_left>,
         {},
         "activity.volunteers_active"},
    };
    for (Measure& one : all) one.knows = knows;
    return all;
}

}  // namespace samrum::activity
