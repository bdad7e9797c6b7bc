#include "advice/rota/actions_shift.hpp"

#include "advice/rota/actions_letters.hpp"
#include "advice/rota/repository_rota.hpp"
#include "advice/rota/repository_shift.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/repository_site.hpp"
#include "advice/volunteers/repository_volunteer.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::advice::rota {
namespace {

base::Problem rota_problem(std::string_view key) {
    return base::problem("", "advice.rota.problem." + std::string(key));
}

std::string shift_json(const Shift& shift) {
    return fmt::format(R"({{"volunteer":"{}","state":"{}","source":"{}"}})", shift.volunteer.text(),
                       code_of(shift.state), code_of(shift.source));
}
void note(store::Transaction& tx, const module::Caller& caller, std::string_view what, const Shift& shift) {
    tx.journal(caller.actor(), {std::string(what), shift.session.text(), shift_json(shift)});
}

std::optional<Shift> shift_in(const std::vector<Shift>& there, VolunteerId volunteer) {
    const auto found = std::ranges::find(there, volunteer, &Shift::volunteer);
    return found == there.end() ? std::nullopt : std::optional(*found);
}

/// Is there still something to leave or keep?
bool is_coming(const sites::Session& session, base::Date today) {
    return session.state == sites::SessionState::planned && session.day >= today;
}

/// A letter about a coming session; what was is no news.
void tell(store::Transaction& tx, base::Date today, Letter::Kind kind, const Shift& shift) {
    const auto session = sites::load_session(tx, shift.session);
    if (session && is_coming(*session, today)) write_letter(tx, {kind, shift.volunteer, {shift.session}});
}

/// Somebody takes over from the first who offered, when no place is free otherwise.
void release_offered(store::Transaction& tx, const sites::Session& session, const std::vector<Shift>& there) {
    if (static_cast<int>(there.size()) < session.wants.advisers) return;
    const auto offered = std::ranges::find(there, ShiftState::offered, &Shift::state);
    if (offered == there.end()) return;
    remove_shift(tx, session.id, offered->volunteer);
    write_letter(tx, {Letter::Kind::taken_over, offered->volunteer, {session.id}});
}

/// The caller's own coming shift.
struct Own {
    sites::Session session;
    Shift shift;
};
base::Result<Own> own_shift(store::Reader& room, const module::Caller& caller, base::Date today, SessionId id) {
    const auto me = own_volunteer(room, caller);
    if (!me) return rota_problem("no_volunteer");
    const auto session = sites::load_session(room, id);
    const auto shift = session ? shift_in(shifts_of_session(room, id), *me) : std::nullopt;
    if (!shift) return rota_problem("not_yours");
    if (!is_coming(*session, today)) return rota_problem("over");
    return Own{*session, *shift};
}

Left leave(store::Transaction& tx, const module::Caller& caller, base::Date today, Own own) {
    if (today.days_until(own.session.day) >= kEarlyDays) {
        const auto there = shifts_of_session(tx, own.shift.session);
        const bool was_full = std::ranges::count(there, ShiftState::taken, &Shift::state) >= own.session.wants.advisers;
        remove_shift(tx, own.shift.session, own.shift.volunteer);
        note(tx, caller, "advice.shift_left", own.shift);
        if (!was_full) return Left::freed;
        ask_others(tx, own.shift);
        return Left::freed_asked;
    }
    own.shift.state = ShiftState::offered;
    save_shift(tx, own.shift);
    note(tx, caller, "advice.shift_offered", own.shift);
    return ask_others(tx, own.shift) ? Left::offered : Left::offered_before;
}

}  // namespace

std::optional<VolunteerId> own_volunteer(store::Reader& room, const module::Caller& caller) {
    return caller.account ? volunteers::volunteer_of_account(room, caller.account->text()) : std::nullopt;
}

base::Result<base::Done> stand_in(store::Transaction& tx, base::Date today, const Shift& shift, bool by_coordinator,
                                  std::optional<SessionId> instead_of) {
    const auto session = sites::load_session(tx, shift.session);
    const auto volunteer = volunteers::load_volunteer(tx, shift.volunteer);
    if (!session || !volunteer) return rota_problem("gone");
    const auto there = shifts_of_session(tx, shift.session);
    const base::Period near = around(session->day);
    auto held = held_between(tx, near.first(), *near.last(), shift.volunteer);
    std::erase_if(held, [&](const Held& one) { return one.session == instead_of; });
    for (Obstacle one : obstacles(*volunteer, *session, there, held, today))
        if (blocks(one) && (!by_coordinator || (one != Obstacle::full && one != Obstacle::over)))
            return base::problem("", "advice.rota.obstacle." + std::string(code_of(one)));
    release_offered(tx, *session, there);
    save_shift(tx, shift);
    forget_asking(tx, shift.session, today);
    return base::Done{};
}

base::Result<base::Done> take_shift(store::Session& room, const module::Caller& caller, base::Date today,
                                    SessionId session) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRotaLock);
        const auto me = own_volunteer(tx, caller);
        if (!me) return rota_problem("no_volunteer");
        const Shift shift{session, *me, ShiftState::taken, ShiftSource::self};
        auto stood = stand_in(tx, today, shift, false);
        if (stood) note(tx, caller, "advice.shift_taken", shift);
        return stood;
    });
}

base::Result<Left> leave_shift(store::Session& room, const module::Caller& caller, base::Date today,
                               SessionId session) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<Left> {
        tx.lock(kRotaLock);
        auto own = own_shift(tx, caller, today, session);
        if (!own) return own.problems();
        return leave(tx, caller, today, std::move(own).value());
    });
}

base::Result<base::Done> keep_shift(store::Session& room, const module::Caller& caller, base::Date today,
                                    SessionId session) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRotaLock);
        auto own = own_shift(tx, caller, today, session);
        if (!own) return own.problems();
        Shift kept = own->shift;
        kept.state = ShiftState::taken;
        save_shift(tx, kept);
        forget_asking_for(tx, kept, today);
        note(tx, caller, "advice.shift_kept", kept);
        return base::Done{};
    });
}

base::Result<Left> swap_shift(store::Session& room, const module::Caller& caller, base::Date today, SessionId from,
                              SessionId to) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<Left> {
        tx.lock(kRotaLock);
        auto own = own_shift(tx, caller, today, from);
        if (!own) return own.problems();
        const Shift wanted{to, own->shift.volunteer, ShiftState::taken, ShiftSource::self};
        const auto stood = stand_in(tx, today, wanted, false, from);
        if (!stood) return stood.problems();
        note(tx, caller, "advice.shift_taken", wanted);
        return leave(tx, caller, today, std::move(own).value());
    });
}

base::Result<base::Done> put_shift(store::Session& room, const module::Caller& caller, base::Date today,
                                   SessionId session, VolunteerId volunteer) {
    return change_shifts(room, caller, today, {}, {{session, volunteer}});
}

base::Result<base::Done> drop_shift(store::Session& room, const module::Caller& caller, base::Date today,
                                    SessionId session, VolunteerId volunteer) {
    return change_shifts(room, caller, today, {{session, volunteer}}, {});
}

base::Result<base::Done> change_shifts(store::Session& room, const module::Caller& caller, base::Date today,
                                       const std::vector<Shift>& out, const std::vector<Shift>& in) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kRotaLock);
        for (const Shift& one : out) {
            if (!remove_shift(tx, one.session, one.volunteer)) return rota_problem("gone");
            note(tx, caller, "advice.shift_removed", one);
            tell(tx, today, Letter::Kind::removed, one);
        }
        for (Shift one : in) {
            one.state = ShiftState::taken;
            one.source = ShiftSource::coordinator;
            const auto stood = stand_in(tx, today, one, true);
            if (!stood) return stood.problems();
            note(tx, caller, "advice.shift_put", one);
            tell(tx, today, Letter::Kind::put, one);
        }
        return base::Done{};
    });
}

Hours hours_of(store::Reader& room, SessionId id) {
    const auto session = sites::load_session(room, id);
    if (!session) return {};
    const auto there = shifts_of_session(room, id);
    const auto came = static_cast<int>(std::ranges::count(there, ShiftState::taken, &Shift::state));
    return {came, came * (session->ends.minutes - session->starts.minutes)};
}

}  // namespace samrum::advice::rota
