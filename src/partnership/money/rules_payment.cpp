#include "partnership/money/rules_payment.hpp"

#include <algorithm>

namespace samrum::partnership::money {
namespace {

base::Problem told(std::string key) {
    return base::problem("", "money.payment." + std::move(key));
}

base::Problem after_end(const LiveInstalment& instalment) {
    return base::problem("", "money.payment.after_end", {{"day", instalment.ended_on->iso()}});
}

bool is_signed_by(const Payment& payment, std::string_view account) {
    return payment.first.account == account || (payment.second && payment.second->account == account);
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

}  // namespace

base::Problems judge(Step step, const LiveInstalment& instalment, std::string_view account) {
    base::Problems problems;
    if (account.empty()) problems.push_back(told("no_person"));
    const Status status = instalment.status;
    const Payment* payment = instalment.payment ? &*instalment.payment : nullptr;
    switch (step) {
        case Step::authorise_first:
            if (!instalment.sum) problems.push_back(told("sum_unknown"));
            if (status == Status::waiting) problems.push_back(told("waits"));
            if (instalment.ended_on) problems.push_back(after_end(instalment));
            if (payment) problems.push_back(told("begun"));
            break;
        case Step::authorise_second:
            if (status != Status::authorised_once || !payment) {
                problems.push_back(told("not_begun"));
                break;
            }
            if (is_signed_by(*payment, account)) problems.push_back(told("same_person"));
            if (plan_moved(instalment, *payment)) problems.push_back(told("plan_moved"));
            if (instalment.ended_on && !payment->history_on) problems.push_back(after_end(instalment));
            break;
        case Step::withdraw:
            if (!payment || status == Status::paid)
                problems.push_back(told("nothing_to_withdraw"));
            else if (!is_signed_by(*payment, account))
                problems.push_back(told("not_yours"));
            break;
        case Step::pay:
            if (status != Status::authorised || !payment)
                problems.push_back(told("two_persons"));
            else if (plan_moved(instalment, *payment))
                problems.push_back(told("plan_moved"));
            break;
        case Step::counter:
            if (status != Status::paid) problems.push_back(told("not_paid"));
            if (instalment.correction) problems.push_back(told("correction_waits"));
            break;
        case Step::counter_second:
            if (!instalment.correction)
                problems.push_back(told("no_correction"));
            else if (is_signed_by(*instalment.correction, account))
                problems.push_back(told("same_person"));
            break;
        case Step::counter_withdraw:
            if (!instalment.correction)
                problems.push_back(told("no_correction"));
            else if (!is_signed_by(*instalment.correction, account))
                problems.push_back(told("not_yours"));
            break;
    }
    return problems;
}

bool plan_moved(const LiveInstalment& instalment, const Payment& payment) {
    if (instalment.orphan) return true;
    return instalment.sum != payment.sum || instalment.payer != payment.payer_key;
}

Payment begun(const LiveInstalment& instalment, AgreementId agreement, const Signed& by) {
    Payment one;
    one.id = PaymentId::ordered();
    one.agreement = agreement;
    one.instalment = instalment.key;
    one.amount_title = instalment.title;
    one.sum = instalment.sum.value();
    one.payer = instalment.payer_name;
    one.payer_key = instalment.payer;
    one.recipient = instalment.recipient_name;
    one.first = by;
    return one;
}

std::optional<Payment> withdrawn(Payment payment, std::string_view account) {
    if (payment.second && payment.second->account == account) {
        payment.second.reset();
        return payment;
    }
    if (!payment.second) return std::nullopt;
    payment.first = *payment.second;
    payment.second.reset();
    return payment;
}

base::Problems judge_paid_on(const LiveInstalment& instalment, base::Date paid_on, base::Date today) {
    base::Problems problems;
    if (!instalment.payment) return problems;
    const Payment& payment = *instalment.payment;
    // What left before the end is noted whenever somebody does it.
    if (instalment.ended_on && paid_on > *instalment.ended_on) problems.push_back(after_end(instalment));
    if (paid_on > today) problems.push_back(base::problem("paid_on", "money.payment.day_ahead"));
    const base::Date authorised = payment.second ? std::max(payment.first.on, payment.second->on) : payment.first.on;
    if (paid_on < authorised)
        problems.push_back(
            base::problem("paid_on", "money.payment.day_before_authorised", {{"day", authorised.iso()}}));
    return problems;
}

base::Problems judge_counter(base::Money net, std::optional<base::Money> sum, const std::string& reason) {
    base::Problems problems;
    if (!sum || *sum <= base::Money{} || *sum > net) problems.push_back(base::problem("sum", "money.counter.sum"));
    if (reason.empty()) problems.push_back(base::problem("reason", "money.counter.reason"));
    return problems;
}

std::string reference_of(const PayerRoutine& routine, const agreement::Agreement& agreement,
                         const LiveInstalment& instalment) {
    std::string reference = routine.reference;
    // A number that the agreement does not have cannot be part of a reference: then it is written by hand.
    if (agreement.registry_number.empty() && reference.find("{dnr}") != std::string::npos) return "";
    replace_all(reference, "{dnr}", agreement.registry_number);
    replace_all(reference, "{key}", agreement.key);
    replace_all(reference, "{year}", std::to_string(instalment.listed().year()));
    replace_all(reference, "{nr}", std::to_string(instalment.number));
    return reference;
}

}  // namespace samrum::partnership::money
