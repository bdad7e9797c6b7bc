// House test: every statement of every folder is understood by both engines.
#include "engines.hpp"
#include "foundation/store/sql.hpp"

#include <gtest/gtest.h>
#include <set>

namespace samrum::store {
namespace {

class Statements : public OnBothEngines {};
ON_BOTH_ENGINES(Statements);

/// Those of engines.cpp make the tables of other tests.
bool is_of_the_house(const Statement& statement) {
    return !statement.sql().starts_with("create table sample");
}

TEST_P(Statements, PrepareOnBothEngines) {
    const auto store = Store::create(where()).value();
    const auto id = RoomId::ordered();
    store->create_room(id);
    const auto lobby = store->lobby(), room = store->room(id);
    int prepared = 0;
    for (const auto* statement : Statement::all()) {
        if (!is_of_the_house(*statement)) continue;
        for (const auto& [session, scope] :
             {std::pair{lobby.get(), Scope::lobby}, std::pair{room.get(), Scope::room}}) {
            if (statement->scope() != Scope::both && statement->scope() != scope) continue;
            EXPECT_NO_THROW(session->prepare(*statement)) << statement->sql();
            ++prepared;
        }
    }
    EXPECT_GT(prepared, 20);
    RecordProperty("prepared", prepared);
}

TEST(StatementTexts, KeepToWhatMeansTheSameOnBothEngines) {
    for (const auto* statement : Statement::all()) {
        std::string sql(statement->sql());
        for (auto& c : sql) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        for (const char* word : {"lower(", "upper(", " like ", " ilike ", "::", "order by name", "order by random"}) {
            EXPECT_EQ(sql.find(word), std::string::npos) << word << " in: " << sql;
        }
    }
}

}  // namespace
}  // namespace samrum::store
