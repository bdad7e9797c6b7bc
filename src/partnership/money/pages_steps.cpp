// The steps of an instalment's page: authorise, note as paid, correct, let it wait, tell its day.
#include "partnership/money/pages_steps.hpp"

#include "partnership/agreement/rules_typed.hpp"
#include "partnership/money/rules_payment.hpp"

namespace samrum::partnership::money {
namespace {

using web::Html;
using web::Tone;
using web::Variant;

/// A form of this page: one address, told apart by what its button does.
void step_form(const InstalmentView& view, const char* step, const web::Slot& fields, const std::string& button,
               Variant variant = Variant::primary) {
    web::form(view.h, view.call.csrf, view.path(), [&] {
        web::hidden(view.h, "do", step);
        fields();
        web::actions(view.h, [&] { web::submit_button(view.h, button, variant); });
    });
}

void first_step(const InstalmentView& view) {
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

void second_step(const InstalmentView& view) {
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

void withdraw_step(const InstalmentView& view) {
    const Payment& payment = *view.one.payment;
    const bool own =
        payment.first.account == view.account() || (payment.second && payment.second->account == view.account());
    if (own)
        step_form(
            view, "withdraw", [] {}, view.words()("money.withdraw"), Variant::secondary);
}

void pay_step(const InstalmentView& view) {
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
void waiting_counter_step(const InstalmentView& view) {
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

void counter_step(const InstalmentView& view) {
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
                                      .fallback = view.one.sum ? agreement::typed_kronor(*view.one.sum) : "",
                                      .suffix = "kr",
                                      .width = web::Width::medium});
                    web::text_area(h, view.state, {.name = "reason", .label = words("money.why")}, 3);
                },
                words("money.counter.make"), Variant::secondary);
        },
        open);
}

void day_step(const InstalmentView& view) {
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

void wait_step(const InstalmentView& view) {
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

void end_wait_step(const InstalmentView& view) {
    const auto& words = view.words();
    web::notice(view.h, Tone::warning, words(view.one.waits_for), words("money.wait.why"));
    step_form(
        view, "wait_met", [] {}, words("money.wait.met"));
    step_form(
        view, "wait_off", [] {}, words("money.wait.off"), Variant::secondary);
}

}  // namespace

void instalment_steps(const InstalmentView& view) {
    if (view.one.ended_on) ended_notice(view.h, view.call, view.shown, *view.one.ended_on);
    switch (view.one.status) {
        case Status::stopped:
            if (view.one.sum)
                web::details(
                    view.h, view.words()("money.history.title"), [&] { first_step(view); },
                    view.call.request.form.get("do") == "authorise");
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

}  // namespace samrum::partnership::money
