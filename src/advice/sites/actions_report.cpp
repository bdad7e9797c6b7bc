#include "advice/sites/actions_report.hpp"

#include "advice/sites/actions_read.hpp"

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

}  // namespace

std::string draft_changes(store::Reader& room, const text::Words& words, const base::Period& period) {
    if (!period.last() || !has_sites(room)) return "";
    const SiteFilter every{.closed_too = true};
    std::string text;
    for (const Site& site : list_sites(room, every, *period.last(), 0, kMostSites).sites)
        for (const WeeklyRule& rule : rules_of(room, site.id)) {
            if (period.contains(rule.days.first()))
                text += line_of(words, site, rule, "advice.sites.report.begins", rule.days.first());
            const auto last = rule.days.last();
            if (last && *last != *period.last() && period.contains(*last))
                text += line_of(words, site, rule, "advice.sites.report.ends", *last);
        }
    return text.empty() ? text : words("advice.sites.report.title") + "\n\n" + text;
}

}  // namespace samrum::advice::sites
