// What has been and what is to come of one agreement.
#include "foundation/document/calendar.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/pages_tabs.hpp"
#include "partnership/overview/actions_timeline.hpp"
#include "partnership/overview/pages.hpp"

#include <algorithm>

namespace samrum::partnership::overview {
namespace {

using namespace web;
using agreement::ReadAgreement;

/// So many of what has been stand open; the rest is a click away.
constexpr std::size_t kPastShown = 20;

void points_list(module::Call& call, Html& h, const std::vector<const Point*>& points) {
    std::vector<TimelineEntry> entries;
    entries.reserve(points.size());
    for (const Point* one : points) {
        const bool late = one->open && one->day < call.today();
        entries.push_back({[&h, &call, one, late] {
                               date(h, call.words, one->day);
                               h.text(" ");
                               badge(h, late ? Tone::warning : Tone::neutral,
                                     call.words("overview.kind." + std::string(point_word(one->kind))));
                           },
                           one->what,
                           [&h, &call, one] {
                               if (one->link.empty()) return;
                               link(h, call.link(one->link), [&] {
                                   h.text(call.words("home.open"));
                                   visually_hidden(h, ": " + one->what);
                               });
                           },
                           late || one->day == call.today() ? Stage::now
                           : one->day < call.today()        ? Stage::past
                                                            : Stage::coming});
    }
    timeline(h, call.words, entries);
}

void kind_filter(module::Call& call, Html& h, const ReadAgreement& all, std::optional<PointKind> chosen) {
    const auto& words = call.words;
    query_form(h, agreement::agreement_link(call, all.head, "/timeline"), [&] {
        std::vector<Option> options{{"", words("overview.any"), ""}};
        for (const PointKind kind : {PointKind::date, PointKind::task, PointKind::meeting, PointKind::instalment,
                                     PointKind::delivery, PointKind::event}) {
            const std::string word(point_word(kind));
            options.push_back({word, words("overview.kind." + word), ""});
        }
        select_field(h, {words, call.request.query, {}},
                     {.name = "kind",
                      .label = words("overview.kind"),
                      .optional = true,
                      .unmarked = true,
                      .fallback = chosen ? std::string(point_word(*chosen)) : ""},
                     options);
        submit_button(h, words("overview.show"), Variant::secondary);
    });
}

void both_parts(module::Call& call, Html& h, const std::vector<Point>& points) {
    const auto& words = call.words;
    std::vector<const Point*> coming, past;
    for (const Point& one : points) {
        // What happened today has been.
        const bool happened = one.kind == PointKind::delivery || one.kind == PointKind::event;
        const bool is_over = one.day < call.today() || (happened && one.day == call.today());
        (is_over ? past : coming).push_back(&one);
    }
    std::ranges::reverse(past);
    section(h, words("overview.coming"), [&] {
        if (coming.empty())
            empty_state(h, words("overview.coming.none"), words("overview.coming.none.text"));
        else
            points_list(call, h, coming);
    });
    section(h, words("overview.past"), [&] {
        if (past.empty()) return empty_state(h, words("overview.past.none"), words("overview.past.none.text"));
        const std::size_t open = std::min(kPastShown, past.size());
        points_list(call, h, {past.begin(), past.begin() + static_cast<std::ptrdiff_t>(open)});
        if (open < past.size())
            details(h, words("overview.past.more", {{"count", static_cast<std::int64_t>(past.size() - open)}}), [&] {
                points_list(call, h, {past.begin() + static_cast<std::ptrdiff_t>(open), past.end()});
            });
    });
}

}  // namespace

web::Response timeline_page(module::Call& call) {
    return agreement::tab_page(call, "/timeline", [&](Html& h, const ReadAgreement& all) {
        auto points = timeline_of(call.room(), call.house, call.caller, all, call.words);
        const auto chosen = point_named(call.request.query.get("kind"));
        if (chosen) std::erase_if(points, [&](const Point& one) { return one.kind != *chosen; });
        actions(h, [&] {
            link_button(h, agreement::agreement_link(call, all.head, "/timeline.ics"), call.words("overview.ics"),
                        Variant::secondary);
            link_button(h, call.link("/feeds"), call.words("overview.feeds"), Variant::tertiary);
        });
        kind_filter(call, h, all, chosen);
        both_parts(call, h, points);
    });
}

web::Response timeline_file(module::Call& call) {
    const auto all = agreement::agreement_of_path(call);
    if (!all) return module::not_found(call);
    const auto points = timeline_of(call.room(), call.house, call.caller, *all, call.words);
    const std::string address = call.house.public_address + "/" + call.head->short_name;
    return web::Response::file(document::icalendar({.name = all->head.title,
                                                    .language = std::string(call.words.language().substr(0, 2)),
                                                    .made = call.now(),
                                                    .events = events_of_points(points, call.head->short_name, all->head,
                                                                               call.today(), address)}),
                               document::kCalendarType, all->head.slug + ".ics");
}

}  // namespace samrum::partnership::overview
