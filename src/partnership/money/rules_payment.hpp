#pragma once
#include "partnership/money/model_ledger.hpp"

#include <optional>
#include <string>

/// Who may do what with a payment, and in which order: two different persons authorise before it may be noted as paid,
/// and before a counter entry is made.
namespace samrum::partnership::money {

/// What a payment's next hand does.
enum class Step { authorise_first, authorise_second, withdraw, pay, counter, counter_second, counter_withdraw };

/// May this person take the step now? Problems, all at once: `money.payment.*`.
base::Problems judge(Step step, const LiveInstalment& instalment, std::string_view account);

/// Did the plan move since the first person authorised: another sum, or another payer?
bool plan_moved(const LiveInstalment& instalment, const Payment& payment);

/// The payment as it is authorised by the first person.
Payment begun(const LiveInstalment& instalment, AgreementId agreement, const Signed& by);
/// The payment after one of its authorisers takes the word back; nothing when none is left.
std::optional<Payment> withdrawn(Payment payment, std::string_view account);

/// Problems of a day on which an instalment's money left: `money.payment.day_ahead`, `.day_before_authorised`,
/// `.after_end`; none where no payment is under way.
base::Problems judge_paid_on(const LiveInstalment& instalment, base::Date paid_on, base::Date today);
/// Problems of a counter entry: `money.counter.sum`, `money.counter.reason`.
base::Problems judge_counter(base::Money net, std::optional<base::Money> sum, const std::string& reason);

/// The reference that the body's routine gives: `{dnr}` registry number, `{key}` agreement, `{year}`, `{nr}` number of
/// the instalment. Empty where the routine leaves it to the hand.
std::string reference_of(const PayerRoutine& routine, const agreement::Agreement& agreement,
                         const LiveInstalment& instalment);

}  // namespace samrum::partnership::money
