#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace samrum::partnership::papers {

/// How heavy a text is to read: LIX (Björnsson 1968), words per sentence plus the percentage of words longer than six
/// letters.
struct Readability {
    std::int64_t words = 0;
    std::int64_t sentences = 0;
    std::int64_t long_words = 0;
    /// Rounded; nothing for a text without words.
    std::optional<int> lix() const;
};

/// Our own aim for what a committee and the public read; no law gives a figure (the Language Act asks for plain
/// Swedish).
inline constexpr int kReadableLix = 40;
/// Fewer words than this say little.
inline constexpr std::int64_t kFewWords = 20;

/// Counts a Markdown text: its marks are no words, and a heading, an item and a paragraph each end a sentence. A word
/// is a run of letters and digits, with hyphens, dots, slashes and apostrophes inside it ("t.ex.", "2019/2020"); words
/// without a letter are not counted. A sentence ends at . ! ? or : before white space, but not after an abbreviation
/// ("bl.a.", "dnr.") or before a word that goes on in a small letter.
Readability readability(std::string_view markdown);

}  // namespace samrum::partnership::papers
