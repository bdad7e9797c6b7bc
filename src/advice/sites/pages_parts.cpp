#include "advice/sites/pages_parts.hpp"

#include "advice/sites/model_permissions.hpp"
#include "advice/sites/model_words.hpp"
#include "foundation/base/number.hpp"

namespace samrum::advice::sites {
namespace {

using namespace web;

Tone tone_of(SessionState state) {
    switch (state) {
        case SessionState::open:
            return Tone::success;
        case SessionState::held:
            return Tone::info;
        case SessionState::cancelled:
            return Tone::warning;
        case SessionState::planned:
            break;
    }
    return Tone::neutral;
}

std::string language_word(const text::Words& words, std::string_view code) {
    return words("module.language." + std::string(code));
}

}  // namespace

std::string said(const module::Call& call, std::string_view key, const base::MessageArgs& args) {
    return call.words("advice.sites." + std::string(key), args);
}
std::string typed(const module::Call& call, std::string_view field) {
    return std::string(call.request.form.get(field));
}
bool ticked(const module::Call& call, std::string_view field) {
    return call.request.form.get(field) == "yes";
}
FormState shown_again(const module::Call& call, const base::Problems& problems) {
    return {call.words, call.request.form, problems};
}
bool runs_advice(const module::Call& call) {
    return may(call.caller, kRunAdvice);
}

std::string rule_words(const text::Words& words, const WeeklyRule& rule) {
    return words(rule.every_weeks == 1 ? "advice.sites.rule" : "advice.sites.rule.every_other",
                 {{"weekday", words("advice.sites.weekday." + std::to_string(rule.weekday))},
                  {"times", words.times(rule.starts, rule.ends)}});
}
void day_and_date(Html& h, const text::Words& words, base::Date day) {
    name(h, words.weekday(day) + " " + words.date(day));
}
void times(Html& h, const text::Words& words, base::ClockTime from, base::ClockTime to) {
    isolated(h, words.times(from, to));
}
void state_badge(Html& h, const text::Words& words, const Session& session) {
    badge(h, tone_of(session.state), words("advice.sites.state." + std::string(code_of(session.state))));
}
std::string reason_words(const text::Words& words, const Session& session) {
    return session.reason.empty() ? words("advice.sites.reason.hours") : session.reason;
}

void wants_fields(const module::Call& call, Html& h, const FormState& state) {
    field_group(h, said(call, "wants"), [&] {
        number_field(
            h, state,
            {.name = "advisers", .label = said(call, "wants.advisers"), .fallback = "2", .width = Width::narrow});
        checkbox(h, state, {.name = "experienced", .label = said(call, "wants.experienced")});
        checkbox(h, state,
                 {.name = "mixed", .label = said(call, "wants.mixed"), .description = said(call, "wants.mixed.hint")});
        std::vector<Option> options;
        for (const Language& one : languages())
            if (one.code != "sv" && one.code != kOtherLanguage)
                options.push_back({std::string(one.code), language_word(call.words, one.code)});
        details(h, said(call, "wants.languages"), [&] {
            checkbox_fields(h, state, {.name = "languages", .label = said(call, "wants.languages"), .optional = true},
                            options);
        });
    });
}

void add_wants(Fields& values, const Wants& wants) {
    values.add("advisers", std::to_string(wants.advisers));
    if (wants.experienced) values.add("experienced", "yes");
    if (wants.mixed) values.add("mixed", "yes");
    for (const std::string& code : wants.languages) values.add("languages", code);
}

WantsInput wants_typed(const module::Call& call) {
    WantsInput input{typed(call, "advisers"), ticked(call, "experienced"), ticked(call, "mixed"), {}};
    for (const auto code : call.request.form.every("languages")) input.languages.emplace_back(code);
    return input;
}

std::string wants_words(const text::Words& words, const Wants& wants) {
    std::string all = words("advice.sites.wants.count", {{"count", std::int64_t{wants.advisers}}});
    if (wants.experienced) all += ", " + words("advice.sites.wants.experienced.short");
    if (wants.mixed) all += ", " + words("advice.sites.wants.mixed.short");
    for (const std::string& code : wants.languages) all += ", " + language_word(words, code);
    return all;
}

std::vector<Option> municipality_options(module::Call& call) {
    std::vector<Option> options = {{"", said(call, "filter.any")}};
    for (const std::string& name : site_municipalities(call.room())) options.push_back({name, name});
    return options;
}

std::int64_t revision_typed(const module::Call& call) {
    return base::whole_number(typed(call, "revision")).value_or(-1);
}

std::optional<Site> site_of_path(module::Call& call) {
    const auto id = SiteId::parse(call.part("id"));
    return id ? find_site(call.room(), *id) : std::nullopt;
}
std::optional<Session> session_of_path(module::Call& call) {
    const auto id = SessionId::parse(call.part("id"));
    return id ? find_session(call.room(), *id) : std::nullopt;
}

}  // namespace samrum::advice::sites
