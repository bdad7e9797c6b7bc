#include "friends/figures/module_measures.hpp"

#include "friends/effect/actions_effect.hpp"
#include "friends/figures/actions_scope.hpp"
#include "friends/figures/repository_move.hpp"
#include "friends/pairs/repository_activity.hpp"
#include "friends/pairs/repository_pair.hpp"
#include "friends/people/model_permissions.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace samrum::friends::figures {
namespace {

using module::Adds;
using module::Dimensions;
using module::Measure;
using module::Raw;
using module::TraceRow;
using pairs::Pair;
using store::Reader;

using Trace = std::vector<TraceRow> (*)(Reader&, const Dimensions&, const base::Period&);

std::int64_t sum_of(const std::vector<TraceRow>& rows) {
    std::int64_t sum = 0;
    for (const TraceRow& row : rows) sum += row.amount;
    return sum;
}

/// The figure is the sum of its rows; nothing is known where there was no programme yet.
template <Trace kTrace>
Raw summed(Reader& room, const Dimensions& scope, const base::Period& period) {
    if (!is_known(room, counted_over(room, scope, period))) return Raw::unknown();
    return Raw::of(sum_of(kTrace(room, scope, period)));
}

std::string pair_link(pairs::PairId id) {
    return "/friends/pairs/" + id.text();
}
std::map<people::ProgrammeId, std::string> programme_names(Reader& room) {
    std::map<people::ProgrammeId, std::string> names;
    for (const people::Programme& one : people::list_programmes(room)) names.emplace(one.id, one.name);
    return names;
}
std::string name_of(const std::map<people::ProgrammeId, std::string>& names, people::ProgrammeId id) {
    const auto found = names.find(id);
    return found == names.end() ? std::string() : found->second;
}

std::vector<TraceRow> trace_enrolled(Reader& room, const Dimensions& scope, const base::Period& period) {
    const Counted over = counted_over(room, scope, period);
    const auto names = programme_names(room);
    std::vector<TraceRow> rows;
    for (const Enrolled& one : enrolled_between(room, period.first(), over.last()))
        if (over.is_of(one.programme) && (!over.side || *over.side == one.side))
            rows.push_back({one.day, name_of(names, one.programme), one.adults, "/friends/people"});
    return rows;
}

/// Those who have a pair on a day.
std::set<people::ParticipantId> paired_on(Reader& room, base::Date day) {
    std::set<people::ParticipantId> paired;
    for (const Pair& pair : pairs::load_pairs(room)) {
        if (pair.started_on > day || (pair.ended_on && *pair.ended_on <= day)) continue;
        for (const auto& who : {pair.newcomer, pair.established})
            if (who) paired.insert(*who);
    }
    return paired;
}
/// Parties that have enrolled, have not left and had no pair on the last day.
std::vector<TraceRow> trace_waiting(Reader& room, const Dimensions& scope, const base::Period& period) {
    const Counted over = counted_over(room, scope, period);
    const auto paired = paired_on(room, over.last());
    const auto names = programme_names(room);
    std::vector<TraceRow> rows;
    for (const people::Participant& one : people::list_participants(room)) {
        if (!over.is_of(one.programme) || (over.side && *over.side != one.answers.side)) continue;
        const bool rests = one.stage == Stage::paused && one.stage_on <= over.last();
        const bool has_left = one.left_on && *one.left_on <= over.last();
        if (one.enrolled_on > over.last() || rests || has_left || paired.contains(one.id)) continue;
        rows.push_back({one.enrolled_on, name_of(names, one.programme), 1, "/friends/people"});
    }
    return rows;
}

/// A row for each pair whose `day` lies in the period.
std::vector<TraceRow> pair_rows(Reader& room, const Dimensions& scope, const base::Period& period,
                                std::optional<base::Date> (*day)(const Pair&)) {
    const Counted over = counted_over(room, scope, period);
    const auto names = programme_names(room);
    std::vector<TraceRow> rows;
    for (const Pair& pair : pairs::load_pairs(room)) {
        const auto on = day(pair);
        if (over.is_of(pair.programme) && on && over.is_on(*on))
            rows.push_back({*on, name_of(names, pair.programme), 1, pair_link(pair.id)});
    }
    std::ranges::stable_sort(rows, {}, &TraceRow::date);
    return rows;
}
std::vector<TraceRow> trace_started(Reader& room, const Dimensions& scope, const base::Period& period) {
    return pair_rows(room, scope, period, [](const Pair& pair) { return std::optional(pair.started_on); });
}
/// Counted on the day on which the months were full, whenever the pair began: it may fall after the agreement.
std::vector<TraceRow> trace_lasted(Reader& room, const Dimensions& scope, const base::Period& period) {
    return pair_rows(room, scope, period, [](const Pair& pair) { return pair.lasted_on; });
}

/// The notes of the scope, each with its pair's programme.
std::vector<pairs::Meeting> notes_of(Reader& room, const Counted& over, base::Date first) {
    std::map<pairs::PairId, people::ProgrammeId> programmes;
    for (const Pair& pair : pairs::load_pairs(room)) programmes.emplace(pair.id, pair.programme);
    auto notes = pairs::meetings_between(room, first, over.last());
    std::erase_if(notes, [&](const pairs::Meeting& one) { return !over.is_of(programmes.at(one.pair)); });
    return notes;
}
bool has_notes(Reader& room, const Counted& over) {
    return !notes_of(room, over, base::Date::of(1900, 1, 1)).empty();
}
std::vector<TraceRow> trace_meetings(Reader& room, const Dimensions& scope, const base::Period& period) {
    std::vector<TraceRow> rows;
    for (const pairs::Meeting& one : notes_of(room, counted_over(room, scope, period), period.first()))
        rows.push_back({one.day, "", 1, pair_link(one.pair)});
    return rows;
}
// Notes keep whole minutes; the figure is the full hours that they make together. Each row of the trace adds the hours
// that became full with it, so that the sum is the figure to the hour.
std::vector<TraceRow> trace_hours(Reader& room, const Dimensions& scope, const base::Period& period) {
    auto rows = noted_minutes(room, scope, period);
    std::int64_t minutes = 0;
    for (TraceRow& one : rows) {
        const std::int64_t before = minutes / 60;
        minutes += one.amount;
        one.amount = minutes / 60 - before;
    }
    return rows;
}
/// Unknown until any pair has noted a meeting: not noted is not none.
template <Trace kTrace>
Raw noted(Reader& room, const Dimensions& scope, const base::Period& period) {
    return has_notes(room, counted_over(room, scope, period)) ? Raw::of(sum_of(kTrace(room, scope, period)))
                                                              : Raw::unknown();
}

std::vector<TraceRow> activity_rows(Reader& room, const Dimensions& scope, const base::Period& period, bool people) {
    const Counted over = counted_over(room, scope, period);
    std::vector<TraceRow> rows;
    for (const auto& one : pairs::activities_between(room, period.first(), over.last())) {
        if (!over.is_of(one.programme) || one.state != pairs::ActivityState::held || (people && !one.came)) continue;
        rows.push_back({one.day, one.title, people ? *one.came : 1, "/friends/activities/" + one.id.text()});
    }
    return rows;
}
std::vector<TraceRow> trace_activities(Reader& room, const Dimensions& scope, const base::Period& period) {
    return activity_rows(room, scope, period, false);
}
std::vector<TraceRow> trace_visits(Reader& room, const Dimensions& scope, const base::Period& period) {
    return activity_rows(room, scope, period, true);
}
/// Unknown until the slice keeps any activity: others may stand in the log.
template <Trace kTrace>
Raw kept(Reader& room, const Dimensions& scope, const base::Period& period) {
    const Counted over = counted_over(room, scope, period);
    for (const auto& one : pairs::activities_between(room, base::Date::of(1900, 1, 1), over.last()))
        if (over.is_of(one.programme)) return Raw::of(sum_of(kTrace(room, scope, period)));
    return Raw::unknown();
}

/// Those who answered a second time on a day of the period; with `better`, only those who went up in more questions
/// than they went down.
std::vector<TraceRow> answer_rows(Reader& room, const Dimensions& scope, const base::Period& period, bool better) {
    const Counted over = counted_over(room, scope, period);
    const auto names = programme_names(room);
    std::vector<TraceRow> rows;
    const base::Period ever{base::Date::of(1900, 1, 1), over.last()};
    for (const people::Programme& programme : people::list_programmes(room))
        for (const Side side : {Side::newcomer, Side::established}) {
            if (!over.is_of(programme.id) || (over.side && *over.side != side)) continue;
            const auto sets = effect::question_sets(room, programme.id, side);
            for (const auto& one : effect::respondents_of(room, side, {programme.id, ever})) {
                if (!one.second || !over.is_on(one.second->day)) continue;
                const auto area = over.area.empty() ? std::nullopt : effect::area_of(over.area);
                if (better && effect::direction_of(one.first, *one.second, area, sets) <= 0) continue;
                rows.push_back({one.second->day, name_of(names, programme.id), 1, "/friends/effect"});
            }
        }
    std::ranges::stable_sort(rows, {}, &TraceRow::date);
    return rows;
}
std::vector<TraceRow> trace_assessed(Reader& room, const Dimensions& scope, const base::Period& period) {
    return answer_rows(room, scope, period, false);
}
std::vector<TraceRow> trace_effect(Reader& room, const Dimensions& scope, const base::Period& period) {
    return answer_rows(room, scope, period, true);
}

constexpr bool kAboutPeople = true, kExact = false;
constexpr int kMonthsToLast = 6;  ///< of an agreement's last pairs; a pause may move one beyond them

}  // namespace

std::vector<TraceRow> noted_minutes(Reader& room, const Dimensions& scope, const base::Period& period) {
    std::vector<TraceRow> rows;
    for (const pairs::Meeting& one : notes_of(room, counted_over(room, scope, period), period.first()))
        rows.push_back({one.day, "", one.minutes, pair_link(one.pair)});
    return rows;
}

std::vector<Measure> measures() {
    const Adds over_time = Adds::over_time, as_of_day = Adds::as_of_day;
    const std::vector<std::string_view> what = {"programme"}, who = {"programme", "side"},
                                        answers = {"programme", "side", "area"};
    const auto* rows = &kRunFriends;
    std::vector<Measure> all{
        {"friends.enrolled", 1, "unit.people", over_time, kAboutPeople, who, rows, summed<trace_enrolled>,
         trace_enrolled},
        {"friends.waiting", 1, "unit.parties", as_of_day, kAboutPeople, who, rows, summed<trace_waiting>,
         trace_waiting},
        {"friends.pairs_started", 1, "unit.pairs", over_time, kExact, what, rows, summed<trace_started>, trace_started},
        {"friends.pairs_lasted", 1, "unit.pairs", over_time, kExact, what, rows, summed<trace_lasted>, trace_lasted},
        {"friends.meetings", 1, "unit.meetings", over_time, kAboutPeople, what, rows, noted<trace_meetings>,
         trace_meetings},
        {kHours, 1, "unit.hours", over_time, kAboutPeople, what, rows, noted<trace_hours>, trace_hours},
        {"friends.activities", 1, "unit.activities", over_time, kExact, what, rows, kept<trace_activities>,
         trace_activities},
        {"friends.activity_visits", 1, "unit.visits", over_time, kAboutPeople, what, rows, kept<trace_visits>,
         trace_visits},
        {"friends.assessed", 1, "unit.people", over_time, kAboutPeople, who, rows, summed<trace_assessed>,
         trace_assessed},
        {"friends.effect", 1, "unit.people", over_time, kAboutPeople, answers, rows, summed<trace_effect>, trace_effect,
         "friends.assessed"},
    };
    std::ranges::find(all, "friends.pairs_lasted", &Measure::name)->follows_months = kMonthsToLast;
    for (Measure& one : all) one.knows = knows_value;
    return all;
}

}  // namespace samrum::friends::figures
