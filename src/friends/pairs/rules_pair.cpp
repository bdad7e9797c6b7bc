#include "friends/pairs/rules_pair.hpp"

#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::friends::pairs {
namespace {

constexpr std::int64_t kMinutesInHour = 60;

/// Which month of the pair a day lies in, from 1. Pauses stand still.
int month_on(const Pair& pair, base::Date day) {
    const base::Date still = day.plus_days(-paused_days_before(pair, day));
    int month = 1;
    while (pair.started_on.plus_months(month) <= still) ++month;
    return month;
}

/// "1,5" and "1.5" are 90 minutes; nothing for what is no number of half hours.
std::optional<int> minutes_of(std::string text) {
    std::ranges::replace(text, ',', '.');
    bool half = false;
    if (text.ends_with(".5")) {
        half = true;
        text.resize(text.size() - 2);
        if (text.empty()) text = "0";
    }
    const auto hours = base::whole_number(text);
    if (!hours || *hours < 0 || *hours > kMostMeetingHours) return std::nullopt;
    const int minutes = static_cast<int>(*hours * kMinutesInHour) + (half ? 30 : 0);
    return minutes > 0 && minutes <= kMostMeetingHours * kMinutesInHour ? std::optional(minutes) : std::nullopt;
}

std::optional<After> after_of(std::string_view code) {
    if (code == "waits") return After::waits;
    if (code == "leaves") return After::leaves;
    return std::nullopt;
}

}  // namespace

Pair new_pair(const people::Programme& programme, ParticipantId newcomer, ParticipantId established, base::Date today) {
    Pair pair;
    pair.id = PairId::ordered();
    pair.programme = programme.id;
    pair.newcomer = newcomer;
    pair.established = established;
    pair.hours_a_month = programme.hours_a_month;
    pair.months = programme.months;
    pair.started_on = today;
    pair.trial_until = today.plus_days(programme.trial_days);
    pair.planned_until = today.plus_months(programme.months);
    return pair;
}

int paused_days_before(const Pair& pair, base::Date day) {
    int days = 0;
    const auto add = [&](base::Date first, base::Date end) {
        if (first < end) days += first.days_until(end);
    };
    for (const base::Period& one : pair.pauses) add(one.first(), std::min(day, one.last()->plus_days(1)));
    if (pair.paused_from) add(*pair.paused_from, day);
    return days;
}

PairProgress progress_of(const Pair& pair, const std::vector<Meeting>& meetings, base::Date today) {
    PairProgress progress;
    const base::Date until = pair.ended_on ? std::min(*pair.ended_on, today) : today;
    progress.month_now = month_on(pair, until);
    progress.is_full = progress.month_now > pair.months;
    for (int month = 1; month <= pair.months; ++month)
        progress.months.push_back({month, 0, false, month == progress.month_now, month > progress.month_now});
    for (const Meeting& one : meetings) {
        const int month = month_on(pair, one.day);
        progress.minutes_in_all += one.minutes;
        if (month == progress.month_now) progress.minutes_now += one.minutes;
        if (month <= pair.months) progress.months[static_cast<std::size_t>(month) - 1].minutes += one.minutes;
    }
    for (PairMonth& month : progress.months) month.is_full = month.minutes >= pair.hours_a_month * kMinutesInHour;
    return progress;
}

base::Date quiet_since(const Pair& pair, std::optional<base::Date> last_meeting) {
    base::Date since = pair.started_on;
    for (const auto& heard : {last_meeting, pair.resumed_on, pair.talked_on})
        if (heard) since = std::max(since, *heard);
    return since;
}

Quiet quiet_of(const Pair& pair, std::optional<base::Date> last_meeting, base::Date today) {
    if (pair.state() != PairState::going || pair.lasted_on || today >= pair.planned_until) return Quiet::no;
    const int days = quiet_since(pair, last_meeting).days_until(today);
    if (days >= kTaskDays) return Quiet::task;
    return days >= kMarkDays ? Quiet::mark : Quiet::no;
}

bool awaits_trial_talk(const Pair& pair, base::Date today) {
    return pair.state() == PairState::going && !pair.trial_talk_on && pair.trial_until <= today;
}

bool lasts_by(const Pair& pair, base::Date today) {
    return pair.state() == PairState::going && !pair.lasted_on && pair.planned_until <= today;
}

base::Result<Meeting> read_met(const MetInput& input, const Pair& pair, NotedBy who, base::Date today) {
    base::ProblemList problems;
    Meeting met{pair.id, today, 0, who};
    const std::string day = base::trim(input.day), hours = base::trim(input.hours);
    if (!day.empty()) met.day = problems.take(base::Date::parse(day), "day", today);
    if (met.day > today)
        problems.add(base::problem("day", "friends.pairs.met.future"));
    else if (met.day < pair.started_on)
        problems.add(base::problem("day", "friends.pairs.met.too_early"));
    else if (met.day < today.plus_days(-kNotedDaysBack) && who != NotedBy::coordinator)
        problems.add(base::problem("day", "friends.pairs.met.too_long_ago", {{"days", std::int64_t{kNotedDaysBack}}}));
    if (const auto minutes = minutes_of(hours))
        met.minutes = *minutes;
    else
        problems.add(base::problem("hours", "friends.pairs.met.hours", {{"most", std::int64_t{kMostMeetingHours}}}));
    if (!problems.empty()) return problems.all();
    return met;
}

base::Result<PairEnd> read_end(const EndInput& input, const Pair& pair, base::Date today) {
    base::ProblemList problems;
    PairEnd end;
    end.day = problems.take(base::Date::parse(base::trim(input.day)), "last_day", today);
    if (end.day > today || end.day < pair.started_on) problems.add(base::problem("last_day", "friends.pairs.end.day"));
    if (const auto reason = end_reason_of(input.reason))
        end.reason = *reason;
    else
        problems.add(base::problem("reason", "friends.pairs.end.reason"));
    const auto after = [&](const std::optional<ParticipantId>& who, const std::string& code, const char* field) {
        const auto read = after_of(code);
        if (who && !read) problems.add(base::problem(field, "friends.pairs.end.after"));
        return read.value_or(After::leaves);
    };
    end.newcomer = after(pair.newcomer, input.newcomer, "newcomer");
    end.established = after(pair.established, input.established, "established");
    if (!problems.empty()) return problems.all();
    return end;
}

base::Result<base::Done> pause(Pair& pair, std::string_view first_day, base::Date today) {
    if (pair.state() != PairState::going) return base::problem("", "friends.pairs.pause.not_going");
    const std::string typed = base::trim(first_day);
    base::ProblemList problems;
    const base::Date first = typed.empty() ? today : problems.take(base::Date::parse(typed), "first", today);
    if (!problems.empty()) return problems.all();
    const base::Date earliest = pair.pauses.empty() ? pair.started_on : pair.pauses.back().last()->plus_days(1);
    if (first > today || first < earliest) return base::problem("first", "friends.pairs.pause.day");
    pair.paused_from = first;
    return base::Done{};
}

base::Result<base::Done> resume(Pair& pair, base::Date today) {
    if (!pair.paused_from) return base::problem("", "friends.pairs.pause.not_paused");
    // The day on which they go on is no day of pause; one that began today was none.
    if (*pair.paused_from < today) {
        pair.pauses.emplace_back(*pair.paused_from, today.plus_days(-1));
        pair.planned_until = pair.planned_until.plus_days(pair.paused_from->days_until(today));
    }
    pair.paused_from.reset();
    pair.resumed_on = today;
    return base::Done{};
}

}  // namespace samrum::friends::pairs
