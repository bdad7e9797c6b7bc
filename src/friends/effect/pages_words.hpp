#pragma once
#include "friends/effect/rules_questions.hpp"

#include <string>
#include <string_view>

namespace samrum::friends::effect {

/// A question's words in a language of the visitors' pages. What the association has worded itself is there in Swedish
/// and English: other languages read the English.
std::string question_words(const Question& question, std::string_view language);
/// Both, to be worded anew.
Worded both_words(const Question& question);

}  // namespace samrum::friends::effect
