#include "foundation/module/visitor.hpp"

#include "foundation/base/language.hpp"
#include "foundation/web/assets.hpp"

#include <qrcodegen/qrcodegen.hpp>

namespace samrum::module {

using namespace web;

namespace {

Attribute only_if(Attribute attribute, bool present) {
    attribute.present = present;
    return attribute;
}

}  // namespace

Visitor::Visitor(Call& call, std::string path, ShownPromises shown, std::string_view known)
    : path_(std::move(path)), swedish_(&visitor_catalogues().words("sv")), english_(&visitor_catalogues().words("en")) {
    for (const std::string_view wish : {call.request.form.get("l"), call.request.query.get("l")})
        if (asked_.empty() && has_visitor_pages(wish)) asked_ = wish;
    if (asked_.empty() && has_visitor_pages(known)) asked_ = known;
    words_ = asked_.empty() ? &visitor_catalogues().negotiate(call.request.header("accept-language"))
                            : &visitor_catalogues().words(asked_);
    shown_promises_ = shown(call.room(), words_->language());
}

std::string Visitor::swedish(std::string_view key, const base::MessageArgs& args) const {
    return (*swedish_)(key, args);
}
std::string Visitor::text(std::string_view key, const base::MessageArgs& args) const {
    return (*words_)(key, args);
}
void Visitor::say(Html& h, std::string_view key, const base::MessageArgs& args) const {
    say_in_each(h, key, [&](const text::Words&) { return args; });
}
void Visitor::say_in_each(Html& h, std::string_view key, const ArgsIn& args) const {
    h(tag::span, attr::cls("v-say"), (*words_)(key, args(*words_)));
    if (words_ == swedish_) return;
    h(tag::span, attr::cls("v-sv"), attr::lang("sv"), attr::dir("ltr"), (*swedish_)(key, args(*swedish_)));
}
void Visitor::promise(Html& h, std::string_view key, const base::MessageArgs& args) const {
    if (shown_promises_.contains(key)) return say(h, key, args);
    h(tag::span, attr::cls("v-say"), attr::lang("sv"), attr::dir("ltr"), (*swedish_)(key, args));
    h(tag::span, attr::cls("v-sv"), attr::lang("en"), attr::dir("ltr"), (*english_)(key, args));
}
void Visitor::button(Html& h, std::string_view key, bool primary) const {
    h(tag::button, attr::cls("ds-button v-button"), attr::type("submit"),
      attr::set<"data-variant">(primary ? "primary" : "secondary"), [&] { say(h, key); });
}
std::string Visitor::link(std::string_view below, std::string_view more) const {
    return link_in(language(), below, more);
}
std::string Visitor::link_in(std::string_view language, std::string_view below, std::string_view more) const {
    Fields query;
    query.add("l", std::string(language));
    std::string path = path_ + std::string(below) + "?" + query.encoded();
    if (!more.empty()) path += "&" + std::string(more);
    return path;
}

Response visitor_document(Call& call, const Visitor& visitor, const VisitorHead& head,
                          const std::function<void(Html&)>& main, int status) {
    std::string out;
    Html h(out);
    const auto& words = visitor.words();
    h.doctype();
    h(tag::html, attr::lang(words.language()), attr::dir(words.right_to_left() ? "rtl" : "ltr"),
      attr::set<"data-color-scheme">("auto"), [&] {
          h(tag::head, [&] {
              h(tag::meta, attr::set<"charset">("utf-8"));
              h(tag::meta, attr::name("viewport"), attr::set<"content">("width=device-width, initial-scale=1"));
              h(tag::meta, attr::name("color-scheme"), attr::set<"content">("light dark"));
              h(tag::meta, attr::name("robots"), attr::set<"content">("noindex"));
              if (!head.refresh.empty())
                  h(tag::meta, attr::set<"http-equiv">("refresh"), attr::set<"content">(head.refresh));
              h(tag::title, head.title + " – " + head.site);
              h(tag::link, attr::set<"rel">("icon"), attr::type("image/svg+xml"), attr::href(asset_href("icon.svg")));
              h(tag::link, attr::set<"rel">("stylesheet"), attr::href(asset_href("app.css")));
              h(tag::script, attr::type("module"), attr::src(asset_href("app.js")));
          });
          h(tag::body, attr::cls(head.wall ? "v-page v-wall" : "v-page"),
            attr::set<"data-offline">(visitor.text("visitor.offline")), [&] {
                h(tag::header, attr::cls("v-header"), [&] {
                    h(tag::p, attr::lang("sv"), attr::dir("ltr"), [&] {
                        h(tag::strong, call.head ? std::string_view(call.head->name) : std::string_view());
                        h.text(" · ");
                        name(h, head.site);
                    });
                });
                h(tag::main, attr::id("main"), attr::cls("v-main"), [&] { main(h); });
            });
      });
    Response response = Response::html(std::move(out), status);
    response.headers.emplace_back("cache-control", "no-store");
    return response;
}

void language_choice(Html& h, const Visitor& visitor, std::string_view below, std::string_view more) {
    h(tag::nav, attr::cls("v-languages"), attr::set<"aria-label">(visitor.text("visitor.choose_language")), [&] {
        h(tag::ul, [&] {
            for (const base::Language& one : base::languages()) {
                if (!one.has_pages) continue;
                const std::string href = visitor.link_in(one.code, below, more);
                const bool rtl = visitor_catalogues().words(one.code).right_to_left();
                h(tag::li, [&] {
                    h(tag::a, attr::href(href), attr::lang(one.code), attr::set<"hreflang">(one.code),
                      attr::dir(rtl ? "rtl" : "ltr"),
                      only_if(attr::set<"aria-current">("true"), visitor.asked() == one.code), one.autonym);
                });
            }
        });
    });
}

void qr_picture(Html& h, const std::string& holds, const std::string& label) {
    const auto code = qrcodegen::QrCode::encodeText(holds.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    constexpr int kQuietZone = 4;
    std::string path;
    for (int y = 0; y < code.getSize(); ++y)
        for (int x = 0; x < code.getSize(); ++x)
            if (code.getModule(x, y)) path += "M" + std::to_string(x) + " " + std::to_string(y) + "h1v1h-1z";
    const std::string whole = std::to_string(code.getSize() + 2 * kQuietZone);
    const std::string corner = std::to_string(-kQuietZone);
    h(tag::svg, attr::cls("v-qr"), attr::set<"role">("img"), attr::set<"aria-label">(label),
      attr::set<"viewBox">(corner + " " + corner + " " + whole + " " + whole), [&] {
          // White behind and black before, in the dark theme too: readers want contrast.
          h(tag::rect, attr::set<"x">(corner), attr::set<"y">(corner), attr::set<"width">(whole),
            attr::set<"height">(whole), attr::set<"fill">("#fff"));
          h(tag::path, attr::set<"d">(path), attr::set<"fill">("#000"));
      });
}

}  // namespace samrum::module
