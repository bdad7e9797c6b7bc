#include "foundation/store/migrations.hpp"

#include "foundation/base/embedded.hpp"
#include "foundation/base/told_fault.hpp"
#include "foundation/store/secrets.hpp"
#include "foundation/store/sql.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <span>

std::span<const samrum::base::EmbeddedFile> samrum_migrations();

namespace samrum::store {

namespace {

const Statement kApplied{Scope::both, "select number, hash from migration order by number"};

constexpr std::string_view kMigrationTable =
    "create table if not exists migration (number {int64} primary key, name text not null, applied_at {int64} not "
    "null, "
    "hash text not null)";

Scope scope_of(std::string_view text) {
    const auto first = text.substr(0, text.find('\n'));
    if (first == "-- scope: lobby") return Scope::lobby;
    if (first == "-- scope: room") return Scope::room;
    base::ensure(first == "-- scope: both", "a migration begins with `-- scope: lobby`, `room` or `both`");
    return Scope::both;
}

Migration read(const base::EmbeddedFile& file) {
    const auto file_name = file.path.substr(file.path.rfind('/') + 1);
    const auto underscore = file_name.find('_');
    int number = 0;
    const auto parsed = std::from_chars(file_name.data(), file_name.data() + file_name.size(), number);
    base::ensure(underscore == 4 && parsed.ptr == file_name.data() + 4, "a migration's file is called NNNN_what.sql");
    return {number, std::string(file_name.substr(5, file_name.size() - 9)), scope_of(file.bytes),
            to_hex(blake2b(file.bytes)), file.bytes};
}

std::vector<Migration> read_all() {
    std::vector<Migration> all;
    for (const auto& file : samrum_migrations()) all.push_back(read(file));
    std::ranges::sort(all, {}, &Migration::number);
    base::ensure(std::ranges::adjacent_find(all, {}, &Migration::number) == all.end(), "two migrations share a number");
    return all;
}

/// Name and hash are of our own making, so they need no quoting.
std::string note(const Migration& migration) {
    return fmt::format("insert into migration (number, name, applied_at, hash) values ({}, '{}', {}, '{}');",
                       migration.number, migration.name, base::Instant::now().micros, migration.hash);
}

std::string statements_of(Engine engine, const Migration& migration) {
    std::string script;
    for (const auto& statement : split_statements(migration.text)) script += for_engine(engine, statement) + ";\n";
    return script;
}

/// Every room is made of the same scripts, so they are written once.
std::string script_of(Engine engine, const Migration& migration) {
    static const auto write_all = [](Engine each) {
        std::map<int, std::string> all;
        for (const auto& one : all_migrations()) all.emplace(one.number, statements_of(each, one));
        return all;
    };
    static const auto sqlite = write_all(Engine::sqlite), postgresql = write_all(Engine::postgresql);
    return (engine == Engine::sqlite ? sqlite : postgresql).at(migration.number) + note(migration);
}

std::optional<base::Message> stranger_in(const std::map<int, std::string>& applied) {
    for (const auto& [number, hash] : applied) {
        const auto known = std::ranges::find(all_migrations(), number, &Migration::number);
        const base::MessageArgs which{{"number", fmt::format("{:04}", number)}};
        if (known == all_migrations().end()) return base::Message{"store.schema.newer", which};
        if (known->hash != hash) return base::Message{"store.schema.other", which};
    }
    return std::nullopt;
}

void check_no_stranger(const std::map<int, std::string>& applied, const std::string& where) {
    const auto stranger = stranger_in(applied);
    if (!stranger) return;
    const auto number = std::get<std::string>(stranger->args.front().second);
    throw base::ToldFault(
        stranger->key == "store.schema.newer"
            ? fmt::format("{} was used by a newer version of Samrum: migration {} is unknown here", where, number)
            : fmt::format("{} has had another migration {} than the one of this program", where, number),
        *stranger);
}

}  // namespace

const std::vector<Migration>& all_migrations() {
    static const std::vector<Migration> all = read_all();
    return all;
}

std::string migrations_head() {
    std::string head;
    for (const auto& one : all_migrations()) head += fmt::format("{:04} {} {}\n", one.number, one.name, one.hash);
    return head;
}

std::string schema_hash() {
    return to_hex(blake2b(migrations_head()));
}

std::vector<std::string> transient_tables(Scope place) {
    std::vector<std::string> names;
    for (const auto& migration : all_migrations()) {
        if (!migration.is_for(place)) continue;
        for (const auto& statement : split_statements(migration.text)) {
            if (auto name = transient_table_name(statement); !name.empty()) names.push_back(std::move(name));
        }
    }
    return names;
}

std::map<int, std::string> applied_migrations(Connection& connection) {
    std::map<int, std::string> applied;
    connection.query(kApplied, {}, [&](const Row& row) { applied[static_cast<int>(row.integer(0))] = row.text(1); });
    return applied;
}

void apply_all(Connection& connection, Engine engine, Scope place) {
    std::string script = for_engine(engine, kMigrationTable) + ";\n";
    for (const auto& migration : all_migrations()) {
        if (migration.is_for(place)) script += script_of(engine, migration);
    }
    connection.script(script);
}

void apply_missing(Connection& connection, Engine engine, Scope place) {
    check_no_stranger(applied_migrations(connection), place == Scope::lobby ? "the lobby" : "a room");
    for (const auto& migration : all_migrations()) {
        if (!migration.is_for(place) || applied_migrations(connection).contains(migration.number)) continue;
        connection.begin_write();
        try {
            // Two servers may be started with a new version at once: the second finds it done.
            connection.lock("migration");
            if (!applied_migrations(connection).contains(migration.number))
                connection.script(script_of(engine, migration));
            connection.commit();
        } catch (...) {
            connection.rollback();
            throw;
        }
    }
}

void check_schema(Connection& lobby) {
    const auto applied = applied_migrations(lobby);
    check_no_stranger(applied, "the database");
    for (const auto& migration : all_migrations()) {
        if (!applied.contains(migration.number)) {
            throw base::ToldFault(
                fmt::format("the database has an older schema, without migration {:04} ({}): run samrum migrate",
                            migration.number, migration.name),
                {"store.schema.older", {{"number", fmt::format("{:04}", migration.number)}}});
        }
    }
}

std::optional<base::Message> unknown_migration(Connection& connection) {
    return stranger_in(applied_migrations(connection));
}

void note_room_migrations(Connection& lobby) {
    const auto applied = applied_migrations(lobby);
    std::string script;
    for (const auto& migration : all_migrations()) {
        if (migration.scope == Scope::room && !applied.contains(migration.number)) script += note(migration);
    }
    if (!script.empty()) lobby.script(script);
}

}  // namespace samrum::store
