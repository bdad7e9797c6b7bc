// Where the signed-in start in a room: what is due, and where to go.
#include "app/pages.hpp"
#include "foundation/module/module.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

using namespace web;

/// Does a grant of the caller make this duty theirs? A duty of nobody in particular is the room's own organisation's.
bool concerns(const module::Caller& caller, const module::Duty& duty) {
    const auto whose = duty.whose.is_nil() ? caller.room_organisation : duty.whose;
    return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const module::Grant& grant) {
        return grant.role == duty.role && grant.organisation == whose;
    });
}

std::string when(const text::Words& words, base::Date today, base::Date due) {
    const std::int64_t days = today.days_until(due);
    if (days < 0) return words("home.overdue", {{"days", -days}});
    if (days == 0) return words("home.due_today");
    return words("home.due_in", {{"days", days}});
}

void duty_list(module::Call& call, Html& h, const std::vector<module::Duty>& duties) {
    if (duties.empty()) {
        empty_state(h, call.words("home.nothing_due.title"), call.words("home.nothing_due.text"));
        return;
    }
    std::vector<TimelineEntry> entries;
    for (const module::Duty& duty : duties) {
        const bool late = duty.due < call.today();
        entries.push_back({[&h, &call, &duty, late] {
                               date(h, call.words, duty.due);
                               h.text(" ");
                               badge(h, late ? Tone::warning : Tone::info, when(call.words, call.today(), duty.due));
                           },
                           call.words(duty.what),
                           [&h, &call, &duty] {
                               if (!duty.link.empty()) link(h, call.link(duty.link), call.words("home.open"));
                           },
                           late ? Stage::now : Stage::coming});
    }
    timeline(h, call.words, entries);
}

/// What a navigation entry leads to, where its slice says it.
std::string about(const text::Words& words, std::string_view label) {
    const std::string key = std::string(label) + ".about";
    return words.has(key) ? words(key) : "";
}

void cards(module::Call& call, Html& h) {
    card_grid(h, [&] {
        for (const module::Navigation* entry : navigation_for(call))
            card(h, {.title = call.words(entry->label),
                     .href = call.link(entry->path),
                     .content = about(call.words, entry->label)});
    });
}

}  // namespace

std::vector<module::Duty> duties_for(module::Call& call) {
    std::vector<module::Duty> mine;
    for (const module::Module& slice : call.house.modules) {
        if (!slice.duties) continue;
        for (module::Duty& duty : slice.duties(call.room(), call.today()))
            if (concerns(call.caller, duty)) mine.push_back(std::move(duty));
    }
    std::stable_sort(mine.begin(), mine.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
    return mine;
}

web::Response home_page(module::Call& call) {
    // An account without a grant here has no business in the room: the same answer as for an address that is not there.
    if (call.caller.grants.empty()) return module::not_found(call);
    const auto duties = duties_for(call);
    return module::page(call, {.title = call.words("home.title")}, [&](Html& h) {
        section(h, call.words("home.due"), [&] { duty_list(call, h, duties); });
        section(h, call.words("home.where"), [&] { cards(call, h); });
    });
}

}  // namespace samrum::app
