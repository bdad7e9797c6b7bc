// My tasks: what is due by whom, one's own and what one may see of others'.
#include "app/handover.hpp"
#include "app/pages.hpp"
#include "app/tasks.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"

#include <algorithm>
#include <map>

namespace samrum::app {
namespace {

using namespace web;

constexpr int kTasksOnAPage = 50;

TaskFilter filter_of(const module::Call& call) {
    const Fields& query = call.request.query;
    TaskFilter filter;
    filter.mine = query.get("who") != "all";
    filter.when = urgency_named(query.get("when"));
    filter.kind = task_kind_named(query.get("kind"));
    if (const auto id = base::Uuid::parse(query.get("agreement"))) filter.agreement = *id;
    filter.search = std::string(query.get("search"));
    return filter;
}

/// The page with another value of one of its fields; the page number begins anew.
std::string with(const module::Call& call, std::string_view field, std::string_view value) {
    Fields query;
    for (const auto& [name, old] : call.request.query.all())
        if (name != field && name != "page" && !old.empty()) query.add(name, old);
    if (!value.empty()) query.add(std::string(field), std::string(value));
    const std::string encoded = query.encoded();
    return call.link("/tasks") + (encoded.empty() ? "" : "?" + encoded);
}

void who_tabs(module::Call& call, Html& h, const TaskFilter& filter) {
    const auto& words = call.words;
    tabs(h, words("tasks.who"),
         {{words("tasks.mine"), with(call, "who", ""), filter.mine},
          {words("tasks.everyones"), with(call, "who", "all"), !filter.mine}});
}

/// How many are late, soon and later, each leading to its own list.
void counts(module::Call& call, Html& h, const std::vector<Task>& tasks, TaskFilter filter) {
    filter.when.reset();
    std::map<Urgency, std::int64_t> found;
    for (const Task& one : tasks)
        if (fits(one, filter, call.today(), text::folded)) ++found[urgency_of(one.duty.due, call.today())];
    std::vector<KeyFigure> figures;
    for (const Urgency one : {Urgency::late, Urgency::soon, Urgency::later}) {
        const std::string word(urgency_word(one));
        figures.push_back({call.words("tasks.when." + word), [&h, &call, n = found[one]] { number(h, call.words, n); },
                           call.words("tasks.when." + word + ".about", {{"days", std::int64_t{kSoonDays}}}),
                           with(call, "when", word)});
    }
    key_figures(h, figures);
}

void filter_form(module::Call& call, Html& h, const std::vector<Task>& tasks) {
    const auto& words = call.words;
    const FormState state{words, call.request.query, {}};
    std::map<std::string, std::pair<std::string, std::string>> agreements;
    for (const Task& one : tasks)
        if (one.duty.agreement)
            agreements.try_emplace(text::sort_key(one.agreement) + one.duty.agreement->text(),
                                   one.duty.agreement->text(), one.agreement);
    query_form(h, call.link("/tasks"), [&] {
        for (const char* kept : {"who", "sort"})
            if (const auto value = call.request.query.get(kept); !value.empty()) hidden(h, kept, value);
        search_field(h, state, {.name = "search", .label = words("tasks.search"), .optional = true, .unmarked = true});
        std::vector<Option> when{{"", words("tasks.any"), ""}};
        for (const char* one : {"late", "soon", "later"})
            when.push_back({one, words("tasks.when." + std::string(one)), ""});
        select_field(h, state, {.name = "when", .label = words("tasks.due"), .optional = true, .unmarked = true}, when);
        std::vector<Option> kinds{{"", words("tasks.any"), ""}};
        for (const TaskKindWord& one : kTaskKinds)
            kinds.push_back({std::string(one.word), words("tasks.kind." + std::string(one.word)), ""});
        select_field(h, state, {.name = "kind", .label = words("tasks.kind"), .optional = true, .unmarked = true},
                     kinds);
        if (!agreements.empty()) {
            std::vector<Option> options{{"", words("tasks.any"), ""}};
            for (const auto& [key, one] : agreements) options.push_back({one.first, one.second, ""});
            select_field(h, state,
                         {.name = "agreement", .label = words("tasks.agreement"), .optional = true, .unmarked = true},
                         options);
        }
        submit_button(h, words("tasks.show"), Variant::secondary);
    });
}

void task_row(module::Call& call, Html& h, Rows& rows, const Task& task) {
    const auto& words = call.words;
    const Urgency urgency = urgency_of(task.duty.due, call.today());
    rows.row({[&] {
                  if (task.may_open && !task.duty.link.empty())
                      link(h, call.link(task.duty.link), [&] { name(h, task.said); });
                  else
                      name(h, task.said);
              },
              [&] {
                  date(h, words, task.duty.due);
                  h.text(" ");
                  badge(h, urgency == Urgency::late ? Tone::warning : Tone::info,
                        due_words(words, call.today(), task.duty.due));
              },
              [&] { name(h, task.agreement.empty() ? "–" : task.agreement); }, [&] { name(h, task.whose); },
              words("tasks.kind." + std::string(word_of_kind(task.kind).word))});
}

void task_table(module::Call& call, Html& h, const std::vector<Task>& all, const TaskFilter& filter) {
    const auto& words = call.words;
    std::vector<Task> shown;
    std::ranges::copy_if(all, std::back_inserter(shown),
                         [&](const Task& one) { return fits(one, filter, call.today(), text::folded); });
    const std::vector<Column> columns{{.label = words("tasks.what"), .key = "what"},
                                      {.label = words("tasks.due"), .key = "due"},
                                      {.label = words("tasks.agreement"), .key = "agreement"},
                                      {.label = words("tasks.whose")},
                                      {.label = words("tasks.kind")}};
    const ListView view = list_view(call.request.query, columns, {.sort = "due", .page_size = kTasksOnAPage});
    sort_tasks(shown, view.sort, view.descending, text::sort_key);
    const bool nothing_at_all = std::ranges::none_of(all, &Task::mine) && filter.mine;
    table(h, words,
          {.caption = words(filter.mine ? "tasks.mine" : "tasks.everyones"),
           .hide_caption = true,
           .columns = columns,
           .view = view,
           .total = static_cast<std::int64_t>(shown.size()),
           .path = call.link("/tasks"),
           .query = call.request.query,
           .empty =
               [&] {
                   empty_state(h, words(nothing_at_all ? "tasks.none" : "tasks.none_fit"),
                               words(nothing_at_all ? "tasks.none.text" : "tasks.none_fit.text"));
               }},
          [&](Rows& rows) {
              const auto first = std::min(shown.size(), static_cast<std::size_t>(view.offset()));
              const auto last = std::min(shown.size(), first + static_cast<std::size_t>(view.page_size));
              for (std::size_t at = first; at < last; ++at) task_row(call, h, rows, shown[at]);
          });
}

/// To who took over lately: the note from the predecessor.
void taken_over(module::Call& call, Html& h) {
    constexpr int kShownDays = 90;
    for (const Handover& one : handovers(call.room(), call.caller)) {
        if (one.to != call.caller.account || one.first.plus_days(kShownDays) < call.today()) continue;
        notice(h, Tone::info,
               call.words("tasks.taken_over", {{"from", one.from_function}, {"first", call.words.date(one.first)}}),
               [&] { link(h, call.link("/tasks/handover"), call.words("tasks.taken_over.read")); });
    }
}

/// What nobody in the room can take care of, for those who can do something about it.
void without_holder(module::Call& call, Html& h) {
    if (!may_name_successors(call.caller) && !std::ranges::any_of(call.caller.grants, [&](const auto& one) {
            return one.role == module::Role::officer || one.role == module::Role::coordinator;
        }))
        return;
    const auto orphans = duties_without_holder(call.house, call.room(), call.lobby(), *call.head, call.today());
    if (orphans.empty()) return;
    notice(h, Tone::warning, call.words("tasks.no_holder", {{"count", static_cast<std::int64_t>(orphans.size())}}),
           [&] {
               std::vector<Content> lines;
               lines.reserve(orphans.size());
               for (const Orphans& one : orphans)
                   lines.emplace_back(
                       call.words("tasks.no_holder.role",
                                  {{"role", call.words("directory.role." + std::string(module::role_name(one.role)))},
                                   {"count", one.count},
                                   {"first", call.words.date(one.first)}}));
               bullets(h, lines);
           });
}

}  // namespace

web::Response tasks_page(module::Call& call) {
    // An account without a grant here has no business in the room.
    if (call.caller.grants.empty()) return module::not_found(call);
    const auto& words = call.words;
    const auto tasks = read_tasks(call.house, call.room(), call.lobby(), call.caller, words, call.today());
    const TaskFilter filter = filter_of(call);
    return module::page(
        call,
        {.title = words("tasks.title"),
         .crumbs = {{words("home.title"), call.link("/home")}},
         .own_heading = true,
         .wide = true},
        [&](Html& h) {
            page_heading(
                h, {.title = words("tasks.title"), .lead = words("tasks.lead"), .actions = [&] {
                        print_button(h, words);
                        link_button(h, call.link("/tasks/reminders"), words("reminders.title"), Variant::secondary);
                        link_button(h, call.link("/feeds"), words("tasks.feeds"), Variant::secondary);
                        if (may_hand_over(call.caller))
                            link_button(h, call.link("/tasks/handover"), words("handover.title"), Variant::secondary);
                    }});
            taken_over(call, h);
            without_holder(call, h);
            who_tabs(call, h, filter);
            counts(call, h, tasks, filter);
            filter_form(call, h, tasks);
            task_table(call, h, tasks, filter);
        });
}

}  // namespace samrum::app
