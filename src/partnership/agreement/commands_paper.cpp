#include "partnership/agreement/commands_paper.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ostream>

namespace samrum::partnership::agreement {
namespace {

constexpr std::size_t kColumns = 100;
constexpr std::size_t kNarrowest = 30;

std::string spaces(std::size_t count) {
    return fmt::format("{:{}}", "", count);
}

std::string repeated(const char* sign, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += sign;
    return out;
}

/// Folds at spaces to lines of at most `columns` characters.
std::vector<std::string> folded_lines(const std::string& text, std::size_t columns) {
    std::vector<std::string> lines(1);
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const std::string word = text.substr(at, end - at);
        std::string& line = lines.back();
        if (line.empty())
            line = word;
        else if (width_of(line) + 1 + width_of(word) <= columns)
            line += ' ' + word;
        else
            lines.push_back(word);
        if (end < text.size() && text[end] == '\n') lines.emplace_back();
        at = end + 1;
    }
    return lines;
}

}  // namespace

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void Paper::title(const std::string& text) {
    out_ << text << '\n' << repeated("═", width_of(text)) << '\n';
}

void Paper::heading(const std::string& text) {
    out_ << '\n' << text << '\n' << repeated("─", width_of(text)) << '\n';
}

void Paper::line() {
    out_ << '\n';
}

void Paper::text(int indent, const std::string& text) {
    table(indent, {{text}});
}

void Paper::table(int indent, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows)
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            if (widths.size() <= i) widths.push_back(0);
            widths[i] = std::max(widths[i], width_of(row[i]));
        }
    for (const auto& row : rows) {
        std::string head = spaces(static_cast<std::size_t>(indent));
        for (std::size_t i = 0; i + 1 < row.size(); ++i) head += row[i] + spaces(widths[i] - width_of(row[i]) + 2);
        const std::size_t left = width_of(head);
        const auto lines =
            folded_lines(row.empty() ? "" : row.back(), std::max(kNarrowest, kColumns - std::min(left, kColumns)));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::string line = (i == 0 ? head : spaces(left)) + lines[i];
            line.erase(line.find_last_not_of(' ') + 1);
            out_ << line << '\n';
        }
    }
}

}  // namespace samrum::partnership::agreement
