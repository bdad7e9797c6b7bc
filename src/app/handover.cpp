#include "app/handover.hpp"

#include "app/repository_handover.hpp"
#include "app/tasks.hpp"
#include "directory/actions_account.hpp"
#include "directory/actions_room.hpp"
#include "foundation/base/text.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/steering/actions_succession.hpp"

#include <algorithm>
#include <map>

namespace samrum::app {
namespace {

constexpr int kYearsKept = 2;

bool has_function(const module::Caller& caller) {
    // As kHandOver has it: a volunteer has shifts and no function, an operator no room.
    return std::ranges::any_of(caller.grants, [](const module::Grant& one) {
        return one.role != module::Role::volunteer && one.role != module::Role::operator_;
    });
}

/// The outgoing person as the room knows them on a day.
module::Caller caller_of(const std::vector<directory::RoomGrant>& grants, const module::RoomHead& head) {
    module::Caller caller;
    caller.room_organisation = head.organisation;
    for (const auto& one : grants)
        if (one.organisation) caller.grants.push_back({one.account, head.id, one.role, *one.organisation, one.period});
    return caller;
}

std::string lines_of(const std::vector<Moving>& moving, const text::Words& words) {
    std::string text;
    for (const Moving& part : moving) {
        text += words(part.kind) + "\n";
        for (const std::string& one : part.what) text += "- " + one + "\n";
    }
    return text;
}

void tell_both(const module::House& house, store::Transaction& lobby, const module::RoomHead& head,
               const Outgoing& from, const directory::Account& to, base::Date first, const std::string& note,
               const std::vector<Moving>& moving) {
    std::int64_t count = 0;
    for (const Moving& part : moving) count += static_cast<std::int64_t>(part.what.size());
    const std::string room = house.public_address + "/" + head.short_name;
    const auto letter = [&](const std::string& email, const std::string& language, const std::string& key) {
        const text::Words& words = house.catalogues->words(language);
        // What moves stands on the page, behind a sign-in: a letter lies in other people's systems.
        const base::MessageArgs args{{"room", head.name},
                                     {"first", words.date(first)},
                                     {"count", count},
                                     {"note", std::string(note.empty() ? "no" : "yes")},
                                     {"function", from.function},
                                     {"page", room + "/tasks/handover"},
                                     {"sign_in", house.public_address + "/sign-in/link"}};
        jobs::queue_mail(lobby, {email, words(key + ".subject", args), words(key + ".text", args)});
    };
    const auto leaving = directory::find_account(lobby, from.account);
    letter(to.email, to.language, "handover.letter.successor");
    if (leaving) letter(leaving->email, leaving->language, "handover.letter.predecessor");
}

}  // namespace

bool may_hand_over(const module::Caller& caller) {
    return caller.account && has_function(caller);
}
bool may_name_successors(const module::Caller& caller) {
    return std::ranges::any_of(caller.grants, [&](const module::Grant& one) {
        return one.role == module::Role::administrator && one.organisation == caller.room_organisation;
    });
}

std::vector<Outgoing> outgoing(store::Reader& lobby, const module::RoomHead& head, const module::Caller& caller,
                               base::Date today) {
    std::vector<Outgoing> all;
    for (const module::Caller& one : directory::callers_on(lobby, head, today)) {
        if (!has_function(one) || (one.account != caller.account && !may_name_successors(caller))) continue;
        if (const auto account = directory::find_account(lobby, *one.account))
            all.push_back({account->id, account->email, one.label});
    }
    std::ranges::stable_sort(all, {}, [&](const Outgoing& one) { return one.account != caller.account; });
    return all;
}

std::vector<Moving> what_moves(const module::House& house, store::Reader& room, store::Reader& lobby,
                               const module::RoomHead& head, const Outgoing& from, const text::Words& words,
                               base::Date today) {
    std::vector<Moving> all;
    const auto grants = directory::grants_to_pass_on(lobby, head, from.account, today);
    Moving roles{"handover.roles", {}};
    for (const auto& one : grants)
        roles.what.push_back(words("directory.role." + std::string(module::role_name(one.role))));
    if (!roles.what.empty()) all.push_back(std::move(roles));

    const module::Caller caller = caller_of(grants, head);
    std::map<TaskKind, Moving> tasks;
    for (const module::Duty& duty : duties_in(house, room, today)) {
        if (!concerns(caller, duty)) continue;
        const TaskKind kind = kind_of(duty.what);
        Moving& part = tasks[kind];
        part.kind = "tasks.kind." + std::string(word_of_kind(kind).word);
        part.what.push_back(words.date(duty.due) + ": " + said(words, duty));
    }
    for (auto& [kind, part] : tasks) all.push_back(std::move(part));

    Moving seats{"handover.seats", {}};
    for (const auto& one : partnership::steering::seats_reached_by(room, from.email, today))
        seats.what.push_back(one.seat.function + " – " + one.group);
    if (!seats.what.empty()) all.push_back(std::move(seats));

    Moving standing{"handover.standing", {}};
    const bool delivers = std::ranges::any_of(
        caller.grants, [](const module::Grant& one) { return one.role == module::Role::coordinator; });
    if (delivers)
        for (const auto& rule : partnership::agreement::standing_rules(room)) standing.what.push_back(rule.commitment);
    if (!standing.what.empty()) all.push_back(std::move(standing));
    return all;
}

base::Result<base::Done> hand_over(const module::House& house, store::Session& room, const module::RoomHead& head,
                                   const module::Caller& caller, const HandoverInput& input) {
    if (!may_hand_over(caller)) return module::refusal();
    const base::Date today = house.clocks.today();
    const auto lobby = house.store->lobby();
    base::ProblemList problems;
    const auto candidates = outgoing(*lobby, head, caller, today);
    const auto from =
        std::ranges::find_if(candidates, [&](const Outgoing& one) { return one.account.text() == input.from; });
    if (from == candidates.end()) problems.add(base::problem("from", "handover.from"));
    const auto to = directory::judge_successor({input.email, input.function, input.first}, today);
    problems.add(to.problems());
    const std::string note(base::trim(input.note));
    if (note.size() > kLongestNote) problems.add(base::problem("note", "handover.note_too_long"));
    if (!input.sure) problems.add(base::problem("sure", "handover.sure"));
    if (!problems.empty()) return problems.all();

    const text::Words& swedish = house.catalogues->words("sv");
    const auto moving = what_moves(house, room, *lobby, head, *from, swedish, today);
    const auto successor = lobby->transaction([&](store::Transaction& tx) -> base::Result<module::AccountId> {
        auto account = directory::pass_on(tx, head, caller, today, from->account, *to);
        if (!account) return account.problems();
        tell_both(house, tx, head, *from, directory::find_account(tx, *account).value(), to->first, note, moving);
        return account;
    });
    if (!successor) return successor.problems();
    room.transaction([&](store::Transaction& tx) {
        const Handover one{
            base::Uuid::ordered(),     from->account, from->function, *successor, to->function, to->first, note,
            lines_of(moving, swedish), today,         caller.label};
        insert_handover(tx, one);
        tx.journal(caller.actor(), {"handover.agreed", one.id.text(), "{\"first\":\"" + to->first.iso() + "\"}"});
    });
    carry_out_handovers(house, room);
    return base::Done{};
}

std::vector<Handover> handovers(store::Reader& room, const module::Caller& caller) {
    auto all = load_handovers(room);
    if (!may_name_successors(caller))
        std::erase_if(all, [&](const Handover& one) { return one.from != caller.account && one.to != caller.account; });
    return all;
}

int carry_out_handovers(const module::House& house, store::Session& room) {
    const base::Date today = house.clocks.today();
    int done = 0;
    for (const Handover& one : due_handovers(room, today)) {
        // Addresses are asked of the lobby on the day: an account may have got another one since.
        const auto lobby = house.store->lobby();
        const auto from = directory::find_account(*lobby, one.from);
        const auto to = directory::find_account(*lobby, one.to);
        room.transaction([&](store::Transaction& tx) {
            const store::Actor who{"system", one.agreed_by};
            if (from && to) partnership::steering::pass_on_seats(tx, who, from->email, to->email, one.first);
            mark_handover_done(tx, one.id, today);
            tx.journal(who, {"handover.carried_out", one.id.text(), "{}"});
        });
        ++done;
    }
    return done;
}

void carry_out_handovers_job(module::JobCall& call) {
    carry_out_handovers(call.house, *call.work.open());
}

std::int64_t remove_old_handovers(store::Transaction& room, base::Date today) {
    return delete_handovers_before(room, today.plus_years(-kYearsKept));
}

std::vector<Orphans> duties_without_holder(const module::House& house, store::Reader& room, store::Reader& lobby,
                                           const module::RoomHead& head, base::Date today) {
    const auto callers = directory::callers_on(lobby, head, today);
    std::map<module::Role, Orphans> found;
    for (const module::Duty& duty : duties_in(house, room, today)) {
        const bool own = duty.whose.is_nil() || duty.whose == head.organisation;
        if (!own || std::ranges::any_of(callers, [&](const auto& one) { return concerns(one, duty); })) continue;
        Orphans& part = found.try_emplace(duty.role, Orphans{duty.role, 0, duty.due}).first->second;
        ++part.count;
        part.first = std::min(part.first, duty.due);
    }
    std::vector<Orphans> all;
    all.reserve(found.size());
    for (auto& [role, part] : found) all.push_back(part);
    return all;
}

}  // namespace samrum::app
