#include "partnership/money/actions_payment.hpp"

#include "partnership/money/actions_wait.hpp"
#include "partnership/money/repository.hpp"
#include "partnership/money/rules_payment.hpp"
#include "partnership/money/rules_text.hpp"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

namespace samrum::partnership::money {
namespace {

/// What a step has in its hands while the agreement's money is locked.
struct Held {
    store::Transaction& tx;
    const Case& all;
    const LiveInstalment& instalment;
    const Signed& by;
};
using Change = std::function<base::Result<base::Done>(const Held&)>;

base::Result<base::Done> change_instalment(store::Session& room, const module::Caller& caller, base::Date today,
                                           AgreementId agreement, std::string_view key, const Change& change) {
    if (!may_handle(caller)) return module::refusal();
    const Signed by = signed_by(caller, today);
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("partnership.money");
        const auto all = load_case(tx, agreement, today);
        const LiveInstalment* one = all ? find_instalment(all->plan, key) : nullptr;
        if (!one) return base::problem("", "money.unknown");
        return change({tx, *all, *one, by});
    });
}

/// The journal's line about an instalment: which, of what sum, of whose money.
void journal(const Held& held, const module::Caller& caller, const char* what, base::Money sum) {
    const nlohmann::json detail{{"agreement", held.all.head.slug},
                                {"instalment", held.instalment.key},
                                {"ore", sum.ore},
                                {"payer", held.instalment.payer_name}};
    held.tx.journal(caller.actor(), {what, held.all.head.id.text(), detail.dump()});
}

/// The day on which it was paid before it was authorised here, where somebody says so.
std::optional<base::Date> history_day(const std::string& typed, const agreement::Agreement& agreement, base::Date today,
                                      base::Problems& problems) {
    if (typed.empty()) return std::nullopt;
    const auto day = base::Date::parse(typed);
    for (base::Problem one : day.problems()) one.field = "paid_before", problems.push_back(one);
    if (!day) return std::nullopt;
    if (*day > today) problems.push_back(base::problem("paid_before", "money.payment.day_ahead"));
    const auto since = agreement.dated ? agreement.dated : agreement.term.first;
    if (since && *day < std::min(*since, agreement.term.first.value_or(*since)))
        problems.push_back(base::problem("paid_before", "money.payment.before_agreement"));
    return *day;
}

base::Result<base::Done> begin(const Held& held, const module::Caller& caller, const AuthoriseInput& input) {
    base::Problems problems;
    const auto history = history_day(input.paid_before, held.all.agreement, held.by.on, problems);
    LiveInstalment judged = held.instalment;
    if (history && judged.ended_on && *history <= *judged.ended_on) judged.ended_on.reset();  // it left in time
    for (const base::Problem& each : judge(Step::authorise_first, judged, held.by.account)) problems.push_back(each);
    std::string reference = input.reference;
    for (const PayerRoutine& one : load_routines(held.tx))
        if (reference.empty() && one.payer == held.instalment.payer_name)
            reference = reference_of(one, held.all.agreement, held.instalment);
    if (reference.empty()) problems.push_back(base::problem("reference", "money.payment.reference"));
    for (const base::Problem& each :
         judge_lengths({{"reference", reference, kLongestLine}, {"invoice", input.invoice, kLongestLine}}))
        problems.push_back(each);
    if (!problems.empty()) return problems;
    Payment one = begun(held.instalment, held.all.head.id, held.by);
    one.reference = reference;
    one.invoice = input.invoice;
    one.history_on = history;
    insert_payment(held.tx, one);
    journal(held, caller, "money.authorised_once", one.sum);
    return base::Done{};
}

base::Result<base::Done> second(const Held& held, const module::Caller& caller) {
    if (const auto problems = judge(Step::authorise_second, held.instalment, held.by.account); !problems.empty())
        return problems;
    Payment one = *held.instalment.payment;
    one.second = held.by;
    if (one.history_on) one.paid_on = one.history_on, one.recorded = held.by;
    base::ensure(update_payment(held.tx, one), "a locked payment is not paid meanwhile");
    journal(held, caller, one.history_on ? "money.history_noted" : "money.authorised", one.sum);
    return base::Done{};
}

}  // namespace

base::Result<base::Done> authorise(store::Session& room, const module::Caller& caller, base::Date today,
                                   AgreementId agreement, std::string_view instalment, const AuthoriseInput& input) {
    return change_instalment(room, caller, today, agreement, instalment, [&](const Held& held) {
        const bool is_second = held.instalment.status == Status::authorised_once;
        return is_second ? second(held, caller) : begin(held, caller, input);
    });
}

base::Result<base::Done> withdraw(store::Session& room, const module::Caller& caller, base::Date today,
                                  AgreementId agreement, std::string_view instalment) {
    const auto change = [&](const Held& held) -> base::Result<base::Done> {
        if (const auto problems = judge(Step::withdraw, held.instalment, held.by.account); !problems.empty())
            return problems;
        const Payment& before = *held.instalment.payment;
        const auto left = withdrawn(before, held.by.account);
        base::ensure(left ? update_payment(held.tx, *left) : delete_payment(held.tx, before.id),
                     "a locked payment is not paid meanwhile");
        journal(held, caller, "money.authorisation_withdrawn", before.sum);
        return base::Done{};
    };
    return change_instalment(room, caller, today, agreement, instalment, change);
}

base::Result<base::Done> note_paid(store::Session& room, const module::Caller& caller, base::Date today,
                                   AgreementId agreement, std::string_view instalment, const std::string& paid_on) {
    const auto change = [&](const Held& held) -> base::Result<base::Done> {
        base::Problems problems = judge(Step::pay, held.instalment, held.by.account);
        const auto day = base::Date::parse(paid_on);
        for (base::Problem one : day.problems()) one.field = "paid_on", problems.push_back(one);
        if (day)
            for (const base::Problem& one : judge_paid_on(held.instalment, *day, today)) problems.push_back(one);
        if (!problems.empty()) return problems;
        Payment one = *held.instalment.payment;
        one.paid_on = *day;
        one.recorded = held.by;
        give_voucher(held.tx, one);
        base::ensure(update_payment(held.tx, one), "a locked payment is not paid meanwhile");
        journal(held, caller, "money.paid", one.sum);
        return base::Done{};
    };
    return change_instalment(room, caller, today, agreement, instalment, change);
}

base::Result<base::Done> counter(store::Session& room, const module::Caller& caller, base::Date today,
                                 AgreementId agreement, std::string_view instalment, const CounterInput& input) {
    const auto change = [&](const Held& held) -> base::Result<base::Done> {
        base::Problems problems = judge(Step::counter, held.instalment, held.by.account);
        const auto sum = base::Money::parse(input.sum);
        const base::Money net = held.instalment.sum.value_or(base::Money{});
        const auto more = judge_counter(net, sum ? std::optional(*sum) : std::nullopt, input.reason);
        problems.insert(problems.end(), more.begin(), more.end());
        for (const base::Problem& each : judge_lengths({{"reason", input.reason}})) problems.push_back(each);
        if (!problems.empty()) return problems;
        Payment one = *held.instalment.payment;
        one.corrects = one.id;
        one.id = PaymentId::ordered();
        one.sum = base::Money{} - *sum;
        one.first = held.by;
        one.second.reset();
        one.paid_on.reset();
        one.recorded.reset();
        one.reason = input.reason;
        one.number = one.voucher = 0;
        one.series.clear();
        insert_payment(held.tx, one);
        journal(held, caller, "money.counter_begun", one.sum);
        return base::Done{};
    };
    return change_instalment(room, caller, today, agreement, instalment, change);
}

base::Result<base::Done> confirm_counter(store::Session& room, const module::Caller& caller, base::Date today,
                                         AgreementId agreement, std::string_view instalment) {
    const auto change = [&](const Held& held) -> base::Result<base::Done> {
        if (const auto problems = judge(Step::counter_second, held.instalment, held.by.account); !problems.empty())
            return problems;
        Payment one = *held.instalment.correction;
        one.second = held.by;
        one.paid_on = today;
        one.recorded = held.by;
        if (!one.history_on) give_voucher(held.tx, one);
        base::ensure(update_payment(held.tx, one), "a locked payment is not paid meanwhile");
        journal(held, caller, "money.counter_entry", one.sum);
        return base::Done{};
    };
    return change_instalment(room, caller, today, agreement, instalment, change);
}

base::Result<base::Done> withdraw_counter(store::Session& room, const module::Caller& caller, base::Date today,
                                          AgreementId agreement, std::string_view instalment) {
    const auto change = [&](const Held& held) -> base::Result<base::Done> {
        if (const auto problems = judge(Step::counter_withdraw, held.instalment, held.by.account); !problems.empty())
            return problems;
        base::ensure(delete_payment(held.tx, held.instalment.correction->id), "a locked payment is not paid meanwhile");
        journal(held, caller, "money.counter_withdrawn", held.instalment.correction->sum);
        return base::Done{};
    };
    return change_instalment(room, caller, today, agreement, instalment, change);
}

base::Result<base::Done> let_wait(store::Session& room, const module::Caller& caller, base::Date today,
                                  AgreementId agreement, std::string_view instalment, const WaitInput& input) {
    const auto change = [&](const Held& held) -> base::Result<base::Done> {
        base::Problems problems;
        const auto& reports = held.all.agreement.reports;
        if (std::ranges::find(reports, input.report, &agreement::Report::key) == reports.end())
            problems.push_back(base::problem("report", "money.wait.report"));
        if (input.source.empty()) problems.push_back(base::problem("source", "money.wait.source"));
        for (const base::Problem& each : judge_lengths({{"source", input.source}})) problems.push_back(each);
        if (held.instalment.payment) problems.push_back(base::problem("", "money.wait.begun"));
        if (!problems.empty()) return problems;
        save_wait(held.tx, held.all.head.id, {held.instalment.key, input.report, input.source, held.by, std::nullopt});
        journal(held, caller, "money.waits", held.instalment.sum.value_or(base::Money{}));
        return base::Done{};
    };
    return change_instalment(room, caller, today, agreement, instalment, change);
}

base::Result<base::Done> end_wait(store::Session& room, const module::Caller& caller, base::Date today,
                                  AgreementId agreement, std::string_view instalment, bool met) {
    const auto change = [&](const Held& held) -> base::Result<base::Done> {
        const auto& waits = held.all.ledger.waits;
        const auto found = std::ranges::find_if(
            waits, [&](const Wait& one) { return one.instalment == held.instalment.key && !one.met_on; });
        if (found == waits.end()) return base::problem("", "money.unknown");
        if (met) {
            Wait one = *found;
            one.met_on = today;
            save_wait(held.tx, held.all.head.id, one);
        } else {
            delete_wait(held.tx, held.all.head.id, held.instalment.key);
        }
        journal(held, caller, met ? "money.wait_met" : "money.wait_removed",
                held.instalment.sum.value_or(base::Money{}));
        return base::Done{};
    };
    return change_instalment(room, caller, today, agreement, instalment, change);
}

int meet_report(store::Transaction& tx, const store::Actor& who, AgreementId agreement, std::string_view report,
                const base::Period& period, base::Date on) {
    tx.lock("partnership.money");
    const auto all = load_case(tx, agreement, on);
    if (!all) return 0;
    int let_go = 0;
    for (const Wait& wait : all->ledger.waits) {
        const LiveInstalment* one = find_instalment(all->plan, wait.instalment);
        // A report about a time after the instalment's own says nothing of what the instalment waited for.
        const bool about_it = one && period.first() <= one->window.last().value_or(one->window.first());
        if (wait.report != report || wait.met_on || !about_it) continue;
        Wait met = wait;
        met.met_on = on;
        save_wait(tx, agreement, met);
        tx.journal(who, {"money.wait_met", agreement.text(),
                         nlohmann::json{{"agreement", all->head.slug}, {"instalment", wait.instalment}}.dump()});
        ++let_go;
    }
    return let_go;
}

}  // namespace samrum::partnership::money
