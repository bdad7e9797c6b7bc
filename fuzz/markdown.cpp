// Markdown: whatever is written, out come the few tags that a text needs, with safe addresses, properly closed.
#include "foundation/text/words.hpp"
#include "fuzz.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace {

constexpr std::array<std::string_view, 14> kPairs{"p",  "h3",     "h4", "h5",  "h6",         "ul", "ol",
                                                  "li", "strong", "em", "pre", "blockquote", "a",  "code"};

bool is_one_of(std::string_view name, const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The attributes that Markdown gives a tag: where a link goes, where a list begins, what language code is in.
void hold_attributes(std::string_view tag, std::string_view attributes) {
    while (!attributes.empty()) {
        hold(attributes.starts_with(' '));
        const auto equals = attributes.find("=\"");
        hold(equals != std::string_view::npos);
        const auto end = attributes.find('"', equals + 2);
        hold(end != std::string_view::npos);
        const auto name = attributes.substr(1, equals - 1);
        const auto value = attributes.substr(equals + 2, end - equals - 2);
        hold((tag == "a" && (name == "href" || name == "title")) || (tag == "ol" && name == "start") ||
             (tag == "code" && name == "class"));
        if (name == "href") {
            const auto mark = value.find_first_of(":/?#%&");
            const bool has_scheme = mark != std::string_view::npos && value[mark] == ':';
            std::string scheme(value.substr(0, has_scheme ? mark : 0));
            std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                           [](unsigned char c) { return std::tolower(c); });
            hold(!has_scheme || scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel");
            hold(!value.starts_with("//"));
        }
        attributes.remove_prefix(end + 1);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string html = samrum::text::markdown_html(fuzz_text(data, size), 3);
    std::vector<std::string_view> open;
    const std::string_view all = html;
    for (auto at = all.find('<'); at != std::string_view::npos; at = all.find('<', at + 1)) {
        const auto end = all.find('>', at);
        hold(end != std::string_view::npos);
        std::string_view tag = all.substr(at + 1, end - at - 1);
        if (tag == "br /" || tag == "hr /") continue;
        if (tag.starts_with('/')) {
            hold(!open.empty() && open.back() == tag.substr(1));
            open.pop_back();
            continue;
        }
        const auto name = tag.substr(0, tag.find(' '));
        hold(is_one_of(name, kPairs));
        hold_attributes(name, tag.substr(name.size()));
        open.push_back(name);
    }
    hold(open.empty());
    return 0;
}
