// Markdown as papers read it: blocks in order without marks, and how heavy they are to read.
#include "foundation/text/markdown.hpp"
#include "fuzz.hpp"
#include "partnership/papers/rules_lix.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using samrum::text::MarkdownBlock;
    const std::string_view typed = fuzz_text(data, size);
    for (const MarkdownBlock& block : samrum::text::markdown_blocks(typed)) {
        hold(block.kind != MarkdownBlock::Kind::heading || (block.level >= 1 && block.level <= 6));
        hold(block.depth >= 0 && block.number >= 0);
    }
    const auto counted = samrum::partnership::papers::readability(typed);
    hold(counted.words >= 0 && counted.long_words >= 0 && counted.long_words <= counted.words);
    hold(counted.sentences <= counted.words);
    hold(counted.words == 0 || counted.sentences > 0);
    hold(counted.lix().has_value() == (counted.words > 0));
    return 0;
}
