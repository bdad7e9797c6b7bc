#include "advice/day/pages_staff.hpp"

#include "advice/sites/model_permissions.hpp"

#include <algorithm>

namespace samrum::advice::day {

using namespace web;

base::Result<DayView> day_of(module::Call& call) {
    return day_view(call.room(), call.caller, call.today(), call.part("site"));
}
std::string day_link(const module::Call& call, const DayView& day, std::string_view below) {
    return call.link("/advice/" + day.site.slug + std::string(below));
}

std::string language_words(const text::Words& words, std::string_view code) {
    return language_of(code) ? words("module.language." + std::string(code)) : "–";
}
std::string topic_words(const text::Words& words, const Assessment& needs) {
    std::string all;
    for (const Topic topic : needs.topics)
        all += (all.empty() ? "" : ", ") + words("advice.topic." + std::string(code_of(topic)));
    return all;
}

void needs_marks(module::Call& call, Html& h, const Ticket& ticket) {
    const auto& words = call.words;
    h(tag::span, attr::cls("d-marks"), [&] {
        if (ticket.needs.urgent) badge(h, Tone::danger, words("advice.day.urgent"));
        if (ticket.booked)
            badge(h, Tone::accent, words("advice.day.booked_at", {{"time", words.time({*ticket.booked})}}));
        if (!ticket.needs.language.empty()) badge(h, Tone::info, language_words(words, ticket.needs.language));
        for (const Topic topic : ticket.needs.topics)
            badge(h, Tone::neutral, words("advice.topic." + std::string(code_of(topic))));
        if (ticket.needs.length)
            badge(h, ticket.complex() ? Tone::warning : Tone::neutral,
                  words("advice.length." + std::string(code_of(*ticket.needs.length))));
        if (ticket.people > 1) badge(h, Tone::neutral, words("advice.day.people", {{"count", ticket.people}}));
    });
}

std::int64_t waited_minutes(const Ticket& ticket, base::Instant now) {
    return std::max<std::int64_t>(0, (now.micros - ticket.arrived.micros) / 60'000'000);
}

void staff_assessment(module::Call& call, Html& h, const Ticket& ticket, std::string_view at, const FormState* again) {
    const auto& words = call.words;
    const std::string id = "n" + std::string(at);
    const Assessment needs = again ? assessment_of(again->values) : ticket.needs;
    const std::string people = again ? std::string(again->values.get("people")) : std::to_string(ticket.people);
    const std::string wrong = again ? again->error("people") : std::string();
    // The summary above the page leads to the field that is wrong.
    const std::string people_id = wrong.empty() ? id + "-people" : "field-people";
    const auto box = [&](std::string_view type, std::string_view name, std::string_view value, std::string_view code,
                         const std::string& label, bool checked) {
        h(tag::label, attr::cls("v-tile v-tile--small"), [&] {
            h(tag::input, attr::type(type), attr::name(name), attr::value(value), attr::flag<"checked">(checked));
            picture(h, code);
            h(tag::span, label);
        });
    };
    h(tag::div, attr::cls("d-row"), [&] {
        h(tag::label, attr::for_(id + "-language"), words("advice.day.field.language"));
        h(tag::select, attr::cls("ds-input"), attr::id(id + "-language"), attr::name("language"), [&] {
            h(tag::option, attr::value(""), words("advice.day.not_said"));
            for (const Language& one : languages())
                h(tag::option, attr::value(one.code), attr::flag<"selected">(one.code == needs.language),
                  language_words(words, one.code) +
                      (one.code == kOtherLanguage ? "" : " · " + std::string(one.autonym)));
        });
        h(tag::label, attr::for_(people_id), words("advice.day.field.people"));
        auto invalid = attr::set<"aria-invalid">("true");
        invalid.present = !wrong.empty();
        auto described = attr::set<"aria-describedby">(people_id + "-error");
        described.present = !wrong.empty();
        h(tag::input, attr::type("text"), attr::cls("ds-input d-narrow"), attr::id(people_id), attr::name("people"),
          attr::set<"inputmode">("numeric"), attr::value(people), invalid, described);
    });
    if (!wrong.empty()) h(tag::p, attr::cls("ds-validation-message"), attr::id(people_id + "-error"), wrong);
    h(tag::fieldset, attr::cls("v-tiles"), [&] {
        h(tag::legend, words("advice.day.field.topics"));
        for (const Topic topic : topics()) {
            const std::string code(code_of(topic));
            box("checkbox", "topic", code, code, words("advice.topic." + code),
                std::ranges::find(needs.topics, topic) != needs.topics.end());
        }
    });
    h(tag::fieldset, attr::cls("v-tiles"), [&] {
        h(tag::legend, words("advice.day.field.length"));
        for (const Length length : lengths()) {
            const std::string code(code_of(length));
            box("radio", "length", code, code, words("advice.length." + code), needs.length == length);
        }
        box("checkbox", "urgent", "yes", "urgent", words("advice.day.urgent"), needs.urgent);
    });
}

Response after(module::Call& call, const DayView& day, const base::Problems& problems, std::string back,
               std::string_view flash) {
    if (auto refused = module::refused_page(call, problems)) return std::move(*refused);
    if (problems.empty() && day.open) announce(call, *day.open);
    return call.done(std::move(back), problems.empty() ? flash : std::string_view(problems.front().message.key));
}

int number_of(std::string_view text, int otherwise) {
    if (text.empty() || text.size() > 4) return otherwise;
    int n = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return otherwise;
        n = n * 10 + (c - '0');
    }
    return n;
}

}  // namespace samrum::advice::day
