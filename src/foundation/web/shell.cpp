#include "foundation/web/shell.hpp"

#include "foundation/web/assets.hpp"
#include "foundation/web/components_parts.hpp"

namespace samrum::web {
namespace {

Attribute current_page(bool current) {
    Attribute attribute = attr::set<"aria-current">("page");
    attribute.present = current;
    return attribute;
}

void head(Html& h, const Words& words, const Shell& shell) {
    h(tag::head, [&] {
        h(tag::meta, attr::set<"charset">("utf-8"));
        h(tag::meta, attr::name("viewport"), attr::set<"content">("width=device-width, initial-scale=1"));
        h(tag::meta, attr::name("color-scheme"), attr::set<"content">("light dark"));
        std::string title = shell.title;
        if (!shell.room_name.empty()) title += " – " + shell.room_name;
        h(tag::title, title + " – " + words("web.product"));
        if (!shell.description.empty())
            h(tag::meta, attr::name("description"), attr::set<"content">(shell.description));
        if (!shell.index) h(tag::meta, attr::name("robots"), attr::set<"content">("noindex"));
        h(tag::link, attr::set<"rel">("icon"), attr::type("image/svg+xml"), attr::href(asset_href("icon.svg")));
        h(tag::link, attr::set<"rel">("stylesheet"), attr::href(asset_href("app.css")));
        h(tag::script, attr::type("module"), attr::src(asset_href("app.js")));
    });
}

/// Languages, and the person or the way in.
void account(Html& h, const Words& words, const Shell& shell) {
    h(tag::div, attr::cls("s-account"), [&] {
        for (const LanguageChoice& one : shell.languages)
            h(tag::a, attr::cls("s-header-link"), attr::href(one.href), attr::lang(one.code),
              attr::set<"hreflang">(one.code), one.name);
        if (shell.person.empty()) {
            h(tag::a, attr::cls("s-header-link"), attr::href(shell.sign_in_href), words("web.sign_in"));
            return;
        }
        h(tag::a, attr::cls("s-header-link"), attr::href(shell.account_href), [&] {
            visually_hidden(h, words("web.signed_in_as") + " ");
            name(h, shell.person);
        });
        h(tag::form, attr::set<"method">("post"), attr::action(shell.sign_out_action), [&] {
            hidden(h, kCsrfField, shell.csrf);
            h(tag::button, attr::cls("s-header-link"), attr::type("submit"), words("web.sign_out"));
        });
    });
}

/// The way to what one looks for, from every page of the room.
void search(Html& h, const Words& words, const Shell& shell) {
    if (shell.search_action.empty()) return;
    h(tag::form, attr::cls("s-search"), attr::set<"role">("search"), attr::set<"method">("get"),
      attr::action(shell.search_action), [&] {
          h(tag::label, attr::cls("ds-sr-only"), attr::for_("header-search"), words("web.search.field"));
          h(tag::input, attr::id("header-search"), attr::type("search"), attr::name("q"), attr::cls("s-search__field"),
            attr::set<"maxlength">("200"), attr::set<"placeholder">(words("web.search.field")));
          h(tag::button, attr::cls("s-header-link"), attr::type("submit"), words("web.search.go"));
      });
}

void navigation(Html& h, const Words& words, const Shell& shell) {
    if (shell.navigation.empty()) return;
    h(tag::nav, attr::cls("s-navigation"), attr::set<"aria-label">(words("web.navigation")), [&] {
        h(tag::details, [&] {
            h(tag::summary, words("web.menu"));
            h(tag::ul, [&] {
                for (const NavigationItem& one : shell.navigation)
                    h(tag::li, [&] { h(tag::a, attr::href(one.href), current_page(one.current), one.label); });
            });
        });
    });
}

/// Two rooms, and what they share.
void mark(Html& h) {
    const auto room = [&](const char* at, const char* size, const char* radius, const char* fill) {
        h(tag::rect, attr::set<"x">(at), attr::set<"y">(at), attr::set<"width">(size), attr::set<"height">(size),
          attr::set<"rx">(radius), attr::set<"fill">(fill), attr::set<"stroke">("currentColor"),
          attr::set<"stroke-width">("2.5"));
    };
    h(tag::svg, attr::cls("s-brand__mark"), attr::set<"viewBox">("0 0 32 32"), attr::set<"width">("30"),
      attr::set<"height">("30"), attr::set<"aria-hidden">("true"), [&] {
          room("2.25", "18.5", "4", "none");
          room("11.25", "18.5", "4", "none");
          room("11.25", "9.5", "1", "#e0a15a");
      });
}

void header(Html& h, const Words& words, const Shell& shell) {
    h(tag::header, attr::cls("s-header"), [&] {
        if (!shell.banner.empty())
            h(tag::div, attr::cls("s-banner"), [&] { h(tag::p, [&] { shell.banner.write(h); }); });
        h(tag::div, attr::cls("s-header__bar"), [&] {
            h(tag::div, attr::cls("s-brand"), [&] {
                h(tag::a, attr::cls("s-brand__product"), attr::href("/"), [&] {
                    mark(h);
                    h.text(words("web.product"));
                });
                if (!shell.room_name.empty())
                    h(tag::a, attr::cls("s-brand__room"), attr::href(shell.room_href),
                      [&] { name(h, shell.room_name); });
            });
            search(h, words, shell);
            account(h, words, shell);
        });
        navigation(h, words, shell);
    });
}

void breadcrumb(Html& h, const Words& words, const Shell& shell) {
    if (shell.breadcrumb.empty()) return;
    h(tag::nav, attr::cls("ds-breadcrumbs"), attr::set<"aria-label">(words("web.breadcrumb")), [&] {
        h(tag::ol, [&] {
            for (const Crumb& one : shell.breadcrumb)
                h(tag::li, [&] {
                    one.href.empty() ? h(tag::span, attr::set<"aria-current">("page"), one.label)
                                     : h(tag::a, attr::cls("ds-link"), attr::href(one.href), one.label);
                });
        });
    });
}

void footer(Html& h, const Words& words, const Shell& shell) {
    h(tag::footer, attr::cls("s-footer"), [&] {
        h(tag::div, attr::cls("s-footer__inside"), [&] {
            h(tag::p, [&] {
                h(tag::strong, words("web.product"));
                h.text(" · " + words("web.product.tagline"));
            });
            h(tag::nav, attr::set<"aria-label">(words("web.footer")), [&] {
                h(tag::a, attr::cls("ds-link"), attr::href("/guide"), words("web.guide"));
                h(tag::a, attr::cls("ds-link"), attr::href(shell.accessibility_href), words("web.accessibility"));
                h(tag::button, attr::cls("ds-link"), attr::type("button"), attr::set<"data-theme-toggle">(""),
                  attr::flag<"hidden">(), words("web.theme"));
            });
        });
    });
}

}  // namespace

void shell(Html& h, const Words& words, const Shell& shell, const Slot& main) {
    h.doctype();
    h(tag::html, attr::lang(words.language()), attr::dir(words.right_to_left() ? "rtl" : "ltr"),
      attr::set<"data-color-scheme">(shell.color_scheme), [&] {
          head(h, words, shell);
          h(tag::body, attr::set<"data-unsaved">(words("web.unsaved")),
            attr::set<"data-offline">(words("web.live.offline")), [&] {
                h(tag::a, attr::cls("ds-skip-link"), attr::href("#main"), words("web.skip"));
                header(h, words, shell);
                h(tag::main, attr::id("main"), attr::set<"tabindex">("-1"),
                  attr::cls(shell.wide ? "s-main s-main--wide" : "s-main"), [&] {
                      breadcrumb(h, words, shell);
                      if (!shell.flash.empty()) flash(h, shell.flash_tone, shell.flash);
                      main();
                  });
                footer(h, words, shell);
            });
      });
}

void bare_page(Html& h, const Words& words, std::string_view title, const Slot& main) {
    Shell bare;
    bare.title = title;
    shell(h, words, bare, [&] {
        page_heading(h, {.title = std::string(title)});
        main();
    });
}

}  // namespace samrum::web
