// The figures of the association's own coordinator: live, beside the period before, each opening its rows.
#include "advice/figures/actions_figures.hpp"
#include "advice/figures/pages.hpp"
#include "advice/figures/pages_filter.hpp"
#include "advice/sheets/model_values.hpp"
#include "advice/sheets/pages_parts.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/chart.hpp"

#include <algorithm>
#include <map>

namespace samrum::advice::figures {
namespace {

using namespace web;
using sheets::Dimension;

constexpr int kRowsOnPage = 50;

std::string figure_words(const module::Call& call, std::string_view key) {
    return call.words("advice.figures." + std::string(key));
}

std::string path_with(const module::Call& call, std::string_view path, Fields query,
                      std::initializer_list<std::pair<const char*, std::string>> more = {}) {
    for (const auto& [name, value] : more) query.add(name, value);
    return call.link(std::string(path) + "?" + query.encoded());
}

void known(const module::Call& call, Html& h, std::optional<std::int64_t> n) {
    n ? number(h, call.words, *n) : h.text(figure_words(call, "unknown"));
}

/// "+32 %" beside what it was, or that there was nothing to stand beside.
void change(module::Call& call, Html& h, std::optional<std::int64_t> before, std::optional<std::int64_t> now) {
    if (!before) return h.text(figure_words(call, "before_unknown"));
    h.text(figure_words(call, "before") + " ");
    number(h, call.words, *before);
    if (const auto percent = change_percent(before, now)) {
        h.text(" ");
        isolated(h, "(" + std::string(*percent > 0 ? "+" : "") + call.words.number(*percent) + " %)");
    }
}

/// The dimension whose rows a measure opens; nothing: it has none of its own.
std::optional<std::pair<Dimension, std::string_view>> rows_of_measure(std::string_view measure) {
    static const std::map<std::string_view, std::pair<Dimension, std::string_view>> kRows{
        {"advice.visits", {Dimension::visits, ""}},
        {"advice.people", {Dimension::people, ""}},
        {"advice.cases", {Dimension::cases, ""}},
        {"advice.women", {Dimension::gender, "woman"}},
        {"advice.language_gap", {Dimension::language_gap, ""}},
        {"advice.referrals", {Dimension::referral, ""}},
        {"advice.bookings", {Dimension::booked, ""}}};
    const auto found = kRows.find(measure);
    return found == kRows.end() ? std::nullopt : std::optional(found->second);
}

std::string rows_link(module::Call& call, const FiguresFilter& filter, Dimension dimension, std::string_view value) {
    return path_with(call, "/advice/figures/rows", query_of(filter),
                     {{"of", std::string(code_of(dimension))}, {"value", std::string(value)}});
}

void key_figures_part(module::Call& call, Html& h, const FiguresView& view) {
    std::vector<KeyFigure> cards;
    for (const Figure& one : view.figures) {
        KeyFigure card;
        card.label = call.words("measure." + std::string(one.measure));
        card.value = [&call, &h, now = one.now] { known(call, h, now); };
        card.context = [&call, &h, &one] { change(call, h, one.before, one.now); };
        if (const auto rows = rows_of_measure(one.measure); rows && one.now)
            card.href = rows_link(call, view.filter, rows->first, rows->second);
        cards.push_back(std::move(card));
    }
    key_figures(h, cards);
}

void filter_part(module::Call& call, Html& h, const FiguresView& view, const FormState& state) {
    query_form(h, call.link("/advice/figures"), [&] {
        date_field(h, state, {.name = "first", .label = figure_words(call, "first"), .width = Width::medium});
        date_field(h, state, {.name = "last", .label = figure_words(call, "last"), .width = Width::medium});
        if (view.municipalities.size() > 1) {
            std::vector<Option> options{{"", figure_words(call, "all_municipalities"), {}}};
            for (const std::string& one : view.municipalities) options.push_back({one, one, {}});
            select_field(h, state,
                         {.name = "municipality", .label = figure_words(call, "municipality"), .optional = true},
                         options);
        }
        std::vector<Option> choices{{"", figure_words(call, "all_sites"), {}}};
        for (const auto& [id, label] : view.site_choices) choices.push_back({id, label, {}});
        select_field(h, state, {.name = "site", .label = figure_words(call, "site"), .optional = true}, choices);
        submit_button(h, figure_words(call, "show"), Variant::secondary);
    });
}

/// "tisdag 16.00–18.00, torsdag 17.00–19.00", or that it closed.
std::string hours_words(const text::Words& words, const std::vector<sites::WeeklyRule>& rules) {
    const base::Date monday = base::Date::of(2024, 1, 1);
    std::string text;
    for (const sites::WeeklyRule& one : rules)
        text += (text.empty() ? "" : ", ") + words.weekday(monday.plus_days(static_cast<int>(one.weekday) - 1)) + " " +
                words.times(one.starts, one.ends);
    return text.empty() ? words("advice.figures.hours_none") : text;
}

void months_part(module::Call& call, Html& h, const FiguresView& view) {
    if (view.months.size() < 2) return;
    ColumnChart chart;
    chart.id = "visits-by-month";
    chart.title = figure_words(call, "months");
    chart.summary =
        call.words("advice.figures.months_summary", {{"months", static_cast<std::int64_t>(view.months.size())}});
    chart.label_heading = figure_words(call, "month");
    chart.value_label = call.words("measure.advice.visits");
    for (const MonthFigure& one : view.months) {
        std::string label = call.words.month(one.month);
        const base::Date next = one.month.plus_months(1);
        const bool changed = std::ranges::any_of(
            view.hours, [&](const HoursChange& change) { return change.day >= one.month && change.day < next; });
        if (changed) label += " *";
        chart.labels.push_back(std::move(label));
        // A month without sessions had no visits to count: unknown, not none.
        chart.values.push_back(one.sessions > 0 ? std::optional(static_cast<double>(one.visits)) : std::nullopt);
    }
    column_chart(h, call.words, chart);
    if (view.hours.empty()) return;
    section(h, figure_words(call, "hours"), [&] {
        paragraph(h, figure_words(call, "hours_lead"));
        std::vector<Content> lines;
        lines.reserve(view.hours.size());
        for (const HoursChange& one : view.hours)
            lines.push_back([&] {
                date(h, call.words, one.day);
                h.text(": ");
                isolated(h, hours_words(call.words, one.rules));
                if (!one.earlier.visits || !one.later.visits) return;
                h.text(". ");
                h.text(call.words("advice.figures.hours_effect", {{"before", *one.earlier.visits},
                                                                  {"sessions_before", one.earlier.sessions},
                                                                  {"after", *one.later.visits},
                                                                  {"sessions_after", one.later.sessions}}));
            });
        bullets(h, lines);
    });
}

void dimension_part(module::Call& call, Html& h, const FiguresView& view, const DimensionTable& one) {
    if (one.rows.empty()) return;
    const std::string title = call.words("advice.dimension." + std::string(code_of(one.dimension)));
    section(h, title, [&] {
        table(h, call.words,
              {.caption = title,
               .hide_caption = true,
               .columns = {{.label = title},
                           {.label = figure_words(call, "now"), .numeric = true},
                           {.label = figure_words(call, "before"), .numeric = true}}},
              [&](Rows& rows) {
                  for (const ValueFigure& value : one.rows)
                      rows.row({[&] {
                                    link(h, rows_link(call, view.filter, one.dimension, value.value),
                                         sheets::value_words(call.words, one.dimension, value.value));
                                },
                                [&] { number(h, call.words, value.now); }, [&] { known(call, h, value.before); }});
              });
    });
}

void sites_part(module::Call& call, Html& h, const FiguresView& view, const ListView& list) {
    Table frame{.caption = figure_words(call, "sites")};
    // One column less where it says the same on every line: five are small on paper.
    const bool several = view.municipalities.size() > 1;
    frame.columns = {{.label = figure_words(call, "site")},
                     {.label = call.words("measure.advice.sessions"), .numeric = true},
                     {.label = call.words("measure.advice.visits"), .numeric = true},
                     {.label = figure_words(call, "before"), .numeric = true}};
    if (several) frame.columns.insert(frame.columns.begin() + 1, {.label = figure_words(call, "municipality")});
    frame.view = list;
    frame.total = view.sites_total;
    frame.path = call.link("/advice/figures");
    frame.query = query_of(view.filter);
    table(h, call.words, frame, [&](Rows& rows) {
        for (const SiteFigures& one : view.sites) {
            FiguresFilter only = view.filter;
            only.site = one.site;
            std::vector<Content> cells{[&] { link(h, path_with(call, "/advice/figures", query_of(only)), one.name); },
                                       [&] { number(h, call.words, one.sessions); },
                                       [&] { known(call, h, one.visits); }, [&] { known(call, h, one.visits_before); }};
            if (several) cells.insert(cells.begin() + 1, one.municipality);
            rows.row(cells);
        }
    });
}

}  // namespace

Response no_such_days(module::Call& call, const base::Problems& problems) {
    const auto usual = filter_in({}, call.today());
    const auto view = see_figures(call.room(), call.caller, *usual, 0);
    if (!view) return module::not_found(call);
    const FormState state{call.words, call.request.query, problems};
    return module::page(
        call, {.title = figure_words(call, "title"), .wide = true},
        [&](Html& h) {
            error_summary(h, state);
            filter_part(call, h, *view, state);
        },
        422);
}

Response figures_page(module::Call& call) {
    const ListView list = list_view(call.request.query, {}, {.page_size = kSitesOnPage});
    const auto filter = filter_in(call.request.query, call.today());
    if (!filter) return no_such_days(call, filter.problems());
    const auto view = see_figures(call.room(), call.caller, *filter, list.offset());
    if (!view) return module::not_found(call);
    const std::string days = call.words.period(view->filter.days);
    return module::page(
        call,
        {.title = figure_words(call, "title"),
         .lead = call.words("advice.figures.lead", {{"days", days}, {"before", call.words.period(view->before)}}),
         .wide = true},
        [&](Html& h) {
            actions(h, [&] {
                link_button(h, path_with(call, "/advice/figures/export", query_of(view->filter)),
                            figure_words(call, "export"), Variant::secondary);
                link_button(h, call.link("/deliveries"), figure_words(call, "deliver"), Variant::secondary);
            });
            const FormState state{call.words, query_of(view->filter)};
            details(h, figure_words(call, "choose"), [&] { filter_part(call, h, *view, state); });
            key_figures_part(call, h, *view);
            months_part(call, h, *view);
            for (const DimensionTable& one : view->tables) dimension_part(call, h, *view, one);
            if (!view->filter.site) sites_part(call, h, *view, list);
            small_print(h, figure_words(call, "inside"));
        });
}

Response figure_rows_page(module::Call& call) {
    const auto dimension = sheets::dimension_of_code(call.request.query.get("of"));
    if (!dimension) return module::not_found(call);
    const std::string value(call.request.query.get("value"));
    const auto filter = filter_in(call.request.query, call.today());
    if (!filter) return no_such_days(call, filter.problems());
    const ListView list = list_view(call.request.query, {}, {.page_size = kRowsOnPage});
    const auto rows = see_rows(call.room(), call.caller, *filter, *dimension, value, list.page_size, list.offset());
    if (!rows) return module::not_found(call);
    const std::string of = call.words("advice.dimension." + std::string(code_of(*dimension)));
    const std::string title = value.empty() ? of : of + ": " + sheets::value_words(call.words, *dimension, value);
    Table frame{.caption = title, .hide_caption = true};
    frame.columns = {{.label = figure_words(call, "day")},
                     {.label = figure_words(call, "site")},
                     {.label = figure_words(call, "n"), .numeric = true}};
    frame.view = list;
    frame.total = rows->total;
    frame.path = call.link("/advice/figures/rows");
    frame.query = call.request.query;
    return module::page(
        call,
        {.title = title,
         .crumbs = {{figure_words(call, "title"), path_with(call, "/advice/figures", query_of(*filter))}},
         .lead =
             call.words("advice.figures.rows_lead", {{"days", call.words.period(filter->days)}, {"sum", rows->sum}})},
        [&](Html& h) {
            table(h, call.words, frame, [&](Rows& out) {
                for (const FigureRow& one : rows->rows)
                    out.row({[&] {
                                 link(h, call.link("/advice/sheets/counts/" + one.session.text()),
                                      [&] { date(h, call.words, one.day); });
                             },
                             [&] { name(h, one.site); }, [&] { number(h, call.words, one.n); }});
            });
            small_print(h, figure_words(call, "rows_end"));
        });
}

}  // namespace samrum::advice::figures
