// The working of an early ending and of unused money, laid out so that a person can decide.
#include "partnership/money/actions_decide.hpp"
#include "partnership/money/pages.hpp"
#include "partnership/money/pages_parts.hpp"
#include "partnership/money/rules_working.hpp"

#include <algorithm>

namespace samrum::partnership::money {
namespace {

using module::Call;
using web::FormState;
using web::Html;
using web::Tone;

std::string share_words(const text::Words& words, int run, int of) {
    return words("money.ending.of", {{"run", std::int64_t{run}}, {"of", std::int64_t{of}}});
}

void ending_table(Html& h, const Call& call, const std::vector<EndingLine>& lines) {
    const auto& words = call.words;
    web::table(h, words,
               {.caption = words("money.ending.working"),
                .columns = {{.label = words("partnership.column.period")},
                            {.label = words("money.ending.promised"), .numeric = true},
                            {.label = words("money.paid"), .numeric = true},
                            {.label = words("money.ending.used"), .numeric = true},
                            {.label = words("money.ending.unspent"), .numeric = true},
                            {.label = words("money.ending.days")},
                            {.label = words("money.ending.by_days"), .numeric = true},
                            {.label = words("money.ending.over_by_days"), .numeric = true},
                            {.label = words("money.ending.months")},
                            {.label = words("money.ending.by_months"), .numeric = true},
                            {.label = words("money.ending.over_by_months"), .numeric = true}}},
               [&](web::Rows& rows) {
                   for (const EndingLine& one : lines)
                       rows.row({[&h, &words, &one] {
                                     h.text(one.title);
                                     web::small_print(h, [&] { web::period(h, words, one.period); });
                                 },
                                 sum_cell(h, words, one.promised), sum_cell(h, words, one.paid),
                                 sum_cell(h, words, one.used), sum_cell(h, words, one.unspent),
                                 agreement::isolated_value(h, share_words(words, one.days_run, one.days)),
                                 sum_cell(h, words, one.by_days), sum_cell(h, words, one.over_by_days),
                                 agreement::isolated_value(h, share_words(words, one.months_run, one.months)),
                                 sum_cell(h, words, one.by_months), sum_cell(h, words, one.over_by_months)});
                   const EndingLine all = sum_of(lines);
                   rows.sum({words("money.sum"), sum_cell(h, words, all.promised), sum_cell(h, words, all.paid),
                             sum_cell(h, words, all.used), sum_cell(h, words, all.unspent), std::string(),
                             sum_cell(h, words, all.by_days), sum_cell(h, words, all.over_by_days), std::string(),
                             sum_cell(h, words, all.by_months), sum_cell(h, words, all.over_by_months)});
               });
}

/// The fields that every decision of a person has.
void decision_fields(Html& h, const text::Words& words, const FormState& state) {
    web::text_field(h, state, {.name = "body", .label = words("money.decision.body_label")});
    web::date_field(h, state,
                    {.name = "decided_on", .label = words("money.decision.day"), .width = web::Width::medium});
    web::text_field(h, state,
                    {.name = "reference",
                     .label = words("money.decision.reference_label"),
                     .optional = true,
                     .width = web::Width::medium});
    web::text_area(h, state, {.name = "motivation", .label = words("money.decision.motivation")}, 4);
}

std::vector<web::Option> outcomes(const text::Words& words, std::initializer_list<Outcome> some) {
    std::vector<web::Option> options;
    for (const Outcome one : some) {
        const std::string word(agreement::word_of(one));
        options.push_back({word, words("money.outcome." + word), ""});
    }
    return options;
}

/// The decisions of a kind, each with its ways back or on.
void decisions_list(Html& h, const Call& call, const Shown& shown, DecisionKind kind) {
    const auto& words = call.words;
    for (const Decision& one : shown.money.ledger.decisions) {
        if (one.kind != kind) continue;
        const std::string action = money_link(call, shown.read.head, "/decisions/" + one.id.text());
        web::card(h, {.title = words("money.outcome." + std::string(agreement::word_of(one.outcome))), .content = [&] {
                          web::paragraph(h, [&] { web::money(h, words, one.sum); });
                          web::paragraph(h, one.motivation);
                          web::small_print(h, decided_words(words, one));
                          if (one.settled_on) {
                              web::badge(h, Tone::success,
                                         words("money.decision.settled_on", {{"day", words.date(*one.settled_on)}}));
                              return;
                          }
                          if (!shown.may_handle) return;
                          web::actions(h, [&] {
                              web::confirm(h, words,
                                           {.id = "settle-" + one.id.text(),
                                            .opener = words("money.decision.settle"),
                                            .title = words("money.decision.settle_title"),
                                            .text = words("money.decision.settle_text"),
                                            .csrf = call.csrf,
                                            .action = action,
                                            .hidden = {{"do", "settle"}},
                                            .tone = Tone::accent});
                              web::confirm(h, words,
                                           {.id = "withdraw-" + one.id.text(),
                                            .opener = words("money.decision.withdraw"),
                                            .title = words("money.decision.withdraw_title"),
                                            .text = words("money.decision.withdraw_text"),
                                            .csrf = call.csrf,
                                            .action = action,
                                            .hidden = {{"do", "withdraw"}}});
                          });
                      }});
    }
}

void claim_form(Html& h, const Call& call, const Shown& shown, const FormState& state, base::Date last) {
    const auto& words = call.words;
    web::section(h, words("money.ending.decide"), [&] {
        web::form(h, call.csrf, money_link(call, shown.read.head, "/ending"), [&] {
            web::hidden(h, "last", last.iso());
            web::radio_fields(h, state, {.name = "outcome", .label = words("money.ending.outcome")},
                              outcomes(words, {Outcome::on_association, Outcome::on_public, Outcome::none}));
            web::money_field(h, state,
                             {.name = "sum",
                              .label = words("partnership.column.sum"),
                              .description = words("money.ending.sum_help"),
                              .unmarked = true,
                              .suffix = "kr",
                              .width = web::Width::medium});
            decision_fields(h, words, state);
            web::actions(h, [&] { web::submit_button(h, words("money.decision.save")); });
        });
    });
}

/// The hidden fields that say which stretch a form is about.
void which_stretch(Html& h, const UnusedLine& line, const char* step) {
    web::hidden(h, "do", step);
    web::hidden(h, "amount", line.amount);
    web::hidden(h, "stretch", line.period.first().iso());
}

void use_form(Html& h, const Call& call, const std::string& path, const UnusedLine& line, const FormState& state) {
    const auto& words = call.words;
    web::form(h, call.csrf, path, [&] {
        which_stretch(h, line, "use");
        web::money_field(h, state,
                         {.name = "used",
                          .label = words("money.use.label"),
                          .description = words("money.use.help"),
                          .suffix = "kr",
                          .width = web::Width::medium});
        web::text_field(h, state, {.name = "source", .label = words("money.use.source_label")});
        web::actions(h, [&] { web::submit_button(h, words("money.save"), web::Variant::secondary); });
    });
}

void unused_form(Html& h, const Call& call, const std::string& path, const UnusedLine& line, const FormState& state) {
    const auto& words = call.words;
    web::form(h, call.csrf, path, [&] {
        which_stretch(h, line, "decide");
        web::radio_fields(h, state, {.name = "outcome", .label = words("money.unused.outcome")},
                          outcomes(words, {Outcome::kept, Outcome::returned, Outcome::carried_over}));
        web::money_field(
            h, state,
            {.name = "sum", .label = words("partnership.column.sum"), .suffix = "kr", .width = web::Width::medium});
        decision_fields(h, words, state);
        web::actions(h, [&] { web::submit_button(h, words("money.decision.save")); });
    });
}

/// A stretch with its working. Its forms are there when the page is about it (`open`): one stretch at a time.
void unused_line(Html& h, const Call& call, const Shown& shown, const UnusedLine& line, bool open,
                 const FormState& state) {
    const auto& words = call.words;
    const std::string path = money_link(call, shown.read.head, "/unused");
    web::section(h, line.title + ", " + words.period(line.period), [&] {
        web::definition_list(h, {{words("money.paid"), sum_cell(h, words, line.paid)},
                                 {words("money.ending.used"), sum_cell(h, words, line.used)},
                                 {words("money.unused.left"), sum_cell(h, words, line.unused)}});
        if (!shown.may_handle || line.decision) return;
        if (!open) {
            web::Fields query;
            query.add("amount", line.amount);
            query.add("stretch", line.period.first().iso());
            web::link(h, path + "?" + query.encoded(), words("money.unused.go_on"));
            return;
        }
        web::details(
            h, words("money.use.tell"), [&] { use_form(h, call, path, line, state); },
            !line.used || typed(call, "do") == "use");
        if (!line.unused || line.unused->ore <= 0) return;
        web::details(
            h, words("money.unused.decide"), [&] { unused_form(h, call, path, line, state); },
            typed(call, "do") == "decide");
    });
}

/// Is the page about this stretch: named in its address or its form, or the only one?
bool is_about(const Call& call, const UnusedLine& line, std::size_t lines) {
    const std::string amount = typed(call, "amount");
    if (amount.empty()) return lines == 1;
    return amount == line.amount && typed(call, "stretch") == line.period.first().iso();
}

base::Result<base::Done> unused_step(Call& call, AgreementId id) {
    if (typed(call, "do") == "use")
        return tell_use(call.room(), call.caller, call.today(), id,
                        {typed(call, "amount"), typed(call, "stretch"), typed(call, "used"), typed(call, "source")});
    return decide(
        call.room(), call.caller, call.today(), id, DecisionKind::unused,
        {typed(call, "amount"), typed(call, "stretch"), typed(call, "outcome"), typed(call, "sum"), typed(call, "body"),
         typed(call, "decided_on"), typed(call, "reference"), typed(call, "motivation"), ""});
}

}  // namespace

web::Response ending_page(Call& call) {
    const auto shown = shown_of_path(call);
    if (!shown) return module::not_found(call);
    const auto& words = call.words;
    base::Problems problems;
    if (call.request.method == web::Method::post) {
        const auto done =
            decide(call.room(), call.caller, call.today(), shown->read.head.id, DecisionKind::claim,
                   {"", "", typed(call, "outcome"), typed(call, "sum"), typed(call, "body"), typed(call, "decided_on"),
                    typed(call, "reference"), typed(call, "motivation"), typed(call, "last")});
        if (done) return call.done(money_link(call, shown->read.head, "/ending"), "money.flash.decided");
        problems = done.problems();
    }
    const auto& ended = shown->agreement().term.ended;
    const auto asked = base::Date::parse(typed(call, "last"));
    const base::Date last = asked ? *asked : ended ? ended->on : call.today();
    return money_page(call, *shown, words("money.ending.title"), words("money.ending.lead"), problems, [&](Html& h) {
        web::Fields values = call.request.form;
        if (!values.has("last")) values.add("last", last.iso());
        const FormState state{words, values, problems};
        web::error_summary(h, state);
        if (ended)
            web::notice(h, Tone::info, words("money.ending.ended", {{"day", words.date(ended->on)}}), ended->text);
        web::query_form(h, money_link(call, shown->read.head, "/ending"), [&] {
            web::date_field(h, FormState{words, values, {}},
                            {.name = "last", .label = words("money.ending.last"), .width = web::Width::medium});
            web::actions(h, [&] { web::submit_button(h, words("money.ending.show"), web::Variant::secondary); });
        });
        ending_table(h, call, ending_working(shown->money.plan, shown->money.ledger, last));
        web::small_print(h, words("money.ending.not_a_claim"));
        decisions_list(h, call, *shown, DecisionKind::claim);
        // A form that waits to be filled in is nothing to read on paper.
        if (shown->may_handle)
            h(web::tag::div, web::attr::cls("s-screen-only"), [&] { claim_form(h, call, *shown, state, last); });
    });
}

web::Response unused_page(Call& call) {
    const auto shown = shown_of_path(call);
    if (!shown) return module::not_found(call);
    const auto& words = call.words;
    base::Problems problems;
    if (call.request.method == web::Method::post) {
        const auto done = unused_step(call, shown->read.head.id);
        if (done) return call.done(money_link(call, shown->read.head, "/unused"), "money.flash.done");
        problems = done.problems();
    }
    return money_page(call, *shown, words("money.unused.title"),
                      agreement::say_word(words, "unused_money", shown->agreement().unused_money), problems,
                      [&](Html& h) {
                          const FormState state{words, call.request.form, problems};
                          web::error_summary(h, state);
                          const auto lines = unused_working(shown->money.plan, shown->money.ledger, call.today());
                          if (lines.empty())
                              web::empty_state(h, words("money.unused.none"), words("money.unused.none_why"));
                          for (const UnusedLine& one : lines)
                              unused_line(h, call, *shown, one, is_about(call, one, lines.size()), state);
                          decisions_list(h, call, *shown, DecisionKind::unused);
                      });
}

web::Response decision_action(Call& call) {
    const auto shown = shown_of_path(call);
    const auto id = LedgerId::parse(call.part("decision"));
    if (!shown || !id) return module::not_found(call);
    const std::string step = typed(call, "do");
    const auto& agreement = shown->read.head.id;
    const auto done = step == "withdraw_payer" ? withdraw_payer(call.room(), call.caller, call.today(), agreement, *id)
                      : step == "settle"       ? settle(call.room(), call.caller, call.today(), agreement, *id)
                      : step == "end_line"     ? end_line(call.room(), call.caller, call.today(), agreement, *id)
                                           : withdraw_decided(call.room(), call.caller, call.today(), agreement, *id);
    const std::string back = step == "end_line" ? "/funding" : "";
    if (done) return call.done(money_link(call, shown->read.head, back), "money.flash.done");
    return money_page(call, *shown, call.words("money.not_done"), "", done.problems(), [&](Html& h) {
        web::error_summary(h, FormState{call.words, {}, done.problems()});
        web::link_button(h, money_link(call, shown->read.head), call.words("money.back"));
    });
}

}  // namespace samrum::partnership::money
