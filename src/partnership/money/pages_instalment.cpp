// One instalment: what it is, where it stands, and its next step.
#include "partnership/money/actions_decide.hpp"
#include "partnership/money/actions_payment.hpp"
#include "partnership/money/pages.hpp"
#include "partnership/money/pages_parts.hpp"
#include "partnership/money/rules_payment.hpp"

#include <algorithm>

namespace samrum::partnership::money {
namespace {

using module::Call;
using web::FormState;
using web::Html;
using web::Tone;
using web::Variant;

/// What a page of one instalment draws with.
struct View {
    Html& h;
    Call& call;
    const Shown& shown;
    const LiveInstalment& one;
    const FormState& state;
    const text::Words& words() const { return call.words; }
    std::string path() const { return instalment_link(call, shown.read.head, one); }
    std::string account() const { return call.caller.account ? call.caller.account->text() : ""; }
};

/// A form of this page: one address, told apart by what its button does.
void step_form(const View& view, const char* step, const web::Slot& fields, const std::string& button,
               Variant variant = Variant::primary) {
    web::form(view.h, view.call.csrf, view.path(), [&] {
        web::hidden(view.h, "do", step);
        fields();
        web::actions(view.h, [&] { web::submit_button(view.h, button, variant); });
    });
}

web::Content voucher_cell(Html& h, const text::Words& words, const Payment& payment) {
    if (payment.history_on) return words("money.history.no_voucher");
    return [&h, name = payment.voucher_name()] { web::isolated(h, name); };
}

void facts(const View& view) {
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
void entries(const View& view) {
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

void first_step(const View& view) {
    Html& h = view.h;
    const auto& words = view.words();
    std::string reference;
    for (const PayerRoutine& one : read_routines(view.call.room(), view.call.caller)) {
        if (one.payer != view.one.payer_name) continue;
        reference = reference_of(one, view.shown.money.agreement, view.one);
        if (!one.routine.empty()) web::notice(h, Tone::info, words("money.routine.title"), one.routine);
    }
    step_form(
        view, "authorise",
        [&] {
            web::text_field(h, view.state,
                            {.name = "reference",
                             .label = words("money.reference"),
                             .description = words("money.reference_help"),
                             .fallback = reference,
                             .width = web::Width::medium});
            web::text_field(
                h, view.state,
                {.name = "invoice", .label = words("money.invoice"), .optional = true, .width = web::Width::medium});
            web::date_field(h, view.state,
                            {.name = "paid_before",
                             .label = words("money.history.label"),
                             .description = words("money.history.help"),
                             .optional = true,
                             .width = web::Width::medium});
        },
        words("money.authorise"));
    web::small_print(h, words("money.authorise_help"));
}

void second_step(const View& view) {
    Html& h = view.h;
    const auto& words = view.words();
    const Payment& payment = *view.one.payment;
    if (plan_moved(view.one, payment))
        web::notice(h, Tone::warning, words("money.moved"),
                    words("money.moved_why", {{"sum", words.money(payment.sum)}, {"payer", payment.payer}}));
    if (payment.history_on)
        web::notice(h, Tone::info, words("money.history.title"),
                    words("money.history.confirm", {{"day", words.date(*payment.history_on)}}));
    if (payment.first.account == view.account()) {
        web::paragraph(h, words("money.waits_for_other"));
        return;
    }
    step_form(
        view, "authorise", [] {}, words("money.authorise_second"));
}

void withdraw_step(const View& view) {
    const Payment& payment = *view.one.payment;
    const bool own =
        payment.first.account == view.account() || (payment.second && payment.second->account == view.account());
    if (own)
        step_form(
            view, "withdraw", [] {}, view.words()("money.withdraw"), Variant::secondary);
}

void pay_step(const View& view) {
    Html& h = view.h;
    const auto& words = view.words();
    step_form(
        view, "pay",
        [&] {
            web::date_field(h, view.state,
                            {.name = "paid_on",
                             .label = words("money.paid_on"),
                             .description = words("money.paid_help"),
                             .fallback = view.call.today().iso(),
                             .width = web::Width::medium});
        },
        words("money.note_paid"));
}

/// A counter entry that one person wrote: the other confirms it, the same takes it back.
void waiting_counter_step(const View& view) {
    const auto& words = view.words();
    const Payment& waits = *view.one.correction;
    web::notice(view.h, Tone::warning, words("money.counter.waits", {{"sum", words.money(base::Money{} - waits.sum)}}),
                words("money.counter.line", {{"reason", waits.reason}}) + ". " + signed_words(words, waits.first));
    if (waits.first.account == view.account())
        step_form(
            view, "counter_withdraw", [] {}, words("money.counter.withdraw"), Variant::secondary);
    else
        step_form(
            view, "counter_confirm", [] {}, words("money.counter.confirm"));
}

void counter_step(const View& view) {
    if (view.one.correction) return waiting_counter_step(view);
    Html& h = view.h;
    const auto& words = view.words();
    const bool open = view.call.request.form.get("do") == "counter";
    web::details(
        h, words("money.counter.title"),
        [&] {
            web::paragraph(h, words("money.counter.lead"));
            step_form(
                view, "counter",
                [&] {
                    web::money_field(h, view.state,
                                     {.name = "sum",
                                      .label = words("money.counter.how_much"),
                                      .fallback = view.one.sum ? std::to_string(view.one.sum->ore / 100) : "",
                                      .suffix = "kr",
                                      .width = web::Width::medium});
                    web::text_area(h, view.state, {.name = "reason", .label = words("money.why")}, 3);
                },
                words("money.counter.make"), Variant::secondary);
        },
        open);
}

void day_step(const View& view) {
    Html& h = view.h;
    const auto& words = view.words();
    const bool told = view.shown.money.ledger.answer("instalment/" + view.one.key + "/day") != nullptr;
    if (view.one.day && !told) return;
    web::details(
        h, words("money.day.title"),
        [&] {
            step_form(
                view, "day",
                [&] {
                    web::date_field(h, view.state,
                                    {.name = "value",
                                     .label = words("money.day.label"),
                                     .description = words("money.day.help"),
                                     .fallback = view.one.day ? view.one.day->iso() : "",
                                     .width = web::Width::medium});
                },
                words("money.save"), Variant::secondary);
        },
        view.call.request.form.get("do") == "day");
}

void wait_step(const View& view) {
    Html& h = view.h;
    const auto& words = view.words();
    if (view.shown.money.agreement.reports.empty()) return;
    web::details(
        h, words("money.wait.title"),
        [&] {
            web::paragraph(h, words("money.wait.lead"));
            step_form(
                view, "wait",
                [&] {
                    std::vector<web::Option> reports;
                    reports.reserve(view.shown.money.agreement.reports.size());
                    for (const agreement::Report& one : view.shown.money.agreement.reports)
                        reports.push_back({one.key, one.title.empty() ? one.key : one.title, ""});
                    web::select_field(h, view.state, {.name = "report", .label = words("money.wait.report_label")},
                                      reports);
                    web::text_field(h, view.state,
                                    {.name = "source",
                                     .label = words("money.wait.source_label"),
                                     .description = words("money.wait.source_help")});
                },
                words("money.wait.set"), Variant::secondary);
        },
        view.call.request.form.get("do") == "wait");
}

void end_wait_step(const View& view) {
    const auto& words = view.words();
    web::notice(view.h, Tone::warning, words(view.one.waits_for), words("money.wait.why"));
    step_form(
        view, "wait_met", [] {}, words("money.wait.met"));
    step_form(
        view, "wait_off", [] {}, words("money.wait.off"), Variant::secondary);
}

void steps(const View& view) {
    if (view.one.ended_on) ended_notice(view.h, view.call, view.shown, *view.one.ended_on);
    switch (view.one.status) {
        case Status::stopped:
            if (view.one.sum)
                web::details(
                    view.h, view.words()("money.history.title"), [&] { first_step(view); },
                    view.call.request.form.get("do") == "authorise");
            day_step(view);
            break;
        case Status::unknown:
            web::paragraph(view.h, view.words()("money.sum_unknown"));
            day_step(view);
            break;
        case Status::planned:
            first_step(view);
            day_step(view);
            wait_step(view);
            break;
        case Status::waiting:
            end_wait_step(view);
            day_step(view);
            break;
        case Status::authorised_once:
            second_step(view);
            withdraw_step(view);
            break;
        case Status::authorised:
            pay_step(view);
            withdraw_step(view);
            break;
        case Status::paid:
            counter_step(view);
            break;
    }
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
        const View view{h, call, shown, *one, state};
        web::error_summary(h, state);
        status_badge(h, words, one->status);
        facts(view);
        if (shown.may_handle) web::section(h, words("money.next"), [&] { steps(view); });
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
