#include "foundation/web/cookies.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::web {
namespace {

constexpr std::size_t kMaxCookies = 64;

/// RFC 6265 4.1.1: cookie-octet.
bool is_cookie_octet(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > ' ' && byte < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
}

/// RFC 9110 5.6.2: token.
bool is_token_char(char c) {
    return is_cookie_octet(c) && std::string_view("()<>@:/[]?={}").find(c) == std::string_view::npos;
}

bool is_cookie_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), is_token_char);
}

bool is_cookie_value(std::string_view value) {
    return std::all_of(value.begin(), value.end(), is_cookie_octet);
}

}  // namespace

std::map<std::string, std::string, std::less<>> parse_cookies(std::string_view header) {
    std::map<std::string, std::string, std::less<>> cookies;
    for (std::size_t from = 0; from < header.size() && cookies.size() < kMaxCookies;) {
        const std::size_t to = std::min(header.find(';', from), header.size());
        const std::string pair = base::trim(header.substr(from, to - from));
        from = to + 1;
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos) continue;
        std::string name = pair.substr(0, equals);
        std::string value = pair.substr(equals + 1);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
        if (is_cookie_name(name) && is_cookie_value(value)) cookies.emplace(std::move(name), std::move(value));
    }
    return cookies;
}

std::string set_cookie(const Cookie& cookie, bool secure) {
    base::ensure(is_cookie_name(cookie.name) && is_cookie_value(cookie.value), "a cookie is made of cookie characters");
    std::string out = cookie.name + '=' + cookie.value + "; Path=/; SameSite=Lax";
    if (cookie.http_only) out += "; HttpOnly";
    if (secure) out += "; Secure";
    if (cookie.max_age_seconds) out += "; Max-Age=" + std::to_string(*cookie.max_age_seconds);
    return out;
}

}  // namespace samrum::web
