#pragma once
#include "foundation/store/connection.hpp"
#include "foundation/store/secrets.hpp"

#include <utility>
#include <vector>

/// How the journal is written; reading and verifying is in journal.hpp. Not for other folders.
namespace samrum::store {

/// Appends lines to the chain. Takes the lock "journal" last of all locks, so that the chain has one end.
void append_to_journal(Connection& connection, const Key& key, const std::vector<std::pair<Actor, JournalLine>>& lines);

/// Adds to the open line of an anonymous kind.
void add_anonymous(Connection& connection, const Key& key, const AnonymousLine& line);

/// Writes the key of a new journal into store_setting, encrypted.
void write_journal_key(Connection& connection, const Secrets& secrets);
Key read_journal_key(Connection& connection, const Secrets& secrets);

}  // namespace samrum::store
