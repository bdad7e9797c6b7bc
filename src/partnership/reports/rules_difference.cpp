#include "partnership/reports/rules_difference.hpp"

#include <algorithm>
#include <cstdint>

namespace samrum::partnership::reports {
namespace {

using Lines = std::vector<std::string_view>;
constexpr std::size_t kMostLines = 2000;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

void put(std::vector<DiffLine>& out, DiffLine::Kind kind, const Lines& lines) {
    for (const std::string_view line : lines) out.push_back({kind, std::string(line)});
}

/// The middle, between what both begin and end with: by the longest common sequence.
void compare(std::vector<DiffLine>& out, const Lines& a, const Lines& b) {
    if (a.size() > kMostLines || b.size() > kMostLines) {
        put(out, DiffLine::Kind::removed, a);
        put(out, DiffLine::Kind::added, b);
        return;
    }
    // longest[i][k]: of a from i on and b from k on.
    const std::size_t width = b.size() + 1;
    std::vector<std::uint16_t> longest((a.size() + 1) * width, 0);
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t k = b.size(); k-- > 0;)
            longest[i * width + k] = a[i] == b[k] ? static_cast<std::uint16_t>(longest[(i + 1) * width + k + 1] + 1)
                                                  : std::max(longest[(i + 1) * width + k], longest[i * width + k + 1]);
    std::size_t i = 0, k = 0;
    while (i < a.size() || k < b.size()) {
        if (i < a.size() && k < b.size() && a[i] == b[k]) {
            out.push_back({DiffLine::Kind::same, std::string(a[i])});
            ++i, ++k;
        } else if (i < a.size() && (k == b.size() || longest[(i + 1) * width + k] >= longest[i * width + k + 1])) {
            out.push_back({DiffLine::Kind::removed, std::string(a[i++])});
        } else {
            out.push_back({DiffLine::Kind::added, std::string(b[k++])});
        }
    }
}

}  // namespace

std::vector<DiffLine> line_differences(std::string_view before, std::string_view after) {
    Lines a = lines_of(before), b = lines_of(after);
    std::size_t head = 0, tail = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
    while (tail + head < a.size() && tail + head < b.size() && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    const auto slice = [](const Lines& from, std::size_t first, std::size_t last) {
        return Lines(from.begin() + static_cast<std::ptrdiff_t>(first),
                     from.begin() + static_cast<std::ptrdiff_t>(last));
    };
    std::vector<DiffLine> out;
    put(out, DiffLine::Kind::same, slice(a, 0, head));
    compare(out, slice(a, head, a.size() - tail), slice(b, head, b.size() - tail));
    put(out, DiffLine::Kind::same, slice(a, a.size() - tail, a.size()));
    return out;
}

bool differs(const std::vector<DiffLine>& lines) {
    return std::any_of(lines.begin(), lines.end(),
                       [](const DiffLine& one) { return one.kind != DiffLine::Kind::same; });
}

}  // namespace samrum::partnership::reports
