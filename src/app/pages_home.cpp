// Where the signed-in start in a room: what is due, and where to go.
#include "app/pages.hpp"
#include "app/tasks.hpp"
#include "foundation/module/module.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"

#include <algorithm>
#include <span>

namespace samrum::app {
namespace {

using namespace web;

}  // namespace

std::string due_words(const text::Words& words, base::Date today, base::Date due) {
    const std::int64_t days = today.days_until(due);
    if (days < 0) return words("home.overdue", {{"days", -days}});
    if (days == 0) return words("home.due_today");
    return words("home.due_in", {{"days", days}});
}

namespace {

void duty_timeline(module::Call& call, Html& h, std::span<const module::Duty> duties) {
    std::vector<TimelineEntry> entries;
    for (const module::Duty& duty : duties) {
        const bool late = duty.due < call.today();
        const std::string what = said(call.words, duty);
        entries.push_back({[&h, &call, &duty, late] {
                               date(h, call.words, duty.due);
                               h.text(" ");
                               badge(h, late ? Tone::warning : Tone::info,
                                     due_words(call.words, call.today(), duty.due));
                           },
                           what,
                           [&h, &call, &duty, what] {
                               if (duty.link.empty()) return;
                               link(h, call.link(duty.link), [&] {
                                   h.text(call.words("home.open"));
                                   visually_hidden(h, ": " + what);
                               });
                           },
                           late ? Stage::now : Stage::coming});
    }
    timeline(h, call.words, entries);
}

/// What is late or comes soon stands open; what lies further ahead is a click away.
void duty_list(module::Call& call, Html& h, std::span<const module::Duty> duties) {
    const auto& words = call.words;
    const base::Date horizon = call.today().plus_days(kSoonDays);
    const auto first_later =
        std::find_if(duties.begin(), duties.end(), [&](const auto& one) { return one.due > horizon; });
    const auto soon = duties.first(static_cast<std::size_t>(first_later - duties.begin()));
    const auto later = duties.subspan(soon.size());
    if (duties.empty())
        empty_state(h, words("home.nothing_due.title"), words("home.nothing_due.text"));
    else if (soon.empty())
        empty_state(h, words("home.nothing_soon.title"),
                    words("home.nothing_soon.text",
                          {{"date", words.date(later.front().due)}, {"what", said(words, later.front())}}));
    else
        duty_timeline(call, h, soon);
    if (!later.empty()) details(h, words("home.later"), [&] { duty_timeline(call, h, later); });
}

/// What a navigation entry leads to, where its slice says it.
std::string about(const text::Words& words, std::string_view label) {
    const std::string key = std::string(label) + ".about";
    return words.has(key) ? words(key) : "";
}

void cards(module::Call& call, Html& h, const std::vector<const module::Navigation*>& entries) {
    card_grid(h, [&] {
        for (const module::Navigation* entry : entries)
            if (call.link(entry->path) != call.request.path)
                card(h, {.title = call.words(entry->label),
                         .href = call.link(entry->path),
                         .content = about(call.words, entry->label)});
    });
}

}  // namespace

namespace {

/// "samrum.example" of "https://samrum.example:8443": what tells this installation's events from another's.
std::string host_of(std::string_view address) {
    if (const auto scheme = address.find("://"); scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    return std::string(address.substr(0, address.find_first_of(":/")));
}

}  // namespace

std::vector<document::CalendarEvent> duty_events(const module::FeedCall& call) {
    std::vector<document::CalendarEvent> events;
    const std::string place = "@" + call.head.short_name + "." + host_of(call.house.public_address);
    for (const module::Duty& duty : duties_for(call.house, call.room, call.owner, call.today))
        events.push_back({.uid = duty.uid + place,
                          .day = duty.due,
                          .title = said(call.words, duty),
                          .url = call.address(duty.link.empty() ? "/home" : duty.link),
                          .remind_days = word_of_kind(kind_of(duty.what)).lead_days});
    return events;
}

web::Response home_page(module::Call& call) {
    // An account without a grant here has no business in the room: the same answer as for an address that is not there.
    if (call.caller.grants.empty()) return module::not_found(call);
    const auto duties = duties_for(call.house, call.room(), call.caller, call.today());
    return module::page(call, {.title = call.words("home.title")}, [&](Html& h) {
        section(h, call.words("home.due"), [&] { duty_list(call, h, duties); });
        actions(h, [&] { link_button(h, call.link("/tasks"), call.words("home.all_tasks"), Variant::secondary); });
        section(h, call.words("home.where"), [&] { cards(call, h, navigation_for(call)); });
        if (const auto unused = navigation_to_begin(call); !unused.empty())
            section(h, call.words("home.begin"), [&] { cards(call, h, unused); });
        paragraph(h, [&] { link(h, call.link("/feeds"), call.words("home.feeds")); });
    });
}

}  // namespace samrum::app
