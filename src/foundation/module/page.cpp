#include "foundation/module/page.hpp"

#include <algorithm>

#include "foundation/module/module.hpp"

namespace samrum::module {
namespace {

using namespace web;

void flash(Call& call, Html& h) {
    if (!call.flash.empty())
        h(tag::div, attr::cls("flash"), attr::set<"role">("status"), call.words(call.flash));
}

web::Response whole(Call& call, const PageHead& head, const std::function<void(Html&)>& body, int status) {
    std::string out;
    Html h(out);
    h.doctype();
    h(tag::html, attr::lang(call.words.language()), attr::dir(call.words.right_to_left() ? "rtl" : "ltr"), [&] {
        h(tag::head, [&] {
            h(tag::meta, attr::set<"charset">("utf-8"));
            h(tag::title, head.title);
        });
        h(tag::body, [&] {
            h(tag::main, attr::id("content"), [&] {
                flash(call, h);
                if (!head.own_heading) h(tag::h1, head.title);
                body(h);
            });
        });
    });
    web::Response response;
    response.status = status;
    response.body = std::move(out);
    if (!call.flash.empty()) response.cookies.push_back({std::string(kFlashCookie), "", 0});
    return response;
}

web::Response plain_words(Call& call, std::string_view kind, int status) {
    const std::string key = "page." + std::string(kind);
    return page(call, {.title = call.words(key + ".title")},
                [&](Html& h) { h(tag::p, call.words(key + ".text")); }, status);
}

}  // namespace

web::Response Call::done(std::string path, std::string_view flash_key) const {
    web::Response response = web::Response::redirect(std::move(path));
    response.cookies.push_back({std::string(kFlashCookie), std::string(flash_key), 60});
    return response;
}

web::Response page(Call& call, const PageHead& head, const std::function<void(Html&)>& body, int status) {
    return whole(call, head, body, status);
}

web::Response not_found(Call& call) { return plain_words(call, "not_found", 404); }
web::Response forbidden(Call& call) { return plain_words(call, "forbidden", 403); }

std::optional<web::Response> refused_page(Call& call, const base::Problems& problems) {
    if (!is_refusal(problems)) return std::nullopt;
    return not_found(call);
}

}  // namespace samrum::module
