#include "foundation/base/email_address.hpp"

#include "foundation/base/readable.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>
#include <span>

namespace samrum::base {
namespace {

constexpr std::size_t kLongest = 254;
constexpr std::size_t kLongestLocal = 64;
constexpr std::size_t kLongestLabel = 63;

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_atom_character(char c) {
    return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}
bool is_label_character(char c) {
    return is_letter_or_digit(c) || c == '-';
}

/// True when `text` is at least `least` parts between dots, each of `is_part`.
template <class IsPart>
bool is_dotted(std::string_view text, int least, IsPart is_part) {
    int parts = 0;
    while (true) {
        const auto dot = text.find('.');
        if (!is_part(text.substr(0, dot))) return false;
        ++parts;
        if (dot == std::string_view::npos) return parts >= least;
        text.remove_prefix(dot + 1);
    }
}

bool is_atom(std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, is_atom_character);
}
bool is_label(std::string_view part) {
    return !part.empty() && part.size() <= kLongestLabel && std::ranges::all_of(part, is_label_character) &&
           part.front() != '-' && part.back() != '-';
}

}  // namespace

Result<EmailAddress> EmailAddress::parse(std::string_view text) {
    const auto refuse = [&](const char* key) { return problem("", key, {{"text", readable_text(text, kLongest)}}); };
    std::string address = trim(text);
    if (address.empty()) return problem("", "base.email.missing");
    if (is_utf8(text) && std::ranges::any_of(address, [](char c) { return static_cast<unsigned char>(c) > 126; }))
        return refuse("base.email.not_ascii");
    const auto at = address.find('@');  // npos is beyond every length
    if (at > kLongestLocal || address.size() > kLongest ||
        !is_dotted(std::string_view(address).substr(0, at), 1, is_atom) ||
        !is_dotted(std::string_view(address).substr(at + 1), 2, is_label))
        return refuse("base.email.unreadable");
    for (char& c : std::span(address).subspan(at))
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return EmailAddress{address};
}

}  // namespace samrum::base
