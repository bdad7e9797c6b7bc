#pragma once
#include "advice/rota/model.hpp"
#include "foundation/optimise/rota.hpp"

#include <map>
#include <optional>
#include <span>
#include <vector>

// A stretch of the rota in the solver's numbers, and back.
namespace samrum::advice::rota {

/// What was read of a room in one moment.
struct Snapshot {
    std::vector<sites::Session> sessions = {};           ///< planned ones that the rota is made for, by day
    std::vector<volunteers::Volunteer> volunteers = {};  ///< by id
    std::vector<Shift> shifts = {};                      ///< of these sessions
    std::vector<Held> held = {};                         ///< all shifts of the months around, these sessions' too
};

/// The problem, and what its numbers mean. Sessions that only matter because somebody has a shift there come after
/// those that the rota is made for.
struct Period {
    optimise::rota::Problem problem;
    std::size_t own_sessions = 0;  ///< the first so many are those of the snapshot
    std::vector<SessionId> sessions;
    std::vector<VolunteerId> volunteers;
    optimise::rota::Rota taken;  ///< what stands today, in the snapshot's sessions and around

    std::optional<int> session(SessionId id) const;
    std::optional<int> volunteer(VolunteerId id) const;
    bool is_own(const optimise::rota::Shift& shift) const {
        return static_cast<std::size_t>(shift.session) < own_sessions;
    }
};

/// Volunteers who can at one of the sessions at least take part. What people have taken is fixed; what they offer to
/// others is not theirs any longer.
Period period_of(const Snapshot& snapshot);
/// The same as a repair: nothing is fixed, and what stands is to be changed as little as can be so that `mend` has all
/// that it wants.
Period repair_of(const Snapshot& snapshot, SessionId mend);

/// More pairs of sessions and volunteers than the solver is given at once.
inline constexpr std::size_t kMostSolved = 40'000;
inline std::size_t size_of(const Period& period) {
    return period.own_sessions * period.volunteers.size();
}

}  // namespace samrum::advice::rota
