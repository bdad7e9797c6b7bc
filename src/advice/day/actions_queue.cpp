#include "advice/day/actions_queue.hpp"

#include "advice/day/repository_day.hpp"
#include "advice/day/rules_code.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/repository_site.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "foundation/store/secrets.hpp"

#include <algorithm>

namespace samrum::advice::day {
namespace {

constexpr int kMostDesks = 30;

std::vector<std::byte> owner_hash(std::string_view owner) {
    const store::Hash hash = store::blake2b(owner);
    return {hash.begin(), hash.end()};
}

base::Problem queue_is_full() {
    return base::problem("", "advice.day.problem.full");
}

/// The next number of an open session; its lock is held.
base::Result<int> add_ticket(store::Transaction& tx, SessionId session, Ticket ticket) {
    auto open = open_session(tx, session);
    if (!open) return closed_meanwhile();
    if (open->full && ticket.channel != Channel::booked && ticket.channel != Channel::host) return queue_is_full();
    if (open->last_number >= kMostNumbers) return queue_is_full();
    ticket.id = TicketId::random();
    ticket.session = session;
    ticket.number = ++open->last_number;
    insert_ticket(tx, ticket);
    save_open(tx, *open);
    return ticket.number;
}

/// Loads a ticket under the lock of its session, and saves what `change` makes of it.
template <class Change>
base::Result<base::Done> change_ticket(store::Transaction& tx, const std::optional<Ticket>& found, Change&& change) {
    if (!found) return closed_meanwhile();
    tx.lock(lock_of(found->session));
    auto ticket = load_ticket(tx, found->id);
    if (!ticket) return closed_meanwhile();
    if (const auto wrong = change(*ticket)) return *wrong;
    if (!update_ticket(tx, *ticket)) return changed_meanwhile();
    return base::Done{};
}

using Wrong = std::optional<base::Problem>;

Wrong leave_queue(Ticket& ticket, base::Instant now) {
    if (ticket.state != TicketState::waiting && ticket.state != TicketState::called) return changed_meanwhile();
    ticket.state = TicketState::left;
    ticket.ended = now;
    ticket.undo.clear();
    return std::nullopt;
}

Wrong take_needs(Ticket& ticket, const Assessment& needs) {
    if (is_over(ticket.state)) return changed_meanwhile();
    ticket.needs = needs;
    return std::nullopt;
}

}  // namespace

base::Result<int> count_in(store::Session& room, const module::Caller& caller, SessionId session, int people,
                           const Assessment& needs, base::Instant now) {
    if (!may(caller, kAdvise)) return module::refusal();
    if (people < 1 || people > kMostPeople) return base::problem("people", "advice.day.problem.people");
    return room.transaction([&](store::Transaction& tx) {
        tx.lock(lock_of(session));
        Ticket ticket;
        ticket.needs = needs;
        ticket.people = people;
        ticket.arrived = now;
        return add_ticket(tx, session, std::move(ticket));
    });
}

base::Result<base::Done> assess(store::Session& room, const module::Caller& caller, TicketId id,
                                const Assessment& needs, int people) {
    if (!may(caller, kAdvise)) return module::refusal();
    if (people < 1 || people > kMostPeople) return base::problem("people", "advice.day.problem.people");
    return room.transaction([&](store::Transaction& tx) {
        return change_ticket(tx, load_ticket(tx, id), [&](Ticket& ticket) {
            ticket.people = people;
            return take_needs(ticket, needs);
        });
    });
}

base::Result<base::Done> gave_up(store::Session& room, const module::Caller& caller, TicketId id, base::Instant now) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) {
        return change_ticket(tx, load_ticket(tx, id), [&](Ticket& ticket) { return leave_queue(ticket, now); });
    });
}

base::Result<OwnNumber> take_number(store::Session& room, std::string_view slug, std::string_view secret,
                                    Channel channel, const Assessment& needs, base::Instant now,
                                    std::string_view owner) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<OwnNumber> {
        const auto site = sites::site_by_slug(tx, slug);
        const auto found = open_by_secret(tx, secret);
        const auto session = found ? sites::load_session(tx, found->session) : std::nullopt;
        if (!site || !session || session->site != site->id) return closed_meanwhile();
        const bool wanted = channel == Channel::kiosk ? site->kiosk : site->phone_tickets;
        if (!wanted) return module::refusal();
        tx.lock(lock_of(session->id));
        Ticket ticket;
        ticket.needs = needs;
        ticket.channel = channel;
        ticket.arrived = now;
        OwnNumber own;
        if (channel == Channel::phone) {
            own.owner = is_owner_secret(owner) ? std::string(owner) : new_owner_secret();
            if (const auto held = ticket_of_owner(tx, owner_hash(own.owner))) {
                if (held->session == session->id && !is_over(held->state)) return OwnNumber{held->number, own.owner};
                own.owner = new_owner_secret();
            }
            ticket.owner = owner_hash(own.owner);
        }
        const auto number = add_ticket(tx, session->id, std::move(ticket));
        if (!number) return number.problems();
        own.number = *number;
        return own;
    });
}

std::optional<OwnTicket> own_ticket(store::Session& room, std::string_view slug, std::string_view owner) {
    const auto ticket = ticket_of_owner(room, owner_hash(owner));
    const auto open = ticket ? open_session(room, ticket->session) : std::nullopt;
    if (!open) return std::nullopt;
    auto day = view_by_secret(room, slug, open->secret);
    if (!day || !day->session) return std::nullopt;
    const auto own = std::ranges::find(day->tickets, ticket->id, &Ticket::id);
    if (own == day->tickets.end()) return std::nullopt;
    return OwnTicket{*day, *own};
}

base::Result<base::Done> assess_own(store::Session& room, std::string_view owner, const Assessment& needs) {
    return room.transaction([&](store::Transaction& tx) {
        return change_ticket(tx, ticket_of_owner(tx, owner_hash(owner)),
                             [&](Ticket& ticket) { return take_needs(ticket, needs); });
    });
}

base::Result<base::Done> cancel_own(store::Session& room, std::string_view owner, base::Instant now) {
    return room.transaction([&](store::Transaction& tx) {
        return change_ticket(tx, ticket_of_owner(tx, owner_hash(owner)),
                             [&](Ticket& ticket) { return leave_queue(ticket, now); });
    });
}

base::Result<base::Done> sit_down(store::Session& room, const module::Caller& caller, SessionId session,
                                  const Desk& desk, bool take_over) {
    if (!may(caller, kAdvise)) return module::refusal();
    if (desk.number < 1 || desk.number > kMostDesks) return base::problem("desk", "advice.day.problem.desk");
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(lock_of(session));
        if (!open_session(tx, session)) return closed_meanwhile();
        // Who has no volunteer's profile cannot be told from others, and is asked too.
        const bool taken = std::ranges::any_of(desks_of(tx, session), [&](const Desk& one) {
            return one.open && one.number == desk.number && (one.volunteer.empty() || one.volunteer != desk.volunteer);
        });
        if (taken && !take_over) return base::problem("desk", "advice.day.problem.desk_taken");
        save_desk(tx, session, desk);
        return base::Done{};
    });
}

base::Result<base::Done> leave_desk(store::Session& room, const module::Caller& caller, SessionId session, int number) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(lock_of(session));
        for (Ticket ticket : tickets_of(tx, session)) {
            if (ticket.desk != number || is_over(ticket.state)) continue;
            if (ticket.state == TicketState::with_adviser) return base::problem("", "advice.day.problem.still_there");
            ticket.state = TicketState::waiting;
            ticket.desk.reset();
            ticket.undo.clear();
            base::ensure(update_ticket(tx, ticket), "nobody else changes the queue under its lock");
        }
        for (Desk desk : desks_of(tx, session)) {
            if (desk.number != number) continue;
            desk.open = false;
            save_desk(tx, session, desk);
        }
        return base::Done{};
    });
}

OwnSkills own_skills(store::Session& room, const module::Caller& caller) {
    if (!caller.account) return {};
    const auto id = volunteers::volunteer_of_account(room, caller.account->text());
    const auto volunteer = id ? volunteers::load_volunteer(room, *id) : std::nullopt;
    if (!volunteer) return {};
    return {volunteer->id.text(), volunteer->languages, volunteer->experienced};
}

base::Result<base::Done> step(store::Session& room, const module::Caller& caller, TicketId id, int desk, Step what,
                              base::Instant now, std::optional<int> to_desk) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) {
        return change_ticket(tx, load_ticket(tx, id), [&](Ticket& ticket) -> Wrong {
            const auto desks = desks_of(tx, ticket.session);
            free_of_left_desk(ticket, desks);
            if (!may_step(ticket, desk, what)) return changed_meanwhile();
            if (what == Step::hand_over && to_desk && !is_open_desk(desks, *to_desk))
                return base::problem("", "advice.day.problem.desk_left");
            const auto tickets = tickets_of(tx, ticket.session);
            const Ticket* served = ticket_at(tickets, desk);
            const bool takes = what == Step::call || what == Step::undo;
            if (takes && served && served->id != ticket.id) return base::problem("", "advice.day.problem.still_there");
            ticket = after_step(ticket, desk, what, now);
            if (what == Step::hand_over) ticket.desk = to_desk;
            return std::nullopt;
        });
    });
}

base::Result<Suggestion> call_next(store::Session& room, const module::Caller& caller, SessionId session, int desk,
                                   base::Instant now) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<Suggestion> {
        tx.lock(lock_of(session));
        const auto tickets = tickets_of(tx, session);
        if (ticket_at(tickets, desk)) return base::problem("", "advice.day.problem.still_there");
        auto next = suggest_next(tickets, desks_of(tx, session), desk, now);
        if (!next) return base::problem("", "advice.day.problem.nobody");
        next->ticket = after_step(next->ticket, desk, Step::call, now);
        if (!update_ticket(tx, next->ticket)) return changed_meanwhile();
        return *next;
    });
}

}  // namespace samrum::advice::day
