// The agreements of a room on one screen: next date, latest figures beside what was promised, money by year and payer.
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/pages.hpp"
#include "partnership/overview/actions_export.hpp"
#include "partnership/overview/actions_overview.hpp"
#include "partnership/overview/pages.hpp"

#include <algorithm>
#include <charconv>

namespace samrum::partnership::overview {
namespace {

using namespace web;

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;
constexpr std::size_t kEverything = 1'000'000;

int year_of(const module::Call& call) {
    const std::string_view typed = call.request.query.get("year");
    int year = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), year);
    return year >= kFirstYear && year <= kLastYear ? year : call.today().year();
}

std::vector<Column> columns_of(const module::Call& call) {
    const auto& words = call.words;
    return {
        {.label = words("partnership.column.agreement"), .key = "title"},
        {.label = words(call.head->is_public_party ? "overview.party.civil" : "overview.party.public"), .key = "party"},
        {.label = words("overview.next"), .key = "next"},
        {.label = words("overview.last"), .key = "end"},
        {.label = words("overview.figures")},
        {.label = words("overview.money")}};
}

Asked asked_of(const module::Call& call, const ListView& view) {
    const Fields& query = call.request.query;
    Asked asked;
    asked.filter = {.search = text::folded(query.get("search")), .party = std::string(query.get("party"))};
    asked.filter.show = show_named(query.get("show")).value_or(Filter::Show::current);
    asked.sort = view.sort;
    asked.descending = view.descending;
    asked.offset = static_cast<std::size_t>(view.offset());
    asked.most = static_cast<std::size_t>(view.page_size);
    asked.year = year_of(call);
    return asked;
}

ListView view_of(const module::Call& call) {
    return list_view(call.request.query, columns_of(call), {.sort = "next", .page_size = static_cast<int>(kPage)});
}

void filters(module::Call& call, Html& h, const Overview& overview, const Asked& asked) {
    const auto& words = call.words;
    query_form(h, call.link("/overview"), [&] {
        if (const auto sort = call.request.query.get("sort"); !sort.empty()) hidden(h, "sort", sort);
        const FormState state{words, call.request.query, {}};
        search_field(h, state,
                     {.name = "search",
                      .label = words("overview.search"),
                      .description = words("overview.search.about"),
                      .optional = true,
                      .unmarked = true});
        std::vector<Option> shows;
        for (const char* one : {"current", "ahead", "over", "all"})
            shows.push_back({one, words("overview.show." + std::string(one)), ""});
        select_field(h, state,
                     {.name = "show",
                      .label = words("partnership.column.state"),
                      .optional = true,
                      .unmarked = true,
                      .fallback = std::string(show_word(asked.filter.show))},
                     shows);
        if (overview.other_parties.size() > 1) {
            std::vector<Option> parties{{"", words("overview.any"), ""}};
            for (const std::string& one : overview.other_parties) parties.push_back({one, one, ""});
            select_field(h, state,
                         {.name = "party",
                          .label = words(call.head->is_public_party ? "overview.party.civil" : "overview.party.public"),
                          .optional = true,
                          .unmarked = true},
                         parties);
        }
        number_field(h, state,
                     {.name = "year",
                      .label = words("overview.year"),
                      .optional = true,
                      .unmarked = true,
                      .fallback = std::to_string(asked.year),
                      .max_length = 4,
                      .width = Width::narrow});
        submit_button(h, words("overview.show"), Variant::secondary);
    });
}

void next_cell(module::Call& call, Html& h, const Detail& detail) {
    if (!detail.computed) return small_print(h, call.words("overview.computing"));
    if (!detail.next) return h.text("–");
    date(h, call.words, detail.next->day);
    if (detail.next->day < call.today()) {
        h.text(" ");
        badge(h, Tone::warning, call.words("overview.late"));
    }
    small_print(h, [&] { name(h, say_next(call.words, *detail.next)); });
    if (const std::string who = say_owner(call.words, *detail.next); !who.empty())
        small_print(h, [&] { name(h, who); });
}

void end_cell(module::Call& call, Html& h, const Listed& row) {
    if (const auto last = row.ended_on ? row.ended_on : row.last)
        date(h, call.words, *last);
    else
        h.text(call.words(row.open_end ? "overview.open_end" : "overview.end_unknown"));
    h.text(" ");
    agreement::force_badge(h, call.words, force_of(row, call.today()));
}

/// A delivery as far as its figure is said.
agreement::Delivery said_as(const Figure& figure) {
    agreement::Delivery one;
    one.unit = figure.unit;
    one.value = *figure.value;
    return one;
}

void figure_line(module::Call& call, Html& h, const Figure& figure, const LiveFigure* live) {
    const auto& words = call.words;
    h(tag::div, [&] {
        name(h, figure.title + ": ");
        if (figure.value)
            agreement::delivered_value(h, words, said_as(figure));
        else
            h.text(words("overview.nothing_delivered"));
        if (figure.target) {
            h.text(" ");
            isolated(h, words("overview.of", {{"target", agreement::say_target(words, *figure.target)}}));
        }
        if (figure.period)
            small_print(h, [&] {
                isolated(h, words.period(*figure.period));
                if (figure.as_of)
                    h.text(". " + words("partnership.public.as_of", {{"day", words.date(*figure.as_of)}}));
            });
        if (live != nullptr)
            small_print(h, [&] {
                h.text(words("overview.live", {{"figure", live->so_far ? words.number(*live->so_far)
                                                                       : words("partnership.delivery.unknown")},
                                               {"period", words.period(live->period)}}));
            });
    });
}

void figures_cell(module::Call& call, Html& h, const Shown& one) {
    if (one.detail.figures.empty()) return h.text("–");
    for (const Figure& figure : one.detail.figures) {
        const auto live = std::ranges::find(one.live, figure.commitment, &LiveFigure::commitment);
        figure_line(call, h, figure, live == one.live.end() ? nullptr : &*live);
    }
}

void sum_words(module::Call& call, Html& h, const YearMoney& one) {
    const auto& words = call.words;
    if (one.unknown > 0 && one.decided.ore == 0)
        h.text(words("overview.sum_unknown"));
    else
        web::money(h, words, one.decided);
    if (one.paid) {
        h.text(", " + words("overview.paid.of") + " ");
        web::money(h, words, *one.paid);
    }
    if (one.unknown > 0 && one.decided.ore != 0)
        small_print(h, words("overview.unknown_parts", {{"count", one.unknown}}));
}

void money_cell(module::Call& call, Html& h, const Detail& detail, int year) {
    bool any = false;
    for (const YearMoney& one : detail.money) {
        if (one.year != year && one.year != kYearNotKnown) continue;
        any = true;
        h(tag::div, [&] {
            name(h, one.payer + ": ");
            sum_words(call, h, one);
            if (one.year == kYearNotKnown) small_print(h, call.words("overview.year.not_known"));
        });
    }
    if (!any) h.text("–");
}

void agreements_part(module::Call& call, Html& h, const Overview& overview, const Asked& asked, const ListView& view) {
    const auto& words = call.words;
    const bool none = overview.all == 0;
    table(h, words,
          {.caption = words("overview.caption", {{"year", std::to_string(asked.year)}}),
           .hide_caption = true,
           .columns = columns_of(call),
           .view = view,
           .total = static_cast<std::int64_t>(overview.total),
           .path = call.link("/overview"),
           .query = call.request.query,
           .empty =
               [&] {
                   empty_state(h, words(none ? "overview.none" : "overview.none_fit"),
                               words(none ? "overview.none.text" : "overview.none_fit.text"));
               }},
          [&](Rows& rows) {
              for (const Shown& one : overview.shown)
                  rows.row({[&] {
                                link(h, call.link("/agreements/" + one.detail.id.text()),
                                     [&] { name(h, one.detail.title); });
                                small_print(h, [&] {
                                    link(h, call.link("/agreements/" + one.detail.id.text() + "/timeline"), [&] {
                                        h.text(words("partnership.tab.timeline"));
                                        visually_hidden(h, ": " + one.detail.title);
                                    });
                                });
                            },
                            [&] { name(h, one.listed.other_names); }, [&] { next_cell(call, h, one.detail); },
                            [&] { end_cell(call, h, one.listed); }, [&] { figures_cell(call, h, one); },
                            [&] { money_cell(call, h, one.detail, asked.year); }});
          });
}

void money_part(module::Call& call, Html& h, const Overview& overview) {
    if (overview.money.empty()) return;
    const auto& words = call.words;
    const bool knows_paid = std::ranges::any_of(overview.money, [](const auto& one) { return one.paid.has_value(); });
    section(h, words("overview.by_payer"), [&] {
        paragraph(h, words(knows_paid ? "overview.by_payer.lead" : "overview.by_payer.copies"));
        std::vector<Column> columns{{.label = words("partnership.column.payer")},
                                    {.label = words("overview.year")},
                                    {.label = words("overview.decided"), .numeric = true}};
        if (knows_paid) columns.push_back({.label = words("overview.paid"), .numeric = true});
        columns.push_back({.label = words("overview.unknown"), .numeric = true});
        table(h, words, {.caption = words("overview.by_payer"), .hide_caption = true, .columns = columns},
              [&](Rows& rows) {
                  for (const YearMoney& one : overview.money) {
                      std::vector<Content> cells{
                          [&] { name(h, one.payer); },
                          one.year == kYearNotKnown ? words("overview.year.not_known") : std::to_string(one.year),
                          [&] { web::money(h, words, one.decided); }};
                      if (knows_paid)
                          cells.emplace_back([&] {
                              one.paid ? web::money(h, words, *one.paid) : h.text(words("overview.paid.unknown"));
                          });
                      cells.emplace_back([&] { number(h, words, one.unknown); });
                      rows.row(cells);
                  }
              });
    });
}

void export_part(module::Call& call, Html& h) {
    const auto& words = call.words;
    const auto file = [&](std::string_view format, std::string_view part) {
        Fields query;
        for (const auto& [field, value] : call.request.query.all())
            if (field != "page" && !value.empty()) query.add(field, value);
        query.add("format", std::string(format));
        if (!part.empty()) query.add("part", std::string(part));
        return call.link("/overview/export?" + query.encoded());
    };
    const auto content = [&] {
        paragraph(h, words("overview.export.lead"));
        actions(h, [&] {
            link_button(h, file("xlsx", ""), words("overview.export.xlsx"), Variant::secondary);
            for (const char* part : {"agreements", "figures", "money"})
                link_button(h, file("csv", part),
                            words("overview.export.csv", {{"part", words("overview.part." + std::string(part))}}),
                            Variant::secondary);
        });
    };
    // Nobody presses a button on paper.
    h(tag::div, attr::cls("s-export"), [&] { section(h, words("overview.export"), content); });
}

}  // namespace

web::Response overview_page(module::Call& call) {
    if (!may_read_overview(call.caller)) return module::not_found(call);
    const auto& words = call.words;
    const ListView view = view_of(call);
    const Asked asked = asked_of(call, view);
    const Overview overview = read_overview(call.room(), call.house, call.caller, call.head->is_public_party, asked);
    return module::page(call, {.title = words("overview.title"), .own_heading = true, .wide = true}, [&](Html& h) {
        page_heading(h, {.title = words("overview.title"),
                         .lead = words(call.head->is_public_party ? "overview.lead.public" : "overview.lead.civil"),
                         .actions = [&] { print_button(h, words); }});
        if (overview.left_to_compute > 0)
            notice(h, Tone::info,
                   words("overview.computing.some", {{"count", static_cast<std::int64_t>(overview.left_to_compute)}}),
                   words("overview.computing.wait"));
        filters(call, h, overview, asked);
        agreements_part(call, h, overview, asked, view);
        money_part(call, h, overview);
        if (overview.total > 0) export_part(call, h);
    });
}

web::Response overview_export(module::Call& call) {
    if (!may_read_overview(call.caller)) return module::not_found(call);
    const std::string_view format = call.request.query.get("format");
    const auto part = part_named(call.request.query.get("part"));
    if (format != "xlsx" && (format != "csv" || !part)) return module::not_found(call);
    Asked asked = asked_of(call, view_of(call));
    asked.offset = 0;
    asked.most = kEverything;
    const bool is_public = call.head->is_public_party;
    const Overview overview = read_overview(call.room(), call.house, call.caller, is_public, asked);
    auto file = format == "xlsx" ? export_spreadsheet(call.words, *call.head, overview, is_public, call.today())
                                 : export_csv(call.words, *call.head, overview, *part, is_public, call.today());
    return web::Response::file(std::move(file.bytes), file.type, file.name);
}

}  // namespace samrum::partnership::overview
