#include "directory/repository_grant.hpp"

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

#define GRANT_COLUMNS                                                                                              \
    "g.id, g.account, g.room, g.role, g.organisation, g.function, g.first_day, g.last_day, g.given_by, g.ended_by" \
    " from room_grant g"

const Statement kGrantOfAccountHere{Scope::lobby, "select " GRANT_COLUMNS
                                                  " where g.account = $1 and (g.room = $2 or g.room is null)"
                                                  " order by g.first_day, g.id"};
const Statement kGrantOfAccount{Scope::lobby,
                                "select " GRANT_COLUMNS " where g.account = $1 order by g.first_day, g.id"};
const Statement kGrantOfRoom{Scope::lobby, "select " GRANT_COLUMNS
                                           " join account a on a.id = g.account where g.room = $1"
                                           " order by a.email, g.first_day, g.id"};
const Statement kGrantOne{Scope::lobby, "select " GRANT_COLUMNS " where g.id = $1"};
const Statement kGrantSave{
    Scope::lobby,
    "insert into room_grant (id, account, room, role, organisation, function, first_day, last_day,"
    " given_by, ended_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
const Statement kGrantEnd{Scope::lobby, "update room_grant set last_day = $2, ended_by = $3 where id = $1"};
const Statement kGrantFor{Scope::lobby, "select " GRANT_COLUMNS " where g.organisation = $1 order by g.id"};
const Statement kGrantMove{Scope::lobby, "update room_grant set organisation = $2 where id = $1"};
const Statement kGrantDelete{Scope::lobby, "delete from room_grant where id = $1"};

#undef GRANT_COLUMNS

RoomGrant grant_row(const store::Row& row) {
    const auto role = module::role_named(row.view(3));
    base::ensure(role.has_value(), "a stored grant has a role that exists");
    return {.id = row.id<GrantId>(0),
            .account = row.id<module::AccountId>(1),
            .room = row.maybe_id<store::RoomId>(2),
            .role = *role,
            .organisation = row.maybe_id<module::OrganisationId>(4),
            .function = row.text(5),
            .period = base::Period{row.date(6), row.maybe(7, &store::Row::date)},
            .given_by = row.text(8),
            .ended_by = row.maybe(9, &store::Row::text)};
}

}  // namespace

std::vector<RoomGrant> load_grants_of(store::Reader& lobby, module::AccountId account,
                                      std::optional<store::RoomId> room) {
    return lobby.all(kGrantOfAccountHere, grant_row, account, room);
}

std::vector<RoomGrant> load_all_grants_of(store::Reader& lobby, module::AccountId account) {
    return lobby.all(kGrantOfAccount, grant_row, account);
}

std::vector<RoomGrant> load_grants_in(store::Reader& lobby, store::RoomId room) {
    return lobby.all(kGrantOfRoom, grant_row, room);
}

std::optional<RoomGrant> load_grant(store::Reader& lobby, GrantId id) {
    return lobby.one(kGrantOne, grant_row, id);
}

void save_grant(store::Transaction& lobby, const RoomGrant& grant) {
    lobby.run(kGrantSave, grant.id, grant.account, grant.room, module::role_name(grant.role), grant.organisation,
              grant.function, grant.period.first(), grant.period.last(), grant.given_by, grant.ended_by);
}

void end_grant(store::Transaction& lobby, GrantId id, base::Date last, std::string_view ended_by) {
    lobby.run(kGrantEnd, id, last, ended_by);
}

std::vector<RoomGrant> load_grants_for(store::Reader& lobby, module::OrganisationId organisation) {
    return lobby.all(kGrantFor, grant_row, organisation);
}

void move_grant(store::Transaction& lobby, GrantId id, module::OrganisationId organisation) {
    lobby.run(kGrantMove, id, organisation);
}

void delete_grant(store::Transaction& lobby, GrantId id) {
    lobby.run(kGrantDelete, id);
}

}  // namespace samrum::directory
