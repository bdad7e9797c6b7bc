#include "advice/rota/pages_parts.hpp"

#include "advice/rota/rules_reason.hpp"

namespace samrum::advice::rota {

using namespace web;

std::string rota_words(const module::Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("advice.rota.page." + std::string(key), args);
}
std::string rota_topic(const module::Call& call) {
    return "room/" + call.head->id.text() + "/advice";
}
void announce_rota(module::Call& call) {
    if (call.house.events) call.house.events->publish(rota_topic(call), "");
}

void refreshed(module::Call& call, Html& h, std::string_view id, const Slot& inside) {
    if (call.request.method == Method::post) return inside();
    live(h, id, rota_topic(call), inside);
}

void tap(module::Call& call, Html& h, const Tap& one) {
    form(h, call.csrf, one.path, [&] {
        for (const auto& [name, value] : one.fields) hidden(h, name, value);
        h(tag::button, attr::cls("ds-button"), attr::type("submit"),
          attr::set<"data-variant">(one.variant == Variant::primary     ? "primary"
                                    : one.variant == Variant::secondary ? "secondary"
                                                                        : "tertiary"),
          [&] {
              h.text(one.label);
              if (!one.about.empty()) visually_hidden(h, ": " + one.about);
          });
    });
}

void when(module::Call& call, Html& h, const sites::Session& session) {
    h.text(call.words.weekday(session.day) + " ");
    date(h, call.words, session.day);
    h.text(", ");
    isolated(h, call.words.times(session.starts, session.ends));
}
std::string when_text(const module::Call& call, const sites::Session& session) {
    return call.words.weekday(session.day) + " " + call.words.date(session.day) + ", " +
           call.words.times(session.starts, session.ends);
}

std::string name_in(const module::Call& call, const Names& names, VolunteerId id) {
    const auto found = names.find(id);
    return found == names.end() ? rota_words(call, "name_hidden") : found->second;
}

void people_list(module::Call& call, Html& h, const Line& line, const Names& names) {
    if (line.there.empty()) return h.text(rota_words(call, "nobody_yet"));
    std::vector<Content> people;
    people.reserve(line.there.size());
    for (const Shift& one : line.there)
        people.emplace_back([&h, &call, &names, one] {
            name(h, name_in(call, names, one.volunteer));
            if (one.state != ShiftState::offered) return;
            h.text(" ");
            badge(h, Tone::warning, rota_words(call, "offered"));
        });
    bullets(h, people);
}

void language_marks(module::Call& call, Html& h, const Coverage& coverage) {
    for (const std::string& code : coverage.spoken) {
        badge(h, Tone::success, language_name(call.words, code));
        h.text(" ");
    }
    for (const MissingLanguage& one : coverage.missing) {
        badge(h, Tone::warning, rota_words(call, "no_language", {{"language", language_name(call.words, one.code)}}));
        h.text(" ");
    }
}

std::vector<std::string> lacks_in_words(const module::Call& call, const Line& line) {
    std::vector<std::string> all;
    const Coverage& cover = line.coverage;
    if (line.session.state != sites::SessionState::planned) return all;
    if (cover.places() > 0) all.push_back(rota_words(call, "places_left", {{"places", std::int64_t{cover.places()}}}));
    for (const MissingLanguage& one : cover.missing) {
        const std::string language = language_name(call.words, one.code);
        all.push_back(
            rota_words(call, "missing", {{"language", language}, {"weekday", call.words.weekday(line.session.day)}}) +
            " " +
            rota_words(call, "chain." + std::string(code_of(one.chain)),
                       {{"language", language}, {"people", std::int64_t{one.people}}}));
    }
    if (cover.lacks_experience) all.push_back(rota_words(call, "lacks_experience"));
    if (cover.lacks_mix) all.push_back(rota_words(call, "lacks_mix"));
    if (cover.untrained > 0) all.push_back(rota_words(call, "untrained", {{"people", std::int64_t{cover.untrained}}}));
    return all;
}

void lacks_list(module::Call& call, Html& h, const Line& line) {
    const auto lacks = lacks_in_words(call, line);
    if (lacks.empty()) {
        if (line.session.state == sites::SessionState::planned) h.text(rota_words(call, "all_well"));
        return;
    }
    bullets(h, std::vector<Content>(lacks.begin(), lacks.end()));
}

void state_mark(module::Call& call, Html& h, const sites::Session& session) {
    if (session.state == sites::SessionState::planned) return;
    const std::string code(sites::code_of(session.state));
    h.text(" ");
    badge(h, session.state == sites::SessionState::cancelled ? Tone::danger : Tone::neutral,
          rota_words(call, "state." + code));
}

void said_no(module::Call& call, Html& h, const base::Problems& problems) {
    if (problems.empty()) return;
    h(tag::div, attr::set<"role">("alert"), [&] {
        notice(h, Tone::danger, rota_words(call, "said_no"), [&] {
            for (const base::Problem& one : problems) paragraph(h, call.words(one.message));
        });
    });
}

std::optional<SessionId> session_in(std::string_view text) {
    const auto id = SessionId::parse(text);
    return id ? std::optional(*id) : std::nullopt;
}

std::string why_text(const module::Call& call, const optimise::rota::Why& why) {
    return why_line(why, [&](const base::Message& one) { return call.words(one); });
}
std::string merit_text(const module::Call& call, const optimise::rota::Merit& merit) {
    std::string line;
    for (const base::Message& one : words_of(merit, [&](int number) { return language_name(call.words, number); }))
        line += (line.empty() ? "" : ", ") + call.words(one);
    return line;
}

}  // namespace samrum::advice::rota
