#pragma once
#include "advice/sites/rules_input.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

// Single sessions: changed, cancelled, called in again, noted as held. The coordinator's (kRunAdvice); refused
// otherwise. Each takes the revision that the person saw: Problem `advice.sites.problem.changed_meanwhile`.
namespace samrum::advice::sites {

/// A session that no weekly hours give. Problems of judge_session, `advice.sites.problem.same_start`.
base::Result<SessionId> add_session(store::Session& room, const module::Caller& caller, SiteId site,
                                    const SessionInput& input);
/// Moves it, or changes what it wants; from then on a change of the hours leaves it alone. Problem
/// `advice.sites.problem.not_planned` when it is cancelled, open or held.
base::Result<base::Done> change_session(store::Session& room, const module::Caller& caller, SessionId id,
                                        std::int64_t revision, const SessionInput& input);
/// Leaves a changed session to the weekly hours again: it becomes what they say, or goes when they give none.
base::Result<base::Done> reset_session(store::Session& room, const module::Caller& caller, base::Date today,
                                       SessionId id, std::int64_t revision);
/// Cancels it for a reason that the public sees. It counts as none.
base::Result<base::Done> cancel_session(store::Session& room, const module::Caller& caller, SessionId id,
                                        std::int64_t revision, const std::string& reason_typed);
/// Takes a cancellation back.
base::Result<base::Done> restore_session(store::Session& room, const module::Caller& caller, SessionId id,
                                         std::int64_t revision);
/// Notes that a session was held, when its day was not run in the program, or mends what was noted. Problem
/// `advice.sites.problem.not_yet` before its day.
base::Result<base::Done> note_held(store::Session& room, const module::Caller& caller, base::Date today, SessionId id,
                                   std::int64_t revision, const HeldInput& input);
/// The same inside a transaction of another room of this slice (its counts go with it), already judged. False when the
/// session is no longer planned or held, or was changed since `session.revision`.
bool hold_session(store::Transaction& room, const store::Actor& who, Session session, const HeldFigures& figures);

}  // namespace samrum::advice::sites
