#include "foundation/base/told_fault.hpp"
#include "foundation/store/installation.hpp"
#include "foundation/store/migrations.hpp"
#include "foundation/store/postgresql_connection.hpp"
#include "foundation/store/postgresql_copy.hpp"
#include "foundation/store/postgresql_listener.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace samrum::store {

namespace {

constexpr std::size_t kSlots = 8;          ///< connections kept open by one server when nothing runs
constexpr std::size_t kMostNotice = 7500;  ///< PostgreSQL takes 8,000 bytes

class PgStore final : public Installation {
  public:
    PgStore(const Location& where, Secrets secrets) : Installation(where, std::move(secrets)) {}

    void open(bool any_schema);
    void create_lobby() override;
    void write_portable(const Place& place, const std::string& path) override;
    void read_portable(const Place& place, const std::string& path) override;
    void create_room(RoomId id) override;
    void drop_room(RoomId id) override;
    std::vector<RoomId> rooms() override;
    void notify(std::string_view topic, std::string_view data) override;
    std::unique_ptr<Listener> listen(OnNotice on_notice) override;

    Lease lease(const Place& place, bool writes) override;
    void give_back(const Place& place, bool writes, std::unique_ptr<Connection> connection) noexcept override;

  protected:
    void ensure_room(RoomId id) override;
    void drop(const Place& place) override;

  private:
    void make_schema(const Place& place, const std::function<void(PgConnection&)>& fill);

    struct Idle {
        std::size_t slot;
        std::unique_ptr<PgConnection> connection;
    };

    std::mutex mutex_;
    std::vector<Idle> idle_;
    std::set<RoomId> known_rooms_;
};

/// The lobby has a slot of its own and a room always the same one, so that schemas change seldom and what is prepared
/// is found again.
std::size_t slot_of(const Place& place) {
    if (!place) return 0;
    return 1 + std::hash<std::string>{}(place->text()) % (kSlots - 1);
}

PgConnection& as_pg(Connection& connection) {
    return static_cast<PgConnection&>(connection);
}

bool has_schema(PgConnection& connection, const Place& place) {
    const auto found = connection.run("select 1 from pg_namespace where nspname = $1", {schema_of(place)});
    return PQntuples(found.get()) == 1;
}

/// `order by` on text, ranges of folded terms and unique keys mean the same on both engines only byte by byte.
std::optional<base::Message> other_collation(PgConnection& connection) {
    const auto about = connection.run(
        "select datcollate, pg_encoding_to_char(encoding) from pg_database where datname = current_database()");
    const std::string collation = PQgetvalue(about.get(), 0, 0), encoding = PQgetvalue(about.get(), 0, 1);
    if ((collation == "C" || collation == "POSIX") && encoding == "UTF8") return std::nullopt;
    return base::Message{"store.database.collation", {{"collation", collation}, {"encoding", encoding}}};
}

/// The rooms that the database has schemas for.
std::vector<RoomId> rooms_in(PgConnection& connection) {
    const auto found =
        connection.run("select substr(nspname, 6) from pg_namespace where nspname ~ '^room_[0-9a-f]{32}$' order by 1");
    std::vector<RoomId> all;
    for (int row = 0; row < PQntuples(found.get()); ++row) {
        std::string text = PQgetvalue(found.get(), row, 0);
        for (const std::size_t dash : {8U, 13U, 18U, 23U}) text.insert(dash, 1, '-');
        if (const auto id = RoomId::parse(text)) all.push_back(*id);
    }
    return all;
}

struct Parsed {
    std::string database, error;
};

Parsed parse_address(const std::string& address) {
    Parsed parsed;
    char* error = nullptr;
    PQconninfoOption* options = PQconninfoParse(address.c_str(), &error);
    if (!options) {
        parsed.error = error ? error : "unreadable";
        PQfreemem(error);
        return parsed;
    }
    for (auto* option = options; option->keyword; ++option) {
        if (std::string_view(option->keyword) == "dbname" && option->val) parsed.database = option->val;
    }
    PQconninfoFree(options);
    return parsed;
}

/// What is wrong with the words of an address.
base::Problems judge_address(const std::string& address) {
    const auto parsed = parse_address(address);
    if (!parsed.error.empty()) return {base::problem("database", "store.database.unreadable", {{"why", parsed.error}})};
    if (parsed.database.empty()) return {base::problem("database", "store.database.unnamed")};
    return {};
}

/// Can the database be reached? Throws base::ToldFault when it is there, or may be, and cannot.
bool has_database(const std::string& address) {
    if (const auto wrong = judge_address(address); !wrong.empty())
        throw base::ToldFault("the address of the database cannot be used", wrong.front().message);
    try {
        const PgConnection there(address);
        return true;
    } catch (const base::Fault&) {
        PgConnection maintenance(address, "postgres");
        const auto found =
            maintenance.run("select 1 from pg_database where datname = $1", {parse_address(address).database});
        if (PQntuples(found.get()) > 0) throw;
        return false;
    }
}

/// Makes the database unless it can be reached already (an administrator may have made an empty one).
void make_database(const std::string& address) {
    if (has_database(address)) return;
    const auto name = parse_address(address).database;
    PgConnection maintenance(address, "postgres");
    char* quoted = PQescapeIdentifier(maintenance.handle(), name.data(), name.size());
    const auto sql =
        fmt::format("create database {} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'", quoted);
    PQfreemem(quoted);
    maintenance.run(sql);
}

void PgStore::open(bool any_schema) {
    {
        const Lease connection = lease({}, false);
        if (const auto wrong = other_collation(as_pg(*connection)))
            throw base::ToldFault("the PostgreSQL database has another collation or encoding than C and UTF8", *wrong);
        if (!has_schema(as_pg(*connection), {}))
            throw base::ToldFault("there is no Samrum in the database: run samrum init", {"store.not_in_database", {}});
    }
    check_lobby(any_schema);
}

void PgStore::create_lobby() {
    make_schema({}, [&](PgConnection& connection) { fill_new({}, connection); });
}

void PgStore::make_schema(const Place& place, const std::function<void(PgConnection&)>& fill) {
    const Lease connection = lease(place, true);
    connection->begin_write();
    connection->script("create schema " + schema_of(place));
    fill(as_pg(*connection));
    connection->commit();
}

void PgStore::create_room(RoomId id) {
    make_schema(id, [&](PgConnection& connection) { fill_new(id, connection); });
}

void PgStore::write_portable(const Place& place, const std::string& path) {
    const Lease from = lease(place, false);
    copy_to_sqlite(as_pg(*from), place ? Scope::room : Scope::lobby, path);
}

void PgStore::read_portable(const Place& place, const std::string& path) {
    make_schema(place, [&](PgConnection& connection) {
        apply_all(connection, Engine::postgresql, place ? Scope::room : Scope::lobby);
        copy_from_sqlite(connection, path);
    });
}

void PgStore::drop_room(RoomId id) {
    ensure_room(id);
    drop(id);
    const std::lock_guard guard(mutex_);
    known_rooms_.erase(id);
}

void PgStore::drop(const Place& place) {
    lease(place, true)->script(fmt::format("drop schema {} cascade", schema_of(place)));
    forget_journal_key(place);
}

std::vector<RoomId> PgStore::rooms() {
    return rooms_in(as_pg(*lease({}, false)));
}

void PgStore::ensure_room(RoomId id) {
    {
        const std::lock_guard guard(mutex_);
        if (known_rooms_.contains(id)) return;
    }
    const Lease connection = lease({}, false);
    base::ensure(has_schema(as_pg(*connection), id), "the room is there");
    const std::lock_guard guard(mutex_);
    known_rooms_.insert(id);
}

Lease PgStore::lease(const Place& place, bool writes) {
    std::unique_ptr<PgConnection> connection;
    {
        const std::lock_guard guard(mutex_);
        auto at = std::ranges::find(idle_, slot_of(place), &Idle::slot);
        if (at == idle_.end() && idle_.size() == kSlots) at = idle_.begin();
        if (at != idle_.end()) {
            connection = std::move(at->connection);
            idle_.erase(at);
        }
    }
    if (!connection) connection = std::make_unique<PgConnection>(location().connection);
    connection->stand_in(place);
    return {connection.release(), GiveBack{this, place, writes}};
}

void PgStore::give_back(const Place& place, bool, std::unique_ptr<Connection> connection) noexcept {
    std::unique_ptr<PgConnection> given(static_cast<PgConnection*>(connection.release()));
    std::vector<Idle> closed;
    const std::lock_guard guard(mutex_);
    if (given->is_broken()) {
        closed.swap(idle_);  // the server has gone away under all of them
    } else if (given->is_idle()) {
        idle_.push_back({slot_of(place), std::move(given)});
        if (idle_.size() > kSlots) {
            closed.push_back(std::move(idle_.front()));
            idle_.erase(idle_.begin());
        }
    }
}

void PgStore::notify(std::string_view topic, std::string_view data) {
    base::ensure(topic.size() + data.size() <= kMostNotice, "a notice is short");
    try {
        const Lease connection = lease({}, true);
        as_pg(*connection).run("select pg_notify($1, $2)", {kNoticeChannel, fmt::format("{}\n{}", topic, data)});
    } catch (const base::Fault&) {
        // Listeners look everything up anew when their connection is back.
    }
}

std::unique_ptr<Listener> PgStore::listen(OnNotice on_notice) {
    return listen_to_postgresql(location().connection, std::move(on_notice));
}

}  // namespace

bool is_in_postgresql(const Location& where) {
    if (!has_database(where.connection)) return false;
    PgConnection connection(where.connection);
    return has_schema(connection, {});
}

std::unique_ptr<Store> open_postgresql(const Location& where, bool any_schema) {
    auto store = std::make_unique<PgStore>(where, Secrets::open(where.directory));
    store->open(any_schema);
    return store;
}

base::Problems judge_new_postgresql(const Location& where) {
    if (auto wrong = judge_address(where.connection); !wrong.empty()) return wrong;
    if (!has_database(where.connection)) return {};
    PgConnection connection(where.connection);
    if (auto wrong = other_collation(connection)) return {base::Problem{"database", *wrong, std::nullopt}};
    if (has_schema(connection, {})) return {base::problem("database", "store.there_already_in_database")};
    if (!rooms_in(connection).empty()) return {base::problem("database", "store.rooms_left_in_database")};
    return {};
}

void make_place_postgresql(const Location& where) {
    make_database(where.connection);
}

std::unique_ptr<Installation> bare_postgresql(const Location& where, Secrets secrets) {
    return std::make_unique<PgStore>(where, std::move(secrets));
}

}  // namespace samrum::store
