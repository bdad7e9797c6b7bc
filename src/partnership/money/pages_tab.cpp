// The money tab of an agreement: its plan as it stands today, what it asks, and what persons decided.
#include "partnership/agreement/rules_money.hpp"
#include "partnership/money/pages.hpp"
#include "partnership/money/pages_parts.hpp"
#include "partnership/money/rules_working.hpp"

#include <algorithm>

namespace samrum::partnership::money {
namespace {

using agreement::Agreement;
using agreement::AmountPlan;
using agreement::ReadAgreement;
using module::Call;
using web::Html;
using web::Tone;

void reading_table(Html& h, const Call& call, const Agreement& agreement, const agreement::ReadingPlan& reading) {
    const auto& words = call.words;
    web::table(
        h, words,
        {.caption = words("money.plan"),
         .hide_caption = true,
         .columns = {{.label = words("partnership.column.instalment")},
                     {.label = words("partnership.column.day")},
                     {.label = words("partnership.column.payer")},
                     {.label = words("partnership.column.sum"), .numeric = true}},
         .empty = words("money.no_plan")},
        [&](web::Rows& rows) {
            for (const agreement::PlannedSum& sum : reading.sums) {
                for (const agreement::PlannedInstalment& one : sum.instalments)
                    rows.row({agreement::isolated_value(h, words("money.number", {{"number", std::int64_t{one.number}},
                                                                                  {"of", std::int64_t{one.of}}})),
                              one.day
                                  ? day_cell(h, words, *one.day)
                                  : web::Content(words("money.day_unknown", {{"period", words.period(one.window)}})),
                              [&] { web::name(h, agreement.name_of(one.payer)); }, sum_cell(h, words, one.amount)});
                rows.sum({agreement::isolated_value(h, words.period(sum.stretch.within)),
                          sum.partial ? words("money.partial") : std::string(), std::string(),
                          agreement::isolated_value(h, agreement::say_sum(words, sum.sum))});
            }
        });
}

/// What the document alone says: in an association's copy, and of amounts that nobody has settled or that were refused.
void document_plan(Html& h, const Call& call, const Agreement& agreement, const AmountPlan& plan) {
    const auto& words = call.words;
    for (const agreement::ReadingPlan& reading : plan.readings) {
        if (plan.readings.size() > 1)
            web::paragraph(h, words("money.reading", {{"source", reading.source}}) + " " +
                                  agreement::say_word(words, "per", reading.per));
        reading_table(h, call, agreement, reading);
    }
}

void amount_heading(Html& h, const Call& call, const AmountPlan& plan) {
    web::heading(h, 3, plan.amount->title.empty() ? plan.amount->key : plan.amount->title);
    web::badge(h, Tone::neutral, agreement::say_word(call.words, "amount_kind", plan.amount->kind));
    if (plan.refused) web::badge(h, Tone::warning, call.words("money.refused"));
}

void live_row(Html& h, const Call& call, const Shown& shown, const LiveInstalment& one, web::Rows& rows) {
    const auto& words = call.words;
    rows.row(
        {[&] {
             web::link(h, instalment_link(call, shown.read.head, one),
                       [&] { web::isolated(h, number_words(words, one)); });
         },
         when_cell(h, words, one),
         [&] {
             web::name(h, one.payer_name);
             if (!one.later_payer_name.empty())
                 web::small_print(h, words("money.later_payer", {{"payer", one.later_payer_name}}));
         },
         [&] {
             status_badge(h, words, one.status);
             if (!one.waits_for.key.empty()) web::small_print(h, words(one.waits_for));
             if (one.orphan) web::small_print(h, words("money.orphan"));
         },
         [&] {
             sum_cell(h, words, one.sum).write(h);
             if (one.status == Status::paid && *one.sum < one.payment->sum)
                 web::small_print(h, words("money.counter.taken", {{"sum", words.money(one.payment->sum - *one.sum)}}));
             if (one.before_index)
                 web::small_print(h, words("money.before_index", {{"sum", words.money(*one.before_index)}}));
         }});
}

/// The instalments of an amount, stretch by stretch, with where each stands.
void live_plan_part(Html& h, const Call& call, const Shown& shown, const AmountPlan& plan) {
    const auto& words = call.words;
    web::table(h, words,
               {.caption = words("money.plan_of", {{"amount", plan.amount->title}}),
                .hide_caption = true,
                .columns = {{.label = words("partnership.column.instalment")},
                            {.label = words("partnership.column.day")},
                            {.label = words("partnership.column.payer")},
                            {.label = words("partnership.column.state")},
                            {.label = words("partnership.column.sum"), .numeric = true}},
                .empty = words("money.no_plan")},
               [&](web::Rows& rows) {
                   for (const LiveStretch& stretch : shown.money.plan.stretches) {
                       if (stretch.amount != plan.amount->key) continue;
                       for (const std::string& key : stretch.instalments)
                           if (const LiveInstalment* one = find_instalment(shown.money.plan, key))
                               live_row(h, call, shown, *one, rows);
                       rows.sum({agreement::isolated_value(h, words.period(stretch.period)), std::string(),
                                 std::string(), std::string(), sum_cell(h, words, stretch.sum)});
                   }
                   for (const LiveInstalment& one : shown.money.plan.instalments)
                       if (one.orphan && one.amount == plan.amount->key) live_row(h, call, shown, one, rows);
               });
}

void index_part(Html& h, const Call& call, const Shown& shown) {
    const auto& words = call.words;
    for (const LiveStretch& stretch : shown.money.plan.stretches) {
        if (stretch.index.empty()) continue;
        web::table(
            h, words,
            {.caption =
                 words("money.index.working", {{"amount", stretch.title}, {"period", words.period(stretch.period)}}),
             .columns = {{.label = words("money.index.from")},
                         {.label = words("money.index.month_label")},
                         {.label = words("money.index.value_label"), .numeric = true},
                         {.label = words("partnership.column.sum"), .numeric = true}}},
            [&](web::Rows& rows) {
                for (const IndexStep& one : stretch.index)
                    rows.row({day_cell(h, words, one.from),
                              one.month.empty() ? std::string("–")
                                                : words.month(base::Date::parse(one.month + "-01").value()),
                              one.hundredths ? agreement::isolated_value(
                                                   h, words.decimal(static_cast<double>(*one.hundredths) / 100, 2))
                                             : web::Content(std::string("–")),
                              sum_cell(h, words, one.sum)});
            });
    }
}

void questions_part(Html& h, const Call& call, const Shown& shown) {
    const auto& words = call.words;
    const auto& questions = shown.money.plan.questions;
    if (questions.empty()) return;
    const auto count = static_cast<std::int64_t>(questions.size());
    web::notice(h, Tone::warning, words("money.questions.title", {{"count", count}}), [&] {
        web::paragraph(h, words("money.questions.lead"));
        std::vector<web::Content> lines;
        for (const Question& one : questions) {
            const bool of_index = one.kind == Question::Kind::index_value;
            lines.emplace_back([&h, &call, &shown, &words, &one, of_index] {
                h.text(question_words(words, one) + " ");
                if (!shown.may_handle) return;
                web::link(h,
                          of_index ? call.link("/money/index")
                                   : money_link(call, shown.read.head, "/question?key=" + one.key),
                          words(of_index ? "money.questions.enter" : "money.questions.answer"));
            });
        }
        web::bullets(h, lines);
    });
}

/// Planned and decided changes of payer, in the words that everybody reads. `planned_why`: what is known of the
/// decision; a copy is not told when it is made.
void payers_part(Html& h, const Call& call, const Agreement& agreement, std::string_view planned_why) {
    const auto& words = call.words;
    for (const agreement::PayerChange& one : agreement.payer_changes) {
        const base::MessageArgs args{{"from", agreement.name_of(one.from_payer)},
                                     {"to", agreement.name_of(one.to_payer)},
                                     {"day", words.date(one.starts)},
                                     {"by", agreement.name_of(one.decided_by)}};
        web::notice(h, Tone::info, words(one.decided_on ? "money.payer_moves" : "money.payer_planned", args),
                    words(one.decided_on ? "money.payer_moves_why" : planned_why, args) +
                        (one.decision.empty() ? "" : " " + one.decision));
    }
}

void figures_part(Html& h, const Call& call, const Shown& shown) {
    const auto& words = call.words;
    std::optional<base::Money> promised = base::Money{};
    base::Money paid;
    base::Money on_its_way;
    for (const LiveStretch& one : shown.money.plan.stretches)
        promised = promised && one.sum ? std::optional(*promised + *one.sum) : std::nullopt;
    for (const LiveInstalment& one : shown.money.plan.instalments) {
        if (one.status == Status::paid) paid += *one.sum;
        if (one.status == Status::authorised) on_its_way += one.payment->sum;
    }
    const std::string as_of = words("money.as_of", {{"day", words.date(call.today())}});
    web::key_figures(h, {{words("money.promised"), sum_cell(h, words, promised), as_of, ""},
                         {words("money.paid"), sum_cell(h, words, paid), as_of, ""},
                         {words("money.authorised"), sum_cell(h, words, on_its_way), as_of, ""}});
}

void funding_part(Html& h, const Call& call, const Shown& shown) {
    const auto& words = call.words;
    const Ledger& ledger = shown.money.ledger;
    for (const LiveStretch& stretch : shown.money.plan.stretches) {
        std::vector<const Funder*> funders;
        for (const Funder& one : ledger.funders)
            if (one.amount == stretch.amount) funders.push_back(&one);
        if (funders.empty()) continue;
        const Funding all = funding_of(funders, stretch.sum);
        web::table(h, words,
                   {.caption = words("money.funding.of",
                                     {{"amount", stretch.title}, {"period", words.period(stretch.period)}}),
                    .columns = {{.label = words("money.funding.who")},
                                {.label = words("money.funding.certainty")},
                                {.label = words("money.funding.share"), .numeric = true},
                                {.label = words("partnership.column.sum"), .numeric = true}}},
                   [&](web::Rows& rows) {
                       for (const FundingShare& one : all.shares)
                           rows.row({[&h, &one] { web::name(h, one.funder->name); },
                                     words("money.certainty." + std::string(agreement::word_of(one.funder->certainty))),
                                     one.funder->share ? agreement::isolated_value(
                                                             h, words.decimal(*one.funder->share / 100.0, 2) + " %")
                                                       : web::Content(std::string("–")),
                                     sum_cell(h, words, one.sum)});
                       rows.sum({words("money.funding.decided"), std::string(), std::string(),
                                 sum_cell(h, words, all.decided)});
                       rows.sum({words("money.funding.missing"), std::string(), std::string(),
                                 sum_cell(h, words, all.missing)});
                   });
    }
    if (ledger.in_kind.empty()) return;
    web::table(h, words,
               {.caption = words("money.in_kind.title"),
                .columns = {{.label = words("money.in_kind.what_label")},
                            {.label = words("money.in_kind.party_label")},
                            {.label = words("money.in_kind.value_label"), .numeric = true}}},
               [&](web::Rows& rows) {
                   for (const InKind& one : ledger.in_kind)
                       rows.row({one.what, [&h, &one] { web::name(h, one.party); },
                                 [&h, &words, &one] {
                                     if (!one.value) return h.text(words("money.in_kind.not_valued"));
                                     web::money(h, words, *one.value);
                                     web::small_print(h, one.valued_how);
                                 }});
               });
}

/// Of which instalment the day was told, when it is asked for no more: it was paid, or the plan was changed.
std::string day_told_words(const text::Words& words, const Shown& shown, const Answer& answer) {
    const LiveInstalment* one = find_instalment(shown.money.plan, instalment_asked(answer.question));
    if (!one) return words("money.question.day_told");
    return words("money.question.day_told_of",
                 {{"amount", one->title}, {"number", std::int64_t{one->number}}, {"of", std::int64_t{one->of}}});
}

/// What persons answered and decided, who and why.
void decided_part(Html& h, const Call& call, const Shown& shown) {
    const auto& words = call.words;
    const Ledger& ledger = shown.money.ledger;
    if (ledger.answers.empty() && ledger.payer_decisions.empty() && ledger.decisions.empty()) return;
    web::section(h, words("money.decided.title"), [&] {
        std::vector<web::TimelineEntry> entries;
        for (const Answer& one : ledger.answers) {
            const auto asked =
                question_of(shown.money.agreement, ledger, horizon_of(call.today()), call.today(), one.question);
            const bool is_day = one.question.ends_with("/day");
            if (!asked && !is_day) continue;
            const std::string what = asked ? question_words(words, *asked) : day_told_words(words, shown, one);
            entries.push_back({day_cell(h, words, one.by.on), what,
                               [&h, &words, &call, &shown, &one] {
                                   web::paragraph(h, answer_words(h, words, shown.money.agreement, one));
                                   if (!one.motivation.empty()) web::paragraph(h, one.motivation);
                                   web::small_print(h, signed_words(words, one.by));
                                   if (shown.may_handle)
                                       web::link(h, money_link(call, shown.read.head, "/question?key=" + one.question),
                                                 words("money.questions.again"));
                               },
                               web::Stage::past});
        }
        for (const Decision& one : ledger.decisions)
            entries.push_back({day_cell(h, words, one.decided_on),
                               words("money.outcome." + std::string(agreement::word_of(one.outcome))),
                               [&h, &words, &one] {
                                   web::paragraph(h, [&] { web::money(h, words, one.sum); });
                                   web::paragraph(h, one.motivation);
                                   web::small_print(h, one.body + (one.reference.empty() ? "" : ", " + one.reference) +
                                                           ". " + signed_words(words, one.by));
                                   if (one.settled_on)
                                       web::badge(
                                           h, Tone::success,
                                           words("money.decision.settled_on", {{"day", words.date(*one.settled_on)}}));
                               },
                               web::Stage::past});
        web::timeline(h, words, entries);
    });
}

void actions_part(Html& h, const Call& call, const Shown& shown) {
    const auto& words = call.words;
    const auto& head = shown.read.head;
    web::actions(h, [&] {
        web::link_button(h, money_link(call, head, "/unused"), words("money.unused.title"), web::Variant::secondary);
        web::link_button(h, money_link(call, head, "/ending"), words("money.ending.title"), web::Variant::secondary);
        if (!shown.may_handle) return;
        web::link_button(h, money_link(call, head, "/payer"), words("money.payer.title"), web::Variant::secondary);
        web::link_button(h, money_link(call, head, "/funding"), words("money.funding.title"), web::Variant::secondary);
    });
}

/// In an association's room: what was agreed, and where its payments are to be seen.
void copy_part(Html& h, const Call& call, const ReadAgreement& all) {
    payers_part(h, call, all.file.agreement, "money.payer_planned_elsewhere");
    web::section(h, call.words("money.plan"), [&] {
        for (const AmountPlan& plan :
             agreement::payment_plan(all.file.agreement, call.today().plus_months(agreement::kHorizonMonths))) {
            amount_heading(h, call, plan);
            document_plan(h, call, all.file.agreement, plan);
        }
    });
    web::small_print(h, call.words("money.copy"));
}

}  // namespace

web::Response money_tab_page(Call& call) {
    const auto shown = shown_of_path(call);
    return agreement::tab_page(call, "/money", [&](Html& h, const ReadAgreement& all) {
        if (!shown) return copy_part(h, call, all);
        if (shown->read.head.has_ended(call.today())) ended_notice(h, call, *shown, *shown->read.head.ended_on);
        questions_part(h, call, *shown);
        const Agreement decided = with_decisions(shown->money.agreement, shown->money.ledger);
        payers_part(h, call, decided, "money.payer_planned_why");
        figures_part(h, call, *shown);
        web::section(h, call.words("money.plan"), [&] {
            for (const AmountPlan& plan : agreement::payment_plan(decided, horizon_of(call.today()))) {
                amount_heading(h, call, plan);
                const bool unsettled = plan.amount->sums.contradict();
                if (plan.refused || unsettled) document_plan(h, call, decided, plan);
                if (!plan.refused && !unsettled) live_plan_part(h, call, *shown, plan);
            }
            index_part(h, call, *shown);
        });
        const bool funded = !shown->money.ledger.funders.empty() || !shown->money.ledger.in_kind.empty();
        if (funded) web::section(h, call.words("money.funding.title"), [&] { funding_part(h, call, *shown); });
        web::paragraph(h, agreement::say_word(call.words, "unused_money", decided.unused_money));
        decided_part(h, call, *shown);
        actions_part(h, call, *shown);
    });
}

}  // namespace samrum::partnership::money
