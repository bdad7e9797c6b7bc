#include "partnership/reports/rules_judgement.hpp"

#include "partnership/agreement/rules_progress.hpp"

namespace samrum::partnership::reports {
namespace {

using agreement::Per;
using agreement::Target;
using agreement::Window;
using base::Date;
using base::Period;

/// The stretch that the promise counts in and the period's last day lies in. A season has days of its own.
std::optional<Window> window_of(const agreement::CommitmentRow& commitment, const Target& target,
                                const Period& agreement_days, Date last) {
    if (target.per() == Per::season) {
        if (!commitment.first || !commitment.last) return std::nullopt;
        return Window{{*commitment.first, *commitment.last}, false};
    }
    return agreement::window_on(agreement::windows(agreement_days, target.per(), last), last);
}

std::int64_t share_of(std::int64_t quantity, const Period& part, const Period& whole) {
    return (quantity * *part.days() + *whole.days() / 2) / *whole.days();
}

}  // namespace

Suggestion suggested(const agreement::CommitmentRow& commitment, const Period& agreement_days, const Period& period,
                     const std::optional<StatedValue>& figure) {
    Suggestion said;
    const bool told = figure && figure->period == period && figure->value.kind == DeliveredValue::Kind::number;
    if (told) said.figure = figure->value.number;
    const auto* reading = commitment.settled();
    if (!reading) return said;
    const Target& target = reading->target;
    const auto window = window_of(commitment, target, agreement_days, *period.last());
    if (!window || window->partial || !window->period.last()) return said;
    const auto common = window->period.intersection(period);
    if (!common) return said;
    said.expected = share_of(target.quantity(), *common, window->period);
    if (*window->period.last() > *period.last()) {
        said.verdict = Verdict::too_early;
        return said;
    }
    // Judged only where the figure is of the promise's own stretch.
    if (!told || window->period != period) return said;
    if (target.kept_by(*said.figure))
        said.verdict = Verdict::kept;
    else
        said.verdict =
            target.bound() == agreement::Bound::at_least && *said.figure > 0 ? Verdict::partly : Verdict::not_kept;
    return said;
}

std::string judge_of(const agreement::CommitmentRow& commitment, const std::vector<std::string>& writers,
                     const std::function<std::optional<agreement::Side>(const std::string& party)>& side_of) {
    const std::string promisers = "," + commitment.party + ",";
    for (const std::string& one : writers)
        if (promisers.find("," + one + ",") != std::string::npos) return one;
    for (const std::string& one : writers)
        if (side_of(one) == commitment.side) return one;
    return "";
}

}  // namespace samrum::partnership::reports
