// The case sheet: one screen, ten seconds, on a phone.
#include "advice/sheets/actions_sheet.hpp"
#include "advice/sheets/actions_unit.hpp"
#include "advice/sheets/pages.hpp"
#include "advice/sheets/pages_fields.hpp"
#include "advice/sheets/pages_parts.hpp"
#include "advice/sites/model_permissions.hpp"
#include "foundation/module/page.hpp"

#include <charconv>

namespace samrum::advice::sheets {
namespace {

using namespace web;

std::string desk_of(const module::Call& call, const sites::Site& site) {
    return with_desk(call, call.link("/advice/" + site.slug + "/desk"));
}
std::string list_of(const module::Call& call, SessionId session) {
    return with_desk(call, call.link("/advice/sheets?session=" + session.text()));
}
std::vector<std::pair<std::string, std::string>> sheet_crumbs(const module::Call& call, const sites::Site& site) {
    return {{site.name, desk_of(call, site)}};
}

/// What stands on every sheet: what the service does not do.
void boundary(module::Call& call, Html& h) {
    small_print(h, [&] {
        h(tag::strong, said(call, "boundary") + ": ");
        h.text(said(call, "boundary_text"));
    });
}

/// The session was closed while the sheet was written: what was typed is not lost, and can still be counted.
void closed_meanwhile(module::Call& call, Html& h, const FormState& sent, const sites::Session& session) {
    notice(h, Tone::warning, said(call, "closed"), said(call, "closed_text"));
    // Problems of the sheet as a whole: it was sent, and came too late.
    if (sent.error("").empty()) return;
    section(h, said(call, "not_saved"), [&] {
        paragraph(h, said(call, "not_saved_text"));
        typed_sheet(call, h, sent.values);
        if (session.state == sites::SessionState::held && may(call.caller, kRunAdvice))
            paragraph(h, [&] {
                link(h, call.link("/advice/sheets/counts/" + session.id.text()), said(call, "counts.title"));
            });
    });
}

void returning_form(module::Call& call, Html& h, const FormState& state, const sites::Session& session) {
    details(
        h, said(call, "returning"),
        [&] {
            form(h, call.csrf, call.link("/advice/sheets/returning"), [&] {
                hidden(h, "session", session.id.text());
                hidden_desk(call, h);
                // The sheet stays the ticket's own, or the visitor would count twice.
                if (const auto ticket = state.values.get("ticket"); !ticket.empty()) hidden(h, "ticket", ticket);
                hidden(h, "key", state.values.get("key"));
                text_field(
                    h, state,
                    {.name = "code", .label = said(call, "code"), .autocomplete = "off", .width = Width::medium});
                submit_button(h, said(call, "code_open"), Variant::secondary);
            });
        },
        !state.error("code").empty());
}

std::vector<std::string> codes_of(const std::vector<Topic>& topics) {
    std::vector<std::string> codes;
    for (const Topic topic : topics) codes.emplace_back(code_of(topic));
    return codes;
}

/// What the code of a returning visitor opened.
void last_time(module::Call& call, Html& h, const ReturnFacts& facts) {
    std::vector<Term> terms{{said(call, "topics"), topics_said(call.words, codes_of(facts.topics))},
                            {said(call, "language"), coded(call.words, "language", facts.language)}};
    if (!facts.referral.empty())
        if (std::string referral = referral_said(call, facts.referral); !referral.empty())
            terms.push_back({said(call, "referral"), std::move(referral)});
    section(h, said(call, "last_time"), [&] {
        definition_list(h, terms);
        small_print(h, said(call, "code.spent"));
    });
}

struct NewSheet {
    const OpenSession& open;
    FormState state;
    std::optional<ReturnFacts> facts = {};
    std::string code = {};
};

Response show_new_sheet(module::Call& call, const NewSheet& sheet, int status) {
    const auto& [session, site] = sheet.open;
    return module::page(
        call, {.title = said(call, "new.title"), .crumbs = sheet_crumbs(call, site)},
        [&](Html& h) {
            if (session.state != sites::SessionState::open) return closed_meanwhile(call, h, sheet.state, session);
            error_summary(h, sheet.state);
            if (sheet.facts) last_time(call, h, *sheet.facts);
            form(h, call.csrf, call.link("/advice/sheets/new"), [&] {
                hidden(h, "session", session.id.text());
                if (const auto ticket = sheet.state.values.get("ticket"); !ticket.empty()) hidden(h, "ticket", ticket);
                if (!sheet.code.empty()) hidden(h, "used_code", sheet.code);
                hidden(h, "key", sheet.state.values.get("key"));
                sheet_fields(call, h, sheet.state, site, true);
                actions(h, [&] {
                    submit_button(h, said(call, "save"));
                    link_button(h, desk_of(call, site), said(call, "back"), Variant::tertiary);
                });
            });
            if (!sheet.facts) returning_form(call, h, sheet.state, session);
            boundary(call, h);
            paragraph(h, [&] { link(h, list_of(call, session.id), said(call, "list.title")); });
        },
        status);
}

base::Result<OpenSession> session_named(module::Call& call, std::string_view text) {
    const auto id = SessionId::parse(text);
    return id ? see_session(call.room(), call.caller, *id) : base::Result<OpenSession>(module::refusal());
}

std::int64_t revision_in(const Fields& fields) {
    std::int64_t revision = 0;
    const auto text = fields.get("revision");
    std::from_chars(text.data(), text.data() + text.size(), revision);
    return revision;
}

std::optional<SheetId> key_in(const Fields& fields) {
    const auto key = SheetId::parse(fields.get("key"));
    return key && !key->is_nil() ? std::optional(*key) : std::nullopt;
}

/// The fields with a new key: what is sent with it is another sheet.
Fields with_new_key(const Fields& fields) {
    Fields fresh;
    for (const auto& [name, value] : fields.all())
        if (name != "key") fresh.add(name, value);
    fresh.add("key", SheetId::random().text());
    return fresh;
}

/// The code, once, in letters that are easy to copy by hand.
Response code_page(module::Call& call, const sites::Site& site, const std::string& code) {
    return module::page(call, {.title = said(call, "code.title"), .crumbs = sheet_crumbs(call, site)}, [&](Html& h) {
        h(tag::p, attr::cls("s-paper-code"), [&] { isolated(h, code); });
        paragraph(h, call.words("advice.sheets.code.text", {{"days", std::int64_t{kReturnCodeDays}}}));
        actions(h, [&] {
            print_button(h, call.words);
            link_button(h, desk_of(call, site), said(call, "back"));
        });
    });
}

void sheet_row(module::Call& call, Html& h, Rows& rows, const Sheet& sheet) {
    const std::string topics = topics_said(call.words, codes_of(sheet.topics));
    rows.row({[&] { link(h, with_desk(call, call.link("/advice/sheets/" + sheet.id.text())), topics); },
              coded(call.words, "language", sheet.language), coded(call.words, "help", code_of(sheet.help)),
              coded(call.words, "outcome", code_of(sheet.outcome)), [&] { number(h, call.words, sheet.people); }});
}

/// What a new sheet begins with: what the ticket says that is named among the fields, and what the last time was about.
Fields first_values(module::Call& call, SessionId session, const Fields& named, const ReturnFacts* last = nullptr) {
    const auto ticket = base::Uuid::parse(named.get("ticket"));
    SheetDraft draft = first_draft(call.room(), session, ticket ? std::optional(*ticket) : std::nullopt);
    if (last) {
        draft.topics = codes_of(last->topics);
        draft.language = last->language;
    }
    Fields values = fields_in(draft);
    if (ticket) values.add("ticket", ticket->text());
    values.add("key", key_in(named).value_or(SheetId::random()).text());
    return values;
}

Response show_sheet(module::Call& call, const FormState* again, int status) {
    const auto id = SheetId::parse(call.part("id"));
    const auto sheet = id ? see_sheet(call.room(), call.caller, *id) : base::Result<Sheet>(module::refusal());
    if (!sheet) return module::not_found(call);
    const auto open = see_session(call.room(), call.caller, sheet->session);
    if (!open) return module::not_found(call);
    const FormState fresh{call.words, fields_in(draft_of(*sheet))};
    const FormState& state = again ? *again : fresh;
    const std::string path = call.link("/advice/sheets/" + sheet->id.text());
    return module::page(
        call, {.title = said(call, "mend.title"), .crumbs = sheet_crumbs(call, open->site)},
        [&](Html& h) {
            error_summary(h, state);
            form(h, call.csrf, path, [&] {
                hidden(h, "revision", std::to_string(sheet->revision));
                hidden(h, "session", sheet->session.text());
                sheet_fields(call, h, state, open->site, false);
                actions(h, [&] { submit_button(h, said(call, "save")); });
            });
            confirm(h, call.words,
                    {.id = "remove",
                     .opener = said(call, "remove"),
                     .title = said(call, "remove.title"),
                     .text = said(call, "remove.text"),
                     .csrf = call.csrf,
                     .action = path + "/remove",
                     .hidden = {{"desk", desk_in(call)}}});
        },
        status);
}

}  // namespace

Response sheets_page(module::Call& call) {
    // Sheets are of a session: without one, the page of the day leads there.
    if (call.request.query.get("session").empty()) return Response::redirect(call.link("/advice"));
    const auto open = session_named(call, call.request.query.get("session"));
    if (!open) return module::not_found(call);
    const auto sheets = list_sheets(call.room(), call.caller, open->session.id);
    if (!sheets) return module::not_found(call);
    return module::page(
        call,
        {.title = said(call, "list.title"), .crumbs = sheet_crumbs(call, open->site), .lead = said(call, "list.lead")},
        [&](Html& h) {
            actions(h, [&] {
                link_button(h, with_desk(call, call.link("/advice/sheets/new?session=" + open->session.id.text())),
                            said(call, "new.title"));
                if (open->site.note_days > 0)
                    link_button(h, call.link("/advice/sheets/notes/" + open->site.id.text()), said(call, "notes.title"),
                                Variant::secondary);
            });
            table(h, call.words,
                  {.caption = said(call, "list.title"),
                   .hide_caption = true,
                   .columns = {{.label = said(call, "topics")},
                               {.label = said(call, "language")},
                               {.label = said(call, "help")},
                               {.label = said(call, "outcome")},
                               {.label = said(call, "people"), .numeric = true}},
                   .empty = [&] { empty_state(h, said(call, "list.empty"), said(call, "list.empty_why")); }},
                  [&](Rows& rows) {
                      for (const Sheet& sheet : *sheets) sheet_row(call, h, rows, sheet);
                  });
        });
}

Response new_sheet_page(module::Call& call) {
    const auto& query = call.request.query;
    if (query.get("session").empty()) return Response::redirect(call.link("/advice"));
    const auto open = session_named(call, query.get("session"));
    if (!open) return module::not_found(call);
    // The key stands in the address: going back after saving opens this form, and does not begin another sheet.
    if (!key_in(query))
        return Response::redirect(call.link("/advice/sheets/new") + "?" + with_new_key(query).encoded());
    return show_new_sheet(call, {*open, {call.words, first_values(call, open->session.id, query)}}, 200);
}

Response new_sheet_action(module::Call& call) {
    const auto& fields = call.request.form;
    const auto open = session_named(call, fields.get("session"));
    if (!open) return module::not_found(call);
    SheetOrder order{draft_in(fields), {}, fields.get("wants_code") == "yes", std::string(fields.get("used_code"))};
    if (const auto ticket = base::Uuid::parse(fields.get("ticket"))) order.ticket = *ticket;
    order.key = key_in(fields);
    const auto saved = save_sheet(call.room(), call.caller, call.today(), open->session.id, order);
    if (!saved) {
        if (auto refused = module::refused_page(call, saved.problems())) return std::move(*refused);
        // Whoever sends the form once more after being told means another visitor.
        const bool told = saved.problems().front().message.key == "advice.sheets.problem.saved_already";
        const Fields again = told || !order.key ? with_new_key(fields) : fields;
        return show_new_sheet(call, {*open, {call.words, again, saved.problems()}, {}, order.used_code}, 422);
    }
    if (!saved->return_code.empty()) return code_page(call, open->site, saved->return_code);
    return call.done(desk_of(call, open->site), "advice.sheets.flash.saved");
}

Response returning_action(module::Call& call) {
    const auto& fields = call.request.form;
    const auto open = session_named(call, fields.get("session"));
    if (!open) return module::not_found(call);
    const auto facts = facts_of_code(call.room(), call.caller, call.today(), fields.get("code"));
    if (!facts) {
        if (auto refused = module::refused_page(call, facts.problems())) return std::move(*refused);
        Fields values = first_values(call, open->session.id, fields);
        values.add("code", std::string(fields.get("code")));
        return show_new_sheet(call, {*open, {call.words, values, facts.problems()}}, 422);
    }
    const Fields values = first_values(call, open->session.id, fields, &*facts);
    return show_new_sheet(call, {*open, {call.words, values}, *facts, std::string(fields.get("code"))}, 200);
}

Response sheet_page(module::Call& call) {
    return show_sheet(call, nullptr, 200);
}

Response mend_sheet_action(module::Call& call) {
    const auto id = SheetId::parse(call.part("id"));
    if (!id) return module::not_found(call);
    const auto& fields = call.request.form;
    const auto mended = mend_sheet(call.room(), call.caller, call.today(), *id, revision_in(fields), draft_in(fields));
    if (!mended) {
        // Closing took the sheet away: what was typed is shown, as that of a new one is.
        const auto was = session_named(call, fields.get("session"));
        if (was && was->session.state != sites::SessionState::open && module::is_refusal(mended.problems()))
            return show_new_sheet(
                call, {*was, {call.words, fields, {base::problem("", "advice.sheets.problem.not_open")}}}, 422);
        if (auto refused = module::refused_page(call, mended.problems())) return std::move(*refused);
        const FormState again{call.words, fields, mended.problems()};
        return show_sheet(call, &again, 422);
    }
    return call.done(list_of(call, mended->session), "advice.sheets.flash.mended");
}

Response remove_sheet_action(module::Call& call) {
    const auto id = SheetId::parse(call.part("id"));
    const auto sheet = id ? see_sheet(call.room(), call.caller, *id) : base::Result<Sheet>(module::refusal());
    if (!sheet) return module::not_found(call);
    const auto removed = remove_sheet(call.room(), call.caller, *id);
    if (!removed) {
        if (auto refused = module::refused_page(call, removed.problems())) return std::move(*refused);
        const FormState again{call.words, fields_in(draft_of(*sheet)), removed.problems()};
        return show_sheet(call, &again, 422);
    }
    return call.done(list_of(call, sheet->session), "advice.sheets.flash.removed");
}

}  // namespace samrum::advice::sheets
