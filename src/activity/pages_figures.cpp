// Figures that documents state, each in its own period, beside what the log counts for the same period.
#include "activity/actions_figure.hpp"
#include "activity/pages.hpp"
#include "activity/pages_parts.hpp"
#include "activity/rules_entry.hpp"
#include "foundation/module/page.hpp"

namespace samrum::activity {
namespace {

using namespace web;

std::string figure_said(const module::Call& call, std::string_view key, const base::MessageArgs& args = {}) {
    return call.words("activity.page.figures." + std::string(key), args);
}
std::string what(const module::Call& call, FigureOf of) {
    return call.words("activity.of." + std::string(code_of(of)));
}

/// A figure in its unit: "310", "50 %", "+32 %".
std::string in_words(const module::Call& call, FigureOf of, std::int64_t value) {
    if (of != FigureOf::visits_growth && of != FigureOf::women_percent) return call.words.number(value);
    const std::string sign = of == FigureOf::visits_growth && value > 0 ? "+" : "";
    return sign + call.words.percent(static_cast<double>(value) / 100);
}

/// Which lines of the log the figure is about.
std::string_view kinds_behind(FigureOf of) {
    switch (of) {
        case FigureOf::volunteers:
            return "headcounts";
        case FigureOf::volunteers_joined:
            return "volunteers_joined";
        case FigureOf::volunteers_left:
            return "volunteers_left";
        default:
            return "session";
    }
}

std::string rows_link(const module::Call& call, const StatedFigure& figure) {
    Fields query;
    query.add("kind", std::string(kinds_behind(figure.of)));
    query.add("first", figure.of == FigureOf::volunteers ? "" : figure.period->first().iso());
    query.add("last", figure.period->last()->iso());
    if (figure.activity) query.add("activity", figure.activity->text());
    return call.link("/activity?" + query.encoded());
}

void counted_cell(module::Call& call, Html& h, const ComparedFigure& one) {
    if (!one.stated.period) return h.text(figure_said(call, "not_countable"));
    if (!one.counted) return h.text(figure_said(call, "not_counted"));
    isolated(h, in_words(call, one.stated.of, *one.counted));
    h.text(" ");
    link(h, rows_link(call, one.stated), figure_said(call, "rows"));
}

void remove_cell(module::Call& call, Html& h, const StatedFigure& figure) {
    confirm(h, call.words,
            {.id = "remove-" + figure.id.text(),
             .opener = figure_said(call, "remove"),
             .title = figure_said(call, "remove.title"),
             .text = figure_said(call, "remove.text"),
             .csrf = call.csrf,
             .action = call.link("/activity/figures/remove"),
             .hidden = {{"id", figure.id.text()}}});
}

void figure_row(module::Call& call, Html& h, Rows& rows, const ComparedFigure& one, const FiguresPage& page) {
    const auto& words = call.words;
    const StatedFigure& figure = one.stated;
    std::vector<Content> cells = {
        [&] {
            h.text(what(call, figure.of));
            if (figure.activity) h.text(", "), name(h, page.names.name(figure.activity));
        },
        [&] {
            if (figure.approximate)
                h.text(figure_said(call, "approximate", {{"value", in_words(call, figure.of, figure.value)}}));
            else
                isolated(h, in_words(call, figure.of, figure.value));
        },
        [&] {
            if (figure.period)
                period(h, words, *figure.period);
            else
                badge(h, Tone::neutral, figure_said(call, "undated"));
        },
        [&] { name(h, figure.source); }, [&] { counted_cell(call, h, one); }};
    if (page.may_manage) cells.emplace_back([&] { remove_cell(call, h, figure); });
    rows.row(cells);
}

void figure_table(module::Call& call, Html& h, const FiguresPage& page) {
    Table frame{.caption = figure_said(call, "caption"),
                .hide_caption = true,
                .columns = {{.label = figure_said(call, "of")},
                            {.label = figure_said(call, "value"), .numeric = true},
                            {.label = figure_said(call, "period")},
                            {.label = figure_said(call, "source")},
                            {.label = figure_said(call, "counted"), .numeric = true}}};
    if (page.may_manage) frame.columns.push_back({.label = figure_said(call, "remove"), .hide_label = true});
    frame.empty = [&] { empty_state(h, figure_said(call, "empty.title"), figure_said(call, "empty.text")); };
    table(h, call.words, frame, [&](Rows& rows) {
        for (const ComparedFigure& one : page.figures) figure_row(call, h, rows, one, page);
    });
}

void add_form(module::Call& call, Html& h, const FormState& state, const RoomNames& names) {
    std::vector<Option> kinds, activities = {{"", call.words("activity.page.field.none")}};
    for (FigureOf of : kFigures) kinds.push_back({std::string(code_of(of)), what(call, of)});
    for (const Named& one : names.activities()) activities.push_back({one.id.text(), one.name});
    details(
        h, figure_said(call, "add"),
        [&] {
            form(h, call.csrf, call.link("/activity/figures"), [&] {
                select_field(h, state, {.name = "kind", .label = figure_said(call, "of")}, kinds);
                // Text, for a phone's digit keys have no minus.
                text_field(h, state,
                           {.name = "count",
                            .label = figure_said(call, "add.count"),
                            .description = figure_said(call, "add.count_hint"),
                            .input_mode = "text",
                            .width = Width::narrow});
                checkbox(h, state, {.name = "approximate", .label = figure_said(call, "add.approximate")});
                date_field(h, state,
                           {.name = "day",
                            .label = figure_said(call, "add.first"),
                            .description = figure_said(call, "add.period_hint"),
                            .optional = true,
                            .width = Width::medium});
                date_field(h, state,
                           {.name = "until",
                            .label = figure_said(call, "add.last"),
                            .optional = true,
                            .width = Width::medium});
                select_field(
                    h, state,
                    {.name = "activity", .label = call.words("activity.page.field.activity"), .optional = true},
                    activities);
                text_field(h, state,
                           {.name = "source",
                            .label = figure_said(call, "add.source"),
                            .description = figure_said(call, "add.source_hint"),
                            .max_length = kLongestTitle});
                actions(h, [&] { submit_button(h, call.words("activity.page.new.save")); });
            });
        },
        !state.problems.empty());
}

Response show(module::Call& call, const FormState& state) {
    const auto page = list_figures(call.room(), call.caller, call.today());
    if (!page) return module::not_found(call);
    return module::page(
        call,
        {.title = figure_said(call, "title"),
         .crumbs = {{call.words("activity.page.list.title"), call.link("/activity")}},
         .lead = figure_said(call, "lead"),
         .wide = true},
        [&](Html& h) {
            error_summary(h, state);
            live(h, "figures", log_topic(call), [&] { figure_table(call, h, *page); });
            if (page->may_manage) add_form(call, h, state, page->names);
        },
        state.problems.empty() ? 200 : 422);
}

Response answer(module::Call& call, const base::Problems& problems, std::string_view flash) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    if (!problems.empty()) return show(call, {call.words, call.request.form, problems});
    announce(call);
    return call.done(call.link("/activity/figures"), flash);
}

}  // namespace

Response figures_page(module::Call& call) {
    return show(call, {call.words});
}

Response state_figure_now(module::Call& call) {
    const auto stated = state_figure(call.room(), call.caller, call.today(), draft_of(call.request.form));
    return answer(call, stated.problems(), "activity.flash.figure_stated");
}

Response remove_figure_now(module::Call& call) {
    const auto id = FigureId::parse(call.request.form.get("id"));
    if (!id) return module::not_found(call);
    return answer(call, remove_figure(call.room(), call.caller, *id).problems(), "activity.flash.figure_removed");
}

}  // namespace samrum::activity
