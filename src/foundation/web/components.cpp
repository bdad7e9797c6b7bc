#include "foundation/web/components.hpp"

#include "foundation/web/components_parts.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>

namespace samrum::web {

std::string_view tone_name(Tone tone) {
    switch (tone) {
        case Tone::neutral:
            return "neutral";
        case Tone::accent:
            return "accent";
        case Tone::info:
            return "info";
        case Tone::success:
            return "success";
        case Tone::warning:
            return "warning";
        case Tone::danger:
            return "danger";
    }
    return "neutral";
}

Attribute variant_of(Variant variant) {
    switch (variant) {
        case Variant::primary:
            return attr::set<"data-variant">("primary");
        case Variant::secondary:
            return attr::set<"data-variant">("secondary");
        case Variant::tertiary:
            return attr::set<"data-variant">("tertiary");
    }
    return attr::set<"data-variant">("primary");
}

Attribute color_of(Tone tone) {
    Attribute color = attr::set<"data-color">(tone_name(tone));
    color.present = tone != Tone::accent;  // accent is what every element has from the theme
    return color;
}

Attribute unless_empty(Attribute attribute) {
    attribute.present = !attribute.value.empty();
    return attribute;
}

std::string id_from(std::string_view name) {
    std::string id;
    for (char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '_') {
            id += c;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id.empty() ? "x" : id;
}

// Isolated values.

void isolated(Html& h, std::string_view value) {
    h(tag::bdi, attr::dir("ltr"), value);
}

void name(Html& h, std::string_view name, std::string_view language) {
    h(tag::bdi, unless_empty(attr::lang(language)), name);
}

namespace {
void figure(Html& h, std::string_view value) {
    h(tag::bdi, attr::cls("s-number"), attr::dir("ltr"), value);
}
}  // namespace

void number(Html& h, const Words& words, std::int64_t value) {
    figure(h, words.number(value));
}
void decimal(Html& h, const Words& words, double value, int digits) {
    figure(h, words.decimal(value, digits));
}

// Sums and dates hold words of the reader's language, so their direction is their own.
void money(Html& h, const Words& words, base::Money value) {
    h(tag::bdi, attr::cls("s-number"), words.money(value));
}
void date(Html& h, const Words& words, base::Date value) {
    h(tag::time, attr::set<"datetime">(value.iso()), [&] { h(tag::bdi, words.date(value)); });
}
void period(Html& h, const Words& words, const base::Period& value) {
    h(tag::bdi, words.period(value));
}
void clock_time(Html& h, const Words& words, base::ClockTime value) {
    h(tag::time, attr::set<"datetime">(value.iso()), [&] { h(tag::bdi, attr::dir("ltr"), words.time(value)); });
}
void moment(Html& h, const Words& words, base::Instant value) {
    h(tag::time, attr::set<"datetime">(value.iso()), [&] { h(tag::bdi, words.moment(value)); });
}

// Text.

void page_heading(Html& h, const PageHeading& heading) {
    h(tag::div, attr::cls("s-page-heading"), [&] {
        if (!heading.meta.empty()) h(tag::div, attr::cls("s-page-heading__meta"), [&] { heading.meta.write(h); });
        h(tag::h1, attr::cls("ds-heading"), attr::set<"data-size">("xl"), heading.title);
        if (!heading.lead.empty()) h(tag::p, attr::cls("s-lead"), [&] { heading.lead.write(h); });
        if (!heading.actions.empty()) actions(h, [&] { heading.actions.write(h); });
    });
}

void heading(Html& h, int level, std::string_view text, std::string_view id) {
    const Attribute cls = attr::cls("ds-heading");
    const Attribute place = unless_empty(attr::id(id));
    if (level <= 2) {
        h(tag::h2, cls, attr::set<"data-size">("md"), place, text);
    } else if (level == 3) {
        h(tag::h3, cls, attr::set<"data-size">("xs"), place, text);
    } else {
        h(tag::h4, cls, attr::set<"data-size">("2xs"), place, text);
    }
}

void paragraph(Html& h, const Content& content) {
    h(tag::p, attr::cls("ds-paragraph"), [&] { content.write(h); });
}

void small_print(Html& h, const Content& content) {
    h(tag::p, attr::cls("s-small-print"), [&] { content.write(h); });
}

void bullets(Html& h, const std::vector<Content>& items) {
    h(tag::ul, attr::cls("ds-list"), [&] {
        for (const Content& item : items) h(tag::li, [&] { item.write(h); });
    });
}

void section(Html& h, std::string_view title, const Slot& inside) {
    const std::string id = "section-" + id_from(title);
    h(tag::section, attr::cls("s-section"), attr::set<"aria-labelledby">(id), [&] {
        heading(h, 2, title, id);
        inside();
    });
}

void visually_hidden(Html& h, std::string_view text) {
    h(tag::span, attr::cls("ds-sr-only"), text);
}

// Links and buttons.

void link(Html& h, std::string_view href, const Content& label) {
    h(tag::a, attr::cls("ds-link"), attr::href(href), [&] { label.write(h); });
}

void link_button(Html& h, std::string_view href, std::string_view label, Variant variant) {
    h(tag::a, attr::cls("ds-button"), variant_of(variant), attr::href(href), label);
}

void submit_button(Html& h, std::string_view label, Variant variant, Tone tone, std::string_view name,
                   std::string_view value) {
    h(tag::button, attr::cls("ds-button"), attr::type("submit"), variant_of(variant), color_of(tone),
      unless_empty(attr::name(name)), unless_empty(attr::value(value)), label);
}

void actions(Html& h, const Slot& inside) {
    h(tag::div, attr::cls("s-actions"), inside);
}

void print_button(Html& h, const Words& words) {
    h(tag::button, attr::cls("ds-button"), attr::type("button"), variant_of(Variant::secondary),
      attr::set<"data-print">(""), attr::flag<"hidden">(), words("web.print"));
}

void copyable(Html& h, const Words& words, std::string_view text) {
    h(tag::span, attr::cls("s-copyable"), [&] {
        h(tag::code, attr::cls("s-code"), attr::dir("ltr"), text);
        h(tag::button, attr::cls("ds-button"), attr::type("button"), variant_of(Variant::tertiary),
          attr::set<"data-copy">(text), attr::set<"data-copied">(words("web.copied")), attr::flag<"hidden">(),
          words("web.copy"));
    });
}

// Marks and messages.

void badge(Html& h, Tone tone, std::string_view text) {
    h(tag::span, attr::cls("ds-tag"), attr::set<"data-color">(tone_name(tone)), text);
}

void notice(Html& h, Tone tone, std::string_view title, const Content& content) {
    h(tag::div, attr::cls("ds-alert"), attr::set<"data-color">(tone_name(tone)), [&] {
        if (!title.empty()) h(tag::p, attr::cls("s-alert-title"), title);
        if (!content.empty()) h(tag::div, [&] { content.write(h); });
    });
}

void flash(Html& h, Tone tone, std::string_view text) {
    h(tag::div, attr::cls("ds-alert s-flash"), attr::set<"data-color">(tone_name(tone)), attr::set<"role">("status"),
      text);
}

void empty_state(Html& h, std::string_view title, const Content& why, const Content& next_step) {
    h(tag::div, attr::cls("s-empty"), [&] {
        h(tag::p, attr::cls("s-empty__title"), title);
        if (!why.empty()) h(tag::p, [&] { why.write(h); });
        if (!next_step.empty()) actions(h, [&] { next_step.write(h); });
    });
}

void progress(Html& h, const Progress& progress) {
    const double maximum = std::max(progress.maximum, 1e-9);
    const double value = std::clamp(progress.value, 0.0, maximum);
    h(tag::div, attr::cls("s-progress"), [&] {
        h(tag::div, attr::cls("s-progress__words"), [&] {
            h(tag::span, progress.label);
            h(tag::bdi, attr::cls("s-progress__text"), progress.text);
        });
        // The meter is for screen readers, the bar for the eye: browsers draw meters each in their own way.
        h(tag::svg, attr::cls("s-progress__bar"), attr::set<"viewBox">("0 0 100 1"),
          attr::set<"preserveAspectRatio">("none"), attr::set<"aria-hidden">("true"), [&] {
              h(tag::rect, attr::set<"width">(fmt::format("{:.2f}", 100 * value / maximum)), attr::set<"height">("1"));
          });
        h(tag::meter, attr::cls("ds-sr-only"), attr::set<"min">("0"), attr::set<"max">(fmt::format("{:g}", maximum)),
          attr::value(fmt::format("{:g}", value)), attr::set<"aria-label">(progress.label),
          attr::set<"aria-valuetext">(progress.text));
    });
}

}  // namespace samrum::web
