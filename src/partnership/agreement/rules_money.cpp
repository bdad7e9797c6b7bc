#include "partnership/agreement/rules_money.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

/// A payment before its money is known.
struct Slot {
    std::optional<base::Date> day;
    base::Period window;
    std::optional<base::Money> amount;
};

/// The slots that one calendar gives for the days it is in force.
std::vector<Slot> slots_of(const InstalmentCalendar& calendar, const base::Period& window, bool only) {
    std::vector<Slot> slots;
    const base::Date last = *window.last();
    for (const Instalment& one : calendar.payments) {
        // Payments written one by one may lie outside the stretch (in advance, after the account); the only calendar
        // keeps them.
        if (one.day && !only && !window.contains(*one.day)) continue;
        slots.push_back({one.day, window, one.amount});
    }
    for (int year = window.first().year(); year <= last.year(); ++year)
        for (const MonthDay& one : calendar.each_year)
            if (window.contains(one.in(year))) slots.push_back({one.in(year), window, {}});
    if (calendar.times_per_year) {
        const int times = (*calendar.times_per_year * months_in(window, last) + 11) / 12;
        slots.insert(slots.end(), static_cast<std::size_t>(times), Slot{{}, window, {}});
    }
    return slots;
}

/// The slots of a stretch, over all calendars that are in force during it.
std::vector<Slot> slots_of(const Amount& amount, const base::Period& stretch) {
    std::vector<InstalmentCalendar> calendars = amount.instalments;
    std::stable_sort(calendars.begin(), calendars.end(),
                     [](const auto& a, const auto& b) { return a.valid_from < b.valid_from; });
    std::vector<Slot> slots;
    for (std::size_t at = 0; at < calendars.size(); ++at) {
        base::Date first = std::max(stretch.first(), calendars[at].valid_from.value_or(stretch.first()));
        base::Date last = *stretch.last();
        if (at + 1 < calendars.size())
            last = std::min(last, calendars[at + 1].valid_from.value_or(stretch.first()).plus_days(-1));
        if (last < first) continue;
        const bool only =
            calendars.size() == 1 && amount.sums.all.size() == 1 && amount.sums.all[0].value.per == Per::whole_period;
        const auto more = slots_of(calendars[at], {first, last}, only);
        slots.insert(slots.end(), more.begin(), more.end());
    }
    if (slots.empty()) slots.push_back({{}, stretch, {}});
    std::stable_sort(slots.begin(), slots.end(), [](const Slot& a, const Slot& b) {
        return a.day.value_or(a.window.first()) < b.day.value_or(b.window.first());
    });
    return slots;
}

/// What is left of the sum, in equal parts over the payments without an amount of their own.
void share(const Sum& sum, std::vector<Slot>& slots) {
    if (!sum.is_exact()) return;
    base::Money left = *sum.from();
    int open = 0;
    for (const Slot& one : slots) {
        if (one.amount)
            left = left - *one.amount;
        else
            ++open;
    }
    if (open == 0 || left < base::Money{}) return;
    const auto parts = left.split(open);
    std::size_t next = 0;
    for (Slot& one : slots)
        if (!one.amount) one.amount = parts[next++];
}

PlannedSum planned(const Agreement& agreement, const Amount& amount, const Sum& sum, const Stretch& stretch) {
    PlannedSum out{stretch, sum, stretch.is_partial(), {}};
    auto slots = slots_of(amount, stretch.within);
    share(sum, slots);
    const int of = static_cast<int>(slots.size());
    for (const Slot& slot : slots) {
        PlannedInstalment one;
        one.number = static_cast<int>(out.instalments.size()) + 1;
        one.of = of;
        one.day = slot.day;
        one.window = slot.window;
        one.amount = slot.amount;
        one.payer = payer_on(agreement, amount, slot.day.value_or(slot.window.first()));
        const std::string later = payer_on(agreement, amount, slot.day.value_or(*slot.window.last()));
        if (later != one.payer) one.later_payer = later;
        out.instalments.push_back(std::move(one));
    }
    return out;
}

/// The period with an end, as far as the plan looks.
base::Period closed(const base::Period& period, base::Date horizon) {
    return {period.first(), period.last().value_or(std::max(horizon, period.first()))};
}

bool is_promise(AmountKind kind) {
    return kind == AmountKind::fixed || kind == AmountKind::granted;
}

}  // namespace

std::optional<base::Period> period_of(const Agreement& agreement, const Amount& amount) {
    auto whole = agreement.term.period();
    if (const Season* season = agreement.season(amount.season); season && season->first <= season->last)
        whole = base::Period{season->first, season->last};
    const auto first = amount.first ? amount.first : whole ? std::optional(whole->first()) : std::nullopt;
    const auto last = amount.last ? amount.last : whole ? whole->last() : std::nullopt;
    if (!first || (!last && !whole) || (last && *last < *first)) return std::nullopt;
    return base::Period{*first, last};
}

std::string payer_on(const Agreement& agreement, const Amount& amount, base::Date day) {
    std::vector<const PayerChange*> changes;
    for (const PayerChange& one : agreement.payer_changes)
        if (one.decided_on && one.starts <= day) changes.push_back(&one);
    std::stable_sort(changes.begin(), changes.end(), [](auto* a, auto* b) { return a->starts < b->starts; });
    std::string payer = amount.payer;
    for (const PayerChange* one : changes)
        if (one->from_payer == payer) payer = one->to_payer;
    return payer;
}

bool is_refused(const Agreement& agreement, std::string_view part) {
    const Part* found = agreement.part(part);
    return found && found->verdict != Verdict::approved;
}

std::vector<AmountPlan> payment_plan(const Agreement& agreement, base::Date horizon) {
    std::vector<AmountPlan> plans;
    for (const Amount& amount : agreement.amounts) {
        AmountPlan plan;
        plan.amount = &amount;
        plan.refused = is_refused(agreement, amount.part);
        plan.period = period_of(agreement, amount);
        for (const auto& reading : amount.sums.all) {
            ReadingPlan one{reading.key, reading.source, reading.value.per, amount.sums.settled() == &reading, {}};
            if (plan.period)
                for (const Stretch& stretch :
                     stretches(closed(*plan.period, horizon), one.per, agreement.seasons, horizon))
                    one.sums.push_back(planned(agreement, amount, reading.value.sum, stretch));
            plan.readings.push_back(std::move(one));
        }
        if (plan.period)
            for (int year = plan.period->first().year(); year <= closed(*plan.period, horizon).last()->year(); ++year)
                plan.budget_years.push_back(year);
        plans.push_back(std::move(plan));
    }
    return plans;
}

Sum promised_in_all(const Agreement& agreement) {
    Sum total = Sum::exact({});
    for (const Amount& amount : agreement.amounts) {
        if (is_refused(agreement, amount.part)) continue;
        if (amount.kind == AmountKind::unknown) return {};
        if (!is_promise(amount.kind)) continue;
        const auto* reading = amount.sums.settled();
        const auto period = period_of(agreement, amount);
        if (!reading || !period || !period->last()) return {};
        for (const Stretch& stretch : stretches(*period, reading->value.per, agreement.seasons, *period->last()))
            total = stretch.is_partial() ? Sum{} : total + reading->value.sum;
    }
    return total;
}

std::optional<base::Money> indexed(const Indexation& rule, base::Money sum, base::Date day) {
    if (rule.kind != IndexKind::percent || !rule.hundredths) return std::nullopt;
    const int percent =
        rule.ceiling_hundredths ? std::min(*rule.hundredths, *rule.ceiling_hundredths) : *rule.hundredths;
    const int months = std::max(1, rule.every_months);
    constexpr std::int64_t kMostKronor = 10'000'000'000'000;
    std::int64_t kronor = sum.ore / 100;
    for (int step = 0; rule.starts.plus_months(step * months) <= day; ++step) {
        if (kronor > kMostKronor) return std::nullopt;
        kronor += (kronor * percent + 5'000) / 10'000;
    }
    return base::Money::kronor(kronor);
}

}  // namespace samrum::partnership::agreement
