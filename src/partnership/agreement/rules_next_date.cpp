#include "partnership/agreement/rules_next_date.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace samrum::partnership::agreement {
namespace {

/// Days that tell and ask nobody for anything.
bool only_tells(DateKind kind) {
    return kind == DateKind::counted || kind == DateKind::longest_end;
}
/// May it come though the agreement has ended? What was promised about its time is still to be told.
bool outlives(DateKind kind) {
    return kind == DateKind::report || kind == DateKind::follow_up || kind == DateKind::year_end_account ||
           kind == DateKind::appeal_ends;
}

/// Is it about the days before the end? Of a report whose days are only stated, the first one after the end is;
/// `followed` knows those that had it.
bool is_about_time_before(const KeyDate& one, base::Date end,
                          std::set<std::pair<DateKind, std::string>, std::less<>>& followed) {
    if (one.kind == DateKind::appeal_ends) return true;
    if (one.kind == DateKind::year_end_account) return one.day.year() == end.year();
    if (one.covers) return one.covers->first() <= end;
    return followed.emplace(one.kind, one.subject).second;
}

/// The last stretch that is told of ends with the agreement; what is due so long after it is due so long after that.
/// An account at the turn of the year stays there.
void bring_forward(KeyDate& one, base::Date end) {
    if (one.day <= end || one.when == When::on || !one.covers || *one.covers->last() <= end) return;
    one.day = end.plus_days(one.covers->last()->days_until(one.day));
    one.covers = base::Period{one.covers->first(), end};
}

}  // namespace

std::vector<KeyDate> as_things_stand(std::vector<KeyDate> dates, const AgreementHead& head) {
    if (!head.ended_on) return dates;
    const base::Date end = *head.ended_on;
    std::set<std::pair<DateKind, std::string>, std::less<>> followed;
    std::erase_if(dates, [&](const KeyDate& one) {
        if (one.kind == DateKind::ends) return one.day != end;
        return one.day > end && !(outlives(one.kind) && is_about_time_before(one, end, followed));
    });
    for (KeyDate& one : dates) bring_forward(one, end);
    if (std::ranges::find(dates, DateKind::ends, &KeyDate::kind) == dates.end()) {
        KeyDate ended;
        ended.kind = DateKind::ends;
        ended.day = end;
        ended.origin = Origin::computed;
        dates.push_back(std::move(ended));
    }
    std::ranges::stable_sort(dates, {}, [](const KeyDate& one) { return std::pair(one.day, one.kind); });
    return dates;
}

std::optional<KeyDate> next_date(std::span<const KeyDate> dates, const AgreementHead& head, base::Date today,
                                 std::span<const KeyDate> open) {
    std::optional<KeyDate> next;
    const auto take = [&](const KeyDate& one) {
        if (!next || one.day < next->day) next = one;
    };
    for (const KeyDate& one : open) take(one);
    for (const KeyDate& one : as_things_stand({dates.begin(), dates.end()}, head))
        if (!only_tells(one.kind) && one.day >= today) take(one);
    return next;
}

}  // namespace samrum::partnership::agreement
