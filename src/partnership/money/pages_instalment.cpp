// One instalment: what it is, where it stands, and its next step.
#include "partnership/money/actions_decide.hpp"
#include "partnership/money/actions_payment.hpp"
#include "partnership/money/pages.hpp"
#include "partnership/money/pages_steps.hpp"
#include "partnership/money/rules_payment.hpp"

#include <algorithm>

namespace samrum::partnership::money {
namespace {

using module::Call;
using web::FormState;
using web::Html;
using web::Tone;
using web::Variant;

web::Content voucher_cell(Html& h, const text::Words& words, const Payment& payment) {
    if (payment.history_on) return words("money.history.no_voucher");
    return [&h, name = payment.voucher_name()] { web::isolated(h, name); };
}

void facts(const InstalmentView& view) {
    Html& h = view.h;
    const auto& words = view.words();
    const LiveInstalment& one = view.one;
    std::vector<web::Term> terms{{words("partnership.column.sum"), sum_cell(h, words, one.sum)},
                                 {words("partnership.column.day"), when_cell(h, words, one)},
                                 {words("partnership.column.payer"), [&] { web::name(h, one.payer_name); }},
                                 {words("money.recipient"), [&] { web::name(h, one.recipient_name); }}};
    if (one.before_index) terms.push_back({words("money.before_index_label"), sum_cell(h, words, *one.before_index)});
    if (const Payment* payment = one.payment ? &*one.payment : nullptr) {
        terms.push_back({words("money.reference"), [&h, payment] { web::isolated(h, payment->reference); }});
        if (!payment->invoice.empty())
            terms.push_back({words("money.invoice"), [&h, payment] { web::isolated(h, payment->invoice); }});
        terms.push_back({words("money.first"), signed_words(words, payment->first)});
        if (payment->second) terms.push_back({words("money.second"), signed_words(words, *payment->second)});
        if (payment->paid_on) {
            terms.push_back({words("money.paid_on"), day_cell(h, words, *payment->paid_on)});
            terms.push_back({words("money.voucher"), voucher_cell(h, words, *payment)});
            terms.push_back({words("money.recorded"), signed_words(words, *payment->recorded)});
        }
    }
    web::definition_list(h, terms);
}

/// Every entry there was of the instalment, counter entries among them.
void entries(const InstalmentView& view) {
    Html& h = view.h;
    const auto& words = view.words();
    std::vector<const Payment*> all;
    for (const Payment& one : view.shown.money.ledger.payments)
        if (one.instalment == view.one.key && one.paid_on) all.push_back(&one);
    if (all.empty()) return;
    web::section(h, words("money.entries"), [&] {
        web::table(h, words,
                   {.caption = words("money.entries"),
                    .hide_caption = true,
                    .columns = {{.label = words("money.voucher")},
                                {.label = words("partnership.column.day")},
                                {.label = words("partnership.column.payer")},
                                {.label = words("money.why")},
                                {.label = words("partnership.column.sum"), .numeric = true}}},
                   [&](web::Rows& rows) {
                       for (const Payment* one : all)
                           rows.row({voucher_cell(h, words, *one), day_cell(h, words, *one->paid_on),
                                     [&h, one] { web::name(h, one->payer); },
                                     one->is_counter() ? words("money.counter.line", {{"reason", one->reason}})
                                                       : words("money.payment_line"),
                                     sum_cell(h, words, one->sum)});
                   });
    });
}

web::Response show_instalment(Call& call, const Shown& shown, const base::Problems& problems) {
    const LiveInstalment* one = find_instalment(shown.money.plan, call.part("instalment"));
    if (!one) return module::not_found(call);
    const auto& words = call.words;
    const std::string title =
        words("money.instalment_title",
              {{"amount", one->title}, {"number", std::int64_t{one->number}}, {"of", std::int64_t{one->of}}});
    return money_page(call, shown, title, "", problems, [&](Html& h) {
        const FormState state{words, call.request.form, problems};
        const InstalmentView view{h, call, shown, *one, state};
        web::error_summary(h, state);
        status_badge(h, words, one->status);
        facts(view);
        if (shown.may_handle) web::section(h, words("money.next"), [&] { instalment_steps(view); });
        entries(view);
    });
}

/// What cannot be undone is asked about once more, with what was typed.
web::Response ask_first(Call& call, const Shown& shown, const LiveInstalment& one, const std::string& step) {
    const auto& words = call.words;
    const bool is_payment = step == "pay";
    const std::string title = words(is_payment ? "money.sure.pay" : "money.sure.counter");
    return money_page(call, shown, title, "", {}, [&](Html& h) {
        web::paragraph(h, words(is_payment ? "money.sure.pay_text" : "money.sure.counter_text"));
        std::vector<web::Term> terms{
            {words("partnership.column.instalment"), one.title + ", " + number_words(words, one)},
            {words("partnership.column.payer"), [&] { web::name(h, one.payer_name); }},
            {words("money.recipient"), [&] { web::name(h, one.recipient_name); }}};
        if (is_payment) {
            terms.push_back({words("partnership.column.sum"), sum_cell(h, words, one.sum)});
            const auto day = base::Date::parse(typed(call, "paid_on"));
            if (day) terms.push_back({words("money.paid_on"), day_cell(h, words, *day)});
        } else {
            const auto sum = base::Money::parse(typed(call, "sum"));
            terms.push_back(
                {words("money.counter.how_much"), sum_cell(h, words, sum ? std::optional(*sum) : std::nullopt)});
            terms.push_back({words("money.why"), typed(call, "reason")});
        }
        web::definition_list(h, terms);
        web::form(h, call.csrf, instalment_link(call, shown.read.head, one), [&] {
            for (const char* field : {"do", "paid_on", "sum", "reason"})
                if (call.request.form.has(field)) web::hidden(h, field, typed(call, field));
            web::hidden(h, "sure", "yes");
            web::actions(h, [&] {
                web::submit_button(h, words(is_payment ? "money.note_paid" : "money.counter.make"));
                web::link_button(h, instalment_link(call, shown.read.head, one), words("money.back"),
                                 Variant::tertiary);
            });
        });
    });
}

/// The problems that a step would have, told before it is asked about.
base::Problems problems_before(const Call& call, const LiveInstalment& one, const std::string& step) {
    const std::string account = call.caller.account ? call.caller.account->text() : "";
    base::Problems problems = judge(step == "pay" ? Step::pay : Step::counter, one, account);
    if (step == "pay") {
        const auto day = base::Date::parse(typed(call, "paid_on"));
        for (base::Problem each : day.problems()) each.field = "paid_on", problems.push_back(each);
        if (day)
            for (const base::Problem& each : judge_paid_on(one, *day, call.today())) problems.push_back(each);
        return problems;
    }
    const auto sum = base::Money::parse(typed(call, "sum"));
    const auto more =
        judge_counter(one.sum.value_or(base::Money{}), sum ? std::optional(*sum) : std::nullopt, typed(call, "reason"));
    problems.insert(problems.end(), more.begin(), more.end());
    return problems;
}

base::Result<base::Done> take_step(Call& call, AgreementId id, const std::string& key, const std::string& step) {
    auto& room = call.room();
    const auto& who = call.caller;
    const base::Date today = call.today();
    if (step == "authorise")
        return authorise(room, who, today, id, key,
                         {typed(call, "reference"), typed(call, "invoice"), typed(call, "paid_before")});
    if (step == "withdraw") return withdraw(room, who, today, id, key);
    if (step == "pay") return note_paid(room, who, today, id, key, typed(call, "paid_on"));
    if (step == "counter") return counter(room, who, today, id, key, {typed(call, "sum"), typed(call, "reason")});
    if (step == "counter_confirm") return confirm_counter(room, who, today, id, key);
    if (step == "counter_withdraw") return withdraw_counter(room, who, today, id, key);
    if (step == "wait") return let_wait(room, who, today, id, key, {typed(call, "report"), typed(call, "source")});
    if (step == "wait_met" || step == "wait_off") return end_wait(room, who, today, id, key, step == "wait_met");
    if (step == "day")
        return answer_question(room, who, today, id, "instalment/" + key + "/day", {typed(call, "value"), "", ""});
    return base::problem("", "money.unknown");
}

}  // namespace

web::Response instalment_page(Call& call) {
    const auto shown = shown_of_path(call);
    return shown ? show_instalment(call, *shown, {}) : module::not_found(call);
}

web::Response instalment_action(Call& call) {
    const auto shown = shown_of_path(call);
    const LiveInstalment* one = shown ? find_instalment(shown->money.plan, call.part("instalment")) : nullptr;
    if (!one) return module::not_found(call);
    const std::string step = typed(call, "do");
    const bool asks_first = step == "pay" || step == "counter";
    if (asks_first && typed(call, "sure") != "yes") {
        const base::Problems problems = problems_before(call, *one, step);
        return problems.empty() ? ask_first(call, *shown, *one, step) : show_instalment(call, *shown, problems);
    }
    const auto done = take_step(call, shown->read.head.id, one->key, step);
    if (!done) return show_instalment(call, *shown, done.problems());
    return call.done(instalment_link(call, shown->read.head, *one), "money.flash.done");
}

}  // namespace samrum::partnership::money
