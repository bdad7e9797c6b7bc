#include "partnership/money/rules_working.hpp"

#include "partnership/agreement/rules_stretches.hpp"
#include "partnership/money/rules_index.hpp"

#include <algorithm>

namespace samrum::partnership::money {
namespace {

std::optional<base::Money> less(std::optional<base::Money> one, std::optional<base::Money> other) {
    return one && other ? std::optional(*one - *other) : std::nullopt;
}
std::optional<base::Money> plus(std::optional<base::Money> one, std::optional<base::Money> other) {
    return one && other ? std::optional(*one + *other) : std::nullopt;
}

EndingLine line_of(const LivePlan& plan, const Ledger& ledger, const LiveStretch& stretch, base::Date last) {
    EndingLine line;
    line.title = stretch.title;
    line.amount = stretch.amount;
    line.period = stretch.period;
    line.promised = stretch.sum;
    line.paid = paid_of(plan, stretch);
    if (const Use* use = use_of(ledger, stretch.amount, stretch.period.first())) line.used = use->used;
    line.unspent = less(line.paid, line.used);
    line.days = *stretch.period.days();
    line.months = agreement::months_in(stretch.period, *stretch.period.last());
    if (last >= stretch.period.first()) {
        const base::Period run{stretch.period.first(), std::min(last, *stretch.period.last())};
        line.days_run = *run.days();
        line.months_run = agreement::months_in(run, *run.last());
    }
    if (line.promised) {
        line.by_days = scaled(*line.promised, line.days_run, line.days);
        line.by_months = scaled(*line.promised, line.months_run, line.months);
    }
    line.over_by_days = less(line.paid, line.by_days);
    line.over_by_months = less(line.paid, line.by_months);
    return line;
}

const Decision* unused_decision(const Ledger& ledger, const LiveStretch& stretch) {
    for (const Decision& one : ledger.decisions)
        if (one.kind == DecisionKind::unused && one.amount == stretch.amount && one.stretch == stretch.period.first())
            return &one;
    return nullptr;
}

}  // namespace

base::Money paid_of(const LivePlan& plan, const LiveStretch& stretch) {
    base::Money paid;
    for (const std::string& key : stretch.instalments)
        if (const LiveInstalment* one = find_instalment(plan, key); one && one->status == Status::paid)
            paid += *one->sum;
    return paid;
}

const Use* use_of(const Ledger& ledger, const std::string& amount, base::Date stretch) {
    for (const Use& one : ledger.uses)
        if (one.amount == amount && one.stretch == stretch) return &one;
    return nullptr;
}

std::vector<EndingLine> ending_working(const LivePlan& plan, const Ledger& ledger, base::Date last) {
    std::vector<EndingLine> lines;
    lines.reserve(plan.stretches.size());
    for (const LiveStretch& stretch : plan.stretches) lines.push_back(line_of(plan, ledger, stretch, last));
    return lines;
}

EndingLine sum_of(const std::vector<EndingLine>& lines) {
    EndingLine total;
    total.promised = total.used = total.unspent = total.by_days = total.by_months = base::Money{};
    total.over_by_days = total.over_by_months = base::Money{};
    for (const EndingLine& one : lines) {
        total.promised = plus(total.promised, one.promised);
        total.paid += one.paid;
        total.used = plus(total.used, one.used);
        total.unspent = plus(total.unspent, one.unspent);
        total.by_days = plus(total.by_days, one.by_days);
        total.over_by_days = plus(total.over_by_days, one.over_by_days);
        total.by_months = plus(total.by_months, one.by_months);
        total.over_by_months = plus(total.over_by_months, one.over_by_months);
    }
    return total;
}

std::vector<UnusedLine> unused_working(const LivePlan& plan, const Ledger& ledger, base::Date today) {
    std::vector<UnusedLine> lines;
    for (const LiveStretch& stretch : plan.stretches) {
        const Use* use = use_of(ledger, stretch.amount, stretch.period.first());
        const bool over = *stretch.period.last() < today;
        if (!over && !use) continue;
        UnusedLine line;
        line.title = stretch.title;
        line.amount = stretch.amount;
        line.period = stretch.period;
        line.paid = paid_of(plan, stretch);
        if (use) line.used = use->used;
        line.unused = less(line.paid, line.used);
        line.decision = unused_decision(ledger, stretch);
        lines.push_back(line);
    }
    return lines;
}

Funding funding_of(const std::vector<const Funder*>& funders, std::optional<base::Money> sum) {
    constexpr std::int64_t kWholeSum = 10'000;
    Funding all;
    std::vector<std::int64_t> weights;
    std::int64_t rest = kWholeSum;
    for (const Funder* one : funders) {
        weights.push_back(one->share.value_or(0));
        rest -= one->share.value_or(0);
    }
    // Shares of one sum are cut from it together, so that they and what nobody gives are the whole.
    weights.push_back(std::max<std::int64_t>(0, rest));
    const auto parts = sum && rest >= 0 ? spread(*sum, weights) : std::vector<base::Money>{};
    all.decided = base::Money{};
    all.missing = sum;
    for (std::size_t i = 0; i < funders.size(); ++i) {
        FundingShare share{funders[i], funders[i]->sum};
        if (!share.sum && funders[i]->share && sum)
            share.sum = parts.empty() ? scaled(*sum, *funders[i]->share, kWholeSum) : parts[i];
        all.missing = less(all.missing, share.sum);
        if (funders[i]->certainty == Certainty::decided) all.decided = plus(all.decided, share.sum);
        all.shares.push_back(share);
    }
    return all;
}

std::optional<int> year_of(const LiveInstalment& instalment) {
    const bool known = instalment.day || (instalment.payment && instalment.payment->paid_on);
    if (known) return instalment.listed().year();
    const auto last = instalment.window.last();
    return last && last->year() == instalment.window.first().year() ? std::optional(last->year()) : std::nullopt;
}

std::map<std::pair<std::string, int>, FrameUse> frame_use(const std::vector<LiveInstalment>& instalments) {
    std::map<std::pair<std::string, int>, FrameUse> all;
    for (const LiveInstalment& one : instalments) {
        if (one.status == Status::stopped) continue;
        FrameUse& use = all[{one.payer_name, year_of(one).value_or(0)}];
        if (!one.sum)
            ++use.unknown;
        else if (one.status == Status::paid)
            use.paid += *one.sum;
        else
            use.planned += *one.sum;
    }
    return all;
}

}  // namespace samrum::partnership::money
