#include "advice/sites/actions_session.hpp"

#include "advice/sites/actions_plan.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/repository_hours.hpp"
#include "advice/sites/repository_site.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::advice::sites {
namespace {

using base::problem;

/// The session as the person saw it; problems when it is gone or was changed meanwhile.
base::Result<Session> session_seen(store::Reader& room, SessionId id, std::int64_t revision) {
    auto session = load_session(room, id);
    if (!session) return problem("", "advice.sites.problem.gone");
    if (session->revision != revision) return problem("", "advice.sites.problem.changed_meanwhile");
    return *std::move(session);
}
base::Result<Session> session_in(store::Reader& room, SessionId id, std::int64_t revision, SessionState state) {
    auto session = session_seen(room, id, revision);
    if (session && session->state != state) return problem("", "advice.sites.problem.not_planned");
    return session;
}

Site site_of_session(store::Reader& room, const Session& session) {
    auto site = load_site(room, session.site);
    base::ensure(site.has_value(), "a session's site stays as long as the session");
    return *std::move(site);
}

std::string session_detail(const Session& one) {
    return fmt::format(R"({{"site":"{}","day":"{}","starts":"{}","ends":"{}","state":"{}"}})", one.site.text(),
                       one.day.iso(), one.starts.iso(), one.ends.iso(), code_of(one.state));
}

/// Whether the weekly hours give just this session, so that no person's hand shows in it any more.
bool is_as_the_hours_say(store::Reader& room, const Session& one) {
    if (!one.slot_day) return false;
    const auto slots =
        slots_of(load_hours(room, site_of_session(room, one), *one.slot_day), *one.slot_day, *one.slot_day);
    return std::ranges::any_of(slots, [&](const Slot& slot) { return is_as(one, slot); });
}

void save(store::Transaction& tx, const module::Caller& caller, const Session& session, std::string_view what) {
    base::ensure(update_session(tx, session), "sessions are changed under their lock");
    tx.journal(caller.actor(), {std::string(what), session.id.text(), session_detail(session)});
}

}  // namespace

base::Result<SessionId> add_session(store::Session& room, const module::Caller& caller, SiteId site_id,
                                    const SessionInput& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<SessionId> {
        tx.lock(kSessionsLock);
        const auto site = load_site(tx, site_id);
        if (!site) return problem("", "advice.sites.problem.gone");
        Session fresh;
        fresh.id = SessionId::ordered();
        fresh.site = site_id;
        fresh.edited = true;
        const auto session = judge_session(input, *site, fresh);
        if (!session) return session.problems();
        if (is_taken(tx, site_id, session->day, session->starts, session->id))
            return problem("starts", "advice.sites.problem.same_start");
        insert_session(tx, *session);
        tx.journal(caller.actor(), {"advice.session_added", session->id.text(), session_detail(*session)});
        return session->id;
    });
}

base::Result<base::Done> change_session(store::Session& room, const module::Caller& caller, SessionId id,
                                        std::int64_t revision, const SessionInput& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kSessionsLock);
        const auto old = session_in(tx, id, revision, SessionState::planned);
        if (!old) return old.problems();
        auto session = judge_session(input, site_of_session(tx, *old), *old);
        if (!session) return session.problems();
        if (is_taken(tx, old->site, session->day, session->starts, id))
            return problem("starts", "advice.sites.problem.same_start");
        session.value().edited = true;
        save(tx, caller, *session, "advice.session_changed");
        return base::Done{};
    });
}

base::Result<base::Done> reset_session(store::Session& room, const module::Caller& caller, base::Date today,
                                       SessionId id, std::int64_t revision) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kSessionsLock);
        auto session = session_in(tx, id, revision, SessionState::planned);
        if (!session) return session.problems();
        if (!session->rule || !session->slot_day) return problem("", "advice.sites.problem.extra");
        session.value().edited = false;
        save(tx, caller, *session, "advice.session_reset");
        const base::Date day = *session->slot_day;
        const Hours hours = load_hours(tx, site_of_session(tx, *session), day);
        carry_out(tx, session->site, plan_between(tx, hours, day, std::min(day, horizon(today))), "");
        return base::Done{};
    });
}

base::Result<base::Done> cancel_session(store::Session& room, const module::Caller& caller, SessionId id,
                                        std::int64_t revision, const std::string& reason_typed) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    const auto reason = judge_reason(reason_typed);
    if (!reason) return reason.problems();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kSessionsLock);
        auto session = session_in(tx, id, revision, SessionState::planned);
        if (!session) return session.problems();
        Session one = *std::move(session);
        one.state = SessionState::cancelled;
        one.edited = true;
        one.reason = *reason;
        save(tx, caller, one, "advice.session_cancelled");
        return base::Done{};
    });
}

base::Result<base::Done> restore_session(store::Session& room, const module::Caller& caller, SessionId id,
                                         std::int64_t revision) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kSessionsLock);
        auto session = session_in(tx, id, revision, SessionState::cancelled);
        if (!session) return session.problems();
        Session one = *std::move(session);
        one.state = SessionState::planned;
        one.reason.clear();
        // A person said that it takes place, whatever the hours say later; unless they say the same now.
        one.edited = !is_as_the_hours_say(tx, one);
        save(tx, caller, one, "advice.session_restored");
        return base::Done{};
    });
}

bool hold_session(store::Transaction& room, const store::Actor& who, Session session, const HeldFigures& figures) {
    if (session.state != SessionState::planned && session.state != SessionState::held) return false;
    session.state = SessionState::held;
    session.advisers = figures.advisers;
    session.minutes = figures.minutes;
    if (!update_session(room, session)) return false;
    room.journal(who, {"advice.session_held", session.id.text(), session_detail(session)});
    return true;
}

base::Result<base::Done> note_held(store::Session& room, const module::Caller& caller, base::Date today, SessionId id,
                                   std::int64_t revision, const HeldInput& input) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    const auto figures = judge_held(input);
    if (!figures) return figures.problems();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kSessionsLock);
        const auto session = session_seen(tx, id, revision);
        if (!session) return session.problems();
        if (session->day > today) return problem("", "advice.sites.problem.not_yet");
        if (!hold_session(tx, caller.actor(), *session, *figures))
            return problem("", "advice.sites.problem.not_planned");
        return base::Done{};
    });
}

}  // namespace samrum::advice::sites
