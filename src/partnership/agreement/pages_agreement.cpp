#include "foundation/module/module.hpp"
#include "foundation/web/fields.hpp"
#include "foundation/web/table.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_assessment.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/agreement/rules.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/agreement/rules_money.hpp"
#include "partnership/agreement/rules_next_date.hpp"
#include "partnership/agreement/rules_next_figure.hpp"

#include <algorithm>

/// The tabs of one agreement: what was agreed, promised, paid, dated, written, judged and delivered.
namespace samrum::partnership::agreement {
namespace {

using module::Call;
using web::Html;
using web::Tone;

void notes_part(Html& h, Call& call, const ReadAgreement& all) {
    base::Problems notes = notes_of(all.file.agreement, newest_of(read_assessments(call.room(), all)));
    // What was signed or decided since the document was written is known, wherever it is recorded.
    for (const module::Module& slice : call.house.modules)
        for (const auto recorded : slice.recorded)
            for (const std::string& field : recorded(call.room(), all.head.id.uuid()))
                std::erase_if(notes, [&](const base::Problem& one) { return one.field == field; });
    if (notes.empty()) return;
    web::section(h, call.words("partnership.overview.notes"), [&] {
        std::vector<web::Content> lines;
        for (const base::Problem& one : notes) lines.emplace_back(say_with_days(call.words, one.message));
        web::bullets(h, lines);
    });
}

std::vector<KeyDate> standing_dates(const Call& call, const ReadAgreement& all) {
    return as_things_stand(key_dates(all.file.agreement, all.file.criteria, call.today().plus_months(kHorizonMonths)),
                           all.head);
}

/// The next day of each kind that lies ahead, soonest first.
void next_dates_part(Html& h, const Call& call, const ReadAgreement& all, std::size_t most) {
    const auto& words = call.words;
    const Agreement& agreement = all.file.agreement;
    std::vector<web::TimelineEntry> entries;
    for (const KeyDate& one : standing_dates(call, all)) {
        if (one.day < call.today() || entries.size() == most) continue;
        entries.push_back(
            {[&h, &words, one] { web::isolated(h, say_word(words, "when", one.when) + " " + words.date(one.day)); },
             say_owed_date(words, agreement, one),
             [&h, &words, one] { web::small_print(h, say_word(words, "origin", one.origin)); },
             one.day == call.today() ? web::Stage::now : web::Stage::coming});
    }
    if (entries.empty())
        web::paragraph(h, words("partnership.dates.none_ahead"));
    else
        web::timeline(h, words, entries);
}

/// The agreement of a key beside this one: its title where the room has it, else what the file calls it.
void other_agreement(Html& h, Call& call, const AgreementHead& head, const std::string& key) {
    for (const ListedAgreement& one : read_agreements(call.room(), call.caller))
        if (one.head.slug == key && one.head.home_room == head.home_room)
            return web::link(h, agreement_link(call, one.head), one.head.title);
    web::isolated(h, key);
}

void parties_part(Html& h, const Call& call, const ReadAgreement& all) {
    const auto& words = call.words;
    const bool at_home = all.head.home_room == call.head->id.uuid();
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
                                     if (at_home && one.side == Side::civil)
                                         web::small_print(h, words(one.room ? "partnership.parties.own_copy"
                                                                            : "partnership.parties.no_copy"));
                                 },
                                 words("partnership.side." +
                                       (one.contributor ? std::string("contributor") : std::string(word_of(one.side)))),
                                 all_of_it ? words("partnership.parties.whole_time")
                                           : days_words(words, one.joined, one.left)});
                   }
               });
}

/// One promise: what it is, whose, in which words and numbers, and who tells how it goes.
void promise_card(Html& h, const Call& call, const ReadAgreement& all, const CommitmentRow& one) {
    const auto& words = call.words;
    const auto in_file = std::ranges::find(all.file.agreement.commitments, one.key, &Commitment::key);
    const auto content = [&] {
        web::badge(h, Tone::neutral, say_word(words, "commitment_kind", one.kind));
        web::small_print(h, [&] { web::name(h, one.party_name); });
        if (in_file != all.file.agreement.commitments.end() && in_file->text != one.title && !in_file->text.empty())
            web::paragraph(h, [&] { web::name(h, in_file->text, all.file.agreement.language); });
        if (one.readings.size() > 1 && !one.settled()) web::paragraph(h, words("partnership.reading.notice"));
        std::vector<web::Content> lines;
        lines.reserve(one.readings.size());
        for (const ReadingRow& reading : one.readings)
            lines.emplace_back(say_target(words, reading.target) +
                               (reading.source.empty() ? "" : " (" + reading.source + ")") +
                               (reading.chosen ? " – " + words("partnership.reading.chosen") : ""));
        if (lines.size() == 1)
            web::paragraph(h, lines.front());
        else if (!lines.empty())
            web::bullets(h, lines);
        if (const auto choice = std::ranges::find(all.choices, one.key, &ReadingChoice::commitment);
            choice != all.choices.end()) {
            web::small_print(
                h, words("partnership.reading.chosen_by", {{"who", choice->by}, {"on", words.date(choice->on)}}));
            web::paragraph(h, [&] { web::name(h, choice->motivation); });
        }
        if (!one.reported_by.empty())
            web::small_print(h, words("partnership.commitments.reported_by", {{"who", one.reported_by}}));
        if (one.readings.size() > 1 && may_write_here(call, all.head))
            web::link(h, agreement_link(call, all.head, "/commitments/" + one.key + "/reading"),
                      words("partnership.reading.choose"));
    };
    web::card(h, {.title = one.title, .content = content, .level = 3});
}

/// Promises of one side, the municipality's beside the association's.
void side_part(Html& h, const Call& call, const ReadAgreement& all, Side side) {
    web::section(h, call.words("partnership.commitments.side_" + std::string(word_of(side))), [&] {
        web::card_grid(h, [&] {
            for (const CommitmentRow& one : all.commitments)
                if (one.side == side) promise_card(h, call, all, one);
        });
    });
}

/// When the next figure is due, and why then.
void next_figure_line(Html& h, const Call& call, const Agreement& agreement, const NextFigure& next) {
    const auto& words = call.words;
    const std::string day = words.date(next.day);
    web::small_print(h, next.report ? words("partnership.deliveries.next_report",
                                            {{"day", say_word(words, "when", next.report->when) + " " + day},
                                             {"report", say_date(words, agreement, *next.report)}})
                                    : words("partnership.deliveries.next_by_itself", {{"day", day}}));
}

/// Every promise that something counts or a figure tells of: its latest figure, and when the next one is due.
std::vector<web::KeyFigure> expected_figures(Html& h, const Call& call, const ReadAgreement& all,
                                             const std::vector<Delivery>& deliveries) {
    const auto& words = call.words;
    const Agreement& agreement = all.file.agreement;
    const auto dates = standing_dates(call, all);
    std::vector<web::KeyFigure> figures;
    for (const CommitmentRow& row : all.commitments) {
        const auto commitment = std::ranges::find(agreement.commitments, row.key, &Commitment::key);
        const auto of_it = deliveries_for(deliveries, row.key);
        if (commitment == agreement.commitments.end() || (of_it.empty() && row.measure.empty())) continue;
        web::KeyFigure figure{row.title, words("partnership.deliveries.not_yet"), promised_words(words, row), ""};
        if (!of_it.empty()) figure = delivered_figure(h, call, row, newest_only(of_it));
        const auto next = next_figure(agreement, dates, *commitment, of_it, call.today());
        figure.context = [&h, &call, &agreement, next, said = figure.context] {
            said.write(h);
            if (next) next_figure_line(h, call, agreement, *next);
        };
        figures.push_back(std::move(figure));
    }
    return figures;
}

}  // namespace

web::Response agreement_page(Call& call) {
    return tab_page(call, "", [&](Html& h, const ReadAgreement& all) {
        const auto& words = call.words;
        const Agreement& agreement = all.file.agreement;
        web::section(h, words("partnership.overview.next"), [&] { next_dates_part(h, call, all, 4); });
        web::section(h, words("partnership.public.parties"), [&] { parties_part(h, call, all); });
        web::section(h, words("partnership.public.facts"), [&] {
            std::vector<web::Term> terms{
                {words("partnership.public.period"),
                 isolated_value(h, all.head.ended_on ? days_words(words, all.head.first, all.head.last_day())
                                                     : say_term(words, agreement.term))},
                {words("partnership.overview.promised"), isolated_value(h, say_sum(words, promised_in_all(agreement)))},
                {words("partnership.overview.version"), words.number(all.head.version)}};
            if (!agreement.registry_number.empty())
                terms.push_back({words("partnership.public.registry_number"),
                                 [&] { web::isolated(h, agreement.registry_number); }});
            if (agreement.compact)
                terms.push_back({words("partnership.overview.compact"),
                                 [&] { compact_named(h, call, *agreement.compact, agreement.language); }});
            if (!agreement.predecessor.empty())
                terms.push_back({words("partnership.overview.predecessor"),
                                 [&] { other_agreement(h, call, all.head, agreement.predecessor); }});
            if (!agreement.successor.empty())
                terms.push_back({words("partnership.overview.successor"),
                                 [&] { other_agreement(h, call, all.head, agreement.successor); }});
            for (const NoticeRule& rule : agreement.notice)
                terms.push_back({words("partnership.overview.notice"), say_notice(words, rule)});
            web::definition_list(h, terms);
        });
        notes_part(h, call, all);
    });
}

web::Response agreement_commitments_page(Call& call) {
    return tab_page(call, "/commitments", [&](Html& h, const ReadAgreement& all) {
        side_part(h, call, all, Side::civil);
        side_part(h, call, all, Side::public_side);
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
                                {.label = words("partnership.column.owed_by")},
                                {.label = words("partnership.column.origin")}}},
                   [&](web::Rows& rows) {
                       for (const KeyDate& one : standing_dates(call, all))
                           rows.row({[&h, &words, one] {
                                         web::isolated(h,
                                                       say_word(words, "when", one.when) + " " + words.date(one.day));
                                     },
                                     [&h, &words, &call, &agreement, one] {
                                         web::name(h, say_date(words, agreement, one));
                                         if (one.day < call.today())
                                             h.text(" "), web::badge(h, Tone::neutral, words("partnership.dates.past"));
                                     },
                                     [&h, &words, &agreement, one] {
                                         web::name(h, say_owed_by(words, one.kind, owed_by_names(agreement, one)));
                                     },
                                     say_word(words, "origin", one.origin)});
                   });
    });
}

web::Response agreement_deliveries_page(Call& call) {
    return tab_page(call, "/deliveries", [&](Html& h, const ReadAgreement& all) {
        const auto& words = call.words;
        const auto deliveries = read_deliveries(call.room(), call.caller, all.head.id);
        if (deliveries.empty())
            web::empty_state(h, words("partnership.deliveries.none_received"),
                             words("partnership.deliveries.none_received_why"));
        web::key_figures(h, expected_figures(h, call, all, deliveries));
        if (!deliveries.empty()) deliveries_table(h, call, all.commitments, deliveries);
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

}  // namespace samrum::partnership::agreement
