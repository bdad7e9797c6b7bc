// The log: what was done, by selection, with its sums; live for everybody who has it open.
#include "activity/actions_list.hpp"
#include "activity/actions_log.hpp"
#include "activity/actions_permission.hpp"
#include "activity/pages.hpp"
#include "activity/pages_parts.hpp"
#include "activity/rules_entry.hpp"
#include "foundation/module/page.hpp"

namespace samrum::activity {
namespace {

using namespace web;

std::string said(const module::Call& call, std::string_view key) {
    return call.words("activity.page." + std::string(key));
}

/// The day that a field of the query asks for; nothing where it is empty.
std::optional<base::Date> day_asked(base::ProblemList& problems, const Fields& query, const std::string& field) {
    const std::string_view text = query.get(field);
    if (text.empty()) return std::nullopt;
    auto day = base::Date::parse(text);
    if (day) return *day;
    problems.take(std::move(day), field);
    return std::nullopt;
}

/// The place or activity that a field of the query asks for, by its id; nothing where it is empty.
template <class Id>
std::optional<Id> id_asked(base::ProblemList& problems, const Fields& query, const std::string& field) {
    const std::string text(query.get(field));
    if (text.empty()) return std::nullopt;
    if (const auto id = Id::parse(text)) return *id;
    problems.add(base::problem(field, "activity.problem." + field + "_unknown", {{"name", text}}));
    return std::nullopt;
}

/// The selection that the query asks for. What cannot be read is told: passed over in silence, it would show sums of
/// other rows than were asked for.
base::Result<Filter> filter_of(const Fields& query) {
    Filter filter;
    base::ProblemList problems;
    const std::string_view kind = query.get("kind");
    if (kind == "events")
        filter.kinds = kinds_of(Family::event);
    else if (kind == "headcounts")
        filter.kinds = kinds_of(Family::headcount);
    else if (kind_coded(kind))
        filter.kinds = std::string(kind);
    else if (!kind.empty())
        problems.add(base::problem("kind", "activity.problem.kind_unknown", {{"text", std::string(kind)}}));
    filter.place = id_asked<PlaceId>(problems, query, "place");
    filter.activity = id_asked<ActivityId>(problems, query, "activity");
    filter.first = day_asked(problems, query, "first");
    filter.last = day_asked(problems, query, "last");
    if (filter.first && filter.last) problems.take(base::Period::of(*filter.first, filter.last), "last");
    if (!problems.empty()) return problems.all();
    return filter;
}

Sort sort_of(const ListView& view) {
    if (view.sort == "visits") return view.descending ? Sort::most_visited : Sort::least_visited;
    return view.descending ? Sort::newest : Sort::oldest;
}

bool selects(const Fields& query) {
    for (const char* name : {"kind", "place", "activity", "first", "last", "q"})
        if (!query.get(name).empty()) return true;
    return false;
}

std::vector<Option> kind_options(const module::Call& call) {
    std::vector<Option> options = {{"", said(call, "list.filter.any")},
                                   {"session", call.words("activity.kind.session")},
                                   {"events", call.words("measure.activity.events")},
                                   {"headcounts", call.words("activity.family.headcount")}};
    for (const Shape& shape : shapes())
        if (shape.family != Family::session)
            options.push_back({std::string(shape.code), kind_words(call.words, shape.kind)});
    return options;
}

std::vector<Option> with_any(const module::Call& call, const std::vector<Named>& all) {
    std::vector<Option> options = {{"", said(call, "list.filter.any")}};
    for (const Named& one : all) options.push_back({one.id.text(), one.name});
    return options;
}

void filter_form(module::Call& call, Html& h, const FormState& state, const RoomNames& names) {
    details(
        h, said(call, "list.filter"),
        [&] {
            query_form(h, call.link("/activity"), [&] {
                select_field(h, state, {.name = "kind", .label = said(call, "list.filter.kind"), .optional = true},
                             kind_options(call));
                select_field(h, state, {.name = "place", .label = said(call, "field.place"), .optional = true},
                             with_any(call, names.places()));
                select_field(h, state, {.name = "activity", .label = said(call, "field.activity"), .optional = true},
                             with_any(call, names.activities()));
                date_field(h, state,
                           {.name = "first",
                            .label = said(call, "list.filter.first"),
                            .optional = true,
                            .width = Width::medium});
                date_field(h, state,
                           {.name = "last",
                            .label = said(call, "list.filter.last"),
                            .optional = true,
                            .width = Width::medium});
                search_field(h, state, {.name = "q", .label = said(call, "list.filter.text"), .optional = true});
                actions(h, [&] {
                    submit_button(h, said(call, "list.filter.show"));
                    if (selects(call.request.query))
                        link_button(h, call.link("/activity"), said(call, "list.show_all"), Variant::tertiary);
                });
            });
        },
        selects(call.request.query));
}

/// "recorded for 37 of 41 sessions": a sum never stands without how much of it is known.
std::string known_of(const module::Call& call, std::int64_t known, const Totals& totals) {
    return call.words("activity.page.list.recorded_of", {{"known", known}, {"sessions", totals.sessions}});
}

void key_figure_row(module::Call& call, Html& h, const Totals& t) {
    const auto& words = call.words;
    const auto value = [&](std::int64_t amount, std::int64_t known, const auto& write) {
        return Content([&h, &call, amount, known, write] {
            if (known > 0)
                write(amount);
            else
                h.text(call.words("activity.command.unknown"));
        });
    };
    const auto plain = [&h, &words](std::int64_t n) { number(h, words, n); };
    std::vector<KeyFigure> figures = {
        {words("measure.activity.sessions"), value(t.sessions, 1, plain),
         words("activity.page.list.cancelled_too", {{"cancelled", t.cancelled}})},
        {words("measure.activity.visits"), value(t.participants, t.participants_known, plain),
         known_of(call, t.participants_known, t)},
        {words("measure.activity.women"), value(t.women, t.women_known, plain),
         t.women_known > 0 ? words("activity.page.list.women_share", {{"women", t.women}, {"of", t.women_of}})
                           : known_of(call, 0, t)},
        {words("measure.activity.volunteer_hours"),
         value(t.volunteer_minutes, t.volunteer_minutes_known, [&h, &words](std::int64_t n) { hours(h, words, n); }),
         known_of(call, t.volunteer_minutes_known, t)},
        {words("measure.activity.events"), value(t.events, 1, plain), words("activity.page.list.events_context")}};
    key_figures(h, figures);
}

void row(module::Call& call, Html& h, Rows& rows, const Entry& entry, const RoomNames& names) {
    const Facts& facts = entry.facts;
    const auto& words = call.words;
    rows.row({[&] { link(h, call.link("/activity/" + entry.id.text()), [&] { date(h, words, facts.day); }); },
              [&] {
                  h.text(kind_words(words, facts.kind));
                  if (!facts.title.empty()) h.text(": "), name(h, facts.title);
                  // A number of volunteers stands here, for the columns count those who came to the association.
                  if (facts.count) h.text(": "), number(h, words, *facts.count);
                  if (facts.reason) h.text(", " + words("activity.reason." + std::string(code_of(*facts.reason))));
                  if (facts.cancelled) h.text(" "), badge(h, Tone::warning, said(call, "field.cancelled"));
              },
              [&] {
                  if (facts.activity) name(h, names.name(facts.activity));
              },
              [&] {
                  if (facts.place) name(h, names.name(facts.place));
              },
              [&] {
                  if (!facts.count && !facts.cancelled) figure(h, words, facts.participants);
              },
              [&] {
                  if (facts.women) number(h, words, *facts.women);
              },
              [&] {
                  if (facts.volunteer_minutes) hours(h, words, *facts.volunteer_minutes);
              }},
             entry.id.text() == call.request.query.get("logged"));
}

std::vector<Column> columns(const module::Call& call) {
    return {{.label = said(call, "field.day"), .key = "day"},
            {.label = said(call, "field.kind")},
            {.label = said(call, "field.activity")},
            {.label = said(call, "field.place")},
            {.label = said(call, "field.participants"), .key = "visits", .numeric = true},
            {.label = said(call, "field.women"), .numeric = true},
            {.label = call.words("measure.activity.volunteer_hours"), .numeric = true}};
}

/// The query without what belongs to one visit only.
Fields lasting(const Fields& query) {
    Fields kept;
    for (const auto& [name, value] : query.all())
        if (name != "logged" && name != "page") kept.add(name, value);
    return kept;
}

void log_table(module::Call& call, Html& h, const LogPage& log, const ListView& view) {
    const bool nothing_at_all = !selects(call.request.query);
    Table frame{.caption = said(call, "list.caption"),
                .hide_caption = true,
                .columns = columns(call),
                .view = view,
                .total = log.totals.lines,
                .path = call.link("/activity"),
                .query = lasting(call.request.query)};
    if (log.may_manage) frame.export_href = call.link("/activity/export?" + frame.query.encoded());
    frame.empty = [&] {
        const std::string which = nothing_at_all ? "list.empty." : "list.none.";
        empty_state(h, said(call, which + "title"), said(call, which + "text"));
    };
    table(h, call.words, frame, [&](Rows& rows) {
        for (const Entry& entry : log.entries) row(call, h, rows, entry, log.names);
    });
}

void quiet_notice(module::Call& call, Html& h) {
    const auto quiet = quiet_weeks_for(call.room(), call.caller, call.today());
    if (quiet.empty()) return;
    notice(h, Tone::warning, said(call, "quiet.title"), [&] {
        paragraph(h, said(call, "quiet.text"));
        std::vector<Content> weeks;
        weeks.reserve(quiet.size());
        for (const QuietWeek& one : quiet)
            weeks.emplace_back([&h, &call, one] {
                link(h, call.link("/activity/new?day=" + one.monday.iso()),
                     call.words("activity.page.quiet.week",
                                {{"activity", one.name}, {"monday", call.words.date(one.monday)}}));
            });
        bullets(h, weeks);
    });
}

/// What was logged a moment ago, with a way back, and with a word where a promise is counted from elsewhere.
void undo(module::Call& call, Html& h, const RoomNames& names) {
    const auto id = EntryId::parse(call.request.query.get("logged"));
    if (!id) return;
    const auto seen = see_entry(call.room(), call.caller, call.today(), *id);
    if (!seen || !seen->may_mend || seen->entry.logged_on != call.today()) return;
    auto elsewhere = sessions_counted_elsewhere(call.room(), call.house, call.caller, seen->entry.facts.day);
    std::erase_if(elsewhere, [&](const CountedElsewhere& one) { return !one.is_of(seen->entry.facts); });
    elsewhere_notice(h, call.words, said(call, "elsewhere.saved"), elsewhere, names);
    form(h, call.csrf, call.link("/activity/" + id->text() + "/remove"), [&] {
        hidden(h, "revision", std::to_string(seen->entry.revision));
        actions(h, [&] {
            submit_button(h, said(call, "logged.undo"), Variant::secondary);
            link_button(h, call.link("/activity/new"), said(call, "logged.another"), Variant::secondary);
        });
    });
}

void page_actions(module::Call& call, Html& h, bool may_manage) {
    actions(h, [&] {
        link_button(h, call.link("/activity/new"), said(call, "action.log"));
        if (may_manage) link_button(h, call.link("/activity/import"), said(call, "action.import"), Variant::secondary);
        link_button(h, call.link("/activity/figures"), said(call, "action.figures"), Variant::tertiary);
    });
}

/// The form again with what is wrong; no rows, for those asked for are not known.
Response unreadable_filter(module::Call& call, const base::Problems& problems) {
    const FormState state{call.words, call.request.query, problems};
    const auto log = list_log(call.room(), call.caller, call.today(), {}, "", 0, 0);  // for the names to choose from
    if (!log) return module::not_found(call);
    return module::page(
        call, {.title = said(call, "list.title"), .lead = said(call, "list.lead"), .wide = true},
        [&](Html& h) {
            error_summary(h, state);
            filter_form(call, h, state, log->names);
        },
        422);
}

}  // namespace

Response log_page(module::Call& call) {
    const auto all_columns = columns(call);
    const ListView view = list_view(call.request.query, all_columns, {.sort = "day", .descending = true});
    auto filter = filter_of(call.request.query);
    if (!filter) return unreadable_filter(call, filter.problems());
    filter.value().sort = sort_of(view);
    const auto log = list_log(call.room(), call.caller, call.today(), *filter, call.request.query.get("q"),
                              view.page_size, view.offset());
    if (!log) return module::not_found(call);
    return module::page(call, {.title = said(call, "list.title"), .lead = said(call, "list.lead"), .wide = true},
                        [&](Html& h) {
                            undo(call, h, log->names);
                            page_actions(call, h, log->may_manage);
                            quiet_notice(call, h);
                            filter_form(call, h, {call.words, call.request.query}, log->names);
                            live(h, "log", log_topic(call), [&] {
                                if (log->totals.lines > 0) {
                                    heading(h, 2, said(call, "list.selection"));
                                    key_figure_row(call, h, log->totals);
                                }
                                log_table(call, h, *log, view);
                            });
                        });
}

Response export_file(module::Call& call) {
    const bool swedish = call.words.language().starts_with("sv");
    const auto filter = filter_of(call.request.query);
    if (!filter) return unreadable_filter(call, filter.problems());
    auto bytes = export_log(call.room(), call.caller, call.today(), *filter, call.request.query.get("q"), swedish);
    if (!bytes) return module::not_found(call);
    return Response::file(std::move(bytes).value(), "text/csv; charset=utf-8",
                          "activity-" + call.head->short_name + ".csv");
}

}  // namespace samrum::activity
