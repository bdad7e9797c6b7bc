#include "partnership/reports/actions_markdown.hpp"

#include "foundation/text/markdown.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

using document::Bullets;
using text::MarkdownBlock;

std::vector<document::Emphasis> emphasis_in(const MarkdownBlock& block) {
    std::vector<document::Emphasis> all;
    all.reserve(block.emphasis.size());
    for (const text::MarkdownEmphasis& one : block.emphasis) all.push_back({one.begin, one.end, one.strong});
    return all;
}

}  // namespace

std::vector<document::Block> markdown_parts(std::string_view markdown, int first_heading) {
    std::vector<document::Block> parts;
    for (const MarkdownBlock& one : text::markdown_blocks(markdown)) {
        if (one.kind == MarkdownBlock::Kind::heading) {
            parts.emplace_back(document::Heading{std::min(3, one.level + first_heading - 1), one.text});
            continue;
        }
        if (one.kind == MarkdownBlock::Kind::paragraph) {
            parts.emplace_back(document::Paragraph{one.text, emphasis_in(one)});
            continue;
        }
        auto* list = parts.empty() ? nullptr : std::get_if<Bullets>(&parts.back());
        const bool goes_on =
            list && list->depth == one.depth && list->numbered == one.ordered &&
            (one.ordered ? one.number == list->first + static_cast<int>(list->items.size()) : one.number > 1);
        if (!goes_on) list = &std::get<Bullets>(parts.emplace_back(Bullets{{}, one.ordered, one.depth, one.number}));
        list->items.push_back(one.text);
        list->emphasis.push_back(emphasis_in(one));
    }
    return parts;
}

}  // namespace samrum::partnership::reports
