#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// How two texts differ, in lines and then in words.
namespace samrum::partnership::drafting {

enum class Change { same, removed, added };
/// A stretch of text that both have, or only the one before, or only the one after.
struct Piece {
    Change change = Change::same;
    std::string text;
    bool operator==(const Piece&) const = default;
};

/// The lines of a text, each with its line break where it has one.
std::vector<std::string_view> lines_of(std::string_view text);
/// Its words and what stands between them, each by itself; joined they are the text.
std::vector<std::string_view> words_of_text(std::string_view text);

/// Which tokens two lists have in common, in order: a longest common subsequence, as pairs of places. Lists that are
/// too large to compare have only their common beginning and end.
using Matches = std::vector<std::pair<std::size_t, std::size_t>>;
Matches matches(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after);

/// The difference word by word. The pieces that are not `added` make the text before, those that are not `removed` the
/// one after; neighbours of one kind are joined.
std::vector<Piece> difference(std::string_view before, std::string_view after);

}  // namespace samrum::partnership::drafting
