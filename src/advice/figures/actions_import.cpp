#include "advice/figures/actions_import.hpp"

#include "advice/sheets/actions_close.hpp"
#include "advice/sheets/repository_count.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/repository_site.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace samrum::advice::figures {
namespace {

/// Held by whoever changes the sessions of a room (advice/sites).
constexpr std::string_view kSessionsLockName = "advice.sessions";

struct PlannedSession {
    CountedLine line;
    sites::Session session;
    bool is_new = false;
    bool already_there = false;
};
struct CountsPlan {
    std::vector<PlannedSession> sessions;
    CountsReport report;
};

base::Problem line_problem(const CountedLine& line, const char* field, const char* key, base::MessageArgs args = {}) {
    base::Problem one = base::problem(field, key, std::move(args));
    one.line = line.line;
    return one;
}

const sites::Site* site_named(const std::vector<sites::Site>& sites, const std::string& written) {
    const std::string folded = text::folded(written);
    const auto found = std::ranges::find_if(
        sites, [&](const sites::Site& one) { return one.slug == written || text::folded(one.name) == folded; });
    return found == sites.end() ? nullptr : &*found;
}

/// The session of that site and clock, as it is in the room or as it will be.
PlannedSession planned_session(store::Reader& room, const CountedLine& line, const sites::Site& site) {
    PlannedSession planned{line, {}, true, false};
    for (const sites::Session& one : sites::sessions_between(room, line.day, line.day, site.id))
        if (one.starts == line.starts) planned.session = one, planned.is_new = false;
    if (planned.is_new) {
        planned.session.id = sites::SessionId::ordered();
        planned.session.site = site.id;
        planned.session.day = line.day;
        planned.session.starts = line.starts;
    }
    planned.already_there = planned.session.state != sites::SessionState::planned;
    sites::Session& session = planned.session;
    session.ends = line.ends;
    session.edited = true;
    session.state = line.cancelled ? sites::SessionState::cancelled : sites::SessionState::held;
    session.advisers = line.advisers;
    session.minutes = line.minutes;
    return planned;
}

base::Result<CountsPlan> plan_counts(store::Reader& room, base::Date today, std::string_view bytes) {
    const auto lines = read_counts_file(bytes);
    if (!lines) return lines.problems();
    base::ProblemList problems;
    CountsPlan plan;
    const auto sites = sites::load_sites(room);
    std::set<std::tuple<std::string, base::Date, base::ClockTime>> seen;
    for (const CountedLine& line : *lines) {
        const sites::Site* site = site_named(sites, line.site);
        if (!site) {
            problems.add(line_problem(line, "plats", "advice.file.no_such_site", {{"name", line.site}}));
            continue;
        }
        if (line.day > today) problems.add(line_problem(line, "datum", "advice.file.not_yet"));
        if (!seen.emplace(site->slug, line.day, line.starts).second)
            problems.add(line_problem(line, "datum", "advice.file.twice"));
        plan.sessions.push_back(planned_session(room, line, *site));
        ++plan.report.lines;
        ++(plan.sessions.back().already_there ? plan.report.already_there : plan.report.fresh);
    }
    if (!problems.empty()) return problems.all();
    return plan;
}

void save_session(store::Transaction& tx, const PlannedSession& one) {
    if (one.is_new)
        sites::insert_session(tx, one.session);
    else
        base::ensure(sites::update_session(tx, one.session), "the session is locked while it is read in");
    if (one.session.state == sites::SessionState::held) sheets::add_counts(tx, one.session, one.line.counts);
}

}  // namespace

base::Result<CountsReport> check_counts(store::Session& room, const module::Caller& caller, base::Date today,
                                        std::string_view bytes) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) -> base::Result<CountsReport> {
        const auto plan = plan_counts(reader, today, bytes);
        if (!plan) return plan.problems();
        return plan->report;
    });
}

base::Result<CountsReport> import_counts(store::Session& room, const module::Caller& caller, base::Date today,
                                         std::string_view bytes) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<CountsReport> {
        tx.lock(kSessionsLockName);
        const auto plan = plan_counts(tx, today, bytes);
        if (!plan) return plan.problems();
        for (const PlannedSession& one : plan->sessions)
            if (!one.already_there) save_session(tx, one);
        tx.journal(caller.actor(),
                   {"advice.counts_imported", "",
                    fmt::format(R"({{"lines":{},"fresh":{}}})", plan->report.lines, plan->report.fresh)});
        return plan->report;
    });
}

}  // namespace samrum::advice::figures
