#include "app/door_pages.hpp"

#include "foundation/module/page.hpp"
#include "foundation/web/fields.hpp"
#include "foundation/web/shell.hpp"

namespace samrum::app {
namespace {

using namespace web;

web::Response plain_page(module::Call& call, const std::string& key, int status) {
    return module::page(
        call, {.title = call.words(key + ".title"), .lead = call.words(key + ".text")}, [](Html&) {}, status);
}

/// The key of what to say for a status; whatever else fails is a fault of ours.
std::string key_of(int status) {
    switch (status) {
        case 413:
            return "door.too_large";
        case 400:
        case 431:
            return "door.unreadable";
        case 408:
            return "door.too_slow";
        case 503:
            return "door.busy";
        default:
            return "door.fault";
    }
}

}  // namespace

web::Response moved_page(const module::Call& call, std::string_view path) {
    web::Response response = web::Response::redirect(std::string(path));
    if (const auto query = call.request.query.encoded(); !query.empty())
        response = web::Response::redirect(std::string(path) + "?" + query);
    response.status = 308;
    return response;
}

web::Response method_page(module::Call& call, std::string_view allow) {
    web::Response response = plain_page(call, "door.method", 405);
    response.headers.emplace_back("allow", std::string(allow));
    return response;
}

web::Response stale_form_page(module::Call& call) {
    return plain_page(call, "door.csrf", 403);
}

web::Response kept_form_page(module::Call& call, std::string_view sign_in) {
    const auto& words = call.words;
    const bool signed_out = !sign_in.empty();
    const module::PageHead head{.title = words(signed_out ? "door.kept.title" : "door.csrf.title"),
                                .lead = words(signed_out ? "door.kept.text" : "door.kept.stale")};
    const auto body = [&](Html& h) {
        if (!call.request.uploads.empty()) paragraph(h, words("door.kept.files"));
        if (signed_out)
            h(tag::p, [&] {
                // Another tab: this one holds what was typed.
                h(tag::a, attr::cls("ds-link"), attr::href(sign_in), attr::set<"target">("_blank"),
                  words("door.kept.sign_in"));
            });
        form(h, call.csrf, call.request.target, [&] {
            for (const auto& [name, value] : call.request.form.all())
                if (name != kCsrfField) hidden(h, name, value);
            actions(h, [&] { submit_button(h, words("door.kept.send")); });
        });
    };
    return module::page(call, head, body, 403);
}

web::Response too_many_page(module::Call& call, std::chrono::seconds wait) {
    web::Response response = plain_page(call, "door.too_many", 429);
    response.headers.emplace_back("retry-after", std::to_string(wait.count()));
    return response;
}

web::Response fault_page(module::Call& call, int status, std::string_view reference) {
    const std::string key = key_of(status);
    std::string out;
    Html h(out);
    bare_page(h, call.words, call.words(key + ".title"), [&] {
        paragraph(h, call.words(key + ".text"));
        if (!reference.empty()) paragraph(h, call.words("door.reference", {{"reference", std::string(reference)}}));
    });
    return web::Response::html(std::move(out), status);
}

}  // namespace samrum::app
