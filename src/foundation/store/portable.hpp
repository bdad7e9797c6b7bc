#pragma once
#include "foundation/store/sqlite_connection.hpp"

#include <string>
#include <vector>

/// The portable form of a lobby or room: one SQLite file without a log beside it. Not for other folders.
namespace samrum::store {

/// Tables in order of their making, so that a table comes after those it refers to.
std::vector<std::string> tables_of(SqliteConnection& connection);
std::vector<std::string> columns_of(SqliteConnection& connection, const std::string& table);

/// Empties transient tables, takes out what was deleted, checks the file and gets it onto the disk, readable by the
/// owner alone. Throws base::Fault when the check finds damage.
void finish_portable(const std::string& path, Scope scope);
/// Makes a copied file a working one: log on, schema brought to the newest.
void adopt_portable(const std::string& path, Scope scope);

void sync_path(const std::string& path);

}  // namespace samrum::store
