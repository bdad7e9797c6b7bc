// The list of pairs: those who need something first.
#include "friends/pairs/pages.hpp"
#include "friends/pairs/pages_parts.hpp"

namespace samrum::friends::pairs {

using namespace web;

namespace {

constexpr int kPairsOnPage = 50;

Content count_of(module::Call& call, Html& h, std::int64_t n) {
    return [&call, &h, n] { number(h, call.words, n); };
}
int in_state(const PairPage& page, PairState state) {
    const auto found = page.states.find(state);
    return found == page.states.end() ? 0 : found->second;
}

void figures_part(module::Call& call, Html& h, const PairPage& page) {
    const auto path = [&](std::string_view state) { return call.link("/friends/pairs?state=" + std::string(state)); };
    const std::string today = said(call, "pairs.as_of", {{"day", call.words.date(call.today())}});
    key_figures(h, {{said(call, "pairs.figure.going"), count_of(call, h, in_state(page, PairState::going)), today,
                     path("going")},
                    {said(call, "pairs.figure.quiet"), count_of(call, h, page.marks),
                     said(call, "pairs.figure.quiet.about"), path("quiet")},
                    {said(call, "pairs.figure.paused"), count_of(call, h, in_state(page, PairState::paused)), today,
                     path("paused")},
                    {said(call, "pairs.figure.ended"), count_of(call, h, in_state(page, PairState::ended)), today,
                     path("ended")}});
}

void filter_part(module::Call& call, Html& h) {
    const FormState state{call.words, call.request.query};
    std::vector<Option> states{{"", said(call, "pairs.filter.current"), ""},
                               {"quiet", said(call, "pairs.filter.quiet"), ""}};
    for (const PairState one : {PairState::going, PairState::paused, PairState::broken, PairState::ended})
        states.push_back({std::string(code_of(one)), said(call, "pairs.state." + std::string(code_of(one))), ""});
    states.push_back({"all", said(call, "pairs.filter.all"), ""});
    const auto programmes = people::list_programmes(call.room());
    query_form(h, call.link("/friends/pairs"), [&] {
        select_field(h, state, {.name = "state", .label = said(call, "pairs.filter.state"), .optional = true}, states);
        if (programmes.size() > 1) {
            std::vector<Option> options{{"", said(call, "pairs.filter.all_programmes"), ""}};
            for (const auto& one : programmes) options.push_back({one.id.text(), one.name, ""});
            select_field(h, state,
                         {.name = "programme", .label = said(call, "pairs.filter.programme"), .optional = true},
                         options);
        }
        actions(h, [&] { submit_button(h, said(call, "pairs.filter.show"), Variant::secondary); });
    });
}

void pair_row(module::Call& call, Html& h, Rows& rows, const PairRow& row) {
    rows.row({[&] {
                  link(h, call.link("/friends/pairs/" + row.pair.id.text()), [&] {
                      shown_name(call, h, row.pair.newcomer, row.newcomer);
                      h.text(" " + said(call, "pairs.and") + " ");
                      shown_name(call, h, row.pair.established, row.established);
                  });
              },
              [&] { state_badge(call, h, row); }, [&] { date(h, call.words, row.pair.started_on); },
              [&] {
                  if (row.pair.ended_on) return date(h, call.words, *row.pair.ended_on);
                  if (row.progress.is_full)
                      return isolated(
                          h, said(call, "pairs.month_beyond", {{"month", std::int64_t{row.progress.month_now}}}));
                  isolated(h, said(call, "pairs.month_of",
                                   {{"month", std::int64_t{row.progress.month_now}},
                                    {"months", std::int64_t{row.pair.months}}}));
              },
              [&] { isolated(h, hours_text(call.words, row.progress.minutes_in_all)); },
              [&] { row.last_met ? date(h, call.words, *row.last_met) : h.text(said(call, "pairs.no_note")); }});
}

}  // namespace

Response pairs_page(module::Call& call) {
    const ListView view = list_view(call.request.query, {}, {.page_size = kPairsOnPage});
    const auto found =
        list_pairs(call.room(), call.caller, call.today(),
                   {std::string(call.request.query.get("state")), std::string(call.request.query.get("programme")),
                    static_cast<std::size_t>(view.offset()), kPairsOnPage});
    if (!found) return module::not_found(call);
    const Table frame{.caption = said(call, "pairs.title"),
                      .hide_caption = true,
                      .columns = {{.label = said(call, "pairs.who")},
                                  {.label = said(call, "pairs.state")},
                                  {.label = said(call, "pairs.started")},
                                  {.label = said(call, "pairs.so_far")},
                                  {.label = said(call, "pairs.hours_in_all"), .numeric = true},
                                  {.label = said(call, "pairs.last_note")}},
                      .view = view,
                      .total = static_cast<std::int64_t>(found->total),
                      .path = call.link("/friends/pairs"),
                      .query = call.request.query};
    return module::page(
        call, {.title = said(call, "pairs.title"), .lead = said(call, "pairs.lead"), .wide = true}, [&](Html& h) {
            figures_part(call, h, *found);
            filter_part(call, h);
            if (found->rows.empty()) return empty_state(h, said(call, "pairs.empty"), said(call, "pairs.empty.why"));
            table(h, call.words, frame, [&](Rows& rows) {
                for (const PairRow& row : found->rows) pair_row(call, h, rows, row);
            });
            small_print(h, said(call, "pairs.marks.about",
                                {{"mark", std::int64_t{kMarkDays}}, {"task", std::int64_t{kTaskDays}}}));
        });
}

}  // namespace samrum::friends::pairs
