#include "foundation/web/components.hpp"
#include "foundation/web/components_parts.hpp"

namespace samrum::web {

void definition_list(Html& h, const std::vector<Term>& terms) {
    h(tag::dl, attr::cls("s-terms"), [&] {
        for (const Term& one : terms)
            h(tag::div, [&] {
                h(tag::dt, one.term);
                h(tag::dd, [&] { one.definition.write(h); });
            });
    });
}

void key_figures(Html& h, const std::vector<KeyFigure>& figures) {
    h(tag::dl, attr::cls("s-figures"), [&] {
        for (const KeyFigure& one : figures)
            h(tag::div, attr::cls("s-figure"), [&] {
                h(tag::dt, [&] { one.href.empty() ? h.text(one.label) : link(h, one.href, one.label); });
                h(tag::dd, attr::cls("s-figure__value"), [&] { one.value.write(h); });
                if (!one.context.empty()) h(tag::dd, attr::cls("s-figure__context"), [&] { one.context.write(h); });
            });
    });
}

void card(Html& h, const Card& card) {
    h(tag::article, attr::cls("s-card"), [&] {
        const auto title = [&] { card.href.empty() ? h.text(card.title) : link(h, card.href, card.title); };
        const Attribute cls = attr::cls("ds-heading");
        const Attribute size = attr::set<"data-size">("xs");
        card.level <= 2 ? h(tag::h2, cls, size, title) : h(tag::h3, cls, size, title);
        card.content.write(h);
    });
}

void card_grid(Html& h, const Slot& inside) {
    h(tag::div, attr::cls("s-card-grid"), inside);
}

void timeline(Html& h, const Words& words, const std::vector<TimelineEntry>& entries) {
    h(tag::ol, attr::cls("s-timeline"), [&] {
        for (const TimelineEntry& one : entries) {
            const bool now = one.stage == Stage::now;
            const char* stage = now ? "now" : one.stage == Stage::past ? "past" : "coming";
            Attribute step = attr::set<"aria-current">("step");
            step.present = now;
            h(tag::li, attr::set<"data-stage">(stage), step, [&] {
                h(tag::p, attr::cls("s-timeline__when"), [&] {
                    one.when.write(h);
                    // The dot's colour says this too, so the words must.
                    const char* key = now                        ? "web.timeline.now"
                                      : one.stage == Stage::past ? "web.timeline.past"
                                                                 : "web.timeline.coming";
                    visually_hidden(h, " (" + words(key) + ")");
                });
                h(tag::p, attr::cls("s-timeline__title"), [&] { name(h, one.title); });
                if (!one.content.empty()) h(tag::div, attr::cls("s-timeline__text"), [&] { one.content.write(h); });
            });
        }
    });
}

void tabs(Html& h, std::string_view label, const std::vector<Tab>& tabs) {
    h(tag::nav, attr::cls("s-tabs"), attr::set<"aria-label">(label), [&] {
        h(tag::ul, [&] {
            for (const Tab& one : tabs) {
                Attribute current = attr::set<"aria-current">("page");
                current.present = one.current;
                h(tag::li, [&] { h(tag::a, attr::href(one.href), current, one.label); });
            }
        });
    });
}

void details(Html& h, std::string_view summary, const Content& content, bool open) {
    h(tag::details, attr::cls("s-details"), attr::flag<"open">(open), [&] {
        h(tag::summary, summary);
        h(tag::div, attr::cls("s-details__content"), [&] { content.write(h); });
    });
}

void dialog(Html& h, const Words& words, const Dialog& dialog, const Content& content) {
    // app.ts lifts the panel into a <dialog>; until then it unfolds where it stands.
    h(tag::details, attr::cls("s-dialog"), attr::id(dialog.id), attr::set<"data-dialog">(""),
      attr::set<"data-close">(words("web.close")), [&] {
          h(tag::summary, attr::cls("ds-button"), variant_of(dialog.variant), color_of(dialog.tone), dialog.opener);
          h(tag::div, attr::cls("s-dialog__panel"), [&] {
              h(tag::h2, attr::cls("ds-heading"), attr::set<"data-size">("sm"), attr::id(dialog.id + "-title"),
                dialog.title);
              content.write(h);
          });
      });
}

void confirm(Html& h, const Words& words, const Confirm& confirm) {
    const Dialog frame{confirm.id, confirm.opener, confirm.title, Variant::secondary, confirm.tone};
    dialog(h, words, frame, [&] {
        paragraph(h, confirm.text);
        form(h, confirm.csrf, confirm.action, [&] {
            for (const auto& [field, value] : confirm.hidden) hidden(h, field, value);
            actions(h, [&] {
                submit_button(h, confirm.submit.empty() ? confirm.opener : confirm.submit, Variant::primary,
                              confirm.tone);
                h(tag::button, attr::cls("ds-button"), attr::type("button"), variant_of(Variant::tertiary),
                  attr::set<"data-dialog-close">(""), attr::flag<"hidden">(), words("web.cancel"));
            });
        });
    });
}

void live(Html& h, std::string_view id, std::string_view topic, const Slot& inside, std::string_view read) {
    if (read.empty()) return h(tag::div, attr::id(id), attr::set<"data-live">(topic), inside);
    h(tag::div, attr::id(id), attr::set<"data-live">(topic), attr::set<"data-live-read">(read), inside);
}

}  // namespace samrum::web
