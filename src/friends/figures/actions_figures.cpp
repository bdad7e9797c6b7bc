#include "friends/figures/actions_figures.hpp"

#include "friends/figures/actions_scope.hpp"
#include "friends/figures/module_measures.hpp"
#include "friends/pairs/repository_pair.hpp"
#include "friends/people/actions_participant.hpp"
#include "friends/people/model_permissions.hpp"

#include <algorithm>

namespace samrum::friends::figures {
namespace {

module::Dimensions scope_of(const FiguresFilter& filter) {
    module::Dimensions scope;
    if (!filter.programme.empty()) scope.emplace("programme", filter.programme);
    return scope;
}

bool is_in(const std::optional<base::Date>& day, base::Date first, base::Date end) {
    return day && *day >= first && *day < end;
}

void fill_months(FiguresView& view, const std::vector<pairs::Pair>& all) {
    const base::Date begin = view.filter.days.first();
    for (base::Date month = base::Date::of(begin.year(), begin.month(), 1); month <= *view.filter.days.last();
         month = month.plus_months(1)) {
        StartedIn one{month};
        const base::Date first = std::max(month, begin);
        const base::Date end = std::min(month.plus_months(1), view.filter.days.last()->plus_days(1));
        for (const pairs::Pair& pair : all) {
            if (is_in(pair.started_on, first, end)) ++one.started;
            if (is_in(pair.lasted_on, first, end)) ++one.lasted;
        }
        view.months.push_back(one);
    }
}

void fill_endings(FiguresView& view, const std::vector<pairs::Pair>& all) {
    for (const pairs::Pair& pair : all) {
        if (!pair.ended_on || !view.filter.days.contains(*pair.ended_on)) continue;
        ++view.endings[pair.end_reason.value_or(pairs::EndReason::other)];
        if (*pair.ended_on <= pair.trial_until) ++view.ended_in_trial;
    }
}

std::int64_t middle_wait(store::Reader& room, const FiguresFilter& filter, base::Date today) {
    std::vector<std::int64_t> days;
    for (const people::Participant& one : people::list_participants(room)) {
        if (!filter.programme.empty() && one.programme.text() != filter.programme) continue;
        if (one.stage == Stage::ready || one.stage == Stage::proposed)
            days.push_back(one.waiting_since.days_until(today));
    }
    std::ranges::sort(days);
    return days.empty() ? 0 : days[days.size() / 2];
}

}  // namespace

Cohort cohort_of(store::Reader& room, const FiguresFilter& filter) {
    Cohort cohort;
    for (const pairs::Pair& pair : pairs::load_pairs(room)) {
        if (!filter.programme.empty() && pair.programme.text() != filter.programme) continue;
        if (!filter.days.contains(pair.started_on)) continue;
        ++cohort.started;
        if (pair.lasted_on) {
            ++cohort.lasted;
            if (*pair.lasted_on > *filter.days.last()) ++cohort.lasted_later;
        } else if (pair.ended_on || pair.state() == pairs::PairState::broken) {
            ++cohort.ended_early;
        } else {
            ++cohort.on_their_way;
        }
    }
    return cohort;
}

std::string draft_pairs(store::Reader& room, const text::Words& words, const base::Period& period,
                        const module::Dimensions& of) {
    if (!period.last()) return "";
    const auto programme = programme_of(room, of);
    const Cohort cohort = cohort_of(room, {period, programme ? programme->text() : std::string()});
    if (cohort.started == 0) return "";
    return words("friends.figures.report", {{"started", cohort.started}, {"lasted", cohort.lasted}}) + "\n";
}

base::Result<FiguresView> see_figures(store::Session& room, const module::Caller& caller, base::Date today,
                                      const FiguresFilter& filter) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) -> base::Result<FiguresView> {
        FiguresView view;
        view.filter = filter;
        for (const module::Measure& one : measures())
            view.figures.push_back({one.name, one.count(reader, scope_of(filter), filter.days).inside()});
        const auto hours = std::ranges::find(view.figures, kHours, &FigureNow::measure);
        if (hours->now) {
            hours->minutes = 0;
            for (const auto& row : noted_minutes(reader, scope_of(filter), filter.days)) *hours->minutes += row.amount;
        }
        auto all = pairs::load_pairs(reader);
        std::erase_if(all, [&](const pairs::Pair& pair) {
            return !filter.programme.empty() && pair.programme.text() != filter.programme;
        });
        fill_months(view, all);
        fill_endings(view, all);
        view.cohort = cohort_of(reader, filter);
        view.waiting_days = middle_wait(reader, filter, today);
        return view;
    });
}

base::Result<std::vector<module::TraceRow>> see_rows(store::Session& room, const module::Caller& caller,
                                                     const FiguresFilter& filter, std::string_view measure) {
    if (!may(caller, kRunFriends)) return module::refusal();
    const auto all = measures();
    const auto found = std::ranges::find(all, measure, &module::Measure::name);
    if (found == all.end()) return base::problem("", "friends.figures.unknown");
    return room.snapshot([&](store::Reader& reader) -> base::Result<std::vector<module::TraceRow>> {
        const auto trace = measure == kHours ? noted_minutes : found->trace;
        auto rows = trace(reader, scope_of(filter), filter.days);
        std::ranges::reverse(rows);
        return rows;
    });
}

}  // namespace samrum::friends::figures
