#include "foundation/web/answer.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/base/text.hpp"
#include "foundation/web/cookies.hpp"
#include "foundation/web/gzip.hpp"

#include <algorithm>
#include <array>
#include <ctime>

namespace samrum::web {
namespace {

constexpr std::size_t kWorthPacking = 1024;
constexpr int kPageLevel = 4;  // most of the gain for half of the time of the default

/// Headers of every answer. A response that sets one itself keeps its own.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kAlways{{
    {"content-security-policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
     "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"x-content-type-options", "nosniff"},
    {"referrer-policy", "same-origin"},
    {"permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"},
    {"cross-origin-opener-policy", "same-origin"},
    {"cross-origin-resource-policy", "same-origin"},
    {"cache-control", "no-store"},
}};

/// The Date header's value (RFC 9110 5.6.7), made once a second.
std::string_view http_date() {
    thread_local std::time_t made_at = 0;
    thread_local std::array<char, 32> text{};
    const std::time_t now = std::time(nullptr);
    if (now != made_at) {
        std::tm parts{};
        gmtime_r(&now, &parts);
        base::ensure(std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts) > 0, "a date fits");
        made_at = now;
    }
    return text.data();
}

void add_line(std::string& head, std::string_view name, std::string_view value) {
    const auto breaks = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    base::ensure(std::none_of(value.begin(), value.end(), breaks) && std::none_of(name.begin(), name.end(), breaks),
                 "a header is one line");
    head.append(name).append(": ").append(value).append("\r\n");
}

bool has_header(const Headers& headers, std::string_view name) {
    return std::any_of(headers.begin(), headers.end(), [&](const auto& one) { return one.first == name; });
}

std::string head_of(int status, const Headers& own, const Asked& asked) {
    std::string head;
    head.reserve(1024);
    head.append("HTTP/1.1 ").append(std::to_string(status)).append(" ").append(reason_phrase(status)).append("\r\n");
    add_line(head, "date", http_date());
    for (const auto& [name, value] : own) add_line(head, name, value);
    for (const auto& [name, value] : kAlways)
        if (!has_header(own, name)) add_line(head, name, value);
    if (asked.secure) add_line(head, "strict-transport-security", "max-age=31536000");
    if (!asked.keep_alive) add_line(head, "connection", "close");
    return head;
}

bool has_body(int status) {
    return status != 204 && status != 304;
}

/// If-None-Match (RFC 9110 13.1.2): a list of tags, compared weakly.
bool matches(std::string_view tags, std::string_view etag) {
    if (etag.starts_with("W/")) etag.remove_prefix(2);
    return !etag.empty() && (tags == "*" || tags.find(etag) != std::string_view::npos);
}

void pack(Response& response, const Asked& asked) {
    if (response.body.size() <= kWorthPacking || !is_compressible(response.content_type) ||
        has_header(response.headers, "content-encoding"))
        return;
    response.headers.emplace_back("vary", "accept-encoding");
    if (!asked.accepts_gzip) return;
    response.body = gzipped(response.body, kPageLevel);
    response.headers.emplace_back("content-encoding", "gzip");
    for (auto& [name, value] : response.headers)
        if (name == "etag" && !value.starts_with("W/")) value.insert(0, "W/");
}

void lower_names(Headers& headers) {
    for (auto& [name, value] : headers)
        for (char& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
}

}  // namespace

Answer written(Response response, const Asked& asked) {
    lower_names(response.headers);
    const bool reads = asked.method == Method::get || asked.method == Method::head;
    if (response.status == 200 && reads)
        for (const auto& [name, value] : response.headers)
            if (name == "etag" && matches(asked.if_none_match, value)) response.status = 304;
    if (has_body(response.status)) pack(response, asked);
    Answer made;
    made.head = head_of(response.status, response.headers, asked);
    for (const Cookie& cookie : response.cookies) add_line(made.head, "set-cookie", set_cookie(cookie, asked.secure));
    if (has_body(response.status)) {
        if (!response.content_type.empty()) add_line(made.head, "content-type", response.content_type);
        add_line(made.head, "content-length", std::to_string(response.body.size()));
        if (asked.method != Method::head) made.body = std::move(response.body);
    }
    made.head += "\r\n";
    return made;
}

Answer written(const Assets::Found& found, const Asked& asked) {
    const Asset& asset = *found.asset;
    const bool packed = asked.accepts_gzip && !asset.gzip.empty();
    const bool kept = matches(asked.if_none_match, asset.etag);
    const Headers headers{
        {"cache-control", found.immutable ? "public, max-age=31536000, immutable" : "public, max-age=86400"},
        {"etag", packed ? "W/" + asset.etag : asset.etag},
        {"vary", "accept-encoding"},
    };
    Answer made;
    made.head = head_of(kept ? 304 : 200, headers, asked);
    if (!kept) {
        const std::string_view bytes = packed ? std::string_view{asset.gzip} : asset.bytes;
        add_line(made.head, "content-type", asset.content_type);
        if (packed) add_line(made.head, "content-encoding", "gzip");
        add_line(made.head, "content-length", std::to_string(bytes.size()));
        if (asked.method != Method::head) made.view = bytes;
    }
    made.head += "\r\n";
    return made;
}

Answer stream_head(const Response& response, const Asked& asked) {
    Asked closing = asked;
    closing.keep_alive = false;
    Headers headers = response.headers;
    lower_names(headers);
    headers.emplace_back("x-accel-buffering", "no");  // nginx passes events on at once
    Answer made;
    made.head = head_of(200, headers, closing);
    for (const Cookie& cookie : response.cookies) add_line(made.head, "set-cookie", set_cookie(cookie, asked.secure));
    add_line(made.head, "content-type", "text/event-stream");
    made.head += "\r\n";
    return made;
}

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 406:
            return "Not Acceptable";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 411:
            return "Length Required";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 422:
            return "Unprocessable Content";
        case 428:
            return "Precondition Required";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        default:
            return "Status";
    }
}

}  // namespace samrum::web
