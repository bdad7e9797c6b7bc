#include "foundation/web/table.hpp"

#include "foundation/base/number.hpp"
#include "foundation/web/components_parts.hpp"

#include <algorithm>

namespace samrum::web {

ListView list_view(const Fields& query, std::span<const Column> columns, const ListView& otherwise) {
    ListView view = otherwise;
    const std::string_view sort = query.get("sort");
    const bool descending = sort.starts_with('-');
    const std::string_view key = sort.substr(descending ? 1 : 0);
    if (!key.empty() && std::ranges::find(columns, key, &Column::key) != columns.end()) {
        view.sort = key;
        view.descending = descending;
    }
    const auto page = base::whole_number(query.get("page"));
    if (page && *page >= 1 && *page <= 1'000'000) view.page = static_cast<int>(*page);
    return view;
}

namespace {

/// The page's address with one field of the query changed, and back on the first page unless that is what changed.
std::string address(const Table& table, std::string_view field, const std::string& value) {
    Fields query;
    for (const auto& [name, old] : table.query.all())
        if (name != field && name != "page") query.add(name, old);
    query.add(std::string(field), value);
    return table.path + "?" + query.encoded();
}

void header_cell(Html& h, const Table& table, const Column& column) {
    const bool sortable = table.view && !column.key.empty();
    const bool sorted = sortable && table.view->sort == column.key;
    const bool descending = sorted && table.view->descending;
    Attribute order = attr::set<"aria-sort">(descending ? "descending" : "ascending");
    order.present = sorted;
    h(tag::th, attr::set<"scope">("col"), unless_empty(attr::cls(column.numeric ? "s-numeric" : "")), order, [&] {
        if (column.hide_label) return visually_hidden(h, column.label);
        if (!sortable) return h.text(column.label);
        // A second click turns the order round.
        const std::string next = sorted && !descending ? "-" + column.key : column.key;
        h(tag::a, attr::cls("s-sort"), attr::href(address(table, "sort", next)), column.label);
    });
}

void header(Html& h, const Table& table) {
    h(tag::thead, [&] {
        h(tag::tr, [&] {
            for (const Column& column : table.columns) header_cell(h, table, column);
        });
    });
}

void page_link(Html& h, const Table& table, int page, std::string_view label, std::string_view rel) {
    h(tag::a, attr::cls("ds-button"), attr::set<"data-variant">("tertiary"), attr::set<"rel">(rel),
      attr::href(address(table, "page", std::to_string(page))), label);
}

/// "Visar 51–100 av 1 400" and links to the pages beside; nothing where everything is on one page.
void paging(Html& h, const Words& words, const Table& table) {
    const ListView& view = *table.view;
    const std::int64_t pages = (table.total + view.page_size - 1) / view.page_size;
    const std::int64_t first = std::min(view.offset() + 1, table.total);
    const std::int64_t last = std::min(view.offset() + view.page_size, table.total);
    h(tag::nav, attr::cls("s-paging"), attr::set<"aria-label">(words("web.paging.label")), [&] {
        h(tag::p, [&] {
            pages <= 1 ? h.text(words("web.paging.count", {{"total", table.total}}))
                       : h.text(words("web.paging.range", {{"first", first}, {"last", last}, {"total", table.total}}));
        });
        if (view.page > 1 && pages > 1)
            page_link(h, table, static_cast<int>(std::min<std::int64_t>(view.page - 1, pages)),
                      words("web.paging.previous"), "prev");
        if (view.page < pages) page_link(h, table, view.page + 1, words("web.paging.next"), "next");
    });
}

}  // namespace

void Rows::row(const std::vector<Content>& cells, bool current) {
    write(cells, "", current);
}
void Rows::sum(const std::vector<Content>& cells) {
    write(cells, "s-sum", false);
}

void Rows::write(const std::vector<Content>& cells, std::string_view class_name, bool current) {
    base::ensure(cells.size() == table_.columns.size(), "a table row has one cell a column");
    ++count_;
    Attribute now = attr::set<"aria-current">("true");
    now.present = current;
    h_(tag::tr, unless_empty(attr::cls(class_name)), now, [&] {
        auto column = table_.columns.begin();
        for (const Content& cell : cells) {
            const auto inside = [&] { cell.write(h_); };
            const Attribute label = attr::set<"data-label">(column->hide_label ? "" : column->label);
            const Attribute cls = unless_empty(attr::cls(column->numeric ? "s-numeric" : ""));
            if (column == table_.columns.begin()) {
                h_(tag::th, attr::set<"scope">("row"), cls, inside);
            } else {
                // On a phone the label and the cell's content stand beside each other, so the content is one thing.
                h_(tag::td, unless_empty(label), cls, [&] { h_(tag::div, inside); });
            }
            ++column;
        }
    });
}

void table(Html& h, const Words& words, const Table& table, const std::function<void(Rows&)>& rows) {
    const std::size_t before = h.sink().size();
    Rows taken(h, table);
    h(tag::div, attr::cls("s-table"), [&] {
        h(tag::table, attr::cls("ds-table"), [&] {
            h(tag::caption, attr::cls(table.hide_caption ? "ds-sr-only" : "s-caption"), table.caption);
            header(h, table);
            h(tag::tbody, [&] { rows(taken); });
        });
        if (table.view) paging(h, words, table);
        if (!table.export_href.empty())
            h(tag::p, attr::cls("s-export"), [&] { link(h, table.export_href, words("web.table.export")); });
    });
    if (taken.count() > 0) return;
    // A table without rows says nothing: what was written is taken back.
    h.sink().resize(before);
    if (table.empty.empty()) {
        paragraph(h, words("web.table.empty"));
    } else {
        table.empty.write(h);
    }
}

}  // namespace samrum::web
