#pragma once
#include "foundation/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace samrum::partnership::agreement {

/// A calendar day as a file wrote it; whether it exists is judged where it is read.
struct DayText {
    std::string iso;
};
/// A kind of value that agreement files have no use for: a clock time, a fraction.
struct OtherValue {
    std::string text;
};

/// A file's content as plain values with their lines, so that the TOML library stays in one unit.
struct Node {
    struct Entry;
    using Table = std::vector<Entry>;
    using Array = std::vector<Node>;
    std::variant<OtherValue, bool, std::int64_t, std::string, DayText, Array, Table> value;
    int line = 0;  ///< from 1; 0 when it came from no file

    const Node* find(std::string_view key) const;  ///< of a table; null when it has none or is none
    void put(std::string key, Node node);          ///< into a table
};
struct Node::Entry {
    std::string key;
    Node node;
};

inline constexpr std::size_t kLargestAgreementFile = 256 * 1024;

/// Reads TOML 1.0. Problems: `partnership.file.too_large` (over 256 KiB), `.not_utf8`, `.too_deep`, `.syntax` with its
/// line.
base::Result<Node> parse_toml(std::string_view bytes);

/// Writes a table as TOML, in the order of its entries: values first, then tables, then lists of tables.
std::string print_toml(const Node& table);

}  // namespace samrum::partnership::agreement
