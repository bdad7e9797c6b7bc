#pragma once
#include "foundation/text/words.hpp"

#include <string>
#include <string_view>
#include <vector>

// The visitors' phrases: a catalogue of their own beside the staff's, in the fifteen languages of the visitors' pages.
// Each slice keeps its own in visitor/messages.<language>.json.
namespace samrum::module {

/// Read once from the binary. Each language holds every phrase; a house test knows.
const text::Catalogues& visitor_catalogues();
/// Do the visitors' pages speak it?
bool has_visitor_pages(std::string_view language);

/// Every phrase of a slice, sorted: those that begin with "visitor.".
std::vector<std::string> visitor_phrases(std::string_view prefix);
/// Swedish and English are written by people who know them.
bool needs_review(std::string_view language);
/// The phrase in the language as it stands, for the reviewer: with its plural forms.
std::string phrase_text(std::string_view language, std::string_view phrase);
/// Names a phrase as it stands, together with the Swedish one: a change of either asks for a new review.
std::string phrase_hash(std::string_view language, std::string_view phrase);

}  // namespace samrum::module
