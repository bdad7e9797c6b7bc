#include "advice/sites/actions_plan.hpp"

#include "advice/sites/repository_hours.hpp"
#include "advice/sites/repository_site.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::advice::sites {
namespace {

Session session_of_slot(SiteId site, const Slot& slot) {
    Session one;
    one.id = SessionId::ordered();
    one.site = site;
    one.day = slot.day;
    one.slot_day = slot.day;
    one.starts = slot.starts;
    one.ends = slot.ends;
    one.rule = slot.rule;
    one.wants = slot.wants;
    return one;
}

void take_away(store::Transaction& room, Session one, bool counted_on, const std::string& reason) {
    if (!counted_on) {
        delete_session(room, one.id);
        return;
    }
    one.state = SessionState::cancelled;
    one.reason = reason;
    base::ensure(update_session(room, one), "sessions are changed under their lock");
}

}  // namespace

Hours load_hours(store::Reader& room, const Site& site, base::Date from) {
    return {site, rules_of(room, site.id), closures_from(room, from, site.id)};
}

Plan plan_between(store::Reader& room, const Hours& hours, base::Date first, base::Date last) {
    if (last < first) return {};
    return plan_for(slots_of(hours, first, last), sessions_for_plan(room, hours.site.id, first, last));
}

void carry_out(store::Transaction& room, SiteId site, const Plan& plan, const std::string& reason) {
    if (!plan.remove.empty()) {
        const base::Date from = std::ranges::min(plan.remove, {}, &Session::day).day;
        const auto counted_on = sessions_counted_on(room, site, from);
        for (const Session& one : plan.remove)
            take_away(room, one, std::ranges::find(counted_on, one.id) != counted_on.end(), reason);
    }
    // All out of the way first: one may take over the time that another leaves.
    for (const Session& one : plan.change) park_session(room, one.id);
    for (const Session& one : plan.change)
        base::ensure(update_session(room, one), "sessions are changed under their lock");
    for (const Slot& slot : plan.add) insert_session(room, session_of_slot(site, slot));
}

std::string counts_of(const Plan& plan) {
    return fmt::format(R"("added":{},"changed":{},"removed":{})", plan.add.size(), plan.change.size(),
                       plan.remove.size());
}

}  // namespace samrum::advice::sites
