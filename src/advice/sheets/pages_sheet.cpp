// The case sheet: one screen, ten seconds, on a phone.
#include "advice/sheets/actions_sheet.hpp"
#include "advice/sheets/actions_unit.hpp"
#include "advice/sheets/pages.hpp"
#include "advice/sheets/pages_parts.hpp"
#include "foundation/module/page.hpp"

#include <charconv>

namespace samrum::advice::sheets {
namespace {

using namespace web;
using Draft = SheetDraft;

std::string said(const module::Call& call, std::string_view key) {
    return call.words("advice.sheets." + std::string(key));
}

Draft draft_in(const Fields& fields) {
    Draft draft;
    for (const auto topic : fields.every("topics")) draft.topics.emplace_back(topic);
    draft.language = fields.get("language");
    draft.help = fields.get("help");
    draft.length = fields.get("length");
    draft.gender = fields.get("gender");
    draft.outcome = fields.get("outcome");
    draft.referral = fields.get("referral");
    draft.sent_by = fields.get("sent_by");
    draft.helped_before = fields.get("helped_before");
    draft.people = fields.get("people");
    draft.note = fields.get("note");
    return draft;
}

Fields fields_in(const Draft& draft) {
    Fields fields;
    for (const std::string& topic : draft.topics) fields.add("topics", topic);
    const std::pair<const char*, const std::string*> parts[] = {
        {"language", &draft.language}, {"help", &draft.help},
        {"length", &draft.length},     {"gender", &draft.gender},
        {"outcome", &draft.outcome},   {"referral", &draft.referral},
        {"sent_by", &draft.sent_by},   {"helped_before", &draft.helped_before},
        {"people", &draft.people}};
    for (const auto& [name, value] : parts)
        if (!value->empty()) fields.add(name, *value);
    return fields;
}

/// Types of units first, then the units of the site's municipality by name.
std::vector<Option> referral_options(module::Call& call, const sites::Site& site) {
    std::vector<Option> options{{"", said(call, "referral.none"), {}}};
    for (Option& type : coded_options(call.words, "unit_type", unit_types())) options.push_back(std::move(type));
    constexpr std::int64_t kMostUnits = 200;
    for (const Unit& unit : find_units(call.room(), site.municipality, "", {}, kMostUnits, 0).units)
        options.push_back({unit.id.text(), unit.name, {}});
    return options;
}

void rare_fields(module::Call& call, Html& h, const FormState& state, const sites::Site& site, bool fresh) {
    auto types = coded_options(call.words, "unit_type", unit_types());
    types.insert(types.begin(), Option{"", said(call, "sent_by.none"), {}});
    select_field(h, state, {.name = "sent_by", .label = said(call, "sent_by"), .optional = true}, types);
    radio_fields(
        h, state, {.name = "helped_before", .label = said(call, "helped_before"), .optional = true},
        {{"yes", call.words("advice.helped_before.yes"), {}}, {"no", call.words("advice.helped_before.no"), {}}});
    if (site.note_days > 0)
        text_area(h, state,
                  {.name = "note",
                   .label = said(call, "note"),
                   .description = call.words("advice.sheets.note_help", {{"days", std::int64_t{site.note_days}}}),
                   .optional = true,
                   .max_length = static_cast<int>(kLongestSheetNote)},
                  2);
    if (fresh)
        checkbox(h, state,
                 {.name = "wants_code",
                  .label = said(call, "wants_code"),
                  .description = call.words("advice.sheets.wants_code_help", {{"days", std::int64_t{kReturnCodeDays}}}),
                  .optional = true});
}

void sheet_fields(module::Call& call, Html& h, const FormState& state, const sites::Site& site, bool fresh) {
    const auto& words = call.words;
    h(tag::div, attr::cls("s-choices"), [&] {
        checkbox_fields(h, state, {.name = "topics", .label = said(call, "topics")},
                        coded_options(words, "topic", topics()));
    });
    select_field(h, state, {.name = "language", .label = said(call, "language"), .fallback = "sv"},
                 language_options(words));
    h(tag::div, attr::cls("s-choices"), [&] {
        radio_fields(h, state, {.name = "help", .label = said(call, "help"), .fallback = "speaker"},
                     coded_options(words, "help", language_helps()));
        radio_fields(h, state, {.name = "length", .label = said(call, "length"), .fallback = "short"},
                     coded_options(words, "length", lengths()));
        if (site.asks_gender)
            radio_fields(h, state,
                         {.name = "gender",
                          .label = said(call, "gender"),
                          .description = said(call, "gender_help"),
                          .fallback = "unsaid"},
                         coded_options(words, "gender", genders()));
        radio_fields(h, state, {.name = "outcome", .label = said(call, "outcome"), .fallback = "answered"},
                     coded_options(words, "outcome", outcomes()));
    });
    select_field(h, state, {.name = "referral", .label = said(call, "referral"), .optional = true},
                 referral_options(call, site));
    number_field(h, state,
                 {.name = "people",
                  .label = said(call, "people"),
                  .description = said(call, "people_help"),
                  .fallback = "1",
                  .width = Width::narrow});
    bool opened = false;
    for (const char* name : {"sent_by", "helped_before", "note"})
        opened = opened || !state.values.get(name).empty() || !state.error(name).empty();
    details(
        h, said(call, "more"), [&] { rare_fields(call, h, state, site, fresh); }, opened);
}

std::string desk_of(const module::Call& call, const sites::Site& site) {
    return call.link("/advice/" + site.slug + "/desk");
}
std::vector<std::pair<std::string, std::string>> sheet_crumbs(const module::Call& call, const sites::Site& site) {
    return {{site.name, desk_of(call, site)}};
}

/// What stands on every sheet: what the service does not do.
void boundary(module::Call& call, Html& h) {
    notice(h, Tone::info, said(call, "boundary"), said(call, "boundary_text"));
}

void returning_form(module::Call& call, Html& h, const FormState& state, const sites::Session& session) {
    details(
        h, said(call, "returning"),
        [&] {
            form(h, call.csrf, call.link("/advice/sheets/returning"), [&] {
                hidden(h, "session", session.id.text());
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

/// What the code of a returning visitor opened.
void last_time(module::Call& call, Html& h, const ReturnFacts& facts) {
    std::string topics;
    for (const Topic topic : facts.topics)
        topics += (topics.empty() ? "" : ", ") + coded(call.words, "topic", code_of(topic));
    std::vector<Term> terms{{said(call, "topics"), topics},
                            {said(call, "language"), coded(call.words, "language", facts.language)}};
    if (const auto unit = UnitId::parse(facts.referral)) {
        if (const auto found = load_unit(call.room(), *unit)) terms.push_back({said(call, "referral"), found->name});
    } else if (!facts.referral.empty()) {
        terms.push_back({said(call, "referral"), coded(call.words, "unit_type", facts.referral)});
    }
    section(h, said(call, "last_time"), [&] { definition_list(h, terms); });
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
        call, {.title = said(call, "new.title"), .crumbs = sheet_crumbs(call, site), .lead = site.name},
        [&](Html& h) {
            if (session.state != sites::SessionState::open)
                return notice(h, Tone::warning, said(call, "closed"), said(call, "closed_text"));
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
            paragraph(h, [&] {
                link(h, call.link("/advice/sheets?session=" + session.id.text()), said(call, "list.title"));
            });
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
    std::string topics;
    for (const Topic topic : sheet.topics)
        topics += (topics.empty() ? "" : ", ") + coded(call.words, "topic", code_of(topic));
    rows.row({[&] { link(h, call.link("/advice/sheets/" + sheet.id.text()), topics); },
              coded(call.words, "language", sheet.language), coded(call.words, "help", code_of(sheet.help)),
              coded(call.words, "outcome", code_of(sheet.outcome)), [&] { number(h, call.words, sheet.people); }});
}

/// What a new sheet begins with: what the ticket says that is named among the fields, and what the last time was about.
Fields first_values(module::Call& call, SessionId session, const Fields& named, const ReturnFacts* last = nullptr) {
    const auto ticket = base::Uuid::parse(named.get("ticket"));
    SheetDraft draft = first_draft(call.room(), session, ticket ? std::optional(*ticket) : std::nullopt);
    if (last) {
        draft.topics.clear();
        for (const Topic topic : last->topics) draft.topics.emplace_back(code_of(topic));
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
                sheet_fields(call, h, state, open->site, false);
                actions(h, [&] { submit_button(h, said(call, "save")); });
            });
            confirm(h, call.words,
                    {.id = "remove",
                     .opener = said(call, "remove"),
                     .title = said(call, "remove.title"),
                     .text = said(call, "remove.text"),
                     .csrf = call.csrf,
                     .action = path + "/remove"});
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
                link_button(h, call.link("/advice/sheets/new?session=" + open->session.id.text()),
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
        if (auto refused = module::refused_page(call, mended.problems())) return std::move(*refused);
        const FormState again{call.words, fields, mended.problems()};
        return show_sheet(call, &again, 422);
    }
    return call.done(call.link("/advice/sheets?session=" + mended->session.text()), "advice.sheets.flash.mended");
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
    return call.done(call.link("/advice/sheets?session=" + sheet->session.text()), "advice.sheets.flash.removed");
}

}  // namespace samrum::advice::sheets
