#include "app/guide.hpp"

#include <optional>

namespace samrum::app {
namespace {

/// `[words](other.md#part)` becomes `[words](/guide/other#part)`.
std::string with_own_links(std::string_view line) {
    std::string out;
    for (;;) {
        const auto open = line.find("](");
        const auto close = open == std::string_view::npos ? open : line.find(')', open);
        if (close == std::string_view::npos) return out + std::string(line);
        const std::string_view target = line.substr(open + 2, close - open - 2);
        const auto end = target.find(".md");
        const bool own = end != std::string_view::npos && target.find("://") == std::string_view::npos &&
                         target.find('/') == std::string_view::npos;
        out += line.substr(0, open + 2);
        if (own) {
            const std::string_view name = target.substr(0, end);
            out += name == "index" ? "/guide" : "/guide/" + std::string(name);
            out += target.substr(end + 3);
        } else {
            out += target;
        }
        line.remove_prefix(close);
    }
}

std::optional<GuideBlock> picture_of(std::string_view line) {
    const auto middle = line.find("](");
    if (!line.starts_with("![") || middle == std::string_view::npos || !line.ends_with(')')) return std::nullopt;
    return GuideBlock{std::string(line.substr(2, middle - 2)),
                      std::string(line.substr(middle + 2, line.size() - middle - 3))};
}

}  // namespace

GuidePage read_guide_page(std::string_view markdown) {
    GuidePage page;
    std::string text;
    const auto close_text = [&] {
        if (text.find_first_not_of('\n') != std::string::npos) page.blocks.push_back({text, {}});
        text.clear();
    };
    while (!markdown.empty()) {
        const auto end = markdown.find('\n');
        const std::string_view line = markdown.substr(0, end);
        markdown.remove_prefix(end == std::string_view::npos ? markdown.size() : end + 1);
        if (page.title.empty() && line.starts_with("# ")) {
            page.title = std::string(line.substr(2));
        } else if (auto picture = picture_of(line)) {
            close_text();
            page.blocks.push_back(std::move(*picture));
        } else {
            text += with_own_links(line) + "\n";
        }
    }
    close_text();
    return page;
}

}  // namespace samrum::app
