#include "partnership/drafting/files_merge.hpp"

#include "partnership/drafting/files_draft.hpp"
#include "partnership/drafting/rules_merge.hpp"

#include <algorithm>
#include <set>

namespace samrum::partnership::drafting {
namespace {

using agreement::Node;

/// One field in the three drafts; null where a draft has none.
struct Three {
    const Node* base = nullptr;
    const Node* theirs = nullptr;
    const Node* mine = nullptr;
};

const Node::Table* table_in(const Node* node) {
    return node ? std::get_if<Node::Table>(&node->value) : nullptr;
}
const Node::Array* list_in(const Node* node) {
    return node ? std::get_if<Node::Array>(&node->value) : nullptr;
}
const std::string* text_in(const Node* node) {
    return node ? std::get_if<std::string>(&node->value) : nullptr;
}

/// A value as a person reads it.
std::string value_said(const Node* node) {
    if (!node) return "";
    if (const auto* text = text_in(node)) return *text;
    if (const auto* flag = std::get_if<bool>(&node->value)) return *flag ? "true" : "false";
    if (const auto* number = std::get_if<std::int64_t>(&node->value)) return std::to_string(*number);
    if (const auto* day = std::get_if<agreement::DayText>(&node->value)) return day->iso;
    std::string out;
    if (const auto* table = table_in(node))
        for (const Node::Entry& entry : *table)
            out.append(out.empty() ? "" : ", ").append(entry.key).append(" = ").append(value_said(&entry.node));
    if (const auto* items = list_in(node))
        for (const Node& item : *items)
            out.append(out.empty() ? "" : table_in(&item) ? "\n" : ", ").append(value_said(&item));
    return out;
}
bool same(const Node* a, const Node* b) {
    if (!a || !b || a->value.index() != b->value.index()) return a == b;
    if (const auto* table = table_in(a))
        return table->size() == table_in(b)->size() && std::ranges::all_of(*table, [&](const Node::Entry& entry) {
                   return same(&entry.node, b->find(entry.key));
               });
    if (const auto* items = list_in(a))
        return std::ranges::equal(*items, *list_in(b),
                                  [](const Node& one, const Node& other) { return same(&one, &other); });
    return value_said(a) == value_said(b);
}

const std::string* name_in(const Node& item, const char* by) {
    return text_in(item.find(by));
}
bool is_told_apart(const Node::Array& items, const char* by) {
    std::set<std::string_view> names;
    return std::ranges::all_of(items, [&](const Node& item) {
        const std::string* name = name_in(item, by);
        return name && names.insert(*name).second;
    });
}
/// The field that tells the items of all three lists apart; null: nothing does, and a list is one value.
const char* told_apart_by(const Node::Array& base, const Node::Array& theirs, const Node::Array& mine) {
    for (const char* by : {"key", "organisation", "function", "case"})
        if (is_told_apart(base, by) && is_told_apart(theirs, by) && is_told_apart(mine, by)) return by;
    return nullptr;
}
const Node* item_in(const Node::Array& items, const char* by, const std::string& wanted) {
    for (const Node& item : items)
        if (*name_in(item, by) == wanted) return &item;
    return nullptr;
}

/// Mine, where what both added under one key has different titles: then mine gets a key of its own.
Node::Array with_own_keys(const Node::Array& base, const Node::Array& theirs, Node::Array mine) {
    const auto taken = [&](const std::string& key) {
        return item_in(base, "key", key) || item_in(theirs, "key", key) || item_in(mine, "key", key);
    };
    for (Node& item : mine) {
        const std::string key = *name_in(item, "key");
        const Node* other = item_in(base, "key", key) ? nullptr : item_in(theirs, "key", key);
        if (!other || same(other->find("title"), item.find("title"))) continue;
        int number = 2;
        while (taken(key + "-" + std::to_string(number))) ++number;
        for (Node::Entry& entry : std::get<Node::Table>(item.value))
            if (entry.key == "key") entry.node.value = key + "-" + std::to_string(number);
    }
    return mine;
}

class Merger {
  public:
    explicit Merger(Prefer where_both) : where_both_(where_both) {}

    std::optional<Node> merge_field(const std::string& path, const Three& of) {
        if (same(of.theirs, of.mine) || same(of.base, of.theirs)) return copied(of.mine);
        if (same(of.base, of.mine)) return copied(of.theirs);
        if (table_in(of.theirs) && table_in(of.mine)) return merge_tables(path, of);
        if (list_in(of.theirs) && list_in(of.mine))
            if (auto merged = merge_lists(path, of)) return merged;
        if (auto merged = merge_section(path, of)) return merged;
        clashes_.push_back({path, value_said(of.base), value_said(of.theirs), value_said(of.mine)});
        const Node* chosen = where_both_ == Prefer::mine ? of.mine : of.theirs;
        const Node* other = where_both_ == Prefer::mine ? of.theirs : of.mine;
        return copied(chosen ? chosen : other);
    }
    std::vector<FieldClash> clashes() && { return std::move(clashes_); }

  private:
    static std::optional<Node> copied(const Node* node) { return node ? std::optional(*node) : std::nullopt; }

    Node merge_tables(const std::string& path, const Three& of) {
        Node merged{Node::Table{}, 0};
        const auto take = [&](const std::string& key) {
            const std::string below = path.empty() ? key : path + "." + key;
            const Three field{of.base ? of.base->find(key) : nullptr, of.theirs->find(key), of.mine->find(key)};
            if (auto value = merge_field(below, field)) merged.put(key, std::move(*value));
        };
        for (const Node::Entry& entry : *table_in(of.theirs)) take(entry.key);
        for (const Node::Entry& entry : *table_in(of.mine))
            if (!of.theirs->find(entry.key)) take(entry.key);
        return merged;
    }

    /// Nothing when the items cannot be told apart.
    std::optional<Node> merge_lists(const std::string& path, const Three& of) {
        static const Node::Array kEmpty;
        const Node::Array& base = list_in(of.base) ? *list_in(of.base) : kEmpty;
        const Node::Array& theirs = *list_in(of.theirs);
        const char* by = told_apart_by(base, theirs, *list_in(of.mine));
        if (!by) return std::nullopt;
        const Node::Array mine =
            std::string_view(by) == "key" ? with_own_keys(base, theirs, *list_in(of.mine)) : *list_in(of.mine);
        Node::Array merged;
        const auto take = [&](const Node& item) {
            const std::string& name = *name_in(item, by);
            const Three one{item_in(base, by, name), item_in(theirs, by, name), item_in(mine, by, name)};
            if (auto kept = merge_field(std::string(path).append("[").append(name).append("]"), one))
                merged.push_back(std::move(*kept));
        };
        for (const Node& item : theirs) take(item);
        for (const Node& item : mine)
            if (!item_in(theirs, by, *name_in(item, by))) take(item);
        return Node{std::move(merged), 0};
    }

    static std::optional<Node> merge_section(const std::string& path, const Three& of) {
        if (!path.starts_with("text.") || !text_in(of.base) || !text_in(of.theirs) || !text_in(of.mine))
            return std::nullopt;
        Merge merged = merge(*text_in(of.base), *text_in(of.theirs), *text_in(of.mine));
        return merged.clean() ? std::optional(Node{std::move(merged.text), 0}) : std::nullopt;
    }

    Prefer where_both_;
    std::vector<FieldClash> clashes_;
};

}  // namespace

std::optional<FieldMerge> merge_fields(const Agreement& base, const Agreement& theirs, const Agreement& mine,
                                       Prefer where_both) {
    const Node before = tree_of(base);
    const Node one = tree_of(theirs);
    const Node other = tree_of(mine);
    Merger merger(where_both);
    const auto merged = merger.merge_field("", {&before, &one, &other});
    auto draft = draft_of(*merged);
    if (!draft) return std::nullopt;
    return FieldMerge{std::move(draft).value(), std::move(merger).clashes()};
}

}  // namespace samrum::partnership::drafting
