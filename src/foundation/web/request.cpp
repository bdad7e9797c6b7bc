#include "foundation/web/request.hpp"

#include "foundation/base/text.hpp"
#include "foundation/web/cookies.hpp"
#include "foundation/web/percent.hpp"

#include <algorithm>
#include <array>

namespace samrum::web {
namespace {

constexpr std::size_t kMaxHeaders = 100;
/// Who the client is, besides its address.
constexpr std::array<std::string_view, 5> kTellTales{"x-forwarded-for", "forwarded", "x-real-ip", "user-agent", "via"};

void lower(std::string& text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
}

/// Lines of one name become one (RFC 9110 5.3), so that no reader sees only half of a list.
Headers joined(Headers sent) {  // NOLINT(performance-unnecessary-value-param): its parts are moved from
    Headers out;
    for (auto& [name, value] : sent) {
        lower(name);
        const auto same = std::find_if(out.begin(), out.end(), [&](const auto& one) { return one.first == name; });
        if (same == out.end())
            out.emplace_back(std::move(name), std::move(value));
        else
            same->second += (same->first == "cookie" ? "; " : ", ") + value;
    }
    return out;
}

/// "/path?query" of a target in origin or absolute form (RFC 9112 3.2); empty for others.
std::string_view origin_form(std::string_view target) {
    for (std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        const std::size_t path = target.find('/', scheme.size());
        return path == std::string_view::npos ? std::string_view{"/"} : target.substr(path);
    }
    return target.starts_with('/') ? target : std::string_view{};
}

bool is_unambiguous_host(const Headers& sent, bool is_http_1_0) {
    const auto hosts = std::count_if(sent.begin(), sent.end(), [](const auto& one) {
        std::string name = one.first;
        lower(name);
        return name == "host";
    });
    return hosts == 1 || (hosts == 0 && is_http_1_0);
}

/// "chunked" alone, the only one we take: who reads another differs from us about where the body ends (RFC 9112 6.1).
bool is_known_transfer_encoding(const Headers& headers) {
    const auto found = std::ranges::find(headers, "transfer-encoding", &Headers::value_type::first);
    if (found == headers.end()) return true;
    std::string encoding = base::trim(found->second);
    lower(encoding);
    return encoding == "chunked";
}

bool read_target(Request& request, std::string_view target) {
    target = origin_form(target);
    const std::size_t mark = std::min(target.find('?'), target.size());
    auto path = normal_path(target.substr(0, mark));
    auto query = Fields::parse(target.substr(std::min(mark + 1, target.size())));
    if (!path || !query) return false;
    request.target = target;
    request.path = std::move(*path);
    request.query = std::move(query).value();
    return true;
}

}  // namespace

int fill_request(Request& request, RequestHead head, const std::vector<Network>& trusted_proxies,
                 const std::function<bool(std::string_view path)>& is_anonymous) {
    if (head.headers.size() > kMaxHeaders) return 431;
    if (!is_unambiguous_host(head.headers, head.is_http_1_0) || !read_target(request, head.target)) return 400;
    request.headers = joined(std::move(head.headers));
    if (!is_known_transfer_encoding(request.headers)) return 501;
    // What is no text would be refused by the database that it is written to.
    std::erase_if(request.headers, [](const auto& one) { return !base::is_utf8(one.second); });
    request.cookies = parse_cookies(request.header("cookie"));
    request.secure = is_trusted(head.connected, trusted_proxies) && request.header("x-forwarded-proto") == "https";
    if (is_anonymous && is_anonymous(request.path)) {
        std::erase_if(request.headers, [](const auto& one) {
            return std::find(kTellTales.begin(), kTellTales.end(), one.first) != kTellTales.end();
        });
    } else {
        request.peer = client_address(head.connected, request.header("x-forwarded-for"), trusted_proxies);
    }
    return 0;
}

}  // namespace samrum::web
