#pragma once
#include "foundation/store/connection.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The numbered, forward-only steps of the schema. Not for other folders.
namespace samrum::store {

/// One file `NNNN_what.sql`; its first line is `-- scope: lobby`, `room` or `both`.
struct Migration {
    int number;
    std::string name;  ///< `journal` of `0001_journal.sql`
    Scope scope;
    std::string hash;  ///< BLAKE2b-256 of the file, in hexadecimal
    std::string_view text;

    bool is_for(Scope place) const { return scope == Scope::both || scope == place; }
};

/// Every migration in the binary, by number. A Bug when two share a number or a first line cannot be read.
const std::vector<Migration>& all_migrations();
/// The migrations as migrations.head lists them: `0001 journal <hash>`, one a line.
std::string migrations_head();
/// One hash that names the whole schema.
std::string schema_hash();

/// Tables whose rows are for the moment: not in backups, wiped when an activity session closes.
std::vector<std::string> transient_tables(Scope place);

/// Number → hash of what `connection`'s place has had.
std::map<int, std::string> applied_migrations(Connection& connection);
/// Runs every migration of the scope on an empty place; the caller holds the transaction.
void apply_all(Connection& connection, Engine engine, Scope place);
/// Runs what is missing, each in a transaction of its own. Throws base::Fault when what has run is unknown here or
/// differs.
void apply_missing(Connection& connection, Engine engine, Scope place);
/// Throws base::ToldFault when the lobby's list differs from this program's migrations.
void check_schema(Connection& lobby);
/// What a lobby or room has had that this program does not know: `store.schema.newer`, `store.schema.other`.
std::optional<base::Message> unknown_migration(Connection& connection);
/// Notes in the lobby that every room has had the room migrations.
void note_room_migrations(Connection& lobby);

}  // namespace samrum::store
