#include "foundation/web/percent.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::web {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

/// Control characters, DEL and the backslash, which some programs read as a slash.
bool is_unwelcome(char c) {
    return static_cast<unsigned char>(c) < ' ' || c == 0x7f || c == '\\';
}

}  // namespace

std::string percent_encoded(std::string_view text) {
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (char c : text) {
        if (is_unreserved(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        }
    }
    return out;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return out;
}

std::optional<std::string> normal_path(std::string_view encoded) {
    if (!encoded.starts_with('/')) return std::nullopt;
    std::string path;
    for (std::size_t from = 1; from <= encoded.size();) {
        const std::size_t to = std::min(encoded.find('/', from), encoded.size());
        const auto segment = percent_decoded(encoded.substr(from, to - from));
        if (!segment || *segment == ".." || segment->find('/') != std::string::npos ||
            std::any_of(segment->begin(), segment->end(), is_unwelcome))
            return std::nullopt;
        if (!segment->empty() && *segment != ".") path += '/' + *segment;
        from = to + 1;
    }
    if (!base::is_utf8(path)) return std::nullopt;
    if (path.empty() || encoded.back() == '/') path += '/';
    return path;
}

}  // namespace samrum::web
