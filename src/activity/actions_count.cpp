#include "activity/actions_count.hpp"

#include "activity/rules_entry.hpp"
#include "activity/rules_figure.hpp"

namespace samrum::activity {
namespace {

std::optional<std::int64_t> if_known(std::int64_t value, std::int64_t known) {
    return known > 0 ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> visits(store::Reader& room, const CountScope& scope) {
    const Totals totals = count_sessions(room, scope);
    return if_known(totals.participants, totals.participants_known);
}

std::optional<std::int64_t> heads(store::Reader& room, Kind kind, const CountScope& scope) {
    const HeadcountSum heads = count_heads(room, code_of(kind), scope);
    return if_known(heads.sum, heads.lines);
}

}  // namespace

std::optional<std::vector<HeadLine>> active_volunteers(store::Reader& room, std::string_view activity, base::Date day) {
    const auto rows = heads_until(room, activity, day);
    std::vector<HeadLine> lines;
    for (std::size_t from = 0; from < rows.size();) {
        std::size_t to = from;
        std::optional<std::size_t> stated;
        for (; to < rows.size() && rows[to].facts.activity == rows[from].facts.activity; ++to)
            if (rows[to].facts.kind == Kind::volunteers_active) stated = to;
        for (std::size_t i = stated.value_or(to); i < to; ++i) {
            const Facts& facts = rows[i].facts;
            const bool after = facts.day > rows[*stated].facts.day;
            if (i == *stated || (after && facts.kind == Kind::volunteers_joined))
                lines.push_back({rows[i], *facts.count});
            else if (after && facts.kind == Kind::volunteers_left)
                lines.push_back({rows[i], -std::int64_t{*facts.count}});
        }
        from = to;
    }
    if (lines.empty()) return std::nullopt;
    return lines;
}

std::optional<std::int64_t> counted_for(store::Reader& room, const StatedFigure& figure) {
    if (!figure.period) return std::nullopt;
    const std::string activity = figure.activity ? figure.activity->text() : std::string();
    CountScope scope{.activity = activity, .period = *figure.period};
    switch (figure.of) {
        case FigureOf::sessions: {
            const Totals totals = count_sessions(room, scope);
            return if_known(totals.sessions, totals.lines);
        }
        case FigureOf::visits:
            return visits(room, scope);
        case FigureOf::visits_growth: {
            const auto now = visits(room, scope);
            scope.period = period_before(*figure.period);
            return growth_percent(visits(room, scope), now);
        }
        case FigureOf::women_percent: {
            const Totals work = count_sessions(room, scope);
            return percent_of(work.women, work.women_of);
        }
        case FigureOf::volunteer_hours: {
            const Totals work = count_sessions(room, scope);
            return if_known((work.volunteer_minutes + 30) / 60, work.volunteer_minutes_known);
        }
        case FigureOf::volunteers: {
            const auto lines = active_volunteers(room, activity, *figure.period->last());
            if (!lines) return std::nullopt;
            std::int64_t sum = 0;
            for (const HeadLine& line : *lines) sum += line.adds;
            return sum;
        }
        case FigureOf::volunteers_joined:
            return heads(room, Kind::volunteers_joined, scope);
        case FigureOf::volunteers_left:
            return heads(room, Kind::volunteers_left, scope);
    }
    return std::nullopt;
}

}  // namespace samrum::activity
