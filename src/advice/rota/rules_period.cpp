#include "advice/rota/rules_period.hpp"

#include "advice/rota/rules_coverage.hpp"
#include "advice/rota/rules_fit.hpp"
#include "advice/sites/model_words.hpp"

#include <algorithm>
#include <set>

namespace samrum::advice::rota {
namespace {

namespace solver = optimise::rota;
using volunteers::Volunteer;

std::vector<int> numbers_of(const std::vector<std::string>& codes) {
    std::vector<int> numbers;
    for (const std::string& code : codes)
        if (const Language* found = language_of(code)) numbers.push_back(static_cast<int>(found - languages().data()));
    return numbers;
}

/// Site ids as numbers.
class Sites {
  public:
    int number(sites::SiteId id) { return by_id_.try_emplace(id, static_cast<int>(by_id_.size())).first->second; }
    std::vector<std::vector<int>> travel() const {
        std::vector<std::vector<int>> minutes(by_id_.size(), std::vector<int>(by_id_.size(), kTravelMinutes));
        for (std::size_t i = 0; i < minutes.size(); ++i) minutes[i][i] = 0;
        return minutes;
    }

  private:
    std::map<sites::SiteId, int> by_id_;
};

solver::Session session_of(base::Date day, base::ClockTime starts, base::ClockTime ends, int site) {
    solver::Session made;
    made.day = base::Date().days_until(day);
    made.starts = starts.minutes;
    made.ends = ends.minutes;
    made.month = day.year() * 12 + static_cast<int>(day.month()) - 1;
    made.site = site;
    return made;
}

solver::Wish wish_of(const Volunteer& volunteer, const sites::Session& session) {
    if (!volunteer.is_there_on(session.day)) return solver::Wish::no;
    return static_cast<solver::Wish>(suits(volunteer, session));
}
static_assert(static_cast<int>(Suits::gladly) == static_cast<int>(solver::Wish::gladly));

solver::Volunteer volunteer_of(const Volunteer& one, const Snapshot& snapshot) {
    solver::Volunteer made;
    made.languages = numbers_of(one.languages);
    made.experienced = one.experienced;
    made.background = static_cast<solver::Background>(one.background);
    made.most_a_month = one.most_shifts;
    for (const sites::Session& session : snapshot.sessions) made.wishes.push_back(wish_of(one, session));
    return made;
}
static_assert(static_cast<int>(volunteers::Background::newcomer) == static_cast<int>(solver::Background::newcomer));

class PeriodMaker {
  public:
    explicit PeriodMaker(const Snapshot& snapshot) : snapshot_(snapshot) {
        for (const sites::Session& one : snapshot.sessions) add_session(one);
        made_.own_sessions = made_.sessions.size();
        add_volunteers();
        for (const Shift& one : snapshot.shifts) add_shift(one);
        for (const Held& one : snapshot.held) add_held(one);
        made_.problem.travel = sites_.travel();
    }
    Period take() { return std::move(made_); }

  private:
    void add_session(const sites::Session& one) {
        solver::Session made = session_of(one.day, one.starts, one.ends, sites_.number(one.site));
        made.advisers = one.wants.advisers;
        made.languages = numbers_of(one.wants.languages);
        made.experienced = one.wants.experienced;
        made.mixed = one.wants.mixed;
        made_.problem.sessions.push_back(std::move(made));
        made_.sessions.push_back(one.id);
    }
    void add_volunteers() {
        std::set<VolunteerId> there;
        for (const Shift& one : snapshot_.shifts) there.insert(one.volunteer);
        for (const Volunteer& one : snapshot_.volunteers) {
            solver::Volunteer made = volunteer_of(one, snapshot_);
            const bool can = std::ranges::any_of(made.wishes, [](solver::Wish w) { return w != solver::Wish::no; });
            if (!can && !there.contains(one.id)) continue;
            made_.problem.volunteers.push_back(std::move(made));
            made_.volunteers.push_back(one.id);
        }
    }
    void add_shift(const Shift& one) {
        const auto session = made_.session(one.session), volunteer = made_.volunteer(one.volunteer);
        if (!session || !volunteer) return;
        const solver::Shift shift{*session, *volunteer};
        if (one.state == ShiftState::offered) return made_.problem.forbidden.push_back(shift);
        made_.taken.push_back(shift);
        made_.problem.fixed.push_back(shift);
    }
    /// A shift elsewhere: its session stands with exactly those who have it.
    void add_held(const Held& one) {
        if (one.state == ShiftState::offered) return;
        const auto known = made_.session(one.session);
        const auto volunteer = made_.volunteer(one.volunteer);
        if (!volunteer || (known && static_cast<std::size_t>(*known) < made_.own_sessions)) return;
        const int number = known ? *known : static_cast<int>(made_.sessions.size());
        if (!known) {
            made_.problem.sessions.push_back(session_of(one.day, one.starts, one.ends, sites_.number(one.site)));
            made_.sessions.push_back(one.session);
            for (solver::Volunteer& each : made_.problem.volunteers) each.wishes.push_back(solver::Wish::no);
        }
        ++made_.problem.sessions[static_cast<std::size_t>(number)].advisers;
        made_.problem.volunteers[static_cast<std::size_t>(*volunteer)].wishes[static_cast<std::size_t>(number)] =
            solver::Wish::gladly;
        made_.taken.push_back({number, *volunteer});
        made_.problem.fixed.push_back({number, *volunteer});
    }

    const Snapshot& snapshot_;
    Sites sites_;
    Period made_;
};

}  // namespace

std::optional<int> Period::session(SessionId id) const {
    const auto found = std::ranges::find(sessions, id);
    return found == sessions.end() ? std::nullopt : std::optional(static_cast<int>(found - sessions.begin()));
}
std::optional<int> Period::volunteer(VolunteerId id) const {
    const auto found = std::ranges::lower_bound(volunteers, id);
    return found != volunteers.end() && *found == id ? std::optional(static_cast<int>(found - volunteers.begin()))
                                                     : std::nullopt;
}

Period period_of(const Snapshot& snapshot) {
    return PeriodMaker(snapshot).take();
}

Period repair_of(const Snapshot& snapshot, SessionId mend) {
    Period made = PeriodMaker(snapshot).take();
    made.problem.before = made.taken;
    std::erase_if(made.problem.fixed, [&](const solver::Shift& one) { return made.is_own(one); });
    if (const auto session = made.session(mend)) made.problem.mend = {*session};
    return made;
}

}  // namespace samrum::advice::rota
