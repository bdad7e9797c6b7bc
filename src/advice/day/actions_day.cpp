#include "advice/day/actions_day.hpp"

#include "advice/day/repository_day.hpp"
#include "advice/day/rules_close.hpp"
#include "advice/day/rules_code.hpp"
#include "advice/sheets/actions_close.hpp"
#include "advice/sheets/repository_count.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/repository_site.hpp"
#include "foundation/store/scrub.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace samrum::advice::day {
namespace {

constexpr std::string_view kOpenTopic = "day/";
const store::Actor kNight{"system", "system"};

void fill(store::Reader& room, DayView& view) {
    if (!view.session) return;
    view.open = open_session(room, view.session->id);
    view.tickets = tickets_of(room, view.session->id);
    view.desks = desks_of(room, view.session->id);
    view.bookings = bookings_of(room, view.session->id);
    view.with_sheet = sheets::tickets_with_sheet(room, view.session->id);
}

/// The counts of a session, and nothing else of it, in the closing transaction.
void count_and_forget(store::Transaction& tx, sites::Session session, const Held& held) {
    const auto tickets = tickets_of(tx, session.id);
    const auto counts = counts_of_queue(tickets, desks_of(tx, session.id), sheets::tickets_with_sheet(tx, session.id));
    sheets::counts_of_open_session(tx, session);
    sheets::add_counts(tx, session, counts);
    remove_day(tx, session.id);
    remove_bookings(tx, session.id);
    session.state = sites::SessionState::held;
    session.advisers = held.advisers;
    session.minutes = held.minutes;
    base::ensure(sites::update_session(tx, session), "nobody else changes the session under its lock");
    tx.journal_anonymous({"advice.queue_counted",
                          session.id.text(),
                          session.day,
                          {{"tickets", static_cast<std::int64_t>(tickets.size())}},
                          {}});
}

/// Who sat at a desk, and how long if each stayed the whole session.
Held held_as_planned(std::span<const Desk> desks, const sites::Session& session) {
    std::set<std::string> people;
    int unnamed = 0;
    for (const Desk& one : desks) {
        if (one.volunteer.empty())
            ++unnamed;
        else
            people.insert(one.volunteer);
    }
    const int advisers = static_cast<int>(people.size()) + unnamed;
    return {advisers, advisers * (session.ends.minutes - session.starts.minutes)};
}

template <class Change>
base::Result<base::Done> change_open(store::Session& room, const module::Caller& caller, SessionId session,
                                     Change&& change) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(lock_of(session));
        auto open = open_session(tx, session);
        if (!open) return closed_meanwhile();
        change(*open);
        save_open(tx, *open);
        return base::Done{};
    });
}

}  // namespace

std::string lock_of(SessionId session) {
    return "advice/day/" + session.text();
}
std::string staff_topic(store::RoomId room) {
    return "room/" + room.text() + "/advice";
}
std::string live_topic(store::RoomId room, const OpenSession& open) {
    return staff_topic(room) + "/" + std::string(kOpenTopic) + open.secret;
}
bool is_open_topic(store::Reader& room, std::string_view below) {
    return below.starts_with(kOpenTopic) && open_by_secret(room, below.substr(kOpenTopic.size())).has_value();
}

base::Result<DayView> day_view(store::Session& room, const module::Caller& caller, base::Date today,
                               std::string_view slug) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) -> base::Result<DayView> {
        const auto site = sites::site_by_slug(reader, slug);
        if (!site) return module::refusal();
        DayView view{*site};
        view.today = sites::sessions_between(reader, today, today, site->id);
        for (const auto& one : view.today)
            if (one.state == sites::SessionState::open) view.session = one;
        fill(reader, view);
        return view;
    });
}

std::optional<DayView> view_by_secret(store::Session& room, std::string_view slug, std::string_view secret) {
    return room.snapshot([&](store::Reader& reader) -> std::optional<DayView> {
        const auto site = sites::site_by_slug(reader, slug);
        if (!site) return std::nullopt;
        DayView view{*site};
        const auto open = open_by_secret(reader, secret);
        const auto session = open ? sites::load_session(reader, open->session) : std::nullopt;
        if (session && session->site == site->id) view.session = session;
        fill(reader, view);
        return view;
    });
}

bool is_open(store::Session& room, sites::SiteId site, base::Date today) {
    return room.snapshot([&](store::Reader& reader) {
        return std::ranges::any_of(sites::sessions_between(reader, today, today, site),
                                   [](const sites::Session& one) { return one.state == sites::SessionState::open; });
    });
}

base::Result<base::Done> open_day(store::Session& room, const module::Caller& caller, base::Date today, SessionId id) {
    if (!may(caller, kAdvise)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(lock_of(id));
        auto session = sites::load_session(tx, id);
        if (!session) return module::refusal();
        if (session->state == sites::SessionState::open) return base::Done{};
        if (session->state != sites::SessionState::planned || session->day != today)
            return base::problem("", "advice.day.problem.not_today");
        for (const auto& other : sites::sessions_between(tx, today, today, session->site))
            if (other.state == sites::SessionState::open) return base::problem("", "advice.day.problem.another_open");
        session->state = sites::SessionState::open;
        base::ensure(sites::update_session(tx, *session), "nobody else changes the session under its lock");
        save_open(tx, {session->id, new_day_secret()});
        tx.journal(caller.actor(), {"advice.opened", id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> close_day(store::Session& room, const module::Caller& caller, SessionId id, const Held& held,
                                   bool not_held) {
    if (!may(caller, kAdvise)) return module::refusal();
    base::ProblemList wrong;
    if (held.advisers < 0 || held.advisers > 100) wrong.add(base::problem("advisers", "advice.day.problem.advisers"));
    if (held.minutes < 0 || held.minutes > 100 * 24 * 60) wrong.add(base::problem("hours", "advice.day.problem.hours"));
    if (!wrong.empty()) return wrong.all();
    auto closed = room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(lock_of(id));
        auto session = sites::load_session(tx, id);
        if (!session || session->state != sites::SessionState::open) return closed_meanwhile();
        if (!not_held) {
            count_and_forget(tx, *session, held);
            tx.journal(caller.actor(),
                       {"advice.closed", id.text(), fmt::format(R"({{"advisers":{}}})", held.advisers)});
            return base::Done{};
        }
        const auto tickets = tickets_of(tx, id);
        const bool helped = std::ranges::any_of(tickets, [](const Ticket& one) {
            return one.state != TicketState::waiting && one.state != TicketState::left;
        });
        if (helped || !sheets::tickets_with_sheet(tx, id).empty())
            return base::problem("", "advice.day.problem.has_been_held");
        remove_day(tx, id);
        session->state = sites::SessionState::planned;
        base::ensure(sites::update_session(tx, *session), "nobody else changes the session under its lock");
        tx.journal(caller.actor(), {"advice.not_held", id.text(), "{}"});
        return base::Done{};
    });
    // What the rows held is now overwritten in the files too; where somebody still reads, the night does it.
    if (closed) try {
            store::scrub_transient(room);
        } catch (const base::Fault&) {
        }
    return closed;
}

base::Result<base::Done> renew_secret(store::Session& room, const module::Caller& caller, SessionId session) {
    return change_open(room, caller, session, [](OpenSession& open) { open.secret = new_day_secret(); });
}
base::Result<base::Done> set_full(store::Session& room, const module::Caller& caller, SessionId session, bool full) {
    return change_open(room, caller, session, [&](OpenSession& open) { open.full = full; });
}

int close_forgotten(store::Session& room, base::Date today) {
    int closed = 0;
    for (const OpenSession& one : open_sessions(room)) {
        const bool done = room.transaction([&](store::Transaction& tx) {
            tx.lock(lock_of(one.session));
            const auto session = sites::load_session(tx, one.session);
            if (session && session->day >= today) return false;
            if (session && session->state == sites::SessionState::open) {
                count_and_forget(tx, *session, held_as_planned(desks_of(tx, one.session), *session));
                tx.journal(kNight, {"advice.closed", one.session.text(), "{}"});
            } else {
                remove_day(tx, one.session);
            }
            return true;
        });
        if (done) ++closed;
    }
    room.transaction([&](store::Transaction& tx) { remove_past_bookings(tx, today); });
    store::scrub_transient(room);
    return closed;
}

}  // namespace samrum::advice::day
