#include "advice/sites/actions_read.hpp"

#include "advice/sites/actions_plan.hpp"
#include "advice/sites/repository_site.hpp"
#include "directory/actions_place.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <map>

namespace samrum::advice::sites {
namespace {

constexpr int kLookedBack = 60;
/// A measure's open-ended period is projected no further than this.
constexpr int kProjectedYears = 3;

bool is_selected(const Site& site, const SiteFilter& filter, const std::string& folded_text, base::Date today) {
    if (!filter.closed_too && site.closed_on && *site.closed_on < today) return false;
    if (!filter.municipality.empty() && site.municipality != filter.municipality) return false;
    return folded_text.empty() || text::folded(site.name).find(folded_text) != std::string::npos ||
           text::folded(site.municipality).find(folded_text) != std::string::npos;
}

bool is_in_scope(const Site& site, std::string_view place, std::string_view activity) {
    return (place.empty() || site.place.text() == place) && (activity.empty() || site.activity.text() == activity);
}

std::string dimension(const module::Dimensions& scope, std::string_view name) {
    const auto found = scope.find(name);
    return found == scope.end() ? std::string() : found->second;
}

}  // namespace

std::optional<Site> find_site(store::Reader& room, SiteId id) {
    return load_site(room, id);
}
std::optional<Site> find_site(store::Reader& room, std::string_view slug) {
    return site_by_slug(room, slug);
}
std::optional<Session> find_session(store::Reader& room, SessionId id) {
    return load_session(room, id);
}

std::string address_of(store::Reader& room, const Site& site) {
    for (const auto& place : directory::list_places(room))
        if (place.id == site.place) return place.address.value_or("");
    return "";
}
std::string activity_name(store::Reader& room, const Site& site) {
    for (const auto& one : directory::list_activities(room))
        if (one.id == site.activity) return one.name;
    return "";
}

bool has_sites(store::Reader& room) {
    return any_site(room);
}

SiteList list_sites(store::Reader& room, const SiteFilter& filter, base::Date today, std::int64_t offset, int limit) {
    auto sites = load_sites(room);  // by name; some hundred at most, without their hours
    const std::string wanted = text::folded(filter.text);
    std::erase_if(sites, [&](const Site& site) { return !is_selected(site, filter, wanted, today); });
    if (filter.sort == "municipality")
        std::ranges::stable_sort(sites, {}, [](const Site& site) { return text::sort_key(site.municipality); });
    if (filter.descending) std::ranges::reverse(sites);
    SiteList list{{}, static_cast<std::int64_t>(sites.size())};
    const auto first = std::clamp<std::int64_t>(offset, 0, list.total);
    const auto last = std::min(first + limit, list.total);
    list.sites.assign(sites.begin() + first, sites.begin() + last);
    return list;
}

std::vector<std::string> site_municipalities(store::Reader& room) {
    auto all = municipalities(room);
    std::ranges::sort(all, {}, [](const std::string& name) { return text::sort_key(name); });
    return all;
}

Hours hours_of(store::Reader& room, const Site& site, base::Date from) {
    return load_hours(room, site, from);
}
std::vector<HoursSpan> hours_history(store::Reader& room, SiteId site) {
    return spans_of(rules_of(room, site));
}

SessionPage sessions_page_of(store::Reader& room, const SessionFilter& filter, int limit, std::int64_t offset) {
    return {list_sessions(room, filter, limit, offset), count_sessions(room, filter)};
}
SessionPage not_noted(store::Reader& room, base::Date today, int limit) {
    return sessions_page_of(
        room, {.first = today.plus_days(-kLookedBack), .last = today.plus_days(-1), .state = "planned"}, limit);
}
std::vector<Site> without_hours(store::Reader& room, base::Date today, int limit) {
    std::vector<Site> sites;
    for (const SiteId id : sites_without_hours(room, today, limit)) sites.push_back(load_site(room, id).value());
    return sites;
}

std::vector<ListedClosure> list_closures(store::Reader& room, base::Date from, std::optional<SiteId> site) {
    std::vector<ListedClosure> all;
    for (Closure& one : closures_from(room, from, site)) {
        const auto of = one.site ? load_site(room, *one.site) : std::nullopt;
        all.push_back({std::move(one), of ? of->name : std::string()});
    }
    return all;
}

std::vector<base::Date> planned_days(store::Reader& room, const module::Dimensions& scope, const base::Period& days) {
    const std::string place = dimension(scope, "place");
    const std::string activity = dimension(scope, "activity");
    const base::Date last = days.last().value_or(days.first().plus_years(kProjectedYears));
    auto all = session_days(room, place, activity, days.first(), last);
    for (const Site& site : load_sites(room)) {
        if (!is_in_scope(site, place, activity)) continue;
        // Up to the last day that the hours have made a session for, rows tell the truth; beyond it the hours do.
        const auto made = last_made_day(room, site.id);
        const base::Date from = made ? std::max(made->plus_days(1), days.first()) : days.first();
        for (const Slot& slot : slots_of(load_hours(room, site, from), from, last)) all.push_back(slot.day);
    }
    std::ranges::sort(all);
    return all;
}

document::CalendarEvent event_of(const Session& session, const Site& site, std::string_view activity_name,
                                 std::string_view address, std::string url) {
    document::CalendarEvent event;
    event.uid = "advice-session-" + session.id.text();
    event.day = session.day;
    event.hours = document::EventHours{session.starts, session.ends};
    event.title = std::string(activity_name) + ": " + site.name;
    event.location = address.empty() ? site.name : site.name + ", " + std::string(address);
    event.url = std::move(url);
    event.cancelled = session.state == SessionState::cancelled;
    event.sequence = session.revision - 1;
    return event;
}

}  // namespace samrum::advice::sites
