#include "advice/day/pages_parts.hpp"

#include "advice/day/actions_phrases.hpp"

#include <algorithm>

namespace samrum::advice::day {
namespace {

using namespace web;

struct Picture_ {
    std::string_view code;
    std::string_view path;  ///< drawn by us, 24 × 24, lines of two
};
constexpr Picture_ kPictures[] = {
    {"authority", "M3 9l9-5 9 5zM5 9v9M9.5 9v9M14.5 9v9M19 9v9M3 20h18"},
    {"form", "M6 3h12v18H6zM9 8h6M9 12h6M9 16h3"},
    {"letter", "M3 6h18v12H3zM3 7l9 7 9-7"},
    {"work", "M3 8h18v11H3zM9 8V5h6v3M3 13h18"},
    {"housing", "M3 11l9-7 9 7M5 10v10h14V10M10 20v-6h4v6"},
    {"money", "M3 7h18v10H3zM12 9.5a2.5 2.5 0 1 0 .01 0M6 12h.01M18 12h.01"},
    {"family",
     "M8 4.5a2.5 2.5 0 1 0 .01 0M16 4.5a2.5 2.5 0 1 0 .01 0M4 20v-4a4 4 0 0 1 8 0v4M12 20v-4a4 4 0 0 1 8 0v4"},
    {"health", "M12 20S4 15 4 9a4 4 0 0 1 8-1.5A4 4 0 0 1 20 9c0 6-8 11-8 11zM12 9v5M9.5 11.5h5"},
    {"school", "M2 9l10-5 10 5-10 5zM6 11v5c3 3 9 3 12 0v-5M22 9v6"},
    {"society", "M12 3a9 9 0 1 0 .01 0M3 12h18M12 3c4 4 4 14 0 18M12 3c-4 4-4 14 0 18"},
    {"other", "M12 3a9 9 0 1 0 .01 0M8 12h.01M12 12h.01M16 12h.01"},
    {"short", "M12 3a9 9 0 1 0 .01 0M12 7v5h.01"},
    {"medium", "M12 3a9 9 0 1 0 .01 0M12 7v5l4 3"},
    {"long", "M7 3h10M7 21h10M8 3v4l4 5-4 5v4M16 3v4l-4 5 4 5v4"},
    {"urgent", "M12 3l9 17H3zM12 9v5M12 17h.01"},
};

/// A box or a point to choose, with its picture: the whole tile is the label.
void tile(Html& h, const Visitor& visitor, std::string_view type, std::string_view name, std::string_view value,
          std::string_view key, std::string_view code, bool checked) {
    h(tag::label, attr::cls("v-tile"), [&] {
        h(tag::input, attr::type(type), attr::name(name), attr::value(value), attr::flag<"checked">(checked));
        picture(h, code);
        h(tag::span, attr::cls("v-tile__words"), [&] { visitor.say(h, key); });
    });
}

}  // namespace

void picture(Html& h, std::string_view code) {
    const auto* found = std::ranges::find(kPictures, code, &Picture_::code);
    if (found == std::end(kPictures)) return;
    h(tag::svg, attr::cls("v-picture"), attr::set<"viewBox">("0 0 24 24"), attr::set<"aria-hidden">("true"),
      attr::set<"fill">("none"), attr::set<"stroke">("currentColor"), attr::set<"stroke-width">("1.75"),
      attr::set<"stroke-linecap">("round"), attr::set<"stroke-linejoin">("round"),
      [&] { h(tag::path, attr::set<"d">(found->path)); });
}

std::string phone_address(const module::Call& call, const DayView& day) {
    return call.house.public_address + call.link("/a/" + day.site.slug) + "?k=" + (day.open ? day.open->secret : "");
}

void announce(const module::Call& call, const OpenSession& open) {
    if (!call.house.events || !call.head) return;
    call.house.events->publish(live_topic(call.head->id, open), "");
    call.house.events->publish(staff_topic(call.head->id), "");
}

Assessment assessment_of(const Fields& form) {
    Assessment needs;
    if (language_of(form.get("language"))) needs.language = form.get("language");
    for (const auto code : form.every("topic"))
        if (const auto topic = topic_of(code); topic && std::ranges::find(needs.topics, *topic) == needs.topics.end())
            needs.topics.push_back(*topic);
    needs.length = length_of(form.get("length"));
    needs.urgent = form.get("urgent") == "yes";
    return needs;
}

Visitor::Visitor(module::Call& call)
    : module::Visitor(call, call.link("/a/" + std::string(call.part("site"))), shown_promises) {}

void assessment_fields(Html& h, const Visitor& visitor, const Assessment& needs, bool asks_language) {
    if (asks_language) {
        h(tag::label, attr::cls("v-question"), attr::for_("language"),
          [&] { visitor.say(h, "visitor.which_language"); });
        h(tag::select, attr::cls("ds-input"), attr::id("language"), attr::name("language"), [&] {
            for (const Language& one : languages())
                h(tag::option, attr::value(one.code), attr::lang(one.code == kOtherLanguage ? "sv" : one.code),
                  attr::flag<"selected">(one.code == needs.language), one.autonym);
        });
    }
    h(tag::fieldset, attr::cls("v-tiles"), [&] {
        h(tag::legend, [&] { visitor.say(h, "visitor.what_help"); });
        for (const Topic topic : topics()) {
            const auto code = std::string(code_of(topic));
            tile(h, visitor, "checkbox", "topic", code, "visitor.topic." + code, code,
                 std::ranges::find(needs.topics, topic) != needs.topics.end());
        }
    });
    h(tag::fieldset, attr::cls("v-tiles"), [&] {
        h(tag::legend, [&] { visitor.say(h, "visitor.how_long"); });
        for (const Length length : lengths()) {
            const auto code = std::string(code_of(length));
            tile(h, visitor, "radio", "length", code, "visitor.length." + code, code, needs.length == length);
        }
        tile(h, visitor, "checkbox", "urgent", "yes", "visitor.urgent", "urgent", needs.urgent);
    });
}

}  // namespace samrum::advice::day
