#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace samrum::base {

/// An argument of a message: text, or a number that the language formats.
using MessageValue = std::variant<std::string, std::int64_t>;
using MessageArgs = std::vector<std::pair<std::string, MessageValue>>;

/// Words to be said in the reader's language: a key of the message catalogues and what it needs.
struct Message {
    std::string key;
    MessageArgs args;
    bool operator==(const Message&) const = default;
};

/// Something in the input that a person can mend. All of them are returned at once.
struct Problem {
    std::string field;  ///< the form field or file path it belongs to ("parties[2].name"); empty for the whole
    Message message;
    std::optional<int> line;  ///< the line in a file, from 1
    bool operator==(const Problem&) const = default;
};
using Problems = std::vector<Problem>;

inline Problem problem(std::string field, std::string key, MessageArgs args = {}) {
    return {std::move(field), {std::move(key), std::move(args)}, std::nullopt};
}

}  // namespace samrum::base
