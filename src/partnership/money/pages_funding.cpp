// Who stands behind the sums, and what the parties give that is not money.
#include "partnership/money/actions_decide.hpp"
#include "partnership/money/pages.hpp"
#include "partnership/money/pages_parts.hpp"

namespace samrum::partnership::money {
namespace {

using module::Call;
using web::FormState;
using web::Html;

void end_button(Html& h, const Call& call, const Shown& shown, LedgerId id) {
    const auto& words = call.words;
    web::confirm(h, words,
                 {.id = "end-" + id.text(),
                  .opener = words("money.funding.end"),
                  .title = words("money.funding.end_title"),
                  .text = words("money.funding.end_text"),
                  .csrf = call.csrf,
                  .action = money_link(call, shown.read.head, "/decisions/" + id.text()),
                  .hidden = {{"do", "end_line"}}});
}

void there_are(Html& h, const Call& call, const Shown& shown) {
    const auto& words = call.words;
    for (const Funder& one : shown.money.ledger.funders)
        web::card(h, {.title = one.name, .content = [&] {
                          web::paragraph(h, words("money.certainty." + std::string(agreement::word_of(one.certainty))) +
                                                (one.share ? ", " + words.decimal(*one.share / 100.0, 2) + " %" : "") +
                                                (one.sum ? ", " + words.money(*one.sum) : ""));
                          if (!one.source.empty()) web::small_print(h, one.source);
                          end_button(h, call, shown, one.id);
                      }});
    for (const InKind& one : shown.money.ledger.in_kind)
        web::card(h, {.title = one.what, .content = [&] {
                          web::paragraph(h,
                                         one.party + ", " +
                                             (one.value ? words.money(*one.value) : words("money.in_kind.not_valued")));
                          if (!one.valued_how.empty()) web::small_print(h, one.valued_how);
                          end_button(h, call, shown, one.id);
                      }});
}

void funder_form(Html& h, const Call& call, const Shown& shown, const FormState& state) {
    const auto& words = call.words;
    web::form(h, call.csrf, money_link(call, shown.read.head, "/funding"), [&] {
        web::hidden(h, "do", "funder");
        std::vector<web::Option> amounts;
        for (const agreement::Amount& one : shown.agreement().amounts)
            amounts.push_back({one.key, one.title.empty() ? one.key : one.title, ""});
        web::select_field(h, state, {.name = "amount", .label = words("money.funding.amount")}, amounts);
        web::text_field(h, state, {.name = "name", .label = words("money.funding.who")});
        web::text_field(h, state,
                        {.name = "share",
                         .label = words("money.funding.share_label"),
                         .description = words("money.funding.share_help"),
                         .unmarked = true,
                         .input_mode = "decimal",
                         .suffix = "%",
                         .width = web::Width::medium});
        web::money_field(h, state,
                         {.name = "sum",
                          .label = words("money.funding.sum_label"),
                          .unmarked = true,
                          .suffix = "kr",
                          .width = web::Width::medium});
        std::vector<web::Option> certainties;
        for (const auto& one : kCertainties)
            certainties.push_back({std::string(one.word), words("money.certainty." + std::string(one.word)), ""});
        web::radio_fields(h, state, {.name = "certainty", .label = words("money.funding.certainty")}, certainties);
        web::text_field(h, state, {.name = "source", .label = words("money.answer.source"), .optional = true});
        web::actions(h, [&] { web::submit_button(h, words("money.funding.add")); });
    });
}

void in_kind_form(Html& h, const Call& call, const Shown& shown, const FormState& state) {
    const auto& words = call.words;
    web::form(h, call.csrf, money_link(call, shown.read.head, "/funding"), [&] {
        web::hidden(h, "do", "in_kind");
        std::vector<web::Option> parties;
        parties.reserve(shown.read.parties.size());
        for (const agreement::PartyRow& one : shown.read.parties) parties.push_back({one.name, one.name, ""});
        web::select_field(h, state, {.name = "party", .label = words("money.in_kind.party_label")}, parties);
        web::text_field(h, state, {.name = "what", .label = words("money.in_kind.what_label")});
        std::vector<web::Option> promises{{"", words("money.in_kind.no_commitment"), ""}};
        for (const agreement::CommitmentRow& one : shown.read.commitments)
            if (one.kind != agreement::CommitmentKind::money) promises.push_back({one.key, one.title, ""});
        web::select_field(
            h, state, {.name = "commitment", .label = words("money.in_kind.commitment"), .optional = true}, promises);
        web::money_field(h, state,
                         {.name = "value",
                          .label = words("money.in_kind.value_label"),
                          .description = words("money.in_kind.value_help"),
                          .unmarked = true,
                          .suffix = "kr",
                          .width = web::Width::medium});
        web::text_field(h, state, {.name = "valued_how", .label = words("money.in_kind.how_label"), .unmarked = true});
        web::actions(h, [&] { web::submit_button(h, words("money.in_kind.add")); });
    });
}

base::Result<base::Done> funding_step(Call& call, AgreementId id) {
    if (typed(call, "do") == "in_kind")
        return add_in_kind(call.room(), call.caller, call.today(), id,
                           {typed(call, "party"), typed(call, "what"), typed(call, "commitment"), typed(call, "value"),
                            typed(call, "valued_how")});
    return add_funder(call.room(), call.caller, call.today(), id,
                      {typed(call, "amount"), typed(call, "name"), typed(call, "share"), typed(call, "sum"),
                       typed(call, "certainty"), typed(call, "source")});
}

}  // namespace

web::Response funding_page(Call& call) {
    const auto shown = shown_of_path(call);
    if (!shown) return module::not_found(call);
    const auto& words = call.words;
    base::Problems problems;
    if (call.request.method == web::Method::post) {
        const auto done = funding_step(call, shown->read.head.id);
        if (done) return call.done(money_link(call, shown->read.head, "/funding"), "money.flash.done");
        problems = done.problems();
    }
    return money_page(call, *shown, words("money.funding.title"), words("money.funding.lead"), problems, [&](Html& h) {
        const std::string step = typed(call, "do");
        const FormState state{words, call.request.form, problems};
        const FormState fresh{words, {}, {}};
        web::error_summary(h, state);
        there_are(h, call, *shown);
        web::details(
            h, words("money.funding.add"), [&] { funder_form(h, call, *shown, step == "funder" ? state : fresh); },
            step != "in_kind");
        web::details(
            h, words("money.in_kind.add"), [&] { in_kind_form(h, call, *shown, step == "in_kind" ? state : fresh); },
            step == "in_kind");
    });
}

}  // namespace samrum::partnership::money
