#include "friends/effect/pages_words.hpp"

#include "foundation/module/visitor_catalogue.hpp"

namespace samrum::friends::effect {

std::string question_words(const Question& question, std::string_view language) {
    if (!question.text_sv.empty()) return language.starts_with("sv") ? question.text_sv : question.text_en;
    return module::visitor_catalogues().words(language)("friend.assess.q." + question.code);
}

Worded both_words(const Question& question) {
    return {question_words(question, "sv"), question_words(question, "en")};
}

}  // namespace samrum::friends::effect
