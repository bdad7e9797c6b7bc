#include "friends/people/pages_parts.hpp"

#include "foundation/base/language.hpp"
#include "foundation/base/number.hpp"
#include "foundation/module/visitor_catalogue.hpp"
#include "friends/people/pages_visitor.hpp"

#include <algorithm>

namespace samrum::friends::people {

using namespace web;

std::string people_words(const module::Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("friends.people." + std::string(key), args);
}
std::string said(const module::Call& call, std::string_view question, std::string_view code) {
    return module::visitor_catalogues().words(call.words.language())(phrase_of(question, code));
}
std::string said_all(const module::Call& call, std::string_view question, const std::vector<std::string>& codes) {
    std::string all;
    for (const std::string& code : codes) all += (all.empty() ? "" : ", ") + said(call, question, code);
    return all;
}
std::string languages_said(const module::Call& call, const std::vector<std::string>& codes) {
    std::string all;
    for (const std::string& code : codes)
        if (base::language_of(code)) all += (all.empty() ? "" : ", ") + call.words("module.language." + code);
    return all;
}
std::string stage_said(const module::Call& call, Stage stage) {
    return people_words(call, "stage." + std::string(code_of(stage)));
}
void stage_badge(module::Call& call, Html& h, Stage stage) {
    constexpr Tone tones[] = {Tone::warning, Tone::info, Tone::accent, Tone::success, Tone::neutral, Tone::neutral};
    badge(h, tones[static_cast<std::size_t>(stage)], stage_said(call, stage));
}
void person_name(module::Call& call, Html& h, const std::optional<std::string>& name) {
    if (name) return web::name(h, *name);
    h(tag::em, people_words(call, "name.hidden"));
}
std::string party_said(const module::Call& call, const Answers& a) {
    std::string text = said(call, "side", code_of(a.side)) + ", " + said(call, "party", code_of(a.party));
    if (a.party == PartyKind::family) text += " (" + call.words.number(a.adults) + ")";
    return text;
}

void answer_terms(module::Call& call, Html& h, const Programme& programme, const Answers& a) {
    std::vector<Term> terms;
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) terms.push_back({people_words(call, key), Content(text)});
    };
    add("answer.party", party_said(call, a));
    if (const Place* place = programme.place(a.municipality)) add("answer.municipality", place->name);
    add("answer.languages", languages_said(call, a.languages));
    add("answer.swedish", said(call, "swedish", std::to_string(a.swedish_level)));
    if (a.age_band > 0)
        terms.push_back({people_words(call, "answer.age"), [&h, &a] { isolated(h, age_band_text(a.age_band)); }});
    if (a.gender != Gender::unsaid) add("answer.gender", said(call, "gender", code_of(a.gender)));
    add("answer.situations", said_all(call, "situation", a.situations));
    add("answer.interests", said_all(call, "interest", a.interests));
    add("answer.times", said_all(call, "time", a.times));
    std::vector<Content> statements;
    statements.reserve(a.statements.size());
    for (const Likert& one : a.statements)
        statements.emplace_back(said(call, "statement", one.code) + ": " + call.words.number(one.answer) + " " +
                                people_words(call, "answer.of_five"));
    if (!statements.empty())
        terms.push_back({people_words(call, "answer.statements"), [&h, statements] { bullets(h, statements); }});
    std::vector<Content> wishes;
    wishes.reserve(a.wishes.size());
    for (const WishOf& one : a.wishes)
        wishes.emplace_back(said(call, "wish", code_of(one.wish)) + " – " + said(call, "weight", code_of(one.weight)));
    if (!wishes.empty()) terms.push_back({people_words(call, "answer.wishes"), [&h, wishes] { bullets(h, wishes); }});
    definition_list(h, terms);
}

std::optional<Programme> chosen_programme(module::Call& call, const std::vector<Programme>& all) {
    if (all.empty()) return std::nullopt;
    const std::string_view wish = call.request.query.get("programme");
    for (const Programme& one : all)
        if (one.id.text() == wish) return one;
    for (const Programme& one : all)
        if (one.is_open_on(call.today())) return one;
    return all.front();
}

void programme_tabs(module::Call& call, Html& h, const std::vector<Programme>& all, const Programme& chosen,
                    std::string_view path) {
    if (all.size() < 2) return;
    std::vector<Tab> list;
    list.reserve(all.size());
    for (const Programme& one : all)
        list.push_back({one.name, call.link(path) + "?programme=" + one.id.text(), one.id == chosen.id});
    tabs(h, people_words(call, "programmes"), list);
}

FormState form_state(const module::Call& call, std::string_view form, std::string_view shown,
                     const base::Problems& problems, Fields values) {
    if (problems.empty() || form != shown) return {call.words, std::move(values), {}};
    return {call.words, call.request.form, problems};
}

std::int64_t revision_of(const module::Call& call) {
    return base::whole_number(call.request.form.get("revision")).value_or(0);
}

}  // namespace samrum::friends::people
