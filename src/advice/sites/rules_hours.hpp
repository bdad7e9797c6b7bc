#pragma once
#include "advice/sites/model.hpp"

#include <optional>
#include <span>
#include <vector>

/// Pure: which sessions weekly hours give, and what that means for those that are there already.
namespace samrum::advice::sites {

/// Everything that gives a site its sessions.
struct Hours {
    Site site;
    std::vector<WeeklyRule> rules = {};
    std::vector<Closure> closures = {};  ///< its own, and those of every site
};

/// A time that the hours give.
struct Slot {
    base::Date day;
    base::ClockTime starts;
    base::ClockTime ends;
    RuleId rule;
    Wants wants = {};
};

/// A day when libraries keep closed by custom: public holidays, and the eves of Easter, Midsummer, Christmas and New
/// Year. Ordinary Saturdays and Sundays are none: a site may well be open then.
bool is_day_off(base::Date day);
/// Does the rule give a session on this day, were it not for closures and holidays?
bool falls_on(const WeeklyRule& rule, base::Date day);
/// The times from `first` to `last`, by day and clock, while the site is there: without closures and days off.
std::vector<Slot> slots_of(const Hours& hours, base::Date first, base::Date last);

/// A rule that gives sessions at the same time as `rule` on some day, if there is one among `others`.
const WeeklyRule* clash(const WeeklyRule& rule, std::span<const WeeklyRule> others);

/// Is the session just what the hours say: planned, at this time, with these wishes?
bool is_as(const Session& one, const Slot& slot);

/// What has to be done with the sessions of a site so that they follow its hours.
struct Plan {
    std::vector<Slot> add;
    std::vector<Session> change;  ///< as they shall be: another clock, other wishes, or called in again
    std::vector<Session> remove;  ///< no hour gives them any more
    std::vector<Session> stay;    ///< changed by hand, which the hours would have otherwise
    bool empty() const { return add.empty() && change.empty() && remove.empty(); }
};
/// `slots` and `there` are of the same site and days. Sessions that a person changed or cancelled, extra ones, and
/// those that are open or were held are never touched; each of them stands for the slot that it came from, wherever it
/// was moved. A session that the hours took away (cancelled, not edited) comes back when they give it again.
Plan plan_for(std::vector<Slot> slots, const std::vector<Session>& there);

/// A change of hours from a day on: `ends` goes after the day before, `begins` comes.
struct HoursChange {
    base::Date from;
    std::optional<RuleId> ends = {};
    std::optional<WeeklyRule> begins = {};
};
/// The rules after the change. A rule that would have no day left is gone.
std::vector<WeeklyRule> with_change(std::vector<WeeklyRule> rules, const HoursChange& change);

/// Days over which the weekly hours were the same.
struct HoursSpan {
    base::Period days;
    std::vector<WeeklyRule> rules;  ///< by weekday and clock; none: it was not open
    int minutes_a_week = 0;         ///< every other week counts half
};
/// How the hours of a site have been, the oldest first; nothing before the first rule.
std::vector<HoursSpan> spans_of(const std::vector<WeeklyRule>& rules);

}  // namespace samrum::advice::sites
