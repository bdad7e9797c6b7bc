#pragma once
#include "foundation/store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

/// One SQL text for two engines: what is rewritten, and nothing else is.
namespace samrum::store {

/// `$1` becomes `?1` outside of quotes and comments: SQLite numbers `$n` by first appearance, not by its number.
std::string with_question_marks(std::string_view sql);

/// The highest `$n` of a statement.
int parameter_count(std::string_view sql);

/// The statements of a migration, without comments; each ends with `;` at the end of a line.
std::vector<std::string> split_statements(std::string_view script);

/// Expands `{int64} {bytes} {flag}`, makes SQLite tables STRICT, and `create transient table` UNLOGGED and
/// without statistics on PostgreSQL.
std::string for_engine(Engine engine, std::string_view statement);

/// The name after `create transient table`; empty for any other statement.
std::string transient_table_name(std::string_view statement);

}  // namespace samrum::store
