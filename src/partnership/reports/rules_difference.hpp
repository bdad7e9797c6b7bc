#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::reports {

/// A line of two texts beside each other.
struct DiffLine {
    enum class Kind { same, removed, added } kind = Kind::same;
    std::string text;
    bool operator==(const DiffLine&) const = default;
};
/// The fewest lines to take away and to add that make `after` of `before`, in order; a removed line stands before the
/// one that replaces it. Beyond 2,000 lines a side, everything between the first and the last difference is replaced.
std::vector<DiffLine> line_differences(std::string_view before, std::string_view after);
bool differs(const std::vector<DiffLine>& lines);

}  // namespace samrum::partnership::reports
