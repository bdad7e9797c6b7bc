#include "foundation/web/http.hpp"

#include "foundation/base/text.hpp"
#include "foundation/web/html.hpp"
#include "foundation/web/percent.hpp"

#include <algorithm>

namespace samrum::web {
namespace {

/// More fields than any form of ours has: what comes beyond is an attack, not a form.
constexpr std::size_t kMaxFields = 2000;

Response with_body(std::string body, int status, std::string content_type) {
    Response made;
    made.status = status;
    made.content_type = std::move(content_type);
    made.body = std::move(body);
    return made;
}

/// A name for the quoted form of Content-Disposition: ASCII without quotes, the rest as "_".
std::string ascii_filename(std::string_view name) {
    std::string plain(name);
    for (char& c : plain)
        if (static_cast<unsigned char>(c) < ' ' || static_cast<unsigned char>(c) > '~' || c == '"' || c == '\\')
            c = '_';
    return plain;
}

/// `path` fit for a Location header: bytes outside printable ASCII are percent-encoded.
std::string ascii_location(std::string_view path) {
    std::string out;
    for (char c : path) {
        if (static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) < 0x7f)
            out += c;
        else
            out += percent_encoded({&c, 1});
    }
    return out;
}

}  // namespace

base::Result<Fields> Fields::parse(std::string_view encoded) {
    Fields fields;
    for (std::size_t from = 0; from < encoded.size();) {
        const std::size_t to = std::min(encoded.find('&', from), encoded.size());
        const std::string_view pair = encoded.substr(from, to - from);
        from = to + 1;
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        auto name = percent_decoded(pair.substr(0, equals), true);
        auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value) return base::problem("", "web.form.broken_escape");
        if (!base::is_utf8(*name) || !base::is_utf8(*value)) return base::problem("", "web.form.not_utf8");
        if (fields.all_.size() == kMaxFields) return base::problem("", "web.form.too_many_fields");
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

std::string_view Fields::get(std::string_view name) const {
    for (const auto& [key, value] : all_)
        if (key == name) return value;
    return {};
}

bool Fields::has(std::string_view name) const {
    return std::any_of(all_.begin(), all_.end(), [&](const auto& field) { return field.first == name; });
}

std::vector<std::string_view> Fields::every(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : all_)
        if (key == name) values.push_back(value);
    return values;
}

std::string Fields::encoded() const {
    std::string out;
    for (const auto& [name, value] : all_) {
        if (!out.empty()) out += '&';
        out += percent_encoded(name) + '=' + percent_encoded(value);
    }
    return out;
}

std::string_view Request::header(std::string_view lower_case_name) const {
    for (const auto& [name, value] : headers)
        if (name == lower_case_name) return value;
    return {};
}

std::string_view Request::cookie(std::string_view name) const {
    const auto found = cookies.find(name);
    return found == cookies.end() ? std::string_view{} : std::string_view{found->second};
}

Response Response::html(std::string body, int status) {
    return with_body(std::move(body), status, "text/html; charset=utf-8");
}

Response Response::text(std::string body, int status) {
    return with_body(std::move(body), status, "text/plain; charset=utf-8");
}

Response Response::json(std::string body, int status) {
    return with_body(std::move(body), status, "application/json");
}

Response Response::redirect(std::string path) {
    // "next=" of a sign-in form ends here too: what could lead to another host leads home.
    if (!path.starts_with('/') || !is_safe_url(path)) path = "/";
    Response made = text("", 303);
    made.headers.emplace_back("location", ascii_location(path));
    return made;
}

Response Response::file(std::string bytes, std::string content_type, const std::string& filename) {
    Response made = with_body(std::move(bytes), 200, std::move(content_type));
    made.headers.emplace_back("content-disposition", "attachment; filename=\"" + ascii_filename(filename) +
                                                         "\"; filename*=UTF-8''" + percent_encoded(filename));
    return made;
}

}  // namespace samrum::web
