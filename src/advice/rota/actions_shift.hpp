#pragma once
#include "advice/rota/model.hpp"
#include "advice/rota/rules_fit.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <vector>

// What people do with shifts themselves, and the coordinator for them. Whoever writes holds the rota of the room, so
// two who take the last place at once get one place. Problems: refused, `advice.rota.problem.…`,
// `advice.rota.obstacle.…`.
namespace samrum::advice::rota {

/// The volunteer who signs in with the caller's account.
std::optional<VolunteerId> own_volunteer(store::Reader& room, const module::Caller& caller);

/// Takes a place. When every place is taken or offered, the one who has offered longest in the list is released.
base::Result<base::Done> take_shift(store::Session& room, const module::Caller& caller, base::Date today,
                                    SessionId session);
/// What leaving did.
enum class Left {
    freed,          ///< the place is free at once, beside others that were
    freed_asked,    ///< … and the session was full: who fits is asked
    offered,        ///< others are asked, and it is kept until one of them takes it
    offered_before  ///< … though they were asked today already
};
base::Result<Left> leave_shift(store::Session& room, const module::Caller& caller, base::Date today, SessionId session);
/// "I can come after all."
base::Result<base::Done> keep_shift(store::Session& room, const module::Caller& caller, base::Date today,
                                    SessionId session);
/// Leaves one and takes another, both or neither.
base::Result<Left> swap_shift(store::Session& room, const module::Caller& caller, base::Date today, SessionId from,
                              SessionId to);

/// The coordinator puts somebody in, above the wanted number too, and afterwards who came unasked; who is put in at a
/// coming session gets a letter.
base::Result<base::Done> put_shift(store::Session& room, const module::Caller& caller, base::Date today,
                                   SessionId session, VolunteerId volunteer);
/// The coordinator takes somebody out, who gets a letter.
base::Result<base::Done> drop_shift(store::Session& room, const module::Caller& caller, base::Date today,
                                    SessionId session, VolunteerId volunteer);

/// Out and in at once, as a repair suggests: all of it or nothing.
base::Result<base::Done> change_shifts(store::Session& room, const module::Caller& caller, base::Date today,
                                       const std::vector<Shift>& out, const std::vector<Shift>& in);

/// Who advised at a session and how long together, from its shifts: what closing it writes down. Those who had offered
/// their place to others did not come.
Hours hours_of(store::Reader& room, SessionId id);

// For the other actions of the rota, inside their own transaction.
inline constexpr std::string_view kRotaLock = "advice.rota";
/// Puts one in. A coordinator may put in more than are wanted, and afterwards. The letter is the caller's.
base::Result<base::Done> stand_in(store::Transaction& tx, base::Date today, const Shift& shift, bool by_coordinator,
                                  std::optional<SessionId> instead_of = std::nullopt);

}  // namespace samrum::advice::rota
