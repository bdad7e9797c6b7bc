// What the agreement leaves open, answered by a person; and the decision that another payer takes over.
#include "partnership/money/actions_decide.hpp"
#include "partnership/money/pages.hpp"
#include "partnership/money/pages_parts.hpp"

#include <algorithm>

namespace samrum::partnership::money {
namespace {

using module::Call;
using web::FormState;
using web::Html;

void value_field(Html& h, const Call& call, const Shown& shown, const FormState& state, const Question& question) {
    const auto& words = call.words;
    const web::Field field{.name = "value", .label = words("money.answer.label"), .width = web::Width::medium};
    switch (question.kind) {
        case Question::Kind::choice: {
            std::vector<web::Option> options;
            options.reserve(question.choices.size());
            for (const std::string& one : question.choices)
                options.push_back({one, choice_words(words, shown.money.agreement, question, one), ""});
            web::radio_fields(h, state, field, options);
            return;
        }
        case Question::Kind::day:
            return web::date_field(h, state, field);
        case Question::Kind::sum: {
            web::Field money = field;
            money.suffix = "kr";
            return web::money_field(h, state, money);
        }
        case Question::Kind::percent: {
            web::Field percent = field;
            percent.suffix = "%";
            percent.input_mode = "decimal";
            return web::text_field(h, state, percent);
        }
        case Question::Kind::month: {
            web::Field month = field;
            month.description = words("money.answer.month_help");
            return web::text_field(h, state, month);
        }
        case Question::Kind::index_value:
            return;
    }
}

}  // namespace

web::Response question_page(Call& call) {
    const auto shown = shown_of_path(call);
    const std::string key = typed(call, "key");
    const auto question =
        shown ? question_of(shown->money.agreement, shown->money.ledger, horizon_of(call.today()), call.today(), key)
              : std::nullopt;
    if (!question || question->kind == Question::Kind::index_value) return module::not_found(call);
    base::Problems problems;
    const std::string back = money_link(call, shown->read.head);
    if (call.request.method == web::Method::post) {
        const auto done = answer_question(call.room(), call.caller, call.today(), shown->read.head.id, key,
                                          {typed(call, "value"), typed(call, "motivation"), typed(call, "source")});
        if (done) return call.done(back, "money.flash.answered");
        problems = done.problems();
    }
    const auto& words = call.words;
    return money_page(
        call, *shown, words("money.answer.title"), question_words(words, *question), problems, [&](Html& h) {
            const FormState state{words, call.request.form, problems};
            web::error_summary(h, state);
            web::form(h, call.csrf, money_link(call, shown->read.head, "/question"), [&] {
                web::hidden(h, "key", key);
                value_field(h, call, *shown, state, *question);
                web::text_area(h, state,
                               {.name = "motivation",
                                .label = words("money.answer.motivation"),
                                .description = words("money.answer.motivation_help"),
                                .optional = question->kind == Question::Kind::day},
                               3);
                web::text_field(h, state, {.name = "source", .label = words("money.answer.source"), .optional = true});
                web::actions(h, [&] {
                    web::submit_button(h, words("money.answer.save"));
                    web::link_button(h, back, words("money.back"), web::Variant::tertiary);
                });
            });
        });
}

web::Response payer_page(Call& call) {
    const auto shown = shown_of_path(call);
    if (!shown) return module::not_found(call);
    const auto& words = call.words;
    const std::string path = money_link(call, shown->read.head, "/payer");
    base::Problems problems;
    if (call.request.method == web::Method::post) {
        const auto done = decide_payer(call.room(), call.caller, call.today(), shown->read.head.id,
                                       {typed(call, "from_payer"), typed(call, "to_payer"), typed(call, "starts"),
                                        typed(call, "body"), typed(call, "decided_on"), typed(call, "reference")});
        if (done) return call.done(money_link(call, shown->read.head), "money.flash.payer");
        problems = done.problems();
    }
    web::Fields values = call.request.form;
    // A change that the agreement plans is filled in: what is left is who decided it, when and under which number.
    const auto& changes = shown->agreement().payer_changes;
    const auto planned = std::ranges::find_if(changes, [](const auto& one) { return !one.decided_on; });
    if (problems.empty() && planned != changes.end()) {
        values.add("from_payer", planned->from_payer);
        values.add("to_payer", planned->to_payer);
        values.add("starts", planned->starts.iso());
        values.add("body", shown->agreement().name_of(planned->decided_by));
    }
    return money_page(call, *shown, words("money.payer.title"), words("money.payer.lead"), problems, [&](Html& h) {
        const FormState state{words, values, problems};
        web::error_summary(h, state);
        for (const PayerDecision& one : shown->money.ledger.payer_decisions) {
            web::card(h, {.title = words("money.payer.decided", {{"to", shown->agreement().name_of(one.to_payer)},
                                                                 {"day", words.date(one.starts)}}),
                          .content = [&] {
                              web::paragraph(h, one.body + ", " + words.date(one.decided_on) + ", " + one.reference);
                              web::small_print(h, signed_words(words, one.by));
                              web::confirm(h, words,
                                           {.id = "withdraw-" + one.id.text(),
                                            .opener = words("money.payer.withdraw"),
                                            .title = words("money.payer.withdraw_title"),
                                            .text = words("money.payer.withdraw_text"),
                                            .csrf = call.csrf,
                                            .action = money_link(call, shown->read.head, "/decisions/" + one.id.text()),
                                            .hidden = {{"do", "withdraw_payer"}}});
                          }});
        }
        web::form(h, call.csrf, path, [&] {
            const auto options = payer_options(shown->agreement());
            web::select_field(h, state, {.name = "from_payer", .label = words("money.payer.from_label")}, options);
            web::select_field(h, state, {.name = "to_payer", .label = words("money.payer.to_label")}, options);
            web::date_field(h, state,
                            {.name = "starts", .label = words("money.payer.starts"), .width = web::Width::medium});
            web::text_field(h, state, {.name = "body", .label = words("money.decision.body_label")});
            web::date_field(h, state,
                            {.name = "decided_on", .label = words("money.decision.day"), .width = web::Width::medium});
            web::text_field(
                h, state,
                {.name = "reference", .label = words("money.decision.reference_label"), .width = web::Width::medium});
            web::actions(h, [&] { web::submit_button(h, words("money.payer.save")); });
        });
    });
}

}  // namespace samrum::partnership::money
