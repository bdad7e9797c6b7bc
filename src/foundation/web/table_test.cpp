#include "foundation/web/table.hpp"

#include "foundation/base/embedded.hpp"

#include <gtest/gtest.h>
#include <span>

std::span<const samrum::base::EmbeddedFile> samrum_messages();  // made by samrum_embed

namespace samrum::web {
namespace {

const Words& swedish() {
    static const auto catalogues = text::Catalogues::load(samrum_messages());
    return catalogues->words("sv");
}

const std::vector<Column> kColumns{{.label = "Datum", .key = "date"},
                                   {.label = "Besök", .key = "visits", .numeric = true},
                                   {.label = "Ändra", .hide_label = true}};

std::string written(const Table& all, const std::function<void(Rows&)>& rows) {
    std::string sink;
    Html h(sink);
    table(h, swedish(), all, rows);
    return sink;
}

bool holds(const std::string& html, std::string_view part) {
    return html.find(part) != std::string::npos;
}

Fields query(std::string_view encoded) {
    return Fields::parse(encoded).value();
}

TEST(Table, ReadsItsViewFromTheQuery) {
    const ListView newest{.sort = "date", .descending = true};
    EXPECT_EQ(list_view(query("sort=visits&page=3"), kColumns, newest).sort, "visits");
    EXPECT_FALSE(list_view(query("sort=visits"), kColumns, newest).descending);
    EXPECT_TRUE(list_view(query("sort=-visits"), kColumns, newest).descending);
    EXPECT_EQ(list_view(query("page=3"), kColumns, newest).offset(), 100);
    for (const char* wrong : {"sort=password&page=0", "sort=&page=-1", "page=2x", "page=99999999999"}) {
        const ListView view = list_view(query(wrong), kColumns, newest);
        EXPECT_EQ(view.sort, "date") << wrong;
        EXPECT_EQ(view.page, 1) << wrong;
    }
}

TEST(Table, CellsCarryTheirLabelsAndTheFirstIsTheHeader) {
    const std::string html = written({.caption = "Tillfällen", .columns = kColumns}, [](Rows& rows) {
        rows.row({"<30 januari>", "7", "x"});
    });
    EXPECT_TRUE(holds(html, R"(<th scope="row">&lt;30 januari&gt;</th>)"));
    EXPECT_TRUE(holds(html, R"(<td data-label="Besök" class="s-numeric"><div>7</div></td>)"));
    EXPECT_TRUE(holds(html, "<td><div>x</div></td>"));
    EXPECT_FALSE(holds(html, "s-sort"));
}

TEST(Table, SortLinksKeepTheFilterAndTurnTheOrder) {
    Table all{.caption = "Tillfällen",
              .columns = kColumns,
              .view = ListView{.sort = "date"},
              .total = 1,
              .path = "/im/activity",
              .query = query("kind=advice&page=4&sort=date")};
    const std::string html = written(all, [](Rows& rows) { rows.row({"a", "b", "c"}); });
    EXPECT_TRUE(holds(html, R"(aria-sort="ascending")"));
    EXPECT_TRUE(holds(html, R"(href="/im/activity?kind=advice&amp;sort=-date")"));
    EXPECT_TRUE(holds(html, R"(href="/im/activity?kind=advice&amp;sort=visits")"));
    EXPECT_TRUE(holds(html, "1 rad"));
    EXPECT_FALSE(holds(html, "rel=\"next\""));
}

TEST(Table, PagesAreLinkedBothWays) {
    Table all{.caption = "Tillfällen",
              .columns = kColumns,
              .view = ListView{.page = 2, .page_size = 10},
              .total = 25,
              .path = "/im/activity"};
    const std::string html = written(all, [](Rows& rows) { rows.row({"a", "b", "c"}); });
    EXPECT_TRUE(holds(html, "Visar 11–20 av 25"));
    EXPECT_TRUE(holds(html, R"(rel="prev" href="/im/activity?page=1")"));
    EXPECT_TRUE(holds(html, R"(rel="next" href="/im/activity?page=3")"));
}

TEST(Table, WithoutRowsThereIsNoTable) {
    EXPECT_FALSE(holds(written({.caption = "c", .columns = kColumns, .empty = "Inget än"}, [](Rows&) {}), "<table"));
    EXPECT_EQ(written({.caption = "c", .columns = kColumns, .empty = "Inget än"}, [](Rows&) {}), "Inget än");
}

TEST(Table, ARowWithAnotherNumberOfCellsIsABug) {
    EXPECT_ANY_THROW(written({.caption = "c", .columns = kColumns}, [](Rows& rows) { rows.row({"a"}); }));
}

}  // namespace
}  // namespace samrum::web
