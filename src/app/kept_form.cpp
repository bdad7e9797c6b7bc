#include "app/kept_form.hpp"

#include "app/paths.hpp"
#include "foundation/web/csrf.hpp"
#include "foundation/web/fields.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

constexpr std::string_view kSignIn = "/sign-in";

/// Passwords, and codes that let somebody in.
bool is_secret(std::string_view field) {
    return field.find("password") != std::string_view::npos || field == "code";
}

/// The first part of a path, "lund": a room, or a part of the house outside rooms.
std::string_view first_part(std::string_view path) {
    return path.substr(0, path.find('/', 1));
}

/// The path and query that the browser says the form was sent from, if that is a page of ours; else empty.
std::string_view referred(const web::Request& request) {
    const std::string_view from = request.header("referer");
    const std::size_t host = from.find("://");
    if (host == std::string_view::npos) return {};
    const std::size_t path = from.find('/', host + 3);
    if (path == std::string_view::npos || from.substr(host + 3, path - host - 3) != request.header("host")) return {};
    return from.substr(path);
}

}  // namespace

bool may_keep_form(const web::Request& request) {
    const auto& typed = request.form.all();
    return request.method == web::Method::post && web::surely_from_our_pages(request) &&
           !request.path.starts_with(kSignIn) && own_path(request.target) == request.target &&
           std::ranges::any_of(typed, [](const auto& field) { return field.first != web::kCsrfField; }) &&
           std::ranges::none_of(typed, [](const auto& field) { return is_secret(field.first); });
}

std::string page_to_return_to(const web::Request& request, const std::function<bool(std::string_view path)>& is_page) {
    if (request.method == web::Method::get) return request.target;
    const std::string_view from = referred(request);
    const std::string_view path = from.substr(0, from.find('?'));
    if (!path.empty() && first_part(path) == first_part(request.path) && is_page(path)) return std::string(from);
    return is_page(request.path) ? request.target : "/";
}

}  // namespace samrum::app
