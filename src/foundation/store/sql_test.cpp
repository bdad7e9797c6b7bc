#include "foundation/store/sql.hpp"

#include <gtest/gtest.h>

namespace samrum::store {
namespace {

TEST(Sql, NumbersParametersForSqlite) {
    EXPECT_EQ(with_question_marks("select $2, $1, $10 from t"), "select ?2, ?1, ?10 from t");
    EXPECT_EQ(with_question_marks("select '$1', \"$2\", $3 -- $4\n, /* $5 */ $1"),
              "select '$1', \"$2\", ?3 -- $4\n, /* $5 */ ?1");
    EXPECT_EQ(with_question_marks("select 'it''s $1', $1"), "select 'it''s $1', ?1");
    EXPECT_EQ(with_question_marks("select '$"), "select '$");
}

TEST(Sql, CountsParametersByTheHighest) {
    EXPECT_EQ(parameter_count("select 1"), 0);
    EXPECT_EQ(parameter_count("select $1 where $3 = $1 and '$9' = ''"), 3);
}

TEST(Sql, SplitsAMigrationAtSemicolonsThatEndLines) {
    const auto parts = split_statements(
        "-- scope: both\ncreate table a (x text default 'a; -- b');  -- why\n\n/* more */\ninsert into a\n  values "
        "('c');\n");
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0], "create table a (x text default 'a; -- b')");
    EXPECT_EQ(parts[1], "insert into a\n  values ('c')");
    EXPECT_THROW(split_statements("create table a (x text)"), base::Bug);
}

TEST(Sql, ExpandsMarkers) {
    constexpr auto text = "create table a (n {int64}, b {bytes}, f {flag})";
    EXPECT_EQ(for_engine(Engine::sqlite, text), "create table a (n integer, b blob, f integer) strict");
    EXPECT_EQ(for_engine(Engine::postgresql, text), "create table a (n bigint, b bytea, f boolean)");
    constexpr auto transient = "create transient table queue (n {int64})";
    EXPECT_EQ(for_engine(Engine::sqlite, transient), "create table queue (n integer) strict");
    EXPECT_EQ(for_engine(Engine::postgresql, transient),
              "create unlogged table queue (n bigint) with (autovacuum_enabled = false)");
    EXPECT_EQ(transient_table_name(transient), "queue");
    EXPECT_EQ(transient_table_name(text), "");
    EXPECT_EQ(for_engine(Engine::sqlite, "create index i on a (n)"), "create index i on a (n)");
}

}  // namespace
}  // namespace samrum::store
