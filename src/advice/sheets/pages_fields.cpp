// The fields of a case sheet, and what stands in them.
#include "advice/sheets/pages_fields.hpp"

#include "advice/sheets/actions_sheet.hpp"
#include "advice/sheets/actions_unit.hpp"
#include "advice/sheets/pages_parts.hpp"
#include "foundation/base/number.hpp"

namespace samrum::advice::sheets {

using namespace web;

namespace {

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

/// What every visit has: what it was about, and how it was understood.
void first_half(module::Call& call, Html& h, const FormState& state) {
    checkbox_fields(h, state, {.name = "topics", .label = said(call, "topics")},
                    coded_options(call.words, "topic", topics()));
    select_field(h, state, {.name = "language", .label = said(call, "language"), .fallback = "sv"},
                 language_options(call.words));
    radio_fields(h, state, {.name = "help", .label = said(call, "help"), .fallback = "speaker"},
                 coded_options(call.words, "help", language_helps()));
}

void second_half(module::Call& call, Html& h, const FormState& state, const sites::Site& site, bool fresh) {
    const auto& words = call.words;
    radio_fields(h, state, {.name = "length", .label = said(call, "length"), .fallback = "short"},
                 coded_options(words, "length", lengths()));
    radio_fields(h, state, {.name = "outcome", .label = said(call, "outcome"), .fallback = "answered"},
                 coded_options(words, "outcome", outcomes()));
    h(tag::div, attr::cls("s-sheet__row"), [&] {
        select_field(h, state, {.name = "referral", .label = said(call, "referral"), .optional = true},
                     referral_options(call, site));
        number_field(h, state,
                     {.name = "people",
                      .label = said(call, "people"),
                      .description = said(call, "people_help"),
                      .fallback = "1",
                      .width = Width::narrow});
    });
    if (site.asks_gender)
        radio_fields(h, state,
                     {.name = "gender",
                      .label = said(call, "gender"),
                      .description = said(call, "gender_help"),
                      .fallback = "unsaid"},
                     coded_options(words, "gender", genders()));
    bool opened = false;
    for (const char* name : {"sent_by", "helped_before", "note"})
        opened = opened || !state.values.get(name).empty() || !state.error(name).empty();
    details(
        h, said(call, "more"), [&] { rare_fields(call, h, state, site, fresh); }, opened);
}

}  // namespace

std::string said(const module::Call& call, std::string_view key) {
    return call.words("advice.sheets." + std::string(key));
}

std::string desk_in(const module::Call& call) {
    const auto& fields = call.request.form.has("desk") ? call.request.form : call.request.query;
    const auto number = fields.get("desk");
    return base::whole_number(number) ? std::string(number) : std::string();
}
std::string with_desk(const module::Call& call, std::string path) {
    const std::string desk = desk_in(call);
    return desk.empty() ? path : path + (path.find('?') == std::string::npos ? "?desk=" : "&desk=") + desk;
}
void hidden_desk(const module::Call& call, Html& h) {
    if (const std::string desk = desk_in(call); !desk.empty()) hidden(h, "desk", desk);
}

SheetDraft draft_in(const Fields& fields) {
    SheetDraft draft;
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

Fields fields_in(const SheetDraft& draft) {
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

void sheet_fields(module::Call& call, Html& h, const FormState& state, const sites::Site& site, bool fresh) {
    hidden_desk(call, h);
    h(tag::div, attr::cls("s-sheet"), [&] {
        h(tag::div, attr::cls("s-sheet__half"), [&] { first_half(call, h, state); });
        h(tag::div, attr::cls("s-sheet__half"), [&] { second_half(call, h, state, site, fresh); });
    });
}

std::string topics_said(const text::Words& words, const std::vector<std::string>& codes) {
    std::string all;
    for (const std::string& code : codes) all += (all.empty() ? "" : ", ") + value_words(words, Dimension::topic, code);
    return all;
}
std::string referral_said(module::Call& call, const std::string& referral) {
    const auto id = UnitId::parse(referral);
    if (!id) return value_words(call.words, Dimension::referral, referral);
    const auto unit = load_unit(call.room(), *id);
    return unit ? unit->name : std::string();
}

void typed_sheet(module::Call& call, Html& h, const Fields& typed) {
    const SheetDraft draft = draft_in(typed);
    std::vector<Term> terms;
    const auto add = [&](const char* key, std::string value) {
        if (!value.empty()) terms.push_back({said(call, key), std::move(value)});
    };
    const auto add_code = [&](const char* key, Dimension dimension, const std::string& code) {
        if (!code.empty()) add(key, value_words(call.words, dimension, code));
    };
    add("topics", topics_said(call.words, draft.topics));
    add_code("language", Dimension::language, draft.language);
    add_code("help", Dimension::language_help, draft.help);
    add_code("length", Dimension::length, draft.length);
    add_code("outcome", Dimension::outcome, draft.outcome);
    if (!draft.referral.empty()) add("referral", referral_said(call, draft.referral));
    add("people", draft.people);
    add_code("gender", Dimension::gender, draft.gender);
    add_code("sent_by", Dimension::sent_by, draft.sent_by);
    add_code("helped_before", Dimension::helped_before, draft.helped_before);
    add("note", draft.note);
    definition_list(h, terms);
}

}  // namespace samrum::advice::sheets
