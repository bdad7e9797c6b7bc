#include "partnership/agreement/actions_progress.hpp"

#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_delivery.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Period;

/// The window to show on a day: today's, else the last that is over, else the first.
std::optional<Window> shown_window(const std::vector<Window>& all, Date today) {
    if (all.empty()) return std::nullopt;
    if (const auto now = window_on(all, today)) return now;
    const auto ahead =
        std::find_if(all.begin(), all.end(), [&](const Window& one) { return one.period.first() > today; });
    return ahead == all.begin() ? all.front() : *std::prev(ahead);
}

std::vector<module::TraceRow> rows_of(store::Reader& room, const std::vector<CountingPart>& parts) {
    std::vector<module::TraceRow> rows;
    for (const CountingPart& part : parts) {
        if (!part.measure) continue;
        auto more = part.measure->trace(room, part.binding.scope, part.period);
        rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.date > b.date; });
    return rows;
}

/// The planned open days of a stretch, where what counts it plans any.
std::vector<Date> planned_of(store::Reader& room, const module::House& house, const std::vector<Binding>& bindings,
                             const Period& window) {
    std::vector<Date> days;
    for (const CountingPart& part : counting_parts(house, bindings, window)) {
        if (!part.measure || !part.measure->planned) continue;
        const auto more = part.measure->planned(room, part.binding.scope, part.period);
        days.insert(days.end(), more.begin(), more.end());
    }
    std::sort(days.begin(), days.end());
    return days;
}

std::vector<Counted> counted_of(const std::vector<module::TraceRow>& rows) {
    std::vector<Counted> counted;
    counted.reserve(rows.size());
    for (const module::TraceRow& row : rows) counted.push_back({row.date, row.amount});
    return counted;
}

/// A level on a day (volunteers active) has no pace: it stands where it stands.
Progress level(const Target& target, const Period& window, std::int64_t value, Date today) {
    Progress now;
    now.so_far = value;
    const bool over = window.last() && today >= *window.last();
    now.attainment = over ? (target.kept_by(value) ? Attainment::kept : Attainment::not_kept)
                          : (target.kept_by(value) ? Attainment::on_course : Attainment::uncertain);
    return now;
}

ReadingProgress progress_of(store::Reader& room, const module::House& house, const CommitmentView& view,
                            const Period& agreement, const ReadingRow& reading, Date today) {
    ReadingProgress one;
    one.reading = reading;
    const bool own_days = view.commitment.first || view.commitment.last;
    const Period days{view.commitment.first.value_or(agreement.first()),
                      view.commitment.last ? view.commitment.last : agreement.last()};
    const bool whole_days =
        own_days && (reading.target.per() == Per::whole_period || reading.target.per() == Per::season);
    one.window =
        shown_window(whole_days && days.last() ? whole(days) : windows(days, reading.target.per(), today), today);
    if (!one.window || today < one.window->period.first()) return one;
    const Period so_far{one.window->period.first(), std::min(today, *one.window->period.last())};
    const auto parts = counting_parts(house, view.bindings, so_far);
    const auto known = count_parts(room, parts).inside();
    if (!known) return one;
    one.planned = planned_of(room, house, view.bindings, one.window->period);
    one.progress = view.as_of_day ? level(reading.target, one.window->period, *known, today)
                                  : progress(reading.target, one.window->period, counted_of(rows_of(room, parts)),
                                             one.planned, today);
    one.judged = view.commitment.settled() && view.commitment.settled()->key == reading.key && !one.window->partial;
    return one;
}

}  // namespace

std::vector<CountingPart> counting_parts(const module::House& house, const std::vector<Binding>& bindings,
                                         const Period& period) {
    std::vector<CountingPart> parts;
    for (const Binding& binding : bindings)
        if (const auto days = binding.period.intersection(period))
            parts.push_back({house.measure(binding.measure), binding, *days});
    return parts;
}

std::vector<module::CountedPromise> counted_promises_on(store::Reader& room, Date day) {
    std::vector<module::CountedPromise> all;
    for (Binding& one : bindings_on(room, day)) all.push_back({std::move(one.measure), std::move(one.scope)});
    return all;
}

module::Raw count_parts(store::Reader& room, const std::vector<CountingPart>& parts) {
    std::optional<std::int64_t> sum;
    for (const CountingPart& part : parts) {
        if (!part.measure) continue;
        const auto value = part.measure->count(room, part.binding.scope, part.period).inside();
        if (!value) continue;
        // A level of a later part replaces that of an earlier one; sums add up.
        sum = part.measure->adds == module::Adds::over_time ? sum.value_or(0) + *value : *value;
    }
    return sum ? module::Raw::of(*sum) : module::Raw::unknown();
}

std::optional<CommitmentView> commitment_view(store::Reader& room, const module::House& house,
                                              const module::Caller& caller, const AgreementHead& agreement,
                                              const CommitmentRow& commitment, Date today) {
    if (!module::may_anywhere(caller, kSeeProgress)) return std::nullopt;
    CommitmentView view{agreement, commitment, bindings_of(room, agreement.id.uuid(), commitment.key), {}, false, {}};
    const auto last = agreement.last_day();
    view.over = last && *last < today;
    const auto period = agreement.period();
    if (!period || view.bindings.empty()) return view;
    if (const module::Measure* measure = house.measure(view.bindings.back().measure))
        view.as_of_day = measure->adds == module::Adds::as_of_day;
    for (const ReadingRow& reading : commitment.readings)
        view.readings.push_back(progress_of(room, house, view, *period, reading, today));
    if (today >= period->first())
        view.rows = rows_of(room, counting_parts(house, view.bindings,
                                                 {period->first(), std::min(today, period->last().value_or(today))}));
    return view;
}

std::optional<CommitmentView> find_commitment_view(store::Reader& room, const module::House& house,
                                                   const module::Caller& caller, AgreementId agreement,
                                                   std::string_view commitment, Date today) {
    if (!module::may_anywhere(caller, kSeeProgress)) return std::nullopt;
    const auto head = find_agreement(room, agreement);
    const auto row = head ? find_commitment(room, agreement, commitment) : std::nullopt;
    return row ? commitment_view(room, house, caller, *head, *row, today) : std::nullopt;
}

std::vector<CommitmentView> own_commitments(store::Reader& room, const module::House& house,
                                            const module::Caller& caller, Date today) {
    std::vector<CommitmentView> all;
    for (const AgreementHead& agreement : list_agreements(room)) {
        if (!agreement.period()) continue;
        for (const CommitmentRow& commitment : commitments_of(room, agreement.id)) {
            if (bindings_of(room, agreement.id.uuid(), commitment.key).empty()) continue;
            if (auto view = commitment_view(room, house, caller, agreement, commitment, today))
                all.push_back(*std::move(view));
        }
    }
    return all;
}

}  // namespace samrum::partnership::agreement
