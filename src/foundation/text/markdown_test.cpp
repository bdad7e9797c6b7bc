#include "foundation/text/markdown.hpp"

#include <gtest/gtest.h>

namespace samrum::text {
namespace {

using Kind = MarkdownBlock::Kind;

TEST(MarkdownBlocks, AreTheWordsWithoutTheMarks) {
    const auto blocks = markdown_blocks(
        "## Bra & bättre\n\nEn *rad med **mycket***\noch [nästa](https://x.example) `kod`<b>.\n\n- ett\n  - inne\n- "
        "två\n\n3. tre\n4. "
        "fyra\n\n<p>rå</p>\n");
    const std::vector<MarkdownBlock> expected{{.kind = Kind::heading, .level = 2, .text = "Bra & bättre"},
                                              {.text = "En rad med mycket och nästa (https://x.example) kod<b>.",
                                               .emphasis = {{11, 17, true}, {3, 17, false}}},
                                              {.kind = Kind::item, .text = "ett"},
                                              {.kind = Kind::item, .depth = 1, .text = "inne"},
                                              {.kind = Kind::item, .number = 2, .text = "två"},
                                              {.kind = Kind::item, .ordered = true, .number = 3, .text = "tre"},
                                              {.kind = Kind::item, .ordered = true, .number = 4, .text = "fyra"},
                                              {.text = "<p>rå</p>"}};
    EXPECT_EQ(blocks, expected);
}

TEST(MarkdownBlocks, TakeWhateverAPersonWrites) {
    EXPECT_TRUE(markdown_blocks("").empty());
    EXPECT_EQ(markdown_blocks(std::string(70'000, 'x')).size(), 1U);
    EXPECT_EQ(markdown_blocks(std::string(200, '>') + "x").size(), 1U);
}

}  // namespace
}  // namespace samrum::text
