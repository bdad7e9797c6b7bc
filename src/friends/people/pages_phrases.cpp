// The phrases of those who take part, language by language: who has read them, and which promises wait for it.
#include "foundation/base/language.hpp"
#include "foundation/module/visitor_catalogue.hpp"
#include "friends/people/actions_phrases.hpp"
#include "friends/people/pages.hpp"
#include "friends/people/pages_parts.hpp"

#include <algorithm>

namespace samrum::friends::people {
namespace {

using namespace web;

std::string chosen_language(const Fields& fields) {
    const std::string_view wish = fields.get("language");
    return module::has_visitor_pages(wish) ? std::string(wish) : "ar";
}

/// A phrase as its reader meets it, with an example in each of its places: words where words go, else a number.
std::string as_read(const text::Words& words, const std::string& phrase) {
    base::MessageArgs examples;
    for (const std::string& place : module::visitor_catalogues().placeholders(words.language(), phrase)) {
        if (place == "name")
            examples.emplace_back(place, "Amina");
        else if (place == "room")
            examples.emplace_back(place, "Kompis Sverige");
        else if (place == "date" || place == "day")
            examples.emplace_back(place, words.date(base::Date::of(2020, 2, 14)));
        else
            examples.emplace_back(place, std::int64_t{5});
    }
    return words(phrase, examples);
}

Response show_phrases(module::Call& call, const std::string& language, const FormState& state, int status) {
    const auto phrases = phrases_of(call.room(), call.caller, language);
    if (!phrases) return module::not_found(call);
    const auto& words = call.words;
    const auto& swedish = module::visitor_catalogues().words("sv");
    const auto& theirs = module::visitor_catalogues().words(language);
    return module::page(
        call,
        {.title = words("friends.people.phrases.title"),
         .crumbs = {{people_words(call, "start.title"), call.link("/friends")}},
         .lead = words("friends.people.phrases.lead"),
         .wide = true},
        [&](Html& h) {
            std::vector<Tab> all;
            for (const base::Language& one : base::languages())
                if (one.has_pages && module::needs_review(one.code))
                    all.push_back({std::string(one.autonym),
                                   call.link("/friends/phrases?language=" + std::string(one.code)),
                                   one.code == language});
            tabs(h, words("friends.people.phrases.languages"), all);
            error_summary(h, state);
            const auto read =
                std::ranges::count_if(*phrases, [](const auto& one) { return one.reviewed_on.has_value(); });
            paragraph(h, words("friends.people.phrases.read", {{"count", static_cast<std::int64_t>(read)},
                                                               {"all", static_cast<std::int64_t>(phrases->size())}}));
            form(h, call.csrf, call.link("/friends/phrases"), [&] {
                hidden(h, "language", language);
                h(tag::ul, attr::cls("d-phrases"), [&] {
                    for (const ReviewedPhrase& one : *phrases)
                        h(tag::li, [&] {
                            h(tag::label, [&] {
                                h(tag::input, attr::type("checkbox"), attr::name("phrase"), attr::value(one.phrase),
                                  attr::flag<"checked">(!one.reviewed_on && !one.promises));
                                h(tag::span, attr::lang("sv"), as_read(swedish, one.phrase));
                                h(tag::span, attr::lang(language), attr::dir(theirs.right_to_left() ? "rtl" : "ltr"),
                                  as_read(theirs, one.phrase));
                            });
                            if (one.promises && !one.reviewed_on)
                                badge(h, Tone::warning, words("friends.people.phrases.promise"));
                            if (one.reviewed_on)
                                badge(h, Tone::success,
                                      words("friends.people.phrases.by",
                                            {{"by", one.reviewed_by}, {"date", words.date(*one.reviewed_on)}}));
                        });
                });
                text_field(h, state,
                           {.name = "by",
                            .label = words("friends.people.phrases.who"),
                            .description = words("friends.people.phrases.who.text"),
                            .max_length = 120,
                            .width = Width::medium});
                actions(h, [&] { submit_button(h, words("friends.people.phrases.note")); });
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
    return call.done(call.link("/friends/phrases?language=" + language), "friends.people.flash.reviewed");
}

}  // namespace samrum::friends::people
