#include "advice/sites/actions_report.hpp"

#include "advice/sites/actions_read.hpp"
#include "directory/actions_place.hpp"

namespace samrum::advice::sites {
namespace {

constexpr int kMostSites = 500;

std::string line_of(const text::Words& words, const Site& site, const WeeklyRule& rule, const char* key,
                    base::Date day) {
    return "- " +
           words(key, {{"site", site.name},
                       {"weekday", words("advice.sites.weekday." + std::to_string(rule.weekday))},
                       {"times", words.times(rule.starts, rule.ends)},
                       {"day", words.date(day)}}) +
           "\n";
}

/// The activity that is meant, where the room has one of that name.
std::optional<ActivityId> activity_of(store::Reader& room, const module::Dimensions& of) {
    const auto wanted = of.find("activity");
    if (wanted == of.end()) return std::nullopt;
    for (const directory::Activity& one : directory::list_activities(room))
        if (one.id.text() == wanted->second || text::is_named(one.name, wanted->second)) return one.id;
    return std::nullopt;
}

bool is_of(const Site& site, const module::Dimensions& of, const std::optional<ActivityId>& activity) {
    const auto fits = [&of](std::string_view dimension, const auto& is_it) {
        const auto wanted = of.find(dimension);
        return wanted == of.end() || wanted->second.empty() || is_it(wanted->second);
    };
    return (!activity || site.activity == *activity) &&
           fits("municipality", [&](const std::string& name) { return site.municipality == name; }) &&
           fits(
               "place",
               [&](const std::string& name) { return site.place.text() == name || text::is_named(site.name, name); }) &&
           fits("site", [&](const std::string& name) { return site.id.text() == name || site.slug == name; });
}

}  // namespace

std::string draft_changes(store::Reader& room, const text::Words& words, const base::Period& period,
                          const module::Dimensions& of) {
    if (!period.last() || !has_sites(room)) return "";
    const SiteFilter every{.closed_too = true};
    std::string text;
    const auto activity = activity_of(room, of);
    for (const Site& site : list_sites(room, every, *period.last(), 0, kMostSites).sites) {
        if (!is_of(site, of, activity)) continue;
        for (const WeeklyRule& rule : rules_of(room, site.id)) {
            if (period.contains(rule.days.first()))
                text += line_of(words, site, rule, "advice.sites.report.begins", rule.days.first());
            const auto last = rule.days.last();
            if (last && *last != *period.last() && period.contains(*last))
                text += line_of(words, site, rule, "advice.sites.report.ends", *last);
        }
    }
    return text.empty() ? text : words("advice.sites.report.title") + "\n\n" + text;
}

}  // namespace samrum::advice::sites
