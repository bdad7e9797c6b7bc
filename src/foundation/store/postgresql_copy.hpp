#pragma once
#include "foundation/store/postgresql_connection.hpp"

#include <string>

namespace samrum::store {

/// Writes every table of the place that `from` stands in, of one moment, into a new SQLite file. Not for other folders.
void copy_to_sqlite(PgConnection& from, Scope scope, const std::string& path);
/// Fills the empty, migrated place that `to` stands in from a SQLite file; the caller holds the transaction.
void copy_from_sqlite(PgConnection& to, const std::string& path);

}  // namespace samrum::store
