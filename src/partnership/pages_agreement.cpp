#include "foundation/web/fields.hpp"
#include "foundation/web/table.hpp"
#include "partnership/actions_agreement.hpp"
#include "partnership/actions_read.hpp"
#include "partnership/pages.hpp"
#include "partnership/rules.hpp"
#include "partnership/rules_dates.hpp"
#include "partnership/rules_eligibility.hpp"
#include "partnership/rules_money.hpp"

#include <algorithm>

/// The tabs of one agreement: what was agreed, promised, paid, dated, written, judged and delivered.
namespace samrum::partnership {
namespace {

using module::Call;
using web::Html;
using web::Tone;
namespace tag = web::tag;
namespace attr = web::attr;

/// Dates of an agreement without end are computed so far ahead.
constexpr int kHorizonMonths = 24;

struct TabLink {
    std::string_view label;
    std::string_view path;
};
constexpr TabLink kTabs[] = {{"partnership.tab.overview", ""},
                             {"partnership.tab.commitments", "/commitments"},
                             {"partnership.tab.deliveries", "/deliveries"},
                             {"partnership.tab.dates", "/dates"},
                             {"partnership.tab.money", "/money"},
                             {"partnership.tab.assessment", "/assessment"},
                             {"partnership.tab.text", "/text"}};

std::string agreement_link(const Call& call, const AgreementHead& head, std::string_view below = "") {
    return call.link("/agreements/" + head.id.text() + std::string(below));
}

std::optional<ReadAgreement> agreement_of_path(Call& call) {
    const auto id = AgreementId::parse(call.part("id"));
    return id ? read_agreement_of(call.room(), call.caller, *id) : std::nullopt;
}

/// One tab's page: heading, tabs, and what the tab holds.
web::Response tab_page(Call& call, std::string_view path,
                       const std::function<void(Html&, const ReadAgreement&)>& inside) {
    const auto all = agreement_of_path(call);
    if (!all) return module::not_found(call);
    const auto& words = call.words;
    const AgreementHead& head = all->head;
    const std::string title = path.empty() ? head.title
                                           : words(std::find_if(std::begin(kTabs), std::end(kTabs),
                                                                [&](const TabLink& one) { return one.path == path; })
                                                       ->label) +
                                                 " – " + head.title;
    const module::PageHead page{.title = title,
                                .crumbs = {{words("partnership.agreements.title"), call.link("/agreements")}},
                                .own_heading = true,
                                .wide = true};
    return module::page(call, page, [&](Html& h) {
        const Force force = force_on(all->file.agreement.term, call.today());
        web::page_heading(h, {.title = head.title,
                              .meta =
                                  [&] {
                                      web::badge(h, Tone::accent, words("partnership.public.iop"));
                                      web::badge(h, force == Force::in_force ? Tone::success : Tone::neutral,
                                                 say_word(words, "force", force));
                                  },
                              .actions = [&] { web::print_button(h, words); }});
        std::vector<web::Tab> tabs;
        for (const TabLink& one : kTabs)
            tabs.push_back({words(one.label), agreement_link(call, head, one.path), one.path == path});
        web::tabs(h, words("partnership.tab.label"), tabs);
        inside(h, *all);
    });
}

void notes_part(Html& h, const Call& call, const ReadAgreement& all) {
    const base::Problems notes = notes_of(all.file.agreement, all.file.criteria);
    if (notes.empty()) return;
    web::section(h, call.words("partnership.overview.notes"), [&] {
        std::vector<web::Content> lines;
        for (const base::Problem& one : notes) lines.emplace_back(call.words(one.message));
        web::bullets(h, lines);
    });
}

/// The next day of each kind that lies ahead, soonest first.
void next_dates_part(Html& h, const Call& call, const Agreement& agreement, std::span<const CriteriaSet> sets,
                     std::size_t most) {
    const auto& words = call.words;
    std::vector<web::TimelineEntry> entries;
    for (const KeyDate& one : key_dates(agreement, sets, call.today().plus_months(kHorizonMonths))) {
        if (one.day < call.today() || entries.size() == most) continue;
        entries.push_back(
            {[&h, &words, one] { web::isolated(h, say_word(words, "when", one.when) + " " + words.date(one.day)); },
             say_date(words, agreement, one), say_word(words, "origin", one.origin),
             one.day == call.today() ? web::Stage::now : web::Stage::coming});
    }
    if (entries.empty())
        web::paragraph(h, words("partnership.dates.none_ahead"));
    else
        web::timeline(h, words, entries);
}

/// The next report day: when the next figures are due.
std::optional<KeyDate> next_report(const AgreementFile& file, base::Date today) {
    for (const KeyDate& one : key_dates(file.agreement, file.criteria, today.plus_months(kHorizonMonths)))
        if (one.kind == DateKind::report && one.day >= today) return one;
    return std::nullopt;
}

void parties_part(Html& h, const Call& call, const ReadAgreement& all) {
    const auto& words = call.words;
    web::table(h, words,
               {.caption = words("partnership.public.parties"),
                .hide_caption = true,
                .columns = {{.label = words("partnership.column.party")},
                            {.label = words("partnership.column.side")},
                            {.label = words("partnership.column.period")}}},
               [&](web::Rows& rows) {
                   for (const PartyRow& one : all.parties) {
                       const bool all_of_it = !one.joined && !one.left;
                       rows.row({[&] {
                                     web::name(h, one.name);
                                     if (one.lead)
                                         h.text(" "), web::badge(h, Tone::neutral, words("partnership.parties.lead"));
                                 },
                                 words("partnership.side." +
                                       (one.contributor ? std::string("contributor") : std::string(word_of(one.side)))),
                                 all_of_it ? words("partnership.parties.whole_time")
                                           : days_words(words, one.joined, one.left)});
                   }
               });
}

/// Promises of one side, the municipality's beside the association's.
void side_part(Html& h, const Call& call, const ReadAgreement& all, Side side) {
    const auto& words = call.words;
    web::section(h, words("partnership.commitments.side_" + std::string(word_of(side))), [&] {
        for (const CommitmentRow& one : all.commitments) {
            if (one.side != side) continue;
            web::card(
                h, {.title = one.title,
                    .content =
                        [&] {
                            web::badge(h, Tone::neutral, say_word(words, "commitment_kind", one.kind));
                            web::small_print(h, [&] { web::name(h, one.party_name); });
                            if (one.readings.size() > 1 && !one.settled())
                                web::paragraph(h, words("partnership.reading.notice"));
                            std::vector<web::Content> lines;
                            for (const ReadingRow& reading : one.readings)
                                lines.emplace_back(say_target(words, reading.target) +
                                                   (reading.source.empty() ? "" : " (" + reading.source + ")") +
                                                   (reading.chosen ? " – " + words("partnership.reading.chosen") : ""));
                            if (!lines.empty()) web::bullets(h, lines);
                            if (!one.reported_by.empty())
                                web::small_print(
                                    h, words("partnership.commitments.reported_by", {{"who", one.reported_by}}));
                            const bool may_choose = one.readings.size() > 1 && call.head->is_public_party &&
                                                    module::may_anywhere(call.caller, kWriteAgreements);
                            if (may_choose)
                                web::link(h, agreement_link(call, all.head, "/commitments/" + one.key + "/reading"),
                                          words("partnership.reading.choose"));
                        },
                    .level = 3});
        }
    });
}

void plan_part(Html& h, const Call& call, const Agreement& agreement, const AmountPlan& plan) {
    const auto& words = call.words;
    web::heading(h, 3, plan.amount->title.empty() ? plan.amount->key : plan.amount->title);
    web::badge(h, Tone::neutral, say_word(words, "amount_kind", plan.amount->kind));
    if (plan.refused) web::badge(h, Tone::warning, words("partnership.money.refused"));
    for (const ReadingPlan& reading : plan.readings) {
        if (plan.readings.size() > 1)
            web::paragraph(h, words("partnership.money.reading", {{"source", reading.source}}) + " " +
                                  say_word(words, "per", reading.per));
        web::table(h, words,
                   {.caption = words("partnership.money.plan"),
                    .hide_caption = true,
                    .columns = {{.label = words("partnership.column.instalment")},
                                {.label = words("partnership.column.day")},
                                {.label = words("partnership.column.payer")},
                                {.label = words("partnership.column.sum"), .numeric = true}},
                    .empty = words("partnership.money.no_plan")},
                   [&](web::Rows& rows) {
                       for (const PlannedSum& sum : reading.sums) {
                           for (const PlannedInstalment& one : sum.instalments)
                               rows.row({words("partnership.money.instalment",
                                               {{"number", std::int64_t{one.number}}, {"of", std::int64_t{one.of}}}),
                                         one.day ? words.date(*one.day)
                                                 : words("partnership.money.day_unknown",
                                                         {{"period", words.period(one.window)}}),
                                         [&] { web::name(h, agreement.name_of(one.payer)); },
                                         one.amount ? words.money(*one.amount) : words("partnership.sum.unknown")});
                           rows.sum({words.period(sum.stretch.within),
                                     sum.partial ? words("partnership.money.partial") : std::string(), std::string(),
                                     say_sum(words, sum.sum)});
                       }
                   });
    }
}

void payer_changes_part(Html& h, const Call& call, const Agreement& agreement) {
    if (agreement.payer_changes.empty()) return;
    const auto& words = call.words;
    web::section(h, words("partnership.money.payers"), [&] {
        for (const PayerChange& one : agreement.payer_changes) {
            const base::MessageArgs args{{"from", agreement.name_of(one.from_payer)},
                                         {"to", agreement.name_of(one.to_payer)},
                                         {"day", words.date(one.starts)},
                                         {"by", agreement.name_of(one.decided_by)}};
            web::notice(
                h, Tone::info,
                words(one.decided_on ? "partnership.money.payer_moves" : "partnership.money.payer_planned", args),
                words(one.decided_on ? "partnership.money.payer_moves_why" : "partnership.money.payer_planned_why",
                      args));
        }
    });
}

void verdict_table(Html& h, const Call& call, const Assessment& assessment) {
    const auto& words = call.words;
    web::table(
        h, words,
        {.caption = assessment.set.title,
         .hide_caption = true,
         .columns = {{.label = words("partnership.column.criterion")},
                     {.label = words("partnership.column.judgement")},
                     {.label = words("partnership.column.reasons")}}},
        [&](web::Rows& rows) {
            for (const CriterionVerdict& one : assessment.verdicts) {
                const Tone tone = one.judgement == Judgement::met       ? Tone::success
                                  : one.judgement == Judgement::not_met ? Tone::danger
                                                                        : Tone::warning;
                rows.row(
                    {one.criterion.text,
                     [&h, &words, tone, &one] { web::badge(h, tone, say_word(words, "judgement", one.judgement)); },
                     [&h, &words, &one] {
                         for (const base::Message& reason : one.reasons) web::paragraph(h, words(reason));
                         if (!one.answer) return;
                         web::paragraph(h, one.answer->motivation);
                         web::small_print(h,
                                          one.answer->by + (one.answer->on ? ", " + words.date(*one.answer->on) : ""));
                     }});
            }
        });
}

}  // namespace

web::Response agreement_page(Call& call) {
    return tab_page(call, "", [&](Html& h, const ReadAgreement& all) {
        const auto& words = call.words;
        const Agreement& agreement = all.file.agreement;
        web::section(h, words("partnership.overview.next"),
                     [&] { next_dates_part(h, call, agreement, all.file.criteria, 4); });
        web::section(h, words("partnership.public.parties"), [&] { parties_part(h, call, all); });
        web::section(h, words("partnership.public.facts"), [&] {
            std::vector<web::Term> terms{
                {words("partnership.public.period"), say_term(words, agreement.term)},
                {words("partnership.overview.promised"), say_sum(words, promised_in_all(agreement))},
                {words("partnership.overview.version"), words.number(all.head.version)}};
            if (!agreement.registry_number.empty())
                terms.push_back({words("partnership.public.registry_number"),
                                 [&] { web::isolated(h, agreement.registry_number); }});
            if (!agreement.predecessor.empty())
                terms.push_back({words("partnership.overview.predecessor"), agreement.predecessor});
            if (!agreement.successor.empty())
                terms.push_back({words("partnership.overview.successor"), agreement.successor});
            for (const NoticeRule& rule : agreement.notice)
                terms.push_back({words("partnership.overview.notice"), say_notice(words, rule)});
            web::definition_list(h, terms);
        });
        notes_part(h, call, all);
        if (all.head.home_room == call.head->id.uuid() && all.head.in_force(call.today()))
            web::link(h, call.link("/iop/" + all.head.slug), words("partnership.overview.public_page"));
    });
}

web::Response agreement_commitments_page(Call& call) {
    return tab_page(call, "/commitments", [&](Html& h, const ReadAgreement& all) {
        side_part(h, call, all, Side::civil);
        side_part(h, call, all, Side::public_side);
    });
}

web::Response agreement_money_page(Call& call) {
    return tab_page(call, "/money", [&](Html& h, const ReadAgreement& all) {
        const Agreement& agreement = all.file.agreement;
        payer_changes_part(h, call, agreement);
        web::section(h, call.words("partnership.money.plan"), [&] {
            for (const AmountPlan& plan : payment_plan(agreement, call.today().plus_months(kHorizonMonths)))
                plan_part(h, call, agreement, plan);
        });
        web::small_print(h, call.words("partnership.money.later"));
    });
}

web::Response agreement_dates_page(Call& call) {
    return tab_page(call, "/dates", [&](Html& h, const ReadAgreement& all) {
        const auto& words = call.words;
        const Agreement& agreement = all.file.agreement;
        web::table(h, words,
                   {.caption = words("partnership.tab.dates"),
                    .hide_caption = true,
                    .columns = {{.label = words("partnership.column.day")},
                                {.label = words("partnership.column.what")},
                                {.label = words("partnership.column.origin")}}},
                   [&](web::Rows& rows) {
                       for (const KeyDate& one :
                            key_dates(agreement, all.file.criteria, call.today().plus_months(kHorizonMonths)))
                           rows.row({[&h, &words, one] {
                                         web::isolated(h,
                                                       say_word(words, "when", one.when) + " " + words.date(one.day));
                                     },
                                     [&h, &words, &call, &agreement, one] {
                                         h.text(say_date(words, agreement, one));
                                         if (one.day < call.today())
                                             h.text(" "), web::badge(h, Tone::neutral, words("partnership.dates.past"));
                                     },
                                     say_word(words, "origin", one.origin)});
                   });
    });
}

web::Response agreement_text_page(Call& call) {
    return tab_page(call, "/text", [&](Html& h, const ReadAgreement& all) {
        const Agreement& agreement = all.file.agreement;
        if (agreement.text.empty())
            web::empty_state(h, call.words("partnership.text.none"), call.words("partnership.text.none_why"));
        for (const auto& [section, markdown] : agreement.text)
            web::section(h, call.words("partnership.section." + std::string(word_of(section))), [&] {
                h(tag::div, attr::cls("prose"), attr::lang(agreement.language),
                  web::TrustedHtml{text::markdown_html(markdown, 3)});
            });
    });
}

web::Response agreement_assessment_page(Call& call) {
    return tab_page(call, "/assessment", [&](Html& h, const ReadAgreement& all) {
        const auto& words = call.words;
        const auto assessments = assess(all.file.agreement, all.file.criteria);
        if (assessments.empty())
            web::empty_state(h, words("partnership.assessment.none"), words("partnership.assessment.none_why"));
        for (const Assessment& one : assessments)
            web::section(h, one.set.title + (one.part.empty() ? "" : ": " + one.part), [&] {
                const Tone tone = one.outcome == Outcome::eligible       ? Tone::success
                                  : one.outcome == Outcome::not_eligible ? Tone::danger
                                                                         : Tone::warning;
                web::badge(h, tone, say_word(words, "outcome", one.outcome));
                web::small_print(h, words("partnership.assessment.set",
                                          {{"owner", one.set.owner}, {"version", std::int64_t{one.set.version}}}));
                verdict_table(h, call, one);
            });
    });
}

web::Response agreement_deliveries_page(Call& call) {
    return tab_page(call, "/deliveries", [&](Html& h, const ReadAgreement& all) {
        const auto& words = call.words;
        const auto deliveries = read_deliveries(call.room(), call.caller, all.head.id);
        const auto latest = newest_only(deliveries);
        if (deliveries.empty()) {
            web::empty_state(h, words("partnership.deliveries.none_received"),
                             words("partnership.deliveries.none_received_why"));
            return;
        }
        std::vector<web::KeyFigure> figures;
        for (const CommitmentRow& row : all.commitments) {
            const auto of_it = deliveries_for(latest, row.key);
            if (!of_it.empty()) figures.push_back(delivered_figure(h, call, row, of_it));
        }
        if (const auto next = next_report(all.file, call.today()))
            figures.push_back({words("partnership.deliveries.next"),
                               [&h, &words, next] {
                                   web::isolated(h, say_word(words, "when", next->when) + " " + words.date(next->day));
                               },
                               say_date(words, all.file.agreement, *next), ""});
        web::key_figures(h, figures);
        deliveries_table(h, call, all.commitments, deliveries);
    });
}

web::Response choose_reading_page(Call& call) {
    const auto all = agreement_of_path(call);
    if (!all) return module::not_found(call);
    const auto& words = call.words;
    const auto row = std::find_if(all->commitments.begin(), all->commitments.end(),
                                  [&](const CommitmentRow& one) { return one.key == call.part("commitment"); });
    if (row == all->commitments.end() || row->readings.size() < 2) return module::not_found(call);
    base::Problems problems;
    if (call.request.method == web::Method::post) {
        const auto done = choose_reading(call.room(), call.caller, call.today(), all->head.id, row->key,
                                         call.request.form.get("reading"), call.request.form.get("motivation"));
        if (done) return call.done(agreement_link(call, all->head, "/commitments"), "partnership.flash.chosen");
        if (auto refused = module::refused_page(call, done.problems())) return *std::move(refused);
        problems = done.problems();
    }
    const module::PageHead head{.title = words("partnership.reading.choose"),
                                .crumbs = {{all->head.title, agreement_link(call, all->head, "/commitments")}},
                                .lead = words("partnership.reading.choose_lead")};
    return module::page(
        call, head,
        [&](Html& h) {
            const web::FormState state{words, call.request.form, problems};
            web::error_summary(h, state);
            web::form(h, call.csrf, agreement_link(call, all->head, "/commitments/" + row->key + "/reading"), [&] {
                std::vector<web::Option> options;
                for (const ReadingRow& one : row->readings)
                    options.push_back({one.key, say_target(words, one.target), one.source});
                web::radio_fields(h, state, {.name = "reading", .label = row->title}, options);
                web::text_area(h, state,
                               {.name = "motivation",
                                .label = words("partnership.reading.motivation"),
                                .description = words("partnership.reading.motivation_help")});
                web::submit_button(h, words("partnership.reading.save"));
            });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace samrum::partnership
