#pragma once
#include "foundation/text/words.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// The visitors' phrases: a catalogue of their own beside the staff's, in the fifteen languages of the visitors' pages.
namespace samrum::advice::day {

/// Read once from the binary: visitor/messages.<language>.json. Each language holds every phrase; a house test knows.
const text::Catalogues& visitor_catalogues();
/// Do the visitors' pages speak it?
bool has_visitor_pages(std::string_view language);

/// Every phrase, sorted: "visitor.confidential".
std::vector<std::string> visitor_phrases();
/// Phrases that promise something to people who may have reason to fear: shown in a language only when a person who
/// knows it has read them; until then in Swedish and English.
std::span<const std::string_view> promises();
/// Swedish and English are written by people who know them.
bool needs_review(std::string_view language);
/// The phrase in the language as it stands, for the reviewer: with its plural forms.
std::string phrase_text(std::string_view language, std::string_view phrase);
/// Names a phrase as it stands, together with the Swedish one: a change of either asks for a new review.
std::string phrase_hash(std::string_view language, std::string_view phrase);

}  // namespace samrum::advice::day
