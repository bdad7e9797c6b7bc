#include "foundation/store/installation.hpp"

#include "foundation/base/told_fault.hpp"
#include "foundation/store/files.hpp"
#include "foundation/store/journal_write.hpp"
#include "foundation/store/migrations.hpp"
#include "foundation/store/presence.hpp"
#include "foundation/store/session.hpp"

namespace samrum::store {

namespace {

const Statement kKeyCheck{Scope::both, "select value from store_setting where name = 'key.check'"};
const Statement kPutKeyCheck{Scope::both, "insert into store_setting (name, value) values ('key.check', $1)"};
const Statement kAlive{Scope::both, "select 1"};

constexpr std::string_view kCheckText = "this installation";

}  // namespace

std::unique_ptr<Store> Store::open(const Location& where, bool any_schema) {
    return where.engine == Engine::sqlite ? open_sqlite(where, any_schema) : open_postgresql(where, any_schema);
}

base::Problems judge_new(const Location& where) {
    return where.engine == Engine::sqlite ? judge_new_sqlite(where) : judge_new_postgresql(where);
}

void make_place(const Location& where) {
    where.engine == Engine::sqlite ? make_place_sqlite(where) : make_place_postgresql(where);
}

std::unique_ptr<Installation> bare_installation(const Location& where, Secrets secrets) {
    return where.engine == Engine::sqlite ? bare_sqlite(where, std::move(secrets))
                                          : bare_postgresql(where, std::move(secrets));
}

base::Result<std::unique_ptr<Store>> Store::create(const Location& where) {
    return with_files([&]() -> base::Result<std::unique_ptr<Store>> {
        base::ProblemList problems;
        problems.add(judge_new(where));
        if (Secrets::is_there(where.directory)) problems.add(Secrets::read(where.directory).problems());
        if (!problems.empty()) return problems.all();
        make_place(where);
        auto made = bare_installation(where, Secrets::open_or_create(where.directory));
        made->create_lobby();
        return std::unique_ptr<Store>(std::move(made));
    });
}

bool is_there(const Location& where) {
    return where.engine == Engine::sqlite ? is_in_sqlite(where) : is_in_postgresql(where);
}

void remove_all(Store& store) {
    for (const RoomId id : store.rooms()) store.drop_room(id);
    dynamic_cast<Installation&>(store).drop_lobby();
}

std::unique_ptr<Session> Installation::lobby() {
    return std::make_unique<EngineSession>(*this, Place{});
}

std::unique_ptr<Session> Installation::room(RoomId id) {
    ensure_room(id);
    return std::make_unique<EngineSession>(*this, Place{id});
}

bool Installation::is_alive() {
    try {
        return lobby()->count(kAlive) == 1;
    } catch (const base::Fault&) {
        return false;
    }
}

Key Installation::journal_key(const Place& place, Connection& connection) {
    const std::lock_guard guard(mutex_);
    if (const auto known = journal_keys_.find(place); known != journal_keys_.end()) return known->second;
    return journal_keys_.emplace(place, read_journal_key(connection, secrets_)).first->second;
}

void Installation::forget_journal_key(const Place& place) {
    const std::lock_guard guard(mutex_);
    journal_keys_.erase(place);
}

void Installation::fill_new(const Place& place, Connection& connection) {
    apply_all(connection, engine(), place ? Scope::room : Scope::lobby);
    write_journal_key(connection, secrets_);
    if (place) return;
    note_room_migrations(connection);
    const Hash check = secrets_.sign("key.check", kCheckText);
    connection.execute(kPutKeyCheck, {Bytes(check.begin(), check.end())});
}

void Installation::check_lobby(bool any_schema) {
    const Lease connection = lease({}, false);
    if (!any_schema) check_schema(*connection);
    if (!key_fits(secrets_, *connection))
        throw base::ToldFault("samrum.key is the key file of another installation",
                              {"store.key.of_another", {{"where", where_.directory}}});
}

bool Installation::key_fits(const Secrets& secrets, Connection& lobby) {
    bool fits = true;
    lobby.query(kKeyCheck, {},
                [&](const Row& row) { fits = secrets.is_signature("key.check", kCheckText, row.bytes(0)); });
    return fits;
}

void Installation::migrate(const OnProgress& on_progress) {
    const auto all = rooms();
    const int steps = static_cast<int>(all.size()) + 1;
    int done = 0;
    // The lobby comes last: its list says what every room has had, so a migration that was cut off is seen and run on.
    for (const auto id : all) {
        apply_missing(*lease(id, true), engine(), Scope::room);
        on_progress(id, ++done, steps);
    }
    const Lease connection = lease({}, true);
    apply_missing(*connection, engine(), Scope::lobby);
    note_room_migrations(*connection);
    on_progress(std::nullopt, ++done, steps);
}

}  // namespace samrum::store
