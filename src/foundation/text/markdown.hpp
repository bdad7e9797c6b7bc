#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::text {

/// Words within a block that are emphasised: from byte `begin` up to `end` of its text.
struct MarkdownEmphasis {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool strong = false;  ///< `**strong**`, not `*emphasised*`
    bool operator==(const MarkdownEmphasis&) const = default;
};

/// A part of a Markdown text without its marks, for papers that are no web pages.
struct MarkdownBlock {
    enum class Kind { heading, paragraph, item };
    Kind kind = Kind::paragraph;
    int level = 1;         ///< of a heading as written
    int depth = 0;         ///< of an item: a list in a list is 1
    bool ordered = false;  ///< of an item's list
    int number = 1;        ///< of an item in an ordered list
    std::string text = {};
    std::vector<MarkdownEmphasis> emphasis = {};  ///< by where it ends; one may lie within another
    bool operator==(const MarkdownBlock&) const = default;
};

/// The headings, paragraphs and items of a Markdown text (CommonMark) in order. A link leaves its words, and in
/// brackets its address where they are not the same; raw HTML stands as it was written. Lines are joined but for hard
/// breaks. A text over 64 KiB or nested deeper than 32 levels is one paragraph, as it was written.
std::vector<MarkdownBlock> markdown_blocks(std::string_view markdown);

}  // namespace samrum::text
