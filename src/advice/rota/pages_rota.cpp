// The rota: weeks of sessions with who is there, what is wanted and what is lacked; and the same for the wall.
#include "advice/rota/pages.hpp"
#include "advice/rota/pages_parts.hpp"
#include "advice/rota/rules_reason.hpp"
#include "foundation/base/number.hpp"
#include "foundation/module/page.hpp"

#include <algorithm>
#include <set>

namespace samrum::advice::rota {
namespace {

using namespace web;

constexpr int kWeeks = 6;
constexpr int kMostWeeks = 16;
constexpr std::int64_t kSessionsShown = 60;
constexpr std::int64_t kSessionsPrinted = 400;

base::Date monday_of(base::Date day) {
    return day.plus_days(1 - static_cast<int>(day.weekday()));
}
/// ISO 8601: the week belongs to the year of its Thursday.
int week_number(base::Date day) {
    const base::Date thursday = monday_of(day).plus_days(3);
    return base::Date::of(thursday.year(), 1, 1).days_until(thursday) / 7 + 1;
}

RotaFilter rota_filter(const module::Call& call) {
    const Fields& query = call.request.query;
    const auto asked = base::Date::parse(query.get("from"));
    const auto weeks = base::whole_number(query.get("weeks"));
    const int count = static_cast<int>(std::clamp<std::int64_t>(weeks.value_or(0), 0, kMostWeeks));
    RotaFilter filter;
    filter.first = monday_of(asked ? *asked : call.today());
    filter.last = filter.first.plus_days(7 * (count == 0 ? kWeeks : count) - 1);
    filter.municipality = query.get("municipality");
    if (const auto site = sites::SiteId::parse(query.get("site"))) filter.site = *site;
    return filter;
}

void rota_filter_form(module::Call& call, Html& h, const RotaPage& page, const RotaFilter& filter) {
    const FormState state{call.words, call.request.query};
    const auto said = [&](std::string_view key) { return rota_words(call, key); };
    details(
        h, said("filter"),
        [&] {
            query_form(h, call.link("/advice/rota"), [&] {
                date_field(h, state,
                           {.name = "from",
                            .label = said("filter.from"),
                            .fallback = filter.first.iso(),
                            .width = Width::medium});
                std::vector<Option> weeks;
                for (int one : {2, 4, 6, 8, 12})
                    weeks.push_back(
                        {std::to_string(one), rota_words(call, "filter.weeks.option", {{"weeks", std::int64_t{one}}})});
                select_field(h, state,
                             {.name = "weeks", .label = said("filter.weeks"), .fallback = std::to_string(kWeeks)},
                             weeks);
                std::set<std::string> municipalities;
                for (const sites::Site& one : page.sites) municipalities.insert(one.municipality);
                if (municipalities.size() > 1) {
                    std::vector<Option> options{{"", said("filter.all")}};
                    for (const std::string& one : municipalities) options.push_back({one, one});
                    select_field(h, state,
                                 {.name = "municipality", .label = said("filter.municipality"), .optional = true},
                                 options);
                }
                std::vector<Option> options{{"", said("filter.all")}};
                for (const sites::Site& one : page.sites)
                    if (filter.municipality.empty() || one.municipality == filter.municipality)
                        options.push_back({one.id.text(), one.name});
                if (options.size() > 2)
                    select_field(h, state, {.name = "site", .label = said("filter.site"), .optional = true}, options);
                actions(h, [&] { submit_button(h, said("filter.show")); });
            });
        },
        call.request.query.has("from") || call.request.query.has("site"));
}

void advisers_cell(module::Call& call, Html& h, const Line& line, const Names& names) {
    paragraph(
        h, rota_words(call, "taken_of",
                      {{"taken", std::int64_t{line.coverage.taken}}, {"wanted", std::int64_t{line.coverage.wanted}}}));
    if (!line.there.empty()) people_list(call, h, line, names);
}

void week_table(module::Call& call, Html& h, const RotaPage& page, std::size_t first, std::size_t last) {
    const base::Date monday = monday_of(page.lines[first].session.day);
    const std::string title = rota_words(
        call, "week",
        {{"week", std::to_string(week_number(monday))}, {"days", call.words.period({monday, monday.plus_days(6)})}});
    const auto column = [&](std::string_view key) {
        return Column{.label = rota_words(call, "column." + std::string(key))};
    };
    table(h, call.words,
          {.caption = title,
           .columns = {column("when"), column("site"), column("advisers"), column("languages"), column("lacks")}},
          [&](Rows& rows) {
              for (std::size_t i = first; i < last; ++i) {
                  const Line& line = page.lines[i];
                  rows.row({[&] {
                                link(h, call.link("/advice/rota/" + line.session.id.text()),
                                     [&] { when(call, h, line.session); });
                                state_mark(call, h, line.session);
                            },
                            [&] { name(h, line.site); }, [&] { advisers_cell(call, h, line, page.names); },
                            [&] { language_marks(call, h, line.coverage); }, [&] { lacks_list(call, h, line); }});
              }
          });
}

void week_tables(module::Call& call, Html& h, const RotaPage& page) {
    if (page.lines.empty()) return empty_state(h, rota_words(call, "none.title"), rota_words(call, "none.text"));
    for (std::size_t first = 0; first < page.lines.size();) {
        std::size_t last = first;
        while (last < page.lines.size() &&
               monday_of(page.lines[last].session.day) == monday_of(page.lines[first].session.day))
            ++last;
        week_table(call, h, page, first, last);
        first = last;
    }
}

void gap_notice(module::Call& call, Html& h, const RotaPage& page) {
    if (page.gaps.empty()) return;
    notice(h, Tone::warning, rota_words(call, "gaps.title"), [&] {
        std::vector<Content> lines;
        lines.reserve(page.gaps.size());
        for (const LanguageGap& one : page.gaps)
            lines.emplace_back(rota_words(call, "gaps.line",
                                          {{"language", language_name(call.words, one.language)},
                                           {"sessions", std::int64_t{one.sessions}},
                                           {"speakers", std::int64_t{one.speakers}}}));
        bullets(h, lines);
    });
}

void page_links(module::Call& call, Html& h, const RotaPage& page, const ListView& view) {
    const auto to = [&](int number) {
        Fields query;
        for (const auto& [name, value] : call.request.query.all())
            if (name != "page") query.add(name, value);
        query.add("page", std::to_string(number));
        return call.link("/advice/rota?" + query.encoded());
    };
    actions(h, [&] {
        if (view.page > 1) link_button(h, to(view.page - 1), rota_words(call, "earlier"), Variant::secondary);
        if (view.offset() + view.page_size < page.total)
            link_button(h, to(view.page + 1), rota_words(call, "later"), Variant::secondary);
    });
}

void draft_notices(module::Call& call, Html& h, const Drafts& drafts) {
    if (drafts.under_way) {
        const auto& job = *drafts.under_way;
        notice(h, job.failed ? Tone::danger : Tone::info,
               rota_words(call, job.failed ? "draft.failed" : "draft.under_way"), [&] {
                   if (!job.failed)
                       progress(h,
                                {.label = rota_words(call, "draft.progress"),
                                 .value = static_cast<double>(job.done),
                                 .maximum = static_cast<double>(std::max<std::int64_t>(1, job.of)),
                                 .text = rota_words(call, "draft.step",
                                                    {{"done", job.done}, {"of", std::max<std::int64_t>(1, job.of)}})});
               });
    }
    for (const Draft& one : drafts.drafts)
        notice(h, Tone::info, rota_words(call, "draft.ready"), [&] {
            link(h, call.link("/advice/rota/draft/" + one.id.text()),
                 rota_words(call, "draft.open", {{"days", call.words.period({one.first, one.last})}}));
        });
}

void suggest_form(module::Call& call, Html& h, const RotaFilter& filter, const FormState& state) {
    details(
        h, rota_words(call, "suggest"),
        [&] {
            paragraph(h, rota_words(call, "suggest.text"));
            form(h, call.csrf, call.link("/advice/rota/suggest"), [&] {
                error_summary(h, state);
                hidden(h, "municipality", filter.municipality);
                date_field(h, state,
                           {.name = "first",
                            .label = rota_words(call, "suggest.first"),
                            .fallback = std::max(filter.first, call.today()).iso(),
                            .width = Width::medium});
                date_field(h, state,
                           {.name = "last",
                            .label = rota_words(call, "suggest.last"),
                            .fallback = filter.last.iso(),
                            .width = Width::medium});
                actions(h, [&] { submit_button(h, rota_words(call, "suggest.go")); });
            });
        },
        !state.problems.empty());
}

Response show_rota(module::Call& call, const FormState& state, int status) {
    const RotaFilter filter = rota_filter(call);
    const ListView view = list_view(call.request.query, {}, {.page_size = static_cast<int>(kSessionsShown)});
    const auto page = see_rota(call.room(), call.caller, call.today(), filter, view.page_size, view.offset());
    if (!page) return module::not_found(call);
    const auto drafts = see_drafts(call.room(), call.caller);
    return module::page(
        call, {.title = rota_words(call, "title"), .lead = rota_words(call, "lead"), .wide = true},
        [&](Html& h) {
            actions(h, [&] {
                if (page->me) link_button(h, call.link("/advice/shifts"), rota_words(call, "to_shifts"));
                link_button(h, call.link("/advice/rota/print?" + call.request.query.encoded()),
                            rota_words(call, "to_print"), Variant::secondary);
            });
            rota_filter_form(call, h, *page, filter);
            if (page->may_run) suggest_form(call, h, filter, state);
            refreshed(call, h, "rota", [&] {
                if (drafts) draft_notices(call, h, *drafts);
                gap_notice(call, h, *page);
                week_tables(call, h, *page);
                page_links(call, h, *page, view);
            });
        },
        status);
}

/// On a wall a first name and an initial say enough.
std::string short_name(const std::string& name) {
    const auto space = name.find_last_of(' ');
    if (space == std::string::npos || space + 1 >= name.size()) return name;
    std::size_t end = space + 2;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) ++end;
    return name.substr(0, name.find(' ')) + " " + name.substr(space + 1, end - space - 1) + ".";
}

}  // namespace

Response rota_page(module::Call& call) {
    return show_rota(call, {call.words}, 200);
}

Response rota_print_page(module::Call& call) {
    const RotaFilter filter = rota_filter(call);
    const auto page = see_rota(call.room(), call.caller, call.today(), filter, kSessionsPrinted, 0);
    if (!page) return module::not_found(call);
    const auto column = [&](std::string_view key) {
        return Column{.label = rota_words(call, "column." + std::string(key))};
    };
    return module::page(
        call,
        {.title = rota_words(call, "print.title"),
         .crumbs = {{rota_words(call, "title"), call.link("/advice/rota")}},
         .lead = call.words.period({filter.first, filter.last}),
         .wide = true},
        [&](Html& h) {
            print_button(h, call.words);
            table(h, call.words,
                  {.caption = rota_words(call, "print.title"),
                   .hide_caption = true,
                   .columns = {column("when"), column("site"), column("advisers")}},
                  [&](Rows& rows) {
                      for (const Line& line : page->lines) {
                          if (line.session.state == sites::SessionState::cancelled) continue;
                          std::string people;
                          for (const Shift& one : line.there)
                              if (one.state == ShiftState::taken)
                                  people += (people.empty() ? "" : ", ") +
                                            short_name(name_in(call, page->names, one.volunteer));
                          for (int i = 0; i < line.coverage.places(); ++i) people += people.empty() ? "____" : ", ____";
                          rows.row({[&] { when(call, h, line.session); }, [&] { name(h, line.site); }, people});
                      }
                  });
        });
}

Response suggest_now(module::Call& call) {
    const Fields& typed = call.request.form;
    const auto asked = ask_for_rota(call.room(), call.caller, call.today(), typed.get("first"), typed.get("last"),
                                    typed.get("municipality"));
    if (!asked) {
        if (auto refused = module::refused_page(call, asked.problems())) return std::move(*refused);
        return show_rota(call, {call.words, typed, asked.problems()}, 422);
    }
    announce_rota(call);
    return call.done(call.link("/advice/rota"), "advice.rota.flash.asked");
}

}  // namespace samrum::advice::rota
