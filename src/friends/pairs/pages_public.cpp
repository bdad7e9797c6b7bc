// Open to anybody: coming social activities, as a page and as a calendar to subscribe to.
#include "foundation/document/calendar.hpp"
#include "friends/pairs/actions_activity.hpp"
#include "friends/pairs/pages.hpp"
#include "friends/pairs/pages_parts.hpp"

namespace samrum::friends::pairs {

using namespace web;

namespace {

constexpr int kDaysBack = 28;

void activity_card(module::Call& call, Html& h, const SocialActivity& one) {
    card(h, {.title = one.title, .content = [&] {
                 paragraph(h, [&] {
                     h.text(call.words.weekday(one.day) + " ");
                     date(h, call.words, one.day);
                     h.text(", ");
                     isolated(h, call.words.times(one.starts, one.ends));
                 });
                 paragraph(h, [&] { name(h, one.place); });
                 if (!one.description.empty()) paragraph(h, [&] { name(h, one.description); });
                 if (one.state == ActivityState::cancelled)
                     badge(h, Tone::warning, said(call, "activities.state.cancelled"));
             }});
}

void subscribe(module::Call& call, Html& h) {
    const std::string path = call.link("/friend/activities.ics");
    const std::string address = call.house.public_address + path;
    section(h, said(call, "activities.calendar"), [&] {
        paragraph(h, said(call, "activities.calendar.text"));
        actions(h, [&] {
            link_button(h, "webcal" + address.substr(address.find("://")), said(call, "activities.calendar.subscribe"),
                        Variant::secondary);
            link_button(h, path, said(call, "activities.calendar.file"), Variant::tertiary);
        });
    });
}

}  // namespace

Response public_activities_page(module::Call& call) {
    if (!people::has_programmes(call.room())) return module::not_found(call);
    const auto all = public_activities(call.room(), call.today());
    return module::page(call,
                        {.title = said(call, "activities.public.title"),
                         .lead = said(call, "activities.public.lead"),
                         .description = said(call, "activities.public.lead"),
                         .index = true},
                        [&](Html& h) {
                            if (all.empty())
                                return empty_state(h, said(call, "activities.public.none"),
                                                   said(call, "activities.public.none.why"));
                            card_grid(h, [&] {
                                for (const SocialActivity& one : all) activity_card(call, h, one);
                            });
                            subscribe(call, h);
                        });
}

Response public_activities_file(module::Call& call) {
    if (!people::has_programmes(call.room())) return module::not_found(call);
    document::Calendar calendar{.name = call.head->name + ": " + said(call, "activities.title"),
                                .language = std::string(call.words.language().substr(0, 2)),
                                .made = call.now()};
    for (const SocialActivity& one : public_activities(call.room(), call.today().plus_days(-kDaysBack)))
        calendar.events.push_back({.uid = "friends-activity-" + one.id.text(),
                                   .day = one.day,
                                   .hours = document::EventHours{one.starts, one.ends},
                                   .title = one.title,
                                   .description = one.description,
                                   .location = one.place,
                                   .url = call.house.public_address + call.link("/friend/activities"),
                                   .cancelled = one.state == ActivityState::cancelled,
                                   .sequence = one.revision});
    Response response = Response::file(document::icalendar(calendar), document::kCalendarType, "activities.ics");
    response.headers.emplace_back("cache-control", "public, max-age=900");
    return response;
}

}  // namespace samrum::friends::pairs
