#include "advice/sites/actions_site.hpp"

#include "advice/sites/actions_plan.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/repository_hours.hpp"
#include "advice/sites/repository_site.hpp"
#include "directory/actions_place.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::advice::sites {
namespace {

using base::problem;

base::Problem no_such_site() {
    return problem("", "advice.sites.problem.gone");
}

/// What is wrong with the site's own time, told under `field`: it must not end before it begins.
base::Problems time_problems(const Site& site, const std::string& field) {
    base::ProblemList problems;
    problems.take(base::Period::of(site.opened_on, site.closed_on), field);
    return problems.all();
}

/// The place's name, when there is such an open place and activity; problems otherwise.
base::Result<std::string> place_name(store::Reader& room, const SiteInput& input) {
    base::ProblemList problems;
    std::string name;
    const auto places = directory::list_places(room);
    const auto place = std::ranges::find(places, input.place, [](const auto& one) { return one.id.text(); });
    if (place == places.end())
        problems.add(problem("place", "advice.sites.problem.choose"));
    else
        name = place->name;
    const auto activities = directory::list_activities(room);
    if (std::ranges::find(activities, input.activity, [](const auto& one) { return one.id.text(); }) ==
        activities.end())
        problems.add(problem("activity", "advice.sites.problem.choose"));
    if (!problems.empty()) return problems.all();
    return name;
}

base::Result<Site> judged_site(store::Reader& room, const SiteInput& input) {
    base::ProblemList problems;
    const auto name = place_name(room, input);
    if (!name) problems.add(name.problems());
    auto site = judge_site(input, name ? *name : "-");
    if (!site)
        for (const auto& one : site.problems()) {
            const bool said = std::ranges::any_of(problems.all(), [&](const auto& p) { return p.field == one.field; });
            // Without a place there is no name to make a slug of.
            const bool follows = one.field == "slug" && !name && base::trim(input.slug).empty();
            if (!said && !follows) problems.add(one);
        }
    if (!problems.empty()) return problems.all();
    return site;
}

std::string site_detail(const Site& site) {
    return fmt::format(R"({{"place":"{}","slug":"{}","desks":{},"opened_on":"{}","closed_on":{}}})", site.place.text(),
                       site.slug, site.desks, site.opened_on.iso(),
                       site.closed_on ? "\"" + site.closed_on->iso() + "\"" : "null");
}

/// The sessions of a site follow its hours from `first` on.
Plan follow(store::Transaction& tx, const Site& site, base::Date first, base::Date last, const std::string& reason) {
    Plan plan = plan_between(tx, load_hours(tx, site, first), first, last);
    carry_out(tx, site.id, plan, reason);
    return plan;
}

/// A change of hours that was judged: what the hours are after it, and what that does to sessions.
struct JudgedChange {
    HoursChange change;
    Hours before;
    Hours after;
    Plan plan;
};

base::Result<HoursChange> read_change(const HoursInput& input, const Hours& hours) {
    HoursChange change;
    if (input.verb != HoursVerb::add) {
        const auto rule = std::ranges::find(hours.rules, input.rule, [](const auto& one) { return one.id.text(); });
        if (rule == hours.rules.end()) return no_such_site();
        change.ends = rule->id;
    }
    if (input.verb == HoursVerb::end) {
        const auto last = base::Date::parse(base::trim(input.hours.last));
        if (!last) {
            base::ProblemList problems;
            problems.take(last, "last");
            return problems.all();
        }
        change.from = last->plus_days(1);
        return change;
    }
    // What ends the day before is no clash; a day that cannot be read is told of by the rule.
    auto others = hours.rules;
    if (const auto first = base::Date::parse(base::trim(input.hours.first)))
        others = with_change(hours.rules, {*first, change.ends, std::nullopt});
    auto begins = judge_rule(input.hours, hours.site, others);
    if (!begins) return begins.problems();
    change.from = begins->days.first();
    change.begins = *std::move(begins);
    return change;
}

base::Result<JudgedChange> judge_change(store::Reader& room, base::Date today, SiteId id, const HoursInput& input) {
    const auto site = load_site(room, id);
    if (!site) return no_such_site();
    JudgedChange judged;
    judged.before = load_hours(room, *site, site->opened_on);  // every closure that sessions may know of
    auto change = read_change(input, judged.before);
    if (!change) return change.problems();
    judged.change = *std::move(change);
    judged.after = judged.before;
    judged.after.rules = with_change(judged.before.rules, judged.change);
    judged.plan = plan_between(room, judged.after, judged.change.from, horizon(today));
    return judged;
}

/// Writes what is different between the rules before and after.
void save_rules(store::Transaction& tx, const JudgedChange& judged) {
    for (const WeeklyRule& old : judged.before.rules) {
        const auto now = std::ranges::find(judged.after.rules, old.id, &WeeklyRule::id);
        if (now == judged.after.rules.end())
            delete_rule(tx, old.id);
        else if (now->days.last() != old.days.last())
            set_rule_last(tx, old.id, now->days.last());
    }
    if (judged.change.begins) insert_rule(tx, *judged.change.begins);
}

std::string change_detail(const JudgedChange& judged) {
    const auto id = [](const std::optional<RuleId>& rule) { return rule ? "\"" + rule->text() + "\"" : "null"; };
    const auto& begins = judged.change.begins;
    return fmt::format(R"({{"from":"{}","ended":{},"began":{},{}}})", judged.change.from.iso(), id(judged.change.ends),
                       id(begins ? std::optional(begins->id) : std::nullopt), counts_of(judged.plan));
}

/// The sites that a closure is about follow it, over its days.
std::string follow_closure(store::Transaction& tx, const Closure& closure, base::Date today,
                           const std::string& reason) {
    Plan all;
    const base::Date last = std::min(*closure.days.last(), horizon(today));
    for (const Site& site : load_sites(tx)) {
        if (closure.site && *closure.site != site.id) continue;
        const base::Date first = std::max(closure.days.first(), site.opened_on);
        Plan plan = follow(tx, site, first, last, reason);
        all.add.insert(all.add.end(), plan.add.begin(), plan.add.end());
        all.change.insert(all.change.end(), plan.change.begin(), plan.change.end());
        all.remove.insert(all.remove.end(), plan.remove.begin(), plan.remove.end());
    }
    return fmt::format(R"({{"days":"{}","site":{},{}}})", closure.days.iso(),
                       closure.site ? "\"" + closure.site->text() + "\"" : "null", counts_of(all));
}

}  // namespace

base::Result<SiteId> add_site(store::Session& room, const module::Caller& caller, const SiteInput& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<SiteId> {
        tx.lock(kSessionsLock);
        auto site = judged_site(tx, input);
        if (!site) return site.problems();
        Site one = *std::move(site);
        if (site_by_slug(tx, one.slug)) return problem("slug", "advice.sites.problem.slug_taken", {{"slug", one.slug}});
        const auto sites = load_sites(tx);
        if (std::ranges::find(sites, one.place, &Site::place) != sites.end())
            return problem("place", "advice.sites.problem.place_taken");
        one.id = SiteId::ordered();
        insert_site(tx, one);
        tx.journal(caller.actor(), {"advice.site_added", one.id.text(), site_detail(one)});
        return one.id;
    });
}

base::Result<base::Done> change_site(store::Session& room, const module::Caller& caller, base::Date today, SiteId id,
                                     const SiteInput& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kSessionsLock);
        const auto old = load_site(tx, id);
        if (!old) return no_such_site();
        SiteInput whole = input;
        whole.place = old->place.text();
        auto site = judged_site(tx, whole);
        if (!site) return site.problems();
        Site one = *std::move(site);
        const auto same_slug = site_by_slug(tx, one.slug);
        if (same_slug && same_slug->id != id)
            return problem("slug", "advice.sites.problem.slug_taken", {{"slug", one.slug}});
        one.id = id;
        one.closed_on = old->closed_on;
        if (auto wrong = time_problems(one, "opened_on"); !wrong.empty()) return wrong;
        update_site(tx, one);
        if (one.opened_on != old->opened_on)
            follow(tx, one, std::min(one.opened_on, old->opened_on), horizon(today), "");
        tx.journal(caller.actor(), {"advice.site_changed", id.text(),
                                    fmt::format(R"({{"before":{},"after":{}}})", site_detail(*old), site_detail(one))});
        return base::Done{};
    });
}

base::Result<base::Done> close_site(store::Session& room, const module::Caller& caller, base::Date today, SiteId id,
                                    const std::string& last_typed) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    base::ProblemList problems;
    std::optional<base::Date> last;
    if (!base::trim(last_typed).empty()) last = problems.take(base::Date::parse(base::trim(last_typed)), "last");
    if (!problems.empty()) return problems.all();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kSessionsLock);
        auto site = load_site(tx, id);
        if (!site) return no_such_site();
        const auto old = site->closed_on;
        site->closed_on = last;
        if (auto wrong = time_problems(*site, "last"); !wrong.empty()) return wrong;
        update_site(tx, *site);
        const base::Date from = last && old ? std::min(*last, *old) : last ? *last : old.value_or(today);
        const Plan plan = follow(tx, *site, from, horizon(today), "");
        tx.journal(caller.actor(),
                   {last ? "advice.site_closed" : "advice.site_reopened", id.text(),
                    fmt::format(R"({{"last":{},{}}})", last ? "\"" + last->iso() + "\"" : "null", counts_of(plan))});
        return base::Done{};
    });
}

base::Result<Plan> preview_hours(store::Reader& room, const module::Caller& caller, base::Date today, SiteId site,
                                 const HoursInput& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    auto judged = judge_change(room, today, site, input);
    if (!judged) return judged.problems();
    return std::move(judged.value().plan);
}

base::Result<Plan> change_hours(store::Session& room, const module::Caller& caller, base::Date today, SiteId site,
                                const HoursInput& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<Plan> {
        tx.lock(kSessionsLock);
        auto judged = judge_change(tx, today, site, input);
        if (!judged) return judged.problems();
        save_rules(tx, *judged);
        carry_out(tx, site, judged->plan, "");
        tx.journal(caller.actor(), {"advice.hours_changed", site.text(), change_detail(*judged)});
        return std::move(judged.value().plan);
    });
}

base::Result<ClosureId> add_closure(store::Session& room, const module::Caller& caller, base::Date today,
                                    const ClosureInput& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    const auto closure = judge_closure(input);
    if (!closure) return closure.problems();
    return room.transaction([&](store::Transaction& tx) -> base::Result<ClosureId> {
        tx.lock(kSessionsLock);
        if (closure->site && !load_site(tx, *closure->site)) return problem("site", "advice.sites.problem.choose");
        insert_closure(tx, *closure);
        const std::string detail = follow_closure(tx, *closure, today, closure->reason);
        tx.journal(caller.actor(), {"advice.closure_added", closure->id.text(), detail});
        return closure->id;
    });
}

base::Result<base::Done> remove_closure(store::Session& room, const module::Caller& caller, base::Date today,
                                        ClosureId id) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kSessionsLock);
        const auto closure = load_closure(tx, id);
        if (!closure) return no_such_site();
        delete_closure(tx, id);
        const std::string detail = follow_closure(tx, *closure, today, "");
        tx.journal(caller.actor(), {"advice.closure_removed", id.text(), detail});
        return base::Done{};
    });
}

std::int64_t make_sessions_ahead(store::Session& room, base::Date today) {
    std::int64_t added = 0;
    for (const Site& site : load_sites(room)) {
        if (site.closed_on && *site.closed_on < today) continue;
        added += room.transaction([&](store::Transaction& tx) {
            tx.lock(kSessionsLock);
            const auto now = load_site(tx, site.id);
            const Plan plan = follow(tx, now.value_or(site), today, horizon(today), "");
            if (!plan.empty())
                tx.journal({"system", "Samrum"}, {"advice.sessions_made", site.id.text(), "{" + counts_of(plan) + "}"});
            return static_cast<std::int64_t>(plan.add.size());
        });
    }
    return added;
}

}  // namespace samrum::advice::sites
