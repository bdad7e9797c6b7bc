// Single sessions: the list, one of them with what can be done to it, and an extra one.
#include "advice/sites/actions_session.hpp"
#include "advice/sites/pages.hpp"
#include "advice/sites/pages_parts.hpp"
#include "foundation/module/module.hpp"
#include "foundation/module/page.hpp"

#include <functional>

namespace samrum::advice::sites {
namespace {

using namespace web;

constexpr int kSessionsPage = 50;

std::string below_session(const module::Call& call, const Session& session, std::string_view rest = "") {
    return call.link("/advice/sessions/" + session.id.text() + std::string(rest));
}

std::vector<Option> state_options(const module::Call& call) {
    std::vector<Option> options = {{"", said(call, "filter.any")}};
    for (const auto state : {SessionState::planned, SessionState::open, SessionState::held, SessionState::cancelled})
        options.push_back({std::string(code_of(state)), said(call, "state." + std::string(code_of(state)))});
    return options;
}

/// The day that the query names, if it names one.
std::optional<base::Date> day_asked(const module::Call& call, const std::string& field, base::ProblemList& problems) {
    const std::string_view typed = call.request.query.get(field);
    if (typed.empty()) return std::nullopt;
    return problems.take(base::Date::parse(typed), field);
}

/// What the query asks for: from today on when it names no day.
SessionFilter session_filter(const module::Call& call, base::ProblemList& problems) {
    const Fields& query = call.request.query;
    const auto first = day_asked(call, "first", problems);
    const auto last = day_asked(call, "last", problems);
    if (problems.empty() && first && last)
        problems.take(base::Period::of(*first, last), "last", base::Period(*first, std::nullopt));
    const auto site = SiteId::parse(query.get("site"));
    const auto state = session_state_of(query.get("state"));
    return {.first = first ? *first : call.today(),
            .last = last ? *last : base::Date::of(2199, 12, 31),
            .site = site ? site->text() : "",
            .municipality = std::string(query.get("municipality")),
            .state = state ? std::string(code_of(*state)) : ""};
}

void session_filter_form(module::Call& call, Html& h, const SessionFilter& filter, const base::Problems& problems) {
    FormState state{call.words, call.request.query, problems};
    error_summary(h, state);
    if (!state.values.has("first")) state.values.add("first", filter.first.iso());
    query_form(h, call.link("/advice/sessions"), [&] {
        if (!filter.site.empty()) hidden(h, "site", filter.site);
        date_field(h, state,
                   {.name = "first", .label = said(call, "field.first"), .optional = true, .width = Width::medium});
        date_field(h, state,
                   {.name = "last", .label = said(call, "field.last"), .optional = true, .width = Width::medium});
        if (const auto options = municipality_options(call); options.size() > 2)
            select_field(h, state,
                         {.name = "municipality", .label = said(call, "field.municipality"), .optional = true},
                         options);
        select_field(h, state, {.name = "state", .label = said(call, "field.state"), .optional = true},
                     state_options(call));
        actions(h, [&] { submit_button(h, said(call, "filter.show"), Variant::secondary); });
    });
}

void session_table(module::Call& call, Html& h, const SessionFilter& filter) {
    const std::vector<Column> columns = {
        {.label = said(call, "field.day")},   {.label = said(call, "field.times")},
        {.label = said(call, "field.site")},  {.label = said(call, "field.municipality")},
        {.label = said(call, "field.state")}, {.label = said(call, "field.advisers"), .numeric = true}};
    const ListView view = list_view(call.request.query, columns, {.page_size = kSessionsPage});
    const auto page = sessions_page_of(call.room(), filter, view.page_size, view.offset());
    Fields kept;
    for (const auto& [field, value] : call.request.query.all())
        if (field != "page") kept.add(field, value);
    const Table frame{.caption = said(call, "sessions.title"),
                      .hide_caption = true,
                      .columns = columns,
                      .view = view,
                      .total = page.total,
                      .path = call.link("/advice/sessions"),
                      .query = kept,
                      .empty = said(call, "sessions.none")};
    table(h, call.words, frame, [&](Rows& rows) {
        for (const ListedSession& one : page.sessions)
            rows.row(
                {[&] {
                     link(h, below_session(call, one.session), [&] { day_and_date(h, call.words, one.session.day); });
                 },
                 [&] { times(h, call.words, one.session.starts, one.session.ends); }, [&] { name(h, one.site_name); },
                 [&] { name(h, one.municipality); }, [&] { state_badge(h, call.words, one.session); },
                 [&] {
                     if (one.session.advisers) number(h, call.words, *one.session.advisers);
                 }});
    });
}

void session_facts(module::Call& call, Html& h, const Session& session, const Site& site) {
    const auto& words = call.words;
    std::vector<Term> terms = {{said(call, "field.day"), [&] { day_and_date(h, words, session.day); }},
                               {said(call, "field.times"), [&] { times(h, words, session.starts, session.ends); }},
                               {said(call, "field.site"),
                                [&] {
                                    if (runs_advice(call))
                                        link(h, call.link("/advice/sites/" + site.id.text()),
                                             [&] { name(h, site.name); });
                                    else
                                        name(h, site.name);
                                }},
                               {said(call, "field.state"),
                                [&] {
                                    state_badge(h, words, session);
                                    if (!session.rule) h.text(" " + said(call, "session.extra"));
                                    if (session.rule && session.edited && session.state == SessionState::planned)
                                        h.text(" " + said(call, "session.edited"));
                                }},
                               {said(call, "wants"), wants_words(words, session.wants)}};
    if (session.state == SessionState::cancelled)
        terms.push_back({said(call, "field.reason"), reason_words(words, session)});
    if (session.advisers) terms.push_back({said(call, "field.advisers"), [&] { number(h, words, *session.advisers); }});
    if (session.minutes)
        terms.push_back({said(call, "held.hours"), [&] { decimal(h, words, *session.minutes / 60.0, 1); }});
    definition_list(h, terms);
}

Fields session_values(const Session& session) {
    Fields values;
    values.add("day", session.day.iso());
    values.add("starts", session.starts.iso());
    values.add("ends", session.ends.iso());
    add_wants(values, session.wants);
    return values;
}
SessionInput session_typed(const module::Call& call) {
    return {typed(call, "day"), typed(call, "starts"), typed(call, "ends"), wants_typed(call)};
}

void session_fields(module::Call& call, Html& h, const FormState& state) {
    date_field(
        h, state,
        {.name = "day", .label = said(call, "field.day"), .fallback = call.today().iso(), .width = Width::medium});
    time_field(h, state, {.name = "starts", .label = said(call, "field.starts"), .width = Width::medium});
    time_field(h, state, {.name = "ends", .label = said(call, "field.ends"), .width = Width::medium});
    wants_fields(call, h, state);
}

/// One form at a time (`?do=cancel`), so that no two fields of the page have the same name.
std::string form_asked(const module::Call& call, const Session& session) {
    const std::string_view path = call.request.path;
    if (call.request.method == Method::post) return std::string(path.substr(path.rfind('/') + 1));
    const bool waits = session.state == SessionState::planned && session.day < call.today();
    return call.request.query.has("do") ? std::string(call.request.query.get("do")) : waits ? "held" : "";
}

/// A form about this session: it says which revision the person saw.
void session_form(module::Call& call, Html& h, const Session& session, const std::string& what,
                  const std::function<void()>& inside) {
    form(h, call.csrf, below_session(call, session, "/" + what), [&] {
        hidden(h, "revision", std::to_string(session.revision));
        inside();
    });
}

FormState state_of(const module::Call& call, const FormState& sent, Fields first) {
    return sent.problems.empty() ? FormState{call.words, std::move(first)} : sent;
}

void change_form(module::Call& call, Html& h, const Session& session, const FormState& sent) {
    session_form(call, h, session, "change", [&] {
        session_fields(call, h, state_of(call, sent, session_values(session)));
        actions(h, [&] { submit_button(h, said(call, "save")); });
    });
}

void cancel_form(module::Call& call, Html& h, const Session& session, const FormState& sent) {
    session_form(call, h, session, "cancel", [&] {
        text_field(h, state_of(call, sent, {}),
                   {.name = "reason",
                    .label = said(call, "field.reason"),
                    .description = said(call, "field.reason.hint"),
                    .max_length = 200});
        actions(h, [&] { submit_button(h, said(call, "session.cancel"), Variant::primary, Tone::danger); });
    });
}

/// What is noted when the day was not run in the program.
void held_form(module::Call& call, Html& h, const Session& session, const FormState& sent) {
    Fields first;
    if (session.advisers) first.add("advisers", std::to_string(*session.advisers));
    if (session.minutes) first.add("hours", call.words.decimal(*session.minutes / 60.0, 1));
    session_form(call, h, session, "held", [&] {
        const FormState state = state_of(call, sent, first);
        number_field(h, state,
                     {.name = "advisers",
                      .label = said(call, "field.advisers"),
                      .fallback = std::to_string(session.wants.advisers),
                      .width = Width::narrow});
        text_field(h, state,
                   {.name = "hours",
                    .label = said(call, "held.hours"),
                    .description = said(call, "held.hours.hint"),
                    .optional = true,
                    .input_mode = "decimal",
                    .width = Width::narrow});
        actions(h, [&] { submit_button(h, said(call, "held.do")); });
    });
}

/// A form of one button: it takes something back.
void undo_form(module::Call& call, Html& h, const Session& session, const std::string& what) {
    session_form(call, h, session, what, [&] { submit_button(h, said(call, "session." + what), Variant::secondary); });
}

void what_to_do(module::Call& call, Html& h, const Session& session, const FormState& sent) {
    const bool planned = session.state == SessionState::planned;
    const bool may_be_noted = session.day <= call.today() && (planned || session.state == SessionState::held);
    const std::string open = form_asked(call, session);
    const auto offer = [&](const char* what, const char* label) {
        if (open != what)
            link_button(h, below_session(call, session, std::string("?do=") + what), said(call, label),
                        Variant::secondary);
    };
    actions(h, [&] {
        if (may_be_noted) offer("held", planned ? "held.title" : "held.mend");
        if (planned) offer("change", "session.change"), offer("cancel", "session.cancel");
        if (planned && session.rule && session.edited) undo_form(call, h, session, "reset");
        if (session.state == SessionState::cancelled) undo_form(call, h, session, "restore");
    });
    if (may_be_noted && open == "held")
        section(h, said(call, planned ? "held.title" : "held.mend"), [&] { held_form(call, h, session, sent); });
    if (planned && open == "change")
        section(h, said(call, "session.change"), [&] { change_form(call, h, session, sent); });
    if (planned && open == "cancel")
        section(h, said(call, "session.cancel"), [&] { cancel_form(call, h, session, sent); });
}

Response show_session(module::Call& call, const Session& session, const FormState& sent) {
    if (auto refused = module::refused_page(call, sent.problems)) return std::move(*refused);
    const Site site = find_site(call.room(), session.site).value();
    const module::PageHead head{
        .title = said(call, "session.title", {{"site", site.name}, {"day", call.words.date(session.day)}}),
        .crumbs = {{said(call, "start.title"), call.link("/advice")},
                   {said(call, "sessions.title"), call.link("/advice/sessions")}}};
    return module::page(
        call, head,
        [&](Html& h) {
            error_summary(h, sent);
            session_facts(call, h, session, site);
            // Others know who counts on the session: whoever changes or cancels it should, too.
            for (const module::Module& slice : call.house.modules)
                for (const module::PublicPart& part : slice.public_parts)
                    if (part.page == "advice.session") part.write(call, h, session.id.uuid());
            if (runs_advice(call)) what_to_do(call, h, session, sent);
        },
        sent.problems.empty() ? 200 : 422);
}

/// After something was done to the session of the path: its page again, with what was done or what was wrong.
Response answered(module::Call& call, const Session& session, const base::Problems& problems, std::string_view flash) {
    if (problems.empty()) return call.done(below_session(call, session), flash);
    // The page shows the session as it is now; a reset may have taken it away.
    const auto now = find_session(call.room(), session.id);
    return now ? show_session(call, *now, shown_again(call, problems)) : module::not_found(call);
}

Response show_new_session(module::Call& call, const Site& site, const FormState& state) {
    if (auto refused = module::refused_page(call, state.problems)) return std::move(*refused);
    const std::string path = call.link("/advice/sites/" + site.id.text());
    const module::PageHead head{.title = said(call, "session.new.title", {{"site", site.name}}),
                                .crumbs = {{said(call, "start.title"), call.link("/advice")},
                                           {said(call, "list.title"), call.link("/advice/sites")},
                                           {site.name, path}},
                                .lead = said(call, "session.new.lead")};
    return module::page(
        call, head,
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, path + "/sessions/new", [&] {
                session_fields(call, h, state);
                actions(h, [&] { submit_button(h, said(call, "save")); });
            });
        },
        state.problems.empty() ? 200 : 422);
}

}  // namespace

Response sessions_page(module::Call& call) {
    base::ProblemList problems;
    const SessionFilter filter = session_filter(call, problems);
    std::string title = said(call, "sessions.title");
    if (const auto id = SiteId::parse(filter.site))
        if (const auto site = find_site(call.room(), *id)) title += ": " + site->name;
    const module::PageHead head{
        .title = title, .crumbs = {{said(call, "start.title"), call.link("/advice")}}, .wide = true};
    return module::page(
        call, head,
        [&](Html& h) {
            session_filter_form(call, h, filter, problems.all());
            if (problems.empty()) session_table(call, h, filter);
        },
        problems.empty() ? 200 : 422);
}

Response session_page(module::Call& call) {
    const auto session = session_of_path(call);
    return session ? show_session(call, *session, {call.words}) : module::not_found(call);
}

Response change_session_now(module::Call& call) {
    const auto session = session_of_path(call);
    if (!session) return module::not_found(call);
    const auto done = change_session(call.room(), call.caller, session->id, revision_typed(call), session_typed(call));
    return answered(call, *session, done.problems(), "advice.sites.session.saved");
}
Response cancel_session_now(module::Call& call) {
    const auto session = session_of_path(call);
    if (!session) return module::not_found(call);
    const auto done =
        cancel_session(call.room(), call.caller, session->id, revision_typed(call), typed(call, "reason"));
    return answered(call, *session, done.problems(), "advice.sites.session.cancelled");
}
Response restore_session_now(module::Call& call) {
    const auto session = session_of_path(call);
    if (!session) return module::not_found(call);
    const auto done = restore_session(call.room(), call.caller, session->id, revision_typed(call));
    return answered(call, *session, done.problems(), "advice.sites.session.restored");
}
Response reset_session_now(module::Call& call) {
    const auto session = session_of_path(call);
    if (!session) return module::not_found(call);
    const auto done = reset_session(call.room(), call.caller, call.today(), session->id, revision_typed(call));
    if (done && !find_session(call.room(), session->id))
        return call.done(call.link("/advice/sites/" + session->site.text()), "advice.sites.session.saved");
    return answered(call, *session, done.problems(), "advice.sites.session.saved");
}
Response note_held_now(module::Call& call) {
    const auto session = session_of_path(call);
    if (!session) return module::not_found(call);
    const auto done = note_held(call.room(), call.caller, call.today(), session->id, revision_typed(call),
                                {typed(call, "advisers"), typed(call, "hours")});
    return answered(call, *session, done.problems(), "advice.sites.held.saved");
}

Response new_session_page(module::Call& call) {
    const auto site = site_of_path(call);
    return site ? show_new_session(call, *site, {call.words}) : module::not_found(call);
}
Response new_session(module::Call& call) {
    const auto site = site_of_path(call);
    if (!site) return module::not_found(call);
    const auto id = add_session(call.room(), call.caller, site->id, session_typed(call));
    if (!id) return show_new_session(call, *site, shown_again(call, id.problems()));
    return call.done(call.link("/advice/sessions/" + id->text()), "advice.sites.session.saved");
}

}  // namespace samrum::advice::sites
