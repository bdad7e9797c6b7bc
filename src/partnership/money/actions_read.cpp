#include "partnership/money/actions_read.hpp"

#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/money/actions.hpp"
#include "partnership/money/rules_working.hpp"

namespace samrum::partnership::money {
namespace {

/// The period as it is asked about: without end it has no last day to lie after.
bool lies_in(const base::Period& inner, const base::Period& outer) {
    return outer.contains(inner.first()) && inner.last() && outer.contains(*inner.last());
}

}  // namespace

MoneyOfPeriod money_of(store::Reader& room, AgreementId agreement, const base::Period& period, base::Date today) {
    MoneyOfPeriod sums;
    sums.planned = Sum::exact({});
    const auto all = load_case(room, agreement, today);
    if (!all) return sums;
    for (const LiveInstalment& one : all->plan.instalments) {
        if (one.status == Status::stopped || !period.contains(one.listed())) continue;
        sums.planned = sums.planned + (one.sum ? Sum::exact(*one.sum) : Sum{});
        if (one.status == Status::authorised) sums.authorised += one.payment->sum;
        if (one.status == Status::paid) sums.paid += *one.sum;
    }
    for (const LiveStretch& stretch : all->plan.stretches) {
        const Use* use = use_of(all->ledger, stretch.amount, stretch.period.first());
        if (use && lies_in(stretch.period, period)) sums.used = sums.used.value_or(base::Money{}) + use->used;
    }
    for (const Decision& one : all->ledger.decisions) {
        if (!period.contains(one.decided_on)) continue;
        if (one.outcome == Outcome::on_association || one.outcome == Outcome::returned) sums.claimed_back += one.sum;
        if (one.outcome == Outcome::on_public) sums.claimed_by_association += one.sum;
    }
    return sums;
}

std::vector<LiveInstalment> instalments_of(store::Reader& room, AgreementId agreement, base::Date today) {
    auto all = load_case(room, agreement, today);
    return all ? std::move(all->plan.instalments) : std::vector<LiveInstalment>{};
}

std::vector<Question> open_questions(store::Reader& room, AgreementId agreement, base::Date today) {
    auto all = load_case(room, agreement, today);
    return all ? std::move(all->plan.questions) : std::vector<Question>{};
}

}  // namespace samrum::partnership::money
