#include "directory/actions_grant.hpp"

#include "directory/model_permissions.hpp"
#include "directory/repository_account.hpp"
#include "directory/repository_feed.hpp"
#include "directory/repository_grant.hpp"
#include "directory/repository_organisation.hpp"
#include "directory/repository_room.hpp"
#include "directory/repository_token.hpp"
#include "directory/rules_account.hpp"
#include "directory/rules_grant.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace samrum::directory {

namespace {

using module::Role;

/// The caller's grants are of one room: an administrator of another room is nobody here, whatever page the call came
/// by.
bool is_of(const module::Caller& caller, const module::RoomHead& room) {
    return caller.room_organisation == room.organisation &&
           std::all_of(caller.grants.begin(), caller.grants.end(),
                       [&](const auto& grant) { return grant.room == room.id; });
}
bool may_manage(const module::Caller& caller, const module::RoomHead& room) {
    return module::may_for(caller, kManageGrants, room.organisation) && is_of(caller, room);
}
bool may_let_volunteers_in(const module::Caller& caller, const module::RoomHead& room) {
    return module::may_for(caller, kLetVolunteersIn, room.organisation) && is_of(caller, room);
}

/// What was typed, read and judged.
struct GrantDraft {
    std::string email;
    std::string function;
    Role role = Role::volunteer;
    std::optional<OrganisationId> organisation;
    base::Period period;
};

base::Period read_period(base::ProblemList& problems, const GrantInput& input, base::Date today) {
    const base::Date first =
        input.first.empty() ? today : problems.take(base::Date::parse(input.first), "first", today);
    std::optional<base::Date> last;
    if (!input.last.empty()) last = problems.take(base::Date::parse(input.last), "last", first);
    if (last && *last < today) {
        problems.add(base::problem("last", "directory.grant.past"));
        return base::Period{first, std::nullopt};
    }
    return problems.take(base::Period::of(first, last), "last", base::Period{first, std::nullopt});
}

std::optional<OrganisationId> read_organisation(base::ProblemList& problems, store::Reader& lobby,
                                                const GrantInput& input, const module::RoomHead& room) {
    if (input.organisation.empty()) return room.organisation;
    const auto id = OrganisationId::parse(input.organisation);
    if (id && load_organisation(lobby, *id)) return *id;
    problems.add(base::problem("organisation", "directory.organisation.unknown"));
    return std::nullopt;
}

base::Result<GrantDraft> read(store::Reader& lobby, const GrantInput& input,
                              const std::optional<module::RoomHead>& room, base::Date today) {
    base::ProblemList problems;
    GrantDraft draft;
    draft.email = problems.take(judge_email(input.email), "email");
    draft.function = problems.take(judge_function(input.function), "function");
    draft.period = read_period(problems, input, today);
    const auto role = module::role_named(input.role);
    if (!role) problems.add(base::problem("role", "directory.grant.role.unknown"));
    draft.role = role.value_or(Role::volunteer);
    if (room) {
        draft.organisation = read_organisation(problems, lobby, input, *room);
        if (role && draft.organisation)
            problems.add(judge_role({room->id, room->organisation, room->is_public_party}, *role, *draft.organisation));
    } else if (role && *role != Role::operator_) {
        problems.add(base::problem("role", "directory.grant.role.needs_room"));
    }
    if (!problems.empty()) return problems.all();
    return draft;
}

bool has_same(const std::vector<RoomGrant>& grants, const GrantDraft& draft, const std::optional<store::RoomId>& room) {
    return std::any_of(grants.begin(), grants.end(), [&](const RoomGrant& one) {
        return one.room == room && one.role == draft.role && one.organisation == draft.organisation &&
               one.period.overlaps(draft.period);
    });
}

Account account_for(store::Transaction& tx, const store::Actor& who, const GrantDraft& draft) {
    if (auto known = load_account(tx, draft.email)) return std::move(*known);
    Account account;
    account.id = AccountId::ordered();
    account.email = draft.email;
    account.function = draft.function;
    account.language = "sv";
    save_account(tx, account, base::Instant::now());
    tx.journal(who, {"account.created", account.id.text(), "{}"});
    return account;
}

/// The journal names the account by its id: an address would stay there for ever.
std::string detail(const RoomGrant& grant, std::string_view room) {
    return nlohmann::json{{"account", grant.account.text()},
                          {"room", room},
                          {"role", module::role_name(grant.role)},
                          {"period", grant.period.iso()}}
        .dump();
}

base::Result<RoomGrant> save_draft(store::Transaction& tx, const store::Actor& who, const GrantDraft& draft,
                                   const std::optional<module::RoomHead>& room) {
    tx.lock("account");
    const std::optional<store::RoomId> where = room ? std::optional(room->id) : std::nullopt;
    const Account account = account_for(tx, who, draft);
    if (has_same(load_grants_of(tx, account.id, where), draft, where))
        return base::problem("email", "directory.grant.has_same");
    RoomGrant grant;
    grant.id = GrantId::ordered();
    grant.account = account.id;
    grant.room = where;
    grant.role = draft.role;
    grant.organisation = draft.organisation;
    grant.function = draft.function;
    grant.period = draft.period;
    grant.given_by = who.label;
    save_grant(tx, grant);
    tx.journal(who, {"grant.given", grant.id.text(), detail(grant, room ? room->short_name : "")});
    return grant;
}

void queue_letter(store::Transaction& tx, const module::House& house, const module::RoomHead& room,
                  const RoomGrant& grant) {
    const auto account = load_account(tx, grant.account);
    base::ensure(account.has_value(), "a grant's account lives as long as the grant");
    const text::Words& words = house.catalogues->words(account->language);
    jobs::queue_mail(tx, {account->email, words("directory.letter.grant.subject", {{"room", room.name}}),
                          words("directory.letter.grant.text", {{"room", room.name},
                                                                {"function", grant.function},
                                                                {"first", words.date(grant.period.first())},
                                                                {"address", house.public_address + "/sign-in/link"}})});
}

bool is_over(const RoomGrant& grant, base::Date today) {
    return grant.period.last() && *grant.period.last() <= today;
}

/// Whoever has no role left in a room keeps no calendar of it and no token either.
void drop_secrets(store::Transaction& tx, const RoomGrant& ended, base::Date today) {
    if (!ended.room) return;
    const auto left = load_grants_of(tx, ended.account, ended.room);
    const bool still_here = std::any_of(
        left.begin(), left.end(), [&](const RoomGrant& one) { return one.room == ended.room && !is_over(one, today); });
    if (still_here) return;
    delete_feeds_of(tx, ended.account, *ended.room);
    delete_tokens_of(tx, ended.account, *ended.room);
}

/// The last day is today, or a later one that was agreed.
void end_now(store::Transaction& tx, const store::Actor& who, const RoomGrant& grant, base::Date today,
             std::string_view room, std::optional<base::Date> later = {}) {
    const base::Date last = later.value_or(today);
    if (grant.period.first() > last)
        delete_grant(tx, grant.id);
    else
        end_grant(tx, grant.id, last, who.label);
    drop_secrets(tx, grant, today);
    tx.journal(who, {"grant.withdrawn", grant.id.text(), detail(grant, room)});
}

bool is_as_volunteer(const RoomGrant& grant, const module::RoomHead& room) {
    return grant.room == room.id && grant.role == Role::volunteer;
}

}  // namespace

base::Result<GrantId> give_grant(store::Session& lobby, const module::House& house, const module::RoomHead& room,
                                 const module::Caller& caller, base::Date today, const GrantInput& input) {
    if (!may_manage(caller, room)) return module::refusal();
    const auto draft = read(lobby, input, room, today);
    if (!draft) return draft.problems();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<GrantId> {
        const auto grant = save_draft(tx, caller.actor(), *draft, room);
        if (!grant) return grant.problems();
        // Whoever lets people in must not let themselves in: confidential rows stay out of an administrator's reach.
        if (grant->account == caller.account) return base::problem("email", "directory.grant.not_to_oneself");
        queue_letter(tx, house, room, *grant);
        return grant->id;
    });
}

base::Result<base::Done> withdraw_grant(store::Session& lobby, const module::RoomHead& room,
                                        const module::Caller& caller, base::Date today, GrantId id) {
    if (!may_manage(caller, room)) return module::refusal();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("account");
        const auto grant = load_grant(tx, id);
        // A grant of another room is as unknown as one that never was.
        if (!grant || grant->room != room.id) return base::problem("", "directory.grant.unknown");
        if (is_over(*grant, today)) return base::problem("", "directory.grant.ended");
        const bool last_one = grant->role == Role::administrator && grant->period.contains(today) &&
                              !has_other_administrator(load_grants_in(tx, room.id), id, today);
        if (last_one) return base::problem("", "directory.grant.last_administrator");
        end_now(tx, caller.actor(), *grant, today, room.short_name);
        return base::Done{};
    });
}

base::Result<std::vector<GrantView>> list_grants(store::Reader& lobby, const module::RoomHead& room,
                                                 const module::Caller& caller) {
    if (!may_manage(caller, room)) return module::refusal();
    std::vector<GrantView> views;
    std::map<OrganisationId, std::string> names;
    for (auto& grant : load_grants_in(lobby, room.id)) {
        const auto account = load_account(lobby, grant.account);
        base::ensure(account && grant.organisation, "a grant in a room has an account and an organisation");
        auto [name, is_new] = names.try_emplace(*grant.organisation);
        if (is_new) name->second = load_organisation(lobby, *grant.organisation).value().name;
        views.push_back({std::move(grant), account->email, name->second});
    }
    return views;
}

base::Result<module::AccountId> let_volunteer_in(store::Session& lobby, const module::House& house,
                                                 const module::RoomHead& room, const module::Caller& caller,
                                                 base::Date today, const std::string& email,
                                                 const std::string& function) {
    if (!may_let_volunteers_in(caller, room)) return module::refusal();
    const auto draft = read(lobby, {email, function, "volunteer", "", "", ""}, room, today);
    if (!draft) return draft.problems();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<module::AccountId> {
        tx.lock("account");
        if (const auto known = load_account(tx, draft->email);
            known && has_same(load_grants_of(tx, known->id, room.id), *draft, room.id) &&
            comes_in_as_volunteer(tx, room, known->id, today.plus_days(1)))
            return known->id;
        GrantDraft wanted = *draft;
        // Somebody who was let out today is in for the rest of it.
        if (const auto known = load_account(tx, wanted.email);
            known && comes_in_as_volunteer(tx, room, known->id, today))
            wanted.period = base::Period{today.plus_days(1), std::nullopt};
        const auto grant = save_draft(tx, caller.actor(), wanted, room);
        if (!grant) return grant.problems();
        if (grant->account == caller.account) return base::problem("email", "directory.grant.not_to_oneself");
        queue_letter(tx, house, room, *grant);
        return grant->account;
    });
}

base::Result<std::int64_t> let_volunteer_out(store::Session& lobby, const module::RoomHead& room,
                                             const module::Caller& caller, base::Date today, module::AccountId account,
                                             base::Date last) {
    if (!may_let_volunteers_in(caller, room) && caller.account != account) return module::refusal();
    const base::Date day = std::max(last, today);
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<std::int64_t> {
        tx.lock("account");
        std::int64_t ended = 0;
        for (const auto& grant : load_grants_of(tx, account, room.id)) {
            if (!is_as_volunteer(grant, room) || (grant.period.last() && *grant.period.last() <= day)) continue;
            end_now(tx, caller.actor(), grant, today, room.short_name, day);
            ++ended;
        }
        return ended;
    });
}

bool comes_in_as_volunteer(store::Reader& lobby, const module::RoomHead& room, module::AccountId account,
                           base::Date day) {
    const auto grants = load_grants_of(lobby, account, room.id);
    return std::any_of(grants.begin(), grants.end(),
                       [&](const RoomGrant& one) { return is_as_volunteer(one, room) && one.period.contains(day); });
}

std::vector<OpenDoor> rooms_open_to(store::Reader& lobby, module::AccountId account, base::Date today) {
    std::vector<OpenDoor> doors;
    for (const auto& grant : load_all_grants_of(lobby, account)) {
        if (!grant.room || !grant.period.contains(today)) continue;
        auto known =
            std::find_if(doors.begin(), doors.end(), [&](const OpenDoor& one) { return one.room.id == *grant.room; });
        if (known == doors.end()) {
            doors.push_back({load_room(lobby, *grant.room).value(), {}});
            known = doors.end() - 1;
        }
        known->roles.push_back(grant.role);
    }
    std::sort(doors.begin(), doors.end(),
              [](const auto& a, const auto& b) { return a.room.short_name < b.room.short_name; });
    return doors;
}

bool anybody_may(store::Reader& lobby, const module::RoomHead& room, const module::Permission& permission,
                 base::Date day) {
    module::Caller everybody;
    everybody.room_organisation = room.organisation;
    for (const RoomGrant& grant : load_grants_in(lobby, room.id))
        if (grant.period.contains(day))
            everybody.grants.push_back(
                {grant.account, room.id, grant.role, grant.organisation.value_or(OrganisationId{}), grant.period});
    return module::may_anywhere(everybody, permission);
}

base::Result<GrantId> give_grant_by_command(store::Session& lobby, const store::Actor& who,
                                            const std::optional<module::RoomHead>& room, base::Date today,
                                            const GrantInput& input) {
    const auto draft = read(lobby, input, room, today);
    if (!draft) return draft.problems();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<GrantId> {
        const auto grant = save_draft(tx, who, *draft, room);
        if (!grant) return grant.problems();
        return grant->id;
    });
}

base::Result<std::int64_t> withdraw_grants_by_command(store::Session& lobby, const store::Actor& who,
                                                      const std::optional<module::RoomHead>& room, base::Date today,
                                                      const std::string& email) {
    const auto address = judge_email(email);
    if (!address) return address.problems();
    const std::optional<store::RoomId> where = room ? std::optional(room->id) : std::nullopt;
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<std::int64_t> {
        tx.lock("account");
        const auto account = load_account(tx, *address);
        if (!account) return base::problem("email", "directory.account.unknown");
        std::int64_t ended = 0;
        for (const auto& grant : load_grants_of(tx, account->id, where)) {
            if (grant.room != where || is_over(grant, today)) continue;
            end_now(tx, who, grant, today, room ? room->short_name : "");
            ++ended;
        }
        return ended;
    });
}

}  // namespace samrum::directory
