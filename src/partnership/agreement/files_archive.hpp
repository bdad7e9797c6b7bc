#pragma once
#include "partnership/agreement/files_tree.hpp"
#include "partnership/agreement/model.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

/// One description of the file format (files_describe.hpp), walked by three archives: TableReader fills the model and
/// gathers problems, TableWriter makes the file again, FieldLister names every field for the documentation's test.
namespace samrum::partnership::agreement {

/// Field path ("commitments[2].target") → line.
using Lines = std::map<std::string, int, std::less<>>;

/// The last day of an agreement: a day, "open" or "unknown".
struct LastDay {
    std::optional<base::Date> day;
    bool open = false;
};

template <class T>
concept Described = std::is_class_v<T> && !std::is_same_v<T, std::string>;

/// What a whole file's reading gathers.
struct Gathered {
    base::ProblemList problems;
    Lines lines;
    void add(const std::string& path, int line, std::string key, base::MessageArgs args = {});
};

/// Reads one table of a file; every key that nobody asked for is a problem.
class TableReader {
  public:
    static constexpr bool reads = true;
    TableReader(const Node& table, std::string path, Gathered& gathered);

    template <class T>
    void required(std::string_view name, T& value) {
        if (const Node* node = find(name))
            read(*node, child(name), value);
        else
            missing(name);
    }
    template <class T>
    void optional(std::string_view name, T& value) {
        if (const Node* node = find(name)) read(*node, child(name), value);
    }
    /// Takes a value that judges itself, its problems under this table.
    template <class T>
    void take(base::Result<T> result, T& value) {
        if (result)
            value = std::move(result).value();
        else
            judge(result.problems());
    }
    /// The same for one field whose text was read before.
    template <class T>
    void take_field(std::string_view name, const base::Result<T>& result, std::optional<T>& value) {
        if (result)
            value = *result;
        else
            for (auto one : result.problems()) one.field = name, judge({one});
    }
    void problem(std::string key, base::MessageArgs args = {}) {
        gathered_.add(path_, table_.line, std::move(key), std::move(args));
    }
    /// Tells every key that is left, with the known one that it may have meant.
    void finish();

  private:
    const Node* find(std::string_view name);
    std::string child(std::string_view name) const;
    void missing(std::string_view name);
    void judge(const base::Problems& problems);

    void read(const Node& node, const std::string& path, std::string& value);
    void read(const Node& node, const std::string& path, bool& value);
    void read(const Node& node, const std::string& path, int& value);
    void read(const Node& node, const std::string& path, std::int64_t& value);
    void read(const Node& node, const std::string& path, base::Date& value);
    void read(const Node& node, const std::string& path, base::Money& value);
    void read(const Node& node, const std::string& path, MonthDay& value);
    void read(const Node& node, const std::string& path, Sum& value);
    void read(const Node& node, const std::string& path, LastDay& value);
    void read(const Node& node, const std::string& path, std::map<std::string, std::string>& value);
    void read(const Node& node, const std::string& path, std::map<Section, std::string>& value);
    const Node::Array* items_of(const Node& node, const std::string& path);
    bool is_unknown(const Node& node) const;
    void wrong(const Node& node, const std::string& path, const char* wanted);
    void unknown_word(const Node& node, const std::string& path, std::string_view word, std::string choices);

    template <class E>
        requires std::is_enum_v<E>
    void read(const Node& node, const std::string& path, E& value) {
        const auto* word = std::get_if<std::string>(&node.value);
        if (!word) return wrong(node, path, "text");
        if (const auto found = value_of<E>(*word)) {
            value = *found;
            return;
        }
        std::string choices;
        for (const auto& one : words_of(E{})) choices += (choices.empty() ? "" : ", ") + std::string(one.word);
        unknown_word(node, path, *word, choices);
    }
    template <class T>
    void read(const Node& node, const std::string& path, std::optional<T>& value) {
        if constexpr (std::is_same_v<T, base::Date> || std::is_same_v<T, base::Money>)
            if (is_unknown(node)) return;
        const std::size_t before = gathered_.problems.all().size();
        read(node, path, value.emplace());
        // A day that cannot be read is none, else the rules would judge 1970.
        if (std::is_same_v<T, base::Date> && gathered_.problems.all().size() > before) value.reset();
    }
    template <class T>
    void read(const Node& node, const std::string& path, std::vector<T>& value) {
        const Node::Array* items = items_of(node, path);
        if (!items) return;
        for (std::size_t at = 0; at < items->size(); ++at)
            read((*items)[at], path + "[" + std::to_string(at + 1) + "]", value.emplace_back());
    }
    template <Described T>
    void read(const Node& node, const std::string& path, T& value) {
        if (!std::holds_alternative<Node::Table>(node.value)) return wrong(node, path, "table");
        TableReader inner(node, path, gathered_);
        describe(inner, value);
        inner.finish();
    }

    const Node& table_;
    std::string path_;
    Gathered& gathered_;
    std::vector<std::string_view> known_;
};

/// Writes the fields that hold something.
class TableWriter {
  public:
    static constexpr bool reads = false;
    TableWriter() { table_.value = Node::Table{}; }
    template <class T>
    void required(std::string_view name, const T& value) {
        put(name, value);
    }
    template <class T>
    void optional(std::string_view name, const T& value) {
        if (!is_empty(value)) put(name, value);
    }
    template <class T>
    void take(const base::Result<T>&, T&) {}
    template <class T>
    void take_field(std::string_view, const base::Result<T>&, std::optional<T>&) {}
    void problem(std::string_view, const base::MessageArgs& = {}) {}
    Node table() && { return std::move(table_); }

  private:
    template <class T>
    static bool is_empty(const T& value) {
        if constexpr (requires { value.empty(); })
            return value.empty();
        else if constexpr (requires { value.has_value(); })
            return !value.has_value();
        else
            return false;
    }
    template <class T>
    void put(std::string_view name, const T& value) {
        table_.put(std::string(name), node_of(value));
    }
    static Node node_of(const std::string& value);
    static Node node_of(bool value);
    static Node node_of(int value) { return node_of(std::int64_t{value}); }
    static Node node_of(std::int64_t value);
    static Node node_of(const base::Date& value);
    static Node node_of(const base::Money& value);
    static Node node_of(const MonthDay& value);
    static Node node_of(const Sum& value);
    static Node node_of(const LastDay& value);
    static Node node_of(const std::map<std::string, std::string>& value);
    static Node node_of(const std::map<Section, std::string>& value);
    template <class E>
        requires std::is_enum_v<E>
    static Node node_of(const E& value) {
        return node_of(std::string(word_of(value)));
    }
    template <class T>
    static Node node_of(const std::optional<T>& value) {
        return value ? node_of(*value) : node_of(std::string("unknown"));
    }
    template <class T>
    static Node node_of(const std::vector<T>& values) {
        Node::Array items;
        for (const T& one : values) items.push_back(node_of(one));
        return Node{std::move(items), 0};
    }
    template <Described T>
    static Node node_of(const T& value) {
        TableWriter inner;
        T copy = value;  // the description serves reading too, so it takes a value it may change
        describe(inner, copy);
        return std::move(inner).table();
    }

    Node table_;
};

/// Gathers the name of every field, with its place: "commitments[].target.quantity".
class FieldLister {
  public:
    static constexpr bool reads = false;
    explicit FieldLister(std::string path, std::vector<std::string>& names) : path_(std::move(path)), names_(names) {}
    template <class T>
    void required(std::string_view name, T& value) {
        const std::string full = path_.empty() ? std::string(name) : path_ + "." + std::string(name);
        names_.push_back(full);
        list(full, value);
    }
    template <class T>
    void optional(std::string_view name, T& value) {
        required(name, value);
    }
    template <class T>
    void take(const base::Result<T>&, T&) {}
    template <class T>
    void take_field(std::string_view, const base::Result<T>&, std::optional<T>&) {}
    void problem(std::string_view, const base::MessageArgs& = {}) {}

  private:
    template <class T>
    void list(const std::string& full, std::optional<T>&) {
        T one{};
        list(full, one);
    }
    template <class T>
    void list(const std::string& full, std::vector<T>&) {
        T one{};
        list(full + "[]", one);
    }
    template <class T>
    void list(const std::string& full, T& value) {
        if constexpr (requires(FieldLister& inner) { describe(inner, value); }) {
            FieldLister inner(full, names_);
            describe(inner, value);
        }
    }

    std::string path_;
    std::vector<std::string>& names_;
};

}  // namespace samrum::partnership::agreement
