#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace samrum::text {

/// A part of a Markdown text without its marks, for papers that are no web pages.
struct MarkdownBlock {
    enum class Kind { heading, paragraph, item };
    Kind kind = Kind::paragraph;
    int level = 1;         ///< of a heading as written
    int depth = 0;         ///< of an item: a list in a list is 1
    bool ordered = false;  ///< of an item's list
    int number = 1;        ///< of an item in an ordered list
    std::string text = {};
    bool operator==(const MarkdownBlock&) const = default;
};

/// The headings, paragraphs and items of a Markdown text (CommonMark) in order. Emphasis and links leave their words;
/// raw HTML is left out. Lines are joined but for hard breaks. A text over 64 KiB or nested deeper than 32 levels is
/// one paragraph, as it was written.
std::vector<MarkdownBlock> markdown_blocks(std::string_view markdown);

}  // namespace samrum::text
