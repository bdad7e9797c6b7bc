#include "advice/rota/rules_fit.hpp"

#include <algorithm>

namespace samrum::advice::rota {
namespace {

constexpr std::string_view kObstacles[] = {"over",   "cancelled", "left",  "on_break", "has_it",   "clash",
                                           "travel", "full",      "limit", "not_then", "untrained"};

std::int64_t minute_of(base::Date day, base::ClockTime at) {
    return std::int64_t{base::Date().days_until(day)} * 1440 + at.minutes;
}

/// Minutes between two sessions; negative when they overlap.
std::int64_t between(const Held& held, const sites::Session& session) {
    return std::max(minute_of(session.day, session.starts) - minute_of(held.day, held.ends),
                    minute_of(held.day, held.starts) - minute_of(session.day, session.ends));
}

bool is_on_break(const volunteers::Volunteer& volunteer, base::Date day) {
    return std::ranges::any_of(volunteer.breaks, [&](const base::Period& pause) { return pause.contains(day); });
}

}  // namespace

std::string_view code_of(Obstacle obstacle) {
    return kObstacles[static_cast<std::size_t>(obstacle)];
}
bool blocks(Obstacle obstacle) {
    return obstacle < Obstacle::limit;
}

base::Period around(base::Date day) {
    const base::Date first = base::Date::of(day.year(), day.month(), 1);
    return {first.plus_days(-1), first.plus_months(1)};
}

Suits suits(const volunteers::Volunteer& volunteer, const sites::Session& session) {
    if (volunteer.availability.empty()) return Suits::fine;
    Suits best = Suits::no;
    for (const volunteers::Availability& said : volunteer.availability) {
        if (said.weekday != session.day.weekday()) continue;
        if (!said.site) best = std::max(best, Suits::fine);
        if (said.site == session.site) best = Suits::gladly;
    }
    return best;
}

std::vector<Obstacle> obstacles(const volunteers::Volunteer& volunteer, const sites::Session& session,
                                std::span<const Shift> there, std::span<const Held> held, base::Date today) {
    std::vector<Obstacle> found;
    const auto add = [&](bool holds, Obstacle one) {
        if (holds && std::ranges::count(found, one) == 0) found.push_back(one);
    };
    add(session.state == sites::SessionState::cancelled, Obstacle::cancelled);
    add(session.day < today || session.state == sites::SessionState::open || session.state == sites::SessionState::held,
        Obstacle::over);
    const bool pause = is_on_break(volunteer, session.day);
    add(pause, Obstacle::on_break);
    add(!pause && !volunteer.is_there_on(session.day), Obstacle::left);
    add(std::ranges::any_of(there, [&](const Shift& one) { return one.volunteer == volunteer.id; }), Obstacle::has_it);
    int in_month = 0;
    for (const Held& one : held) {
        if (one.volunteer != volunteer.id || one.session == session.id) continue;
        const std::int64_t gap = between(one, session);
        add(gap < 0, Obstacle::clash);
        add(gap >= 0 && gap < kTravelMinutes && one.site != session.site, Obstacle::travel);
        if (one.day.year() == session.day.year() && one.day.month() == session.day.month() &&
            one.state == ShiftState::taken)
            ++in_month;
    }
    add(std::ranges::count(there, ShiftState::taken, &Shift::state) >= session.wants.advisers, Obstacle::full);
    add(volunteer.most_shifts > 0 && in_month >= volunteer.most_shifts, Obstacle::limit);
    add(suits(volunteer, session) == Suits::no, Obstacle::not_then);
    add(!volunteer.trained_on || *volunteer.trained_on > session.day, Obstacle::untrained);
    return found;
}

bool may_take(const std::vector<Obstacle>& obstacles) {
    return std::ranges::none_of(obstacles, blocks);
}
bool fits(const std::vector<Obstacle>& obstacles) {
    return std::ranges::all_of(obstacles, [](Obstacle one) { return one == Obstacle::untrained; });
}

}  // namespace samrum::advice::rota
