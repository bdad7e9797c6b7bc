#include "foundation/web/html.hpp"

namespace samrum::web {

void escape_into(std::string& sink, std::string_view text) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string_view entity;
        switch (text[i]) {
            case '&':
                entity = "&amp;";
                break;
            case '<':
                entity = "&lt;";
                break;
            case '>':
                entity = "&gt;";
                break;
            case '"':
                entity = "&quot;";
                break;
            case '\'':
                entity = "&#39;";
                break;
            default:
                continue;
        }
        sink.append(text, from, i - from);
        sink += entity;
        from = i + 1;
    }
    sink.append(text, from, text.size() - from);
}

bool is_safe_url(std::string_view url) {
    // Browsers strip control characters and read "\" as "/", so both could hide a scheme or another host.
    for (char c : url)
        if (static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == 0x7f) return false;
    if (url.empty() || url.starts_with('#') || url.starts_with('?')) return true;
    if (url.starts_with('/')) return !url.starts_with("//");
    for (std::string_view scheme : {"https://", "http://", "mailto:", "tel:", "webcal://"})
        if (url.starts_with(scheme)) return true;
    return false;
}

}  // namespace samrum::web
