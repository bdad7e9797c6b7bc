#include "partnership/reports/rules_plan.hpp"

#include "partnership/agreement/rules_stretches.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

using agreement::Agreement;
using agreement::Party;
using agreement::Per;
using agreement::Side;
using agreement::Standing;
using base::Date;
using base::Period;

bool was_there(const Party& party, const Period& period) {
    return (!party.joined || *party.joined <= *period.last()) && (!party.left || *party.left >= period.first());
}

/// The stretches that have an end. Where the agreement ended before its time, the last one ends there, and is told of
/// then.
std::vector<Period> periods_of(const Agreement& agreement, Per per, Date horizon) {
    std::vector<Period> periods;
    const auto days = agreement.term.period();
    if (!days) return periods;
    const auto& ended = agreement.term.ended;
    for (const agreement::Stretch& one : agreement::stretches(*days, per, agreement.seasons, horizon))
        if (one.within.last() && (!ended || one.within.first() <= ended->on))
            periods.emplace_back(one.within.first(),
                                 ended ? std::min(*one.within.last(), ended->on) : *one.within.last());
    return periods;
}

/// The first stated day on or after the end of the period; days are stated in order.
std::optional<Date> stated_day(const agreement::Report& report, const Period& period) {
    for (const Date day : report.due)
        if (day >= *period.last()) return day;
    if (report.days_after) return period.last()->plus_days(*report.days_after);
    return std::nullopt;
}

}  // namespace

std::vector<std::string> writers_of(const Agreement& agreement, const Period& period) {
    std::vector<std::string> writers;
    const Party* lead = nullptr;
    for (const Party& one : agreement.parties)
        if (one.side == Side::public_side && one.standing == Standing::party && was_there(one, period) &&
            (!lead || (one.lead && !lead->lead)))
            lead = &one;
    if (lead) writers.push_back(lead->organisation);
    for (const Party& one : agreement.parties)
        if (one.side == Side::civil && one.standing == Standing::party && was_there(one, period))
            writers.push_back(one.organisation);
    return writers;
}

std::vector<Planned> planned_reports(const Agreement& agreement, Date horizon) {
    std::vector<Planned> all;
    bool follows_up = false;
    for (const agreement::Report& report : agreement.reports) {
        const bool written =
            std::find(std::begin(kWrittenKinds), std::end(kWrittenKinds), report.kind) != std::end(kWrittenKinds);
        if (!written) continue;
        follows_up = follows_up || report.kind != ReportKind::experience;
        for (const Period& period : periods_of(agreement, report.per, horizon))
            all.push_back({report.key, report.kind, period,
                           report.from.empty() ? writers_of(agreement, period) : report.from,
                           stated_day(report, period), report.title, report.source});
    }
    if (!follows_up && agreement.steering && agreement.steering->reports_followed)
        for (const Period& period : periods_of(agreement, Per::half_year, horizon))
            all.push_back({"", ReportKind::half_year, period, writers_of(agreement, period), std::nullopt, "",
                           agreement.steering->reports_followed->source});
    std::stable_sort(all.begin(), all.end(),
                     [](const Planned& a, const Planned& b) { return *a.period.last() < *b.period.last(); });
    return all;
}

bool is_drafted_by_itself(const Planned& planned, Date today) {
    const Date last = *planned.period.last();
    return last < today && today <= last.plus_days(kDraftedWithinDays);
}

Date due_day(const Planned& planned, const Template& layout) {
    return planned.stated_due.value_or(planned.period.last()->plus_days(layout.days_after));
}

}  // namespace samrum::partnership::reports
