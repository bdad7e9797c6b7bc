#include "app/guide.hpp"

#include "app/modules.hpp"
#include "foundation/module/module.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

std::span<const samrum::base::EmbeddedFile> samrum_user_guide();

namespace samrum::app {
namespace {

TEST(Guide, TitlePicturesAndLinksOfAPage) {
    const auto page = read_guide_page(
        "# Logga in\n\nSe [rollerna](roller.md#volontär) och [start](index.md), men [webben](https://im.se/a.md).\n\n"
        "![Sidan](images/in.png)\n\nSlut.\n");
    EXPECT_EQ(page.title, "Logga in");
    ASSERT_EQ(page.blocks.size(), 3U);
    EXPECT_NE(
        page.blocks[0].text.find("(/guide/roller#volontär) och [start](/guide), men [webben](https://im.se/a.md)"),
        std::string::npos);
    EXPECT_EQ(page.blocks[1].path, "images/in.png");
    EXPECT_EQ(page.blocks[1].text, "Sidan");
    EXPECT_EQ(page.blocks[2].text, "\nSlut.\n");
    EXPECT_TRUE(read_guide_page("").blocks.empty());
}

// The guide's pages lead to each other and to pictures that are there, and every page is reached from the index.
TEST(Guide, EveryPageAndPictureIsThere) {
    std::set<std::string> files;
    for (const auto& file : samrum_user_guide()) files.insert(std::string(file.path));
    ASSERT_TRUE(files.contains("index.md"));
    std::string index;
    for (const auto& file : samrum_user_guide()) {
        if (!file.path.ends_with(".md")) continue;
        const auto page = read_guide_page(file.bytes);
        EXPECT_FALSE(page.title.empty()) << file.path;
        for (const auto& block : page.blocks) {
            if (file.path == "index.md") index += block.text;
            if (!block.path.empty()) {
                EXPECT_TRUE(files.contains(block.path)) << file.path << " shows " << block.path;
                EXPECT_GE(block.text.size(), 20U) << file.path << " says what " << block.path << " shows";
            }
            for (std::size_t at = block.text.find("(/guide/"); at != std::string::npos;
                 at = block.text.find("(/guide/", at + 1)) {
                const auto end = block.text.find_first_of(")#", at);
                const std::string name = block.text.substr(at + 8, end - at - 8);
                EXPECT_TRUE(files.contains(name + ".md")) << file.path << " leads to " << name;
            }
        }
    }
    for (const auto& file : files)
        if (file.ends_with(".md") && file != "index.md") {
            EXPECT_NE(index.find("/guide/" + file.substr(0, file.size() - 3)), std::string::npos)
                << "the index leads to " << file;
        }
}

// What the guide tells a reader to choose is called so on the page.
TEST(Guide, CallsTheSignInLinkWhatThePageCallsIt) {
    const std::string label =
        text::Catalogues::load(text::embedded_messages())->words("sv")("directory.sign_in.by_link");
    const auto files = samrum_user_guide();
    const auto page = std::ranges::find(files, std::string_view("logga-in.md"), &base::EmbeddedFile::path);
    ASSERT_NE(page, files.end());
    const auto from = page->bytes.find("väljer du **") + std::string_view("väljer du **").size();
    const std::string_view named = page->bytes.substr(from, page->bytes.find("**", from) - from);
    EXPECT_TRUE(label.starts_with(named)) << named;
}

// Whoever stands on a page that the navigation leads to can unfold what one does there, in both languages.
TEST(Help, EveryEntryOfTheNavigationHasOne) {
    const auto catalogues = text::Catalogues::load(text::embedded_messages());
    for (const auto& slice : modules())
        for (const auto& entry : slice.navigation)
            for (const char* language : {"sv", "en"}) {
                const auto& words = catalogues->words(language);
                const std::string key = std::string(entry.label) + ".help";
                EXPECT_TRUE(words.has(key)) << key << " in " << language;
                if (words.has(key)) {
                    EXPECT_GE(words(key).size(), 60U) << key << " in " << language;
                }
            }
}

// The start page's card of an entry tells what it leads to.
TEST(Home, EveryEntryOfTheNavigationSaysWhatItIs) {
    const auto catalogues = text::Catalogues::load(text::embedded_messages());
    for (const auto& slice : modules())
        for (const auto& entry : slice.navigation)
            for (const char* language : {"sv", "en"})
                EXPECT_TRUE(catalogues->words(language).has(std::string(entry.label) + ".about"))
                    << entry.label << " in " << language;
}

// A help stands on a page that is there, and tells something.
TEST(Help, EveryOneOfASliceHasItsPageAndWords) {
    const auto catalogues = text::Catalogues::load(text::embedded_messages());
    std::size_t count = 0;
    for (const auto& slice : modules())
        for (const auto& one : slice.helps) {
            ++count;
            EXPECT_TRUE(std::ranges::any_of(slice.routes, [&](const module::Route& route) {
                return route.method == web::Method::get && route.pattern == one.pattern;
            })) << one.pattern;
            for (const char* language : {"sv", "en"}) {
                const auto& words = catalogues->words(language);
                ASSERT_TRUE(words.has(one.text)) << one.text << " in " << language;
                EXPECT_GE(words(one.text).size(), 60U) << one.text << " in " << language;
            }
        }
    EXPECT_GT(count, 0U);
}

}  // namespace
}  // namespace samrum::app
