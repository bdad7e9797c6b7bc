#include "directory/actions_succession.hpp"

#include "directory/model_permissions.hpp"
#include "directory/repository_account.hpp"
#include "directory/repository_grant.hpp"
#include "directory/rules_account.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::directory {
namespace {

bool may_pass_on(const module::Caller& caller, const module::RoomHead& room, module::AccountId from) {
    const bool here = caller.room_organisation == room.organisation && !caller.grants.empty() &&
                      std::ranges::all_of(caller.grants, [&](const auto& one) { return one.room == room.id; });
    return here && (caller.account == from || module::may_for(caller, kManageGrants, room.organisation));
}

Account account_of_successor(store::Transaction& tx, const store::Actor& who, const Successor& to) {
    if (auto known = load_account(tx, to.email)) return std::move(*known);
    Account account;
    account.id = AccountId::ordered();
    account.email = to.email;
    account.function = to.function;
    account.language = "sv";
    save_account(tx, account, base::Instant::now());
    tx.journal(who, {"account.created", account.id.text(), "{}"});
    return account;
}

std::string passed_on(const RoomGrant& grant, const module::RoomHead& room) {
    return nlohmann::json{{"account", grant.account.text()},
                          {"room", room.short_name},
                          {"role", module::role_name(grant.role)},
                          {"period", grant.period.iso()}}
        .dump();
}

/// The same grant for the successor, from the day on.
void give_same(store::Transaction& tx, const store::Actor& who, const module::RoomHead& room, const RoomGrant& old,
               module::AccountId to, const Successor& successor) {
    const base::Period period{std::max(successor.first, old.period.first()), old.period.last()};
    for (const RoomGrant& one : load_grants_of(tx, to, room.id)) {
        const bool same = one.room == room.id && one.role == old.role && one.organisation == old.organisation;
        // Held for all of the time already: a shorter one is met by a second grant.
        if (same && one.period.first() <= period.first() &&
            (!one.period.last() || (period.last() && *one.period.last() >= *period.last())))
            return;
    }
    RoomGrant grant = old;
    grant.id = GrantId::ordered();
    grant.account = to;
    grant.function = successor.function;
    grant.period = period;
    grant.given_by = who.label;
    grant.ended_by.reset();
    save_grant(tx, grant);
    tx.journal(who, {"grant.given", grant.id.text(), passed_on(grant, room)});
}

void end_before(store::Transaction& tx, const store::Actor& who, const module::RoomHead& room, const RoomGrant& old,
                base::Date first) {
    const base::Date last = first.plus_days(-1);
    if (old.period.first() > last)
        delete_grant(tx, old.id);
    else
        end_grant(tx, old.id, last, who.label);
    tx.journal(who, {"grant.withdrawn", old.id.text(), passed_on(old, room)});
}

}  // namespace

std::vector<module::Caller> callers_on(store::Reader& lobby, const module::RoomHead& room, base::Date day) {
    std::vector<module::Caller> all;
    for (const RoomGrant& one : load_grants_in(lobby, room.id)) {
        if (!one.period.contains(day) || !one.organisation) continue;
        if (all.empty() || all.back().account != one.account) {
            all.emplace_back();
            all.back().account = one.account;
            all.back().label = one.function;
            all.back().room_organisation = room.organisation;
        }
        all.back().grants.push_back({one.account, room.id, one.role, *one.organisation, one.period});
    }
    return all;
}

std::vector<RoomGrant> grants_to_pass_on(store::Reader& lobby, const module::RoomHead& room, module::AccountId account,
                                         base::Date day) {
    auto grants = load_grants_of(lobby, account, room.id);
    std::erase_if(grants, [&](const RoomGrant& one) {
        return one.room != room.id || one.role == module::Role::volunteer || one.role == module::Role::operator_ ||
               (one.period.last() && *one.period.last() < day);
    });
    return grants;
}

base::Result<Successor> judge_successor(const SuccessorInput& input, base::Date today) {
    base::ProblemList problems;
    Successor to;
    to.email = problems.take(judge_email(input.email), "email");
    to.function = problems.take(judge_function(input.function), "function");
    to.first = problems.take(base::Date::parse(input.first), "first", today);
    if (to.first < today) problems.add(base::problem("first", "directory.succession.past"));
    const base::Date furthest = today.plus_months(kFurthestHandover);
    if (furthest < to.first)
        problems.add(base::problem("first", "directory.succession.too_far", {{"last", furthest.iso()}}));
    if (!problems.empty()) return problems.all();
    return to;
}

base::Result<module::AccountId> pass_on(store::Transaction& lobby, const module::RoomHead& room,
                                        const module::Caller& caller, base::Date today, module::AccountId from,
                                        const Successor& to) {
    if (!may_pass_on(caller, room, from)) return module::refusal();
    lobby.lock("account");
    const auto known = load_account(lobby, to.email);
    if (known && known->id == from) return base::problem("email", "directory.succession.same");
    // Whoever lets people in must not let themselves in: confidential rows stay out of an administrator's reach.
    if (known && caller.account == known->id) return base::problem("email", "directory.grant.not_to_oneself");
    const auto grants = grants_to_pass_on(lobby, room, from, std::max(today, to.first));
    if (grants.empty()) return base::problem("", "directory.succession.nothing");
    const Account successor = account_of_successor(lobby, caller.actor(), to);
    for (const RoomGrant& one : grants) {
        give_same(lobby, caller.actor(), room, one, successor.id, to);
        end_before(lobby, caller.actor(), room, one, to.first);
    }
    return successor.id;
}

}  // namespace samrum::directory
