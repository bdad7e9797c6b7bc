#pragma once
#include "search/model.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Words as search sees them: case, width and accents away, and å, ä, ö like a and o, so that a keyboard without them
/// finds what it looks for.
namespace samrum::search {

/// A word of a text, where it stands, and how it is looked up.
struct WordAt {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string term;
};
std::vector<WordAt> words_at(std::string_view text);
/// The words of a text as they are looked up, each once.
std::vector<std::string> terms_of(std::string_view text);
/// What was typed, as beginnings of words: those that begin another one are left out, and single letters beside longer
/// words.
std::vector<std::string> prefixes_of(std::string_view typed);

/// Plain words of a Markdown text.
std::string plain(std::string_view markdown);

/// The text cut at the words that begin as what was searched for.
std::vector<Piece> marked(std::string_view text, const std::vector<std::string>& prefixes);
/// About `length` bytes of the text around the first such word, cut at words, with "…" where something is left out.
std::string extract(std::string_view text, const std::vector<std::string>& prefixes, std::size_t length = 240);

}  // namespace samrum::search
