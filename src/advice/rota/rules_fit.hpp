#pragma once
#include "advice/rota/model.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Who fits a session. Missing training and what somebody usually can warn; they block nobody who wants to come.
namespace samrum::advice::rota {

enum class Obstacle {
    over,       ///< the day is past, or the session is open or held
    cancelled,  ///< the session is not going to be
    left,       ///< the volunteer is not in the rota that day
    on_break,
    has_it,    ///< stands there already
    clash,     ///< has another session at that time
    travel,    ///< has another session too near in time at another site
    full,      ///< every place is taken
    limit,     ///< has as many shifts that month as wanted: a warning
    not_then,  ///< said other days or sites: a warning
    untrained  ///< a warning
};
std::string_view code_of(Obstacle obstacle);  ///< "clash"; its words are `advice.rota.obstacle.<code>`
/// Does it stand in the way, or only warn?
bool blocks(Obstacle obstacle);

/// Everything against the volunteer at the session, blocking ones first. `held`: shifts of that month and of the days
/// beside, of anybody; `there`: the session's own.
std::vector<Obstacle> obstacles(const volunteers::Volunteer& volunteer, const sites::Session& session,
                                std::span<const Shift> there, std::span<const Held> held, base::Date today);
/// Nothing blocks.
bool may_take(const std::vector<Obstacle>& obstacles);
/// Nothing blocks, the day suits and the month has room: who is asked, and whom the solver may suggest.
bool fits(const std::vector<Obstacle>& obstacles);

/// The month of a day and the days beside it: what `obstacles` wants to know of.
base::Period around(base::Date day);

/// How a session suits what the volunteer said: gladly where this very site was named, fine on a day without a site or
/// when nothing was said at all.
enum class Suits { no, rather_not, fine, gladly };
Suits suits(const volunteers::Volunteer& volunteer, const sites::Session& session);

}  // namespace samrum::advice::rota
