#pragma once
#include "foundation/base/result.hpp"
#include "foundation/optimise/match.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Others' assignment problems as plain text (docs/match-file.md): `rows columns`, then a line `row column cost` for
/// each possible pair, numbered from 0, costs whole.
namespace samrum::friends::matching {

inline constexpr std::size_t kLongestPlainFile = 1024 * 1024 * 1024;
inline constexpr std::int64_t kMostPlainRows = 5'000'000;             ///< and columns
inline constexpr std::int64_t kHighestPlainCost = 1'000'000'000'000;  ///< and the lowest, with a minus
inline constexpr std::size_t kMostProblemsTold = 1'000;

/// Does the first line with anything in it hold two whole numbers?
bool is_plain_file(std::string_view text);

/// Reads a plain file; every malformed line is a problem with its number (the first thousand, then how many more):
/// `friends.matching.plain.…`.
base::Result<optimise::match::WideGraph> read_plain_file(std::string_view text);

/// What was found, as a JSON object text: `pairs`, `cost`, `certificate`.
std::string plain_answer_json(const optimise::match::WideGraph& graph, optimise::match::Rule rule,
                              const optimise::match::Answer& answer);

/// An answer to a plain file, as `plain_answer_json` writes it; `certificate` may be missing.
struct PlainAnswer {
    std::vector<int> column_of;
    std::optional<std::int64_t> cost;
    std::optional<optimise::match::Certificate> certificate;
};
base::Result<PlainAnswer> read_plain_answer(std::string_view text, const optimise::match::WideGraph& graph);

}  // namespace samrum::friends::matching
