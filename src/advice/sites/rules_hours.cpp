#include "advice/sites/rules_hours.hpp"

#include "foundation/base/swedish_holidays.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace samrum::advice::sites {
namespace {

base::Date monday_of(base::Date day) {
    return day.plus_days(1 - static_cast<int>(day.weekday()));
}

bool weeks_meet(const WeeklyRule& a, const WeeklyRule& b) {
    if (a.every_weeks == 1 || b.every_weeks == 1) return true;
    return monday_of(a.days.first()).days_until(monday_of(b.days.first())) / 7 % 2 == 0;
}

bool is_closed(const Hours& hours, base::Date day) {
    return std::ranges::any_of(hours.closures, [&](const Closure& one) {
        return (!one.site || *one.site == hours.site.id) && one.days.contains(day);
    });
}

bool is_there(const Site& site, base::Date day) {
    return day >= site.opened_on && (!site.closed_on || day <= *site.closed_on);
}

/// Made by the hours and left to them: no person had a hand in it, and its day has not begun.
bool follows_the_hours(const Session& one) {
    const bool waits = one.state == SessionState::planned || one.state == SessionState::cancelled;
    return one.rule && one.slot_day && !one.edited && waits;
}

Session made_like(Session one, const Slot& slot) {
    one.day = slot.day;
    one.slot_day = slot.day;
    one.starts = slot.starts;
    one.ends = slot.ends;
    one.rule = slot.rule;
    one.wants = slot.wants;
    one.state = SessionState::planned;
    one.reason.clear();
    return one;
}

/// The slots that nobody has taken yet.
class OpenSlots {
  public:
    explicit OpenSlots(std::vector<Slot> all) : all_(std::move(all)) {}

    /// The first slot that fits is taken out and given.
    template <class Fits>
    std::optional<Slot> take(const Fits& fits) {
        const auto found = std::ranges::find_if(all_, fits);
        if (found == all_.end()) return std::nullopt;
        Slot one = std::move(*found);
        all_.erase(found);
        return one;
    }
    std::vector<Slot> rest() && { return std::move(all_); }

  private:
    std::vector<Slot> all_;
};

/// What a person had a hand in keeps its slot: the one of its rule, else one at its time, else any of that day.
void keep(OpenSlots& open, const Session& one, Plan& plan) {
    std::optional<Slot> slot;
    if (one.slot_day) {
        const auto of_day = [&](const Slot& s) { return s.day == *one.slot_day; };
        slot = open.take([&](const Slot& s) { return of_day(s) && s.rule == one.rule; });
        if (!slot) slot = open.take([&](const Slot& s) { return of_day(s) && s.starts == one.starts; });
        if (!slot) slot = open.take(of_day);
    }
    // Two sessions of a site cannot begin at the same time.
    open.take([&](const Slot& s) { return s.day == one.day && s.starts == one.starts; });
    if (one.edited && one.rule && one.state == SessionState::planned && !(slot && is_as(one, *slot)))
        plan.stay.push_back(one);
}

}  // namespace

bool is_day_off(base::Date day) {
    const bool eve = day.month() == 12 && (day.day() == 24 || day.day() == 31);
    const bool easter_eve = day.plus_days(1) == base::easter_sunday(day.year());
    // Midsummer eve is a Friday, so what statute calls a day of rest within the week is all that is left.
    const bool rest_in_the_week = day.weekday() < 6 && base::is_statutory_rest_day(day);
    return eve || easter_eve || rest_in_the_week || base::is_swedish_holiday(day);
}

bool falls_on(const WeeklyRule& rule, base::Date day) {
    if (day.weekday() != rule.weekday || !rule.days.contains(day)) return false;
    return monday_of(rule.days.first()).days_until(monday_of(day)) / 7 % rule.every_weeks == 0;
}

std::vector<Slot> slots_of(const Hours& hours, base::Date first, base::Date last) {
    std::vector<Slot> slots;
    for (base::Date day = first; day <= last; day = day.plus_days(1)) {
        if (!is_there(hours.site, day) || is_closed(hours, day)) continue;
        const bool off = is_day_off(day);
        for (const WeeklyRule& rule : hours.rules)
            if (falls_on(rule, day) && (rule.on_holidays || !off))
                slots.push_back({day, rule.starts, rule.ends, rule.id, rule.wants});
    }
    std::ranges::stable_sort(slots, {}, [](const Slot& one) { return std::tuple(one.day, one.starts); });
    return slots;
}

const WeeklyRule* clash(const WeeklyRule& rule, std::span<const WeeklyRule> others) {
    const auto found = std::ranges::find_if(others, [&](const WeeklyRule& other) {
        return other.id != rule.id && other.site == rule.site && other.weekday == rule.weekday &&
               other.starts < rule.ends && rule.starts < other.ends && other.days.overlaps(rule.days) &&
               weeks_meet(rule, other);
    });
    return found == others.end() ? nullptr : &*found;
}

bool is_as(const Session& one, const Slot& slot) {
    return one.day == slot.day && one.starts == slot.starts && one.ends == slot.ends && one.rule == slot.rule &&
           one.wants == slot.wants && one.state == SessionState::planned;
}

Plan plan_for(std::vector<Slot> slots, const std::vector<Session>& there) {
    Plan plan;
    OpenSlots open(std::move(slots));
    std::vector<const Session*> movable;
    for (const Session& one : there) {
        if (follows_the_hours(one))
            movable.push_back(&one);
        else
            keep(open, one, plan);
    }
    // Those that have not been called off first, so that one of them is not lost for one that was.
    std::ranges::stable_sort(movable, {}, [](const Session* one) { return one->state; });
    std::vector<const Session*> unplaced;
    const auto place = [&](const Session& one, const std::optional<Slot>& slot) {
        if (slot && !is_as(one, *slot)) plan.change.push_back(made_like(one, *slot));
        return slot.has_value();
    };
    for (const Session* one : movable)
        if (!place(*one, open.take([&](const Slot& s) { return s.day == one->slot_day && s.starts == one->starts; })))
            unplaced.push_back(one);
    for (const Session* one : unplaced)
        if (!place(*one, open.take([&](const Slot& s) { return s.day == one->slot_day; })) &&
            one->state == SessionState::planned)
            plan.remove.push_back(*one);
    plan.add = std::move(open).rest();
    return plan;
}

std::vector<WeeklyRule> with_change(std::vector<WeeklyRule> rules, const HoursChange& change) {
    std::erase_if(rules, [&](WeeklyRule& rule) {
        if (rule.id != change.ends) return false;
        if (rule.days.first() >= change.from) return true;
        const base::Date last = change.from.plus_days(-1);
        if (!rule.days.last() || *rule.days.last() > last) rule.days = base::Period(rule.days.first(), last);
        return false;
    });
    if (change.begins) rules.push_back(*change.begins);
    return rules;
}

std::vector<HoursSpan> spans_of(const std::vector<WeeklyRule>& rules) {
    std::set<base::Date> turns;
    for (const WeeklyRule& rule : rules) {
        turns.insert(rule.days.first());
        if (rule.days.last()) turns.insert(rule.days.last()->plus_days(1));
    }
    std::vector<HoursSpan> spans;
    for (auto at = turns.begin(); at != turns.end(); ++at) {
        const auto next = std::next(at);
        HoursSpan span{
            base::Period(*at, next == turns.end() ? std::nullopt : std::optional(next->plus_days(-1))), {}, 0};
        for (const WeeklyRule& rule : rules) {
            if (!rule.days.contains(*at)) continue;
            span.rules.push_back(rule);
            span.minutes_a_week += (rule.ends.minutes - rule.starts.minutes) / rule.every_weeks;
        }
        std::ranges::sort(span.rules, {}, [](const WeeklyRule& one) { return std::tuple(one.weekday, one.starts); });
        const bool over = next == turns.end() && span.rules.empty();
        if (!over) spans.push_back(std::move(span));
    }
    return spans;
}

}  // namespace samrum::advice::sites
