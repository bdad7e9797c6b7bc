#pragma once
// Tables that sort and page by links, and become cards on a phone: each cell carries the label of its column.
#include "foundation/web/components.hpp"
#include "foundation/web/http.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::web {

struct Column {
    std::string label = {};
    std::string key = {};     ///< what `?sort=` says; empty: cannot be sorted
    bool numeric = false;     ///< aligned at the end
    bool hide_label = false;  ///< for screen readers and cards only: a column of buttons
};

/// Which rows a list page shows, as its query says: `?sort=-date&page=2`.
struct ListView {
    std::string sort = {};  ///< key of a column
    bool descending = false;
    int page = 1;  ///< from 1
    int page_size = 50;
    std::int64_t offset() const { return std::int64_t{page - 1} * page_size; }
};
/// Reads `sort` and `page` from the query; what is not among the keys falls back to `otherwise`.
ListView list_view(const Fields& query, std::span<const Column> columns, const ListView& otherwise = {});

struct Table {
    std::string caption = {};
    bool hide_caption = false;         ///< when a heading just above says the same
    std::vector<Column> columns = {};  ///< the first one is the row's header
    /// With a view, columns that have a key get sort links and there is a paging navigation.
    std::optional<ListView> view = {};
    std::int64_t total = 0;        ///< rows in all, for paging
    std::string path = {};         ///< of the page, for the links
    Fields query = {};             ///< of the page: the links keep what it filters by
    std::string export_href = {};  ///< the same rows as a CSV file; empty: no link
    Content empty = {};            ///< instead of the table when there is no row
};

/// Takes the rows of a table.
class Rows {
  public:
    Rows(Html& h, const Table& table) : h_(h), table_(table) {}
    /// One cell a column, in order. `current` marks the row that the page is about.
    void row(const std::vector<Content>& cells, bool current = false);
    /// A row of sums: the last ones of the table.
    void sum(const std::vector<Content>& cells);
    std::int64_t count() const { return count_; }

  private:
    void write(const std::vector<Content>& cells, std::string_view class_name, bool current);
    Html& h_;
    const Table& table_;
    std::int64_t count_ = 0;
};

/// `web::table(h, words, {.caption = "…", .columns = {…}}, [&](web::Rows& rows) { rows.row({a.name, [&] { … }}); });`
void table(Html& h, const Words& words, const Table& table, const std::function<void(Rows&)>& rows);

}  // namespace samrum::web
