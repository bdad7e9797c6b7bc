#include "directory/repository_session.hpp"

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

#define SESSION_COLUMNS "s.id, s.account, s.stage, s.means, s.created, s.last_seen, s.ends, s.device, s.wrong_codes"

const Statement kSessionLoad{Scope::lobby,
                             "select " SESSION_COLUMNS
                             ", a.function, a.language from sign_in_session s join account a on a.id = s.account"
                             " where s.hash = $1"};
const Statement kSessionLoadAll{Scope::lobby,
                                "select " SESSION_COLUMNS
                                " from sign_in_session s where s.account = $1 order by s.last_seen desc, s.id"};
const Statement kSessionSave{
    Scope::lobby,
    "insert into sign_in_session (hash, id, account, stage, means, created, last_seen, ends, device,"
    " wrong_codes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
const Statement kSessionTouch{Scope::lobby, "update sign_in_session set last_seen = $2 where id = $1"};
const Statement kSessionCountWrong{Scope::lobby,
                                   "update sign_in_session set wrong_codes = wrong_codes + 1 where id = $1"};
const Statement kSessionWrong{Scope::lobby, "select wrong_codes from sign_in_session where id = $1"};
const Statement kSessionDelete{Scope::lobby, "delete from sign_in_session where account = $1 and id = $2"};
const Statement kSessionDeleteOthers{Scope::lobby, "delete from sign_in_session where account = $1 and id <> $2"};
const Statement kSessionDeleteDead{Scope::lobby, "delete from sign_in_session where ends <= $1 or last_seen <= $2"};

#undef SESSION_COLUMNS

SignInSession stored_session(const store::Row& row) {
    return {.id = row.id<SessionId>(0),
            .account = row.id<AccountId>(1),
            .stage = row.view(2) == "full" ? Stage::full : Stage::half,
            .means = row.view(3) == "link" ? Means::link : Means::password,
            .created = row.instant(4),
            .last_seen = row.instant(5),
            .ends = row.instant(6),
            .device = row.text(7),
            .wrong_codes = row.integer(8)};
}

}  // namespace

std::optional<SessionRow> load_session(store::Reader& lobby, const store::Bytes& hash) {
    return lobby.one(
        kSessionLoad,
        [](const store::Row& row) {
            return SessionRow{stored_session(row), row.text(9), row.text(10)};
        },
        hash);
}

std::vector<SignInSession> load_sessions(store::Reader& lobby, AccountId account) {
    return lobby.all(kSessionLoadAll, stored_session, account);
}

void save_session(store::Transaction& lobby, const store::Bytes& hash, const SignInSession& session) {
    lobby.run(kSessionSave, hash, session.id, session.account, session.stage == Stage::full ? "full" : "half",
              session.means == Means::link ? "link" : "password", session.created, session.last_seen, session.ends,
              session.device, session.wrong_codes);
}

void touch_session(store::Transaction& lobby, SessionId id, base::Instant now) {
    lobby.run(kSessionTouch, id, now);
}

std::int64_t count_wrong_code(store::Transaction& lobby, SessionId id) {
    lobby.run(kSessionCountWrong, id);
    return lobby.count(kSessionWrong, id);
}

bool delete_session(store::Transaction& lobby, AccountId account, SessionId id) {
    return lobby.run(kSessionDelete, account, id) > 0;
}

std::int64_t delete_sessions_but(store::Transaction& lobby, AccountId account, std::optional<SessionId> kept) {
    return lobby.run(kSessionDeleteOthers, account, kept.value_or(SessionId{}));
}

std::int64_t delete_dead_sessions(store::Transaction& lobby, base::Instant now, base::Instant idle_since) {
    return lobby.run(kSessionDeleteDead, now, idle_since);
}

}  // namespace samrum::directory
