// The coordinator's figures: live and exact, each opening its rows.
#include "foundation/module/page.hpp"
#include "foundation/web/chart.hpp"
#include "foundation/web/components.hpp"
#include "friends/figures/actions_figures.hpp"
#include "friends/figures/module_measures.hpp"
#include "friends/figures/pages.hpp"
#include "friends/figures/pages_filter.hpp"
#include "friends/pairs/pages_parts.hpp"
#include "friends/people/actions_participant.hpp"

#include <algorithm>

namespace samrum::friends::figures {

using namespace web;

namespace {

constexpr int kRowsOnPage = 50;
std::string figure_words(const module::Call& call, std::string_view key, const base::MessageArgs& args = {}) {
    return call.words("friends.figures." + std::string(key), args);
}

void filter_part(module::Call& call, Html& h, const FiguresFilter& filter) {
    const FormState state{call.words, query_of(filter)};
    const auto programmes = people::list_programmes(call.room());
    query_form(h, call.link("/friends/figures"), [&] {
        date_field(h, state, {.name = "first", .label = figure_words(call, "first"), .width = Width::medium});
        date_field(h, state, {.name = "last", .label = figure_words(call, "last"), .width = Width::medium});
        if (programmes.size() > 1) {
            std::vector<Option> options{{"", figure_words(call, "all_programmes"), ""}};
            for (const auto& one : programmes) options.push_back({one.id.text(), one.name, ""});
            select_field(h, state, {.name = "programme", .label = figure_words(call, "programme"), .optional = true},
                         options);
        }
        submit_button(h, figure_words(call, "show"), Variant::secondary);
    });
}

void key_part(module::Call& call, Html& h, const FiguresView& view) {
    std::vector<KeyFigure> cards;
    for (const FigureNow& one : view.figures) {
        Fields query = query_of(view.filter);
        query.add("of", std::string(one.measure));
        KeyFigure card;
        card.label = call.words("measure." + std::string(one.measure));
        card.value = [&call, &h, &one] {
            if (one.minutes) return isolated(h, pairs::hours_text(call.words, *one.minutes));
            one.now ? number(h, call.words, *one.now) : h.text(figure_words(call, "not_known"));
        };
        card.context = one.measure == "friends.waiting"
                           ? figure_words(call, "as_of", {{"day", call.words.date(*view.filter.days.last())}})
                           : call.words.period(view.filter.days);
        if (one.now) card.href = call.link("/friends/figures/rows?" + query.encoded());
        cards.push_back(std::move(card));
    }
    key_figures(h, cards);
}

void months_part(module::Call& call, Html& h, const FiguresView& view) {
    if (view.months.size() < 2) return;
    ColumnChart chart;
    chart.id = "pairs-by-month";
    chart.title = figure_words(call, "months");
    chart.summary = figure_words(call, "months.summary", {{"months", static_cast<std::int64_t>(view.months.size())}});
    chart.label_heading = figure_words(call, "month");
    chart.value_label = call.words("measure.friends.pairs_started");
    for (const StartedIn& one : view.months) {
        chart.labels.push_back(call.words.month(one.month));
        chart.values.emplace_back(static_cast<double>(one.started));
    }
    column_chart(h, call.words, chart);
    small_print(h, figure_words(call, "months.lasting"));
    const Table frame{.caption = figure_words(call, "lasting"),
                      .columns = {{.label = figure_words(call, "month")},
                                  {.label = call.words("measure.friends.pairs_started"), .numeric = true},
                                  {.label = call.words("measure.friends.pairs_lasted"), .numeric = true}}};
    details(h, figure_words(call, "lasting"), [&] {
        table(h, call.words, frame, [&](Rows& rows) {
            for (const StartedIn& one : view.months)
                rows.row({call.words.month(one.month), [&] { number(h, call.words, one.started); },
                          [&] { number(h, call.words, one.lasted); }});
        });
    });
}

/// Whoever started in the period, followed beyond its end.
void cohort_part(module::Call& call, Html& h, const Cohort& cohort) {
    if (cohort.started == 0) return;
    section(h, figure_words(call, "cohort.title"), [&] {
        paragraph(h, figure_words(call, "cohort",
                                  {{"started", cohort.started},
                                   {"lasted", cohort.lasted},
                                   {"later", cohort.lasted_later},
                                   {"on_their_way", cohort.on_their_way},
                                   {"early", cohort.ended_early}}));
    });
}

void endings_part(module::Call& call, Html& h, const FiguresView& view) {
    const Table frame{
        .caption = figure_words(call, "endings"),
        .hide_caption = true,
        .columns = {{.label = figure_words(call, "reason")}, {.label = figure_words(call, "pairs"), .numeric = true}},
        .empty = figure_words(call, "endings.none")};
    section(h, figure_words(call, "endings"), [&] {
        table(h, call.words, frame, [&](Rows& rows) {
            for (const auto& [reason, n] : view.endings)
                rows.row({call.words("friends.pairs.reason." + std::string(code_of(reason))),
                          [&h, &call, n = n] { number(h, call.words, n); }});
        });
        if (view.ended_in_trial > 0)
            small_print(h, figure_words(call, "endings.trial", {{"count", view.ended_in_trial}}));
    });
}

}  // namespace

Response figures_page(module::Call& call) {
    const auto view = see_figures(call.room(), call.caller, call.today(), filter_in(call));
    if (!view) return module::not_found(call);
    return module::page(call,
                        {.title = figure_words(call, "title"),
                         .lead = figure_words(call, "lead", {{"days", call.words.period(view->filter.days)}}),
                         .wide = true},
                        [&](Html& h) {
                            actions(h, [&] {
                                link_button(h, call.link("/friends/figures/export?" + query_of(view->filter).encoded()),
                                            figure_words(call, "export"), Variant::secondary);
                                link_button(h, call.link("/deliveries"), figure_words(call, "deliver"),
                                            Variant::secondary);
                                print_button(h, call.words);
                            });
                            details(h, figure_words(call, "choose"), [&] { filter_part(call, h, view->filter); });
                            key_part(call, h, *view);
                            if (view->waiting_days > 0)
                                paragraph(h, figure_words(call, "waiting_days", {{"days", view->waiting_days}}));
                            months_part(call, h, *view);
                            cohort_part(call, h, view->cohort);
                            endings_part(call, h, *view);
                            small_print(h, figure_words(call, "inside"));
                        });
}

Response figure_rows_page(module::Call& call) {
    const std::string measure(call.request.query.get("of"));
    const FiguresFilter filter = filter_in(call);
    const auto rows = see_rows(call.room(), call.caller, filter, measure);
    if (!rows) return module::not_found(call);
    const ListView view = list_view(call.request.query, {}, {.page_size = kRowsOnPage});
    const std::string title = call.words("measure." + measure);
    std::int64_t sum = 0;
    for (const module::TraceRow& row : *rows) sum += row.amount;
    const auto amount = [&](std::int64_t of) {
        return measure == kHours ? pairs::hours_text(call.words, of) : call.words.number(of);
    };
    Table frame{.caption = title, .hide_caption = true};
    frame.columns = {{.label = figure_words(call, "day")},
                     {.label = figure_words(call, "what")},
                     {.label = figure_words(call, "amount"), .numeric = true}};
    frame.view = view;
    frame.total = static_cast<std::int64_t>(rows->size());
    frame.path = call.link("/friends/figures/rows");
    frame.query = call.request.query;
    return module::page(
        call,
        {.title = title,
         .crumbs = {{figure_words(call, "title"), call.link("/friends/figures?" + query_of(filter).encoded())}},
         .lead = figure_words(call, "rows.lead", {{"days", call.words.period(filter.days)}, {"sum", amount(sum)}})},
        [&](Html& h) {
            table(h, call.words, frame, [&](Rows& out) {
                const auto first = static_cast<std::size_t>(view.offset());
                for (std::size_t i = first; i < std::min(rows->size(), first + kRowsOnPage); ++i) {
                    const module::TraceRow& row = (*rows)[i];
                    out.row({[&] { link(h, call.link(row.link), [&] { date(h, call.words, row.date); }); },
                             [&] { name(h, row.label); }, [&] { isolated(h, amount(row.amount)); }});
                }
            });
        });
}

}  // namespace samrum::friends::figures
