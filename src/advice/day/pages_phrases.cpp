// The visitors' phrases, language by language: who has read them, and which promises wait for it.
#include "advice/day/actions_catalogue.hpp"
#include "advice/day/actions_phrases.hpp"
#include "advice/day/pages.hpp"
#include "advice/day/pages_parts.hpp"

#include <algorithm>

namespace samrum::advice::day {
namespace {

using namespace web;

std::string chosen_language(const Fields& fields) {
    const std::string_view wish = fields.get("language");
    return has_visitor_pages(wish) ? std::string(wish) : "ar";
}

/// A phrase as its reader meets it, with examples in its places; one that counts, for numbers that languages tell
/// apart.
std::string as_read(const text::Words& words, const std::string& phrase, std::string_view pattern) {
    const bool counts = pattern.find("plural,") != std::string_view::npos;
    std::string all, last;
    for (const std::int64_t n : {0, 1, 2, 5, 11}) {
        const std::string one = words(phrase, {{"count", n},
                                               {"low", n},
                                               {"high", n + 10},
                                               {"number", "12"},
                                               {"desk", "3"},
                                               {"place", "Linero bibliotek"},
                                               {"time", "15.00"}});
        if (one != last) all += (all.empty() ? "" : " · ") + one;
        last = one;
        if (!counts) break;
    }
    return all;
}

Response show_phrases(module::Call& call, const std::string& language, const FormState& state, int status) {
    const auto phrases = phrases_of(call.room(), call.caller, language);
    if (!phrases) return module::not_found(call);
    const auto& words = call.words;
    const auto& swedish = visitor_catalogues().words("sv");
    const auto& theirs = visitor_catalogues().words(language);
    return module::page(
        call, {.title = words("advice.day.phrases.title"), .lead = words("advice.day.phrases.lead"), .wide = true},
        [&](Html& h) {
            std::vector<Tab> all;
            for (const Language& one : languages())
                if (one.has_pages && needs_review(one.code))
                    all.push_back({std::string(one.autonym),
                                   call.link("/advice/phrases?language=" + std::string(one.code)),
                                   one.code == language});
            tabs(h, words("advice.day.phrases.languages"), all);
            error_summary(h, state);
            const auto read =
                std::ranges::count_if(*phrases, [](const auto& one) { return one.reviewed_on.has_value(); });
            paragraph(h, words("advice.day.phrases.read", {{"count", static_cast<std::int64_t>(read)},
                                                           {"all", static_cast<std::int64_t>(phrases->size())}}));
            form(h, call.csrf, call.link("/advice/phrases"), [&] {
                hidden(h, "language", language);
                h(tag::ul, attr::cls("d-phrases"), [&] {
                    for (const ReviewedPhrase& one : *phrases)
                        h(tag::li, [&] {
                            h(tag::label, [&] {
                                h(tag::input, attr::type("checkbox"), attr::name("phrase"), attr::value(one.phrase),
                                  attr::flag<"checked">(!one.reviewed_on && !one.promises));
                                h(tag::span, attr::lang("sv"), as_read(swedish, one.phrase, one.swedish));
                                h(tag::span, attr::lang(language), attr::dir(theirs.right_to_left() ? "rtl" : "ltr"),
                                  as_read(theirs, one.phrase, one.text));
                            });
                            if (one.promises && !one.reviewed_on)
                                badge(h, Tone::warning, words("advice.day.phrases.promise"));
                            if (one.reviewed_on)
                                badge(h, Tone::success,
                                      words("advice.day.phrases.by",
                                            {{"by", one.reviewed_by}, {"date", words.date(*one.reviewed_on)}}));
                        });
                });
                text_field(h, state,
                           {.name = "by",
                            .label = words("advice.day.phrases.who"),
                            .description = words("advice.day.phrases.who.text"),
                            .max_length = 120,
                            .width = Width::medium});
                actions(h, [&] { submit_button(h, words("advice.day.phrases.note")); });
            });
        },
        status);
}

}  // namespace

Response phrases_page(module::Call& call) {
    return show_phrases(call, chosen_language(call.request.query), {call.words}, 200);
}

Response review_now(module::Call& call) {
    const std::string language = chosen_language(call.request.form);
    std::vector<std::string> phrases;
    for (const auto one : call.request.form.every("phrase")) phrases.emplace_back(one);
    const auto noted =
        note_review(call.room(), call.caller, call.today(), language, phrases, call.request.form.get("by"));
    if (!noted) {
        if (auto refused = module::refused_page(call, noted.problems())) return std::move(*refused);
        return show_phrases(call, language, {call.words, call.request.form, noted.problems()}, 422);
    }
    return call.done(call.link("/advice/phrases?language=" + language), "advice.day.flash.reviewed");
}

}  // namespace samrum::advice::day
