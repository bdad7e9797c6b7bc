// The front of the steering work: what is next, groups, meetings, open actions, proposals.
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/steering/actions_agenda.hpp"
#include "partnership/steering/actions_group.hpp"
#include "partnership/steering/actions_meeting.hpp"
#include "partnership/steering/pages.hpp"

#include <algorithm>
#include <map>

namespace samrum::partnership::steering {

using namespace web;

namespace {

/// The meetings that are coming, then those that nobody has planned.
void next_part(Html& h, module::Call& call, const Names& names) {
    std::vector<Content> lines;
    for (const Meeting& one : all_meetings(call.room(), call.caller)) {
        if (one.day < call.today() || one.is_over() || one.state == MeetingState::cancelled) continue;
        lines.emplace_back([&h, &call, &names, one] {
            link(h, meeting_link(call, one.id), [&] {
                date(h, call.words, one.day);
                h.text(", ");
                isolated(h, call.words.times(one.starts, one.ends));
            });
            h.text(" ");
            meeting_badge(h, call, one);
            h.text(" ");
            agreement_badges(h, names, one.agreements);
        });
    }
    std::ranges::reverse(lines);
    const auto wanted = wanted_meetings(call.room(), call.caller, call.today());
    for (const Wanted& one : wanted)
        lines.emplace_back(said(call, "wanted",
                                {{"agreement", names.of(one.agreement.id)},
                                 {"day", call.words.date(one.due.by)},
                                 {"count", std::int64_t{one.due.missing}}}));
    if (!lines.empty()) bullets(h, lines);
    if (wanted.empty()) paragraph(h, said(call, "wanted.none"));
}

void groups_part(Html& h, module::Call& call, const Names& names, const std::vector<Group>& all) {
    if (all.empty())
        return empty_state(h, said(call, "groups.empty"), said(call, "groups.empty.why"), [&] {
            if (may_keep_here(call)) link_button(h, call.link("/steering/groups/new"), said(call, "group.new"));
        });
    card_grid(h, [&] {
        for (const Group& one : all)
            card(h, {.title = one.name,
                     .href = call.link("/steering/groups/" + one.id.text()),
                     .content = [&h, &names, &one] { agreement_badges(h, names, one.agreements); },
                     .level = 3});
    });
    if (may_keep_here(call)) paragraph(h, [&] { link(h, call.link("/steering/groups/new"), said(call, "group.new")); });
}

bool is_found(const module::Call& call, const Meeting& one, const std::string& group) {
    const std::string wanted = text::folded(call.request.query.get("search"));
    return text::folded(meeting_title(call, one, group) + " " + one.place).find(wanted) != std::string::npos;
}

void meetings_part(Html& h, module::Call& call, const Names& names, const std::vector<Group>& all_groups) {
    std::map<GroupId, std::string> group_names;
    for (const Group& one : all_groups) group_names[one.id] = one.name;
    auto meetings = all_meetings(call.room(), call.caller);
    const bool is_long = meetings.size() > 5;
    std::erase_if(meetings, [&](const Meeting& one) { return !is_found(call, one, group_names[one.group]); });
    const std::vector<Column> columns{{.label = said(call, "meeting"), .key = "day"},
                                      {.label = said(call, "meeting.when")},
                                      {.label = said(call, "meeting.agreements")},
                                      {.label = said(call, "meeting.state")}};
    const ListView view = list_view(call.request.query, columns, {.sort = "day", .descending = true, .page_size = 20});
    if (!view.descending) std::ranges::reverse(meetings);
    if (is_long)
        query_form(h, call.link("/steering"), [&] {
            search_field(
                h, {call.words, call.request.query, {}},
                {.name = "search", .label = said(call, "meetings.search"), .optional = true, .unmarked = true});
            submit_button(h, said(call, "show"), Variant::secondary);
        });
    table(h, call.words,
          {.caption = said(call, "meetings"),
           .hide_caption = true,
           .columns = columns,
           .view = view,
           .total = static_cast<std::int64_t>(meetings.size()),
           .path = call.link("/steering"),
           .query = call.request.query,
           .empty = said(call, "meetings.none")},
          [&](Rows& rows) {
              const auto first = static_cast<std::size_t>(view.offset());
              for (std::size_t at = first;
                   at < std::min(meetings.size(), first + static_cast<std::size_t>(view.page_size)); ++at) {
                  const Meeting& one = meetings[at];
                  rows.row({[&] {
                                link(h, meeting_link(call, one.id),
                                     [&] { name(h, meeting_title(call, one, group_names[one.group])); });
                            },
                            [&] { isolated(h, call.words.times(one.starts, one.ends)); },
                            [&] { agreement_badges(h, names, one.agreements); }, [&] { meeting_badge(h, call, one); }});
              }
          });
}

void actions_part(Html& h, module::Call& call, const Names& names) {
    auto all = actions_of(call.room(), call.caller);
    const bool closed_too = call.request.query.get("actions") == "all";
    if (!closed_too) std::erase_if(all, [](const Action& one) { return one.closed_on.has_value(); });
    actions_table(h, call, names, all);
    paragraph(h, [&] {
        link(h, call.link(closed_too ? "/steering#actions" : "/steering?actions=all#actions"),
             said(call, closed_too ? "actions.only_open" : "actions.all"));
    });
}

void proposals_part(Html& h, module::Call& call, const Names& names) {
    std::vector<Content> lines;
    for (const Proposal& one : waiting_proposals(call.room(), call.caller))
        lines.emplace_back([&h, &call, &names, one] {
            badge(h, Tone::accent, names.of(one.agreement));
            h.text(" ");
            const std::string what = agreement::say_with_days(call.words, one.what);
            is_material_for(call, one.link) ? link(h, call.link(one.link), what) : name(h, what);
            if (!one.by.empty()) h.text(" (" + one.by + ")");
        });
    if (lines.empty())
        paragraph(h, said(call, "proposals.none"));
    else
        bullets(h, lines);
    paragraph(h, [&] { link(h, call.link("/steering/propose"), said(call, "propose")); });
}

Response show_propose(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const Names names(call);
    const FormState state{call.words, call.request.form, problems};
    return module::page(
        call, {.title = said(call, "propose"), .crumbs = steering_crumbs(call), .lead = said(call, "propose.lead")},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, call.link("/steering/propose"), [&] {
                std::vector<Option> options;
                options.reserve(names.agreements.size());
                for (const auto& one : names.agreements)
                    options.push_back({one.head.id.text(), names.of(one.head.id), ""});
                select_field(h, state,
                             {.name = "agreement",
                              .label = said(call, "action.agreement"),
                              .fallback = std::string(call.request.query.get("agreement"))},
                             options);
                text_field(
                    h, state,
                    {.name = "title", .label = said(call, "item.title"), .max_length = static_cast<int>(kLongestLine)});
                text_area(h, state, {.name = "text", .label = said(call, "item.text"), .optional = true});
                actions(h, [&] { submit_button(h, said(call, "propose.do")); });
            });
        },
        problems.empty() ? 200 : 422);
}

std::optional<ActionId> action_of_path(const module::Call& call) {
    const auto id = ActionId::parse(call.part("id"));
    return id ? std::optional(*id) : std::nullopt;
}

Response show_steering(module::Call& call, const base::Problems& problems) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    const Names names(call);
    const auto all = groups(call.room(), call.caller);
    return module::page(
        call, {.title = said(call, "title"), .lead = said(call, "lead"), .wide = true},
        [&](Html& h) {
            for (const auto& one : problems) notice(h, Tone::danger, said(call, "not_done"), call.words(one.message));
            section(h, said(call, "next"), [&] { next_part(h, call, names); });
            section(h, said(call, "groups"), [&] { groups_part(h, call, names, all); });
            section(h, said(call, "meetings"), [&] { meetings_part(h, call, names, all); });
            h(tag::div, attr::id("actions"),
              [&] { section(h, said(call, "actions"), [&] { actions_part(h, call, names); }); });
            section(h, said(call, "proposals"), [&] { proposals_part(h, call, names); });
        },
        problems.empty() ? 200 : 422);
}

}  // namespace

Response steering_page(module::Call& call) {
    return show_steering(call, {});
}

Response propose_page(module::Call& call) {
    return show_propose(call, {});
}
Response propose_now(module::Call& call) {
    const auto done =
        propose_item(call.room(), call.caller, typed(call, "agreement"), typed(call, "title"), typed(call, "text"));
    return done ? call.done(call.link("/steering"), "partnership.steering.flash.proposed")
                : show_propose(call, done.problems());
}

Response close_action_now(module::Call& call) {
    const auto id = action_of_path(call);
    if (!id) return module::not_found(call);
    const auto done = close_action(call.room(), call.caller, call.today(), *id, typed(call, "how") == "dropped",
                                   typed(call, "outcome"));
    return done ? call.done(call.link("/steering"), "partnership.steering.flash.closed")
                : show_steering(call, done.problems());
}
Response reopen_action_now(module::Call& call) {
    const auto id = action_of_path(call);
    if (!id) return module::not_found(call);
    const auto done = reopen_action(call.room(), call.caller, *id);
    return done ? call.done(call.link("/steering"), "partnership.steering.flash.saved")
                : show_steering(call, done.problems());
}

}  // namespace samrum::partnership::steering
