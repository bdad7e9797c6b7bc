#include "advice/rota/actions_letters.hpp"

#include "advice/rota/repository_rota.hpp"
#include "advice/rota/repository_shift.hpp"
#include "advice/rota/rules_fit.hpp"
#include "advice/sites/repository_site.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "directory/actions_person.hpp"
#include "directory/actions_room.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"

#include <nlohmann/json.hpp>

namespace samrum::advice::rota {
namespace {

constexpr std::string_view kKinds[] = {"put", "removed", "taken_over", "offered", "reminder", "cancelled"};
constexpr int kRemindDays = 2;      ///< a shift is reminded of so many days ahead
constexpr int kCancelledDays = 90;  ///< cancelled sessions are looked for so far ahead

std::string letter_json(const Letter& letter) {
    nlohmann::ordered_json json{{"kind", kKinds[static_cast<std::size_t>(letter.kind)]}, {"to", letter.to.text()}};
    for (const SessionId& one : letter.sessions) json["sessions"].push_back(one.text());
    return json.dump();
}

/// How the uids begin of who was asked for a place at a session, and for that of one volunteer.
std::string asked_at(SessionId session) {
    return "offer/" + session.text() + "/";
}
std::string asked_for(SessionId session, VolunteerId left) {
    return asked_at(session) + left.text() + "/";
}

/// "tisdag 4 februari 2020 16.00–18.30, Lunds stadsbibliotek", a line a session.
std::string lines_of(store::Reader& room, const text::Words& words, const nlohmann::json& sessions) {
    std::string lines;
    for (const auto& id : sessions) {
        const auto session = sites::load_session(room, SessionId::parse(id.get<std::string>()).value());
        if (!session) continue;
        const auto site = sites::load_site(room, session->site);
        lines += "  " + words.weekday(session->day) + " " + words.date(session->day) + " " +
                 words.times(session->starts, session->ends) + ", " + (site ? site->name : "") + "\n";
    }
    return lines;
}

std::string shifts_address(const module::JobCall& call) {
    const auto room = directory::find_room(*call.work.store().lobby(), call.work.place().value());
    return call.house.public_address + "/" + (room ? room->short_name : "") + "/advice/shifts";
}

}  // namespace

void write_letter(store::Transaction& tx, const Letter& letter) {
    jobs::enqueue(tx, kLetterJob, letter_json(letter), base::Instant::now());
}
bool ask_others(store::Transaction& tx, const Shift& left) {
    const nlohmann::ordered_json json{{"session", left.session.text()}, {"volunteer", left.volunteer.text()}};
    jobs::enqueue_once(tx, kOfferJob, json.dump(), base::Instant::now());
    return !is_reminded(tx, asked_for(left.session, left.volunteer));
}
void forget_asking(store::Transaction& tx, SessionId session, base::Date today) {
    forget_reminders(tx, asked_at(session), today.plus_days(1));
}
void forget_asking_for(store::Transaction& tx, const Shift& kept, base::Date today) {
    forget_reminders(tx, asked_for(kept.session, kept.volunteer), today);
}

void send_letter(module::JobCall& call) {
    const auto arguments = nlohmann::json::parse(call.work.arguments());
    const text::Words& words = call.house.catalogues->words("sv");
    const std::string key = "advice.rota.letter." + arguments.at("kind").get<std::string>();
    const std::string address = shifts_address(call);
    call.work.open()->transaction([&](store::Transaction& tx) {
        const auto to = directory::mail_address(tx, VolunteerId::parse(arguments.at("to").get<std::string>()).value());
        const std::string lines = lines_of(tx, words, arguments.at("sessions"));
        // Who has no address is not written to; a session that is gone has nothing to tell.
        if (to && !lines.empty())
            jobs::queue_mail(
                tx, {*to, words(key + ".subject"), words(key + ".text", {{"sessions", lines}, {"address", address}})});
        call.work.complete(tx);
    });
}

void send_offers(module::JobCall& call) {
    const auto arguments = nlohmann::json::parse(call.work.arguments());
    const auto id = SessionId::parse(arguments.at("session").get<std::string>()).value();
    const auto from = VolunteerId::parse(arguments.at("volunteer").get<std::string>()).value();
    const base::Date today = call.house.clocks.today();
    call.work.open()->transaction([&](store::Transaction& tx) {
        call.work.complete(tx);
        const auto session = sites::load_session(tx, id);
        if (!session) return;
        const auto there = shifts_of_session(tx, id);
        // Whoever left early is not there any more, whoever left late still offers the place, and whoever came back
        // keeps it. That the place is free still, `obstacles` says.
        const bool came_back = std::ranges::any_of(
            there, [&](const Shift& one) { return one.volunteer == from && one.state == ShiftState::taken; });
        if (came_back) return;
        const base::Period near = around(session->day);
        const auto held = held_between(tx, near.first(), *near.last());
        for (const volunteers::Volunteer& one : volunteers::load_volunteers(tx)) {
            if (one.id == from || !fits(obstacles(one, *session, there, held, today))) continue;
            const std::string uid = asked_for(id, from) + one.id.text();
            if (remind_once(tx, uid, today)) write_letter(tx, {Letter::Kind::offered, one.id, {id}});
        }
    });
}

void send_reminders(module::JobCall& call) {
    const base::Date today = call.house.clocks.today();
    call.work.open()->transaction([&](store::Transaction& tx) {
        for (const Held& one : held_between(tx, today.plus_days(1), today.plus_days(kRemindDays))) {
            if (one.state != ShiftState::taken) continue;
            const std::string uid = "shift/" + one.session.text() + "/" + one.volunteer.text() + "/" + one.day.iso();
            if (remind_once(tx, uid, today)) write_letter(tx, {Letter::Kind::reminder, one.volunteer, {one.session}});
        }
        call.work.complete(tx);
    });
}

void tell_of_cancelled(module::JobCall& call) {
    const base::Date today = call.house.clocks.today();
    call.work.open()->transaction([&](store::Transaction& tx) {
        for (const Shift& one : shifts_of_cancelled(tx, today, today.plus_days(kCancelledDays))) {
            const std::string uid = "cancelled/" + one.session.text() + "/" + one.volunteer.text();
            if (remind_once(tx, uid, today)) write_letter(tx, {Letter::Kind::cancelled, one.volunteer, {one.session}});
        }
        call.work.complete(tx);
    });
}

}  // namespace samrum::advice::rota
