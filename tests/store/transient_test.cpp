#include "engines.hpp"
#include "foundation/store/installation.hpp"
#include "foundation/store/sql.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace samrum::store {
namespace {

namespace fs = std::filesystem;

constexpr auto kQueue = "create transient table test_queue (id text primary key, waiting_since text)";
constexpr auto kSecret = "a-moment-that-is-nobodys-business";

/// True when any file below `folder` holds the text.
bool is_anywhere_in(const fs::path& folder, const std::string& text) {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::stringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        if (bytes.str().find(text) != std::string::npos) return true;
    }
    return false;
}

class TransientTables : public OnBothEngines {};
ON_BOTH_ENGINES(TransientTables);

TEST_P(TransientTables, LeaveNothingBehindWhenWiped) {
    const auto store = Store::create(where()).value();
    const auto id = RoomId::ordered();
    store->create_room(id);
    auto& pool = dynamic_cast<Installation&>(*store);
    const auto connection = pool.lease(id, true);
    connection->script(for_engine(GetParam(), kQueue));
    for (int i = 0; i < 200; ++i) {
        connection->script("insert into test_queue (id, waiting_since) values ('" + std::to_string(i) + "', '" +
                           kSecret + "')");
    }
    EXPECT_EQ(is_anywhere_in(where().directory, kSecret), GetParam() == Engine::sqlite);
    connection->wipe({"test_queue"});
    static const Statement count{Scope::room, "select count(*) from test_queue"};
    std::int64_t left = -1;
    connection->query(count, {}, [&](const Row& row) { left = row.integer(0); });
    EXPECT_EQ(left, 0);
    EXPECT_FALSE(is_anywhere_in(where().directory, kSecret));
}

/// Where the server of the tests keeps its data; empty when this process may not read it.
fs::path postgresql_folder(Connection& connection) {
    static const Statement where{Scope::both, "select setting from pg_settings where name = 'data_directory'"};
    std::string folder;
    connection.query(where, {}, [&](const Row& row) { folder = row.text(0); });
    std::error_code unreadable;
    fs::directory_iterator(folder, unreadable);
    return unreadable ? fs::path() : fs::path(folder);
}

TEST_P(TransientTables, LeaveNothingOfDeletedRowsBehindAndKeepTheOthers) {
    const auto store = Store::create(where()).value();
    const auto id = RoomId::ordered();
    store->create_room(id);
    const auto connection = dynamic_cast<Installation&>(*store).lease(id, true);
    connection->script(for_engine(GetParam(), kQueue));
    const auto folder = GetParam() == Engine::sqlite ? fs::path(where().directory) : postgresql_folder(*connection);
    if (folder.empty()) GTEST_SKIP() << "the files of PostgreSQL belong to somebody else";
    const auto secret = "over-" + base::Uuid::random().text();
    const auto kept = "open-" + base::Uuid::random().text();
    for (int i = 0; i < 200; ++i)
        connection->script("insert into test_queue (id, waiting_since) values ('" + std::to_string(i) + "', '" +
                           (i % 3 == 0 ? kept : secret) + "')");
    // PostgreSQL keeps unlogged rows in memory for the time being, so there the search is tried by what was kept.
    if (GetParam() == Engine::sqlite) {
        EXPECT_TRUE(is_anywhere_in(folder, secret)) << "the search sees what is there";
    }
    connection->script("delete from test_queue where waiting_since = '" + secret + "'");
    connection->scrub({"test_queue"});
    if (GetParam() == Engine::postgresql) connection->script("checkpoint");
    EXPECT_FALSE(is_anywhere_in(folder, secret));
    EXPECT_TRUE(is_anywhere_in(folder, kept));
}

TEST_P(TransientTables, AreUnloggedOnPostgresql) {
    if (GetParam() == Engine::sqlite) return;
    const auto store = Store::create(where()).value();
    const auto connection = dynamic_cast<Installation&>(*store).lease({}, true);
    connection->script(for_engine(GetParam(), kQueue));
    static const Statement persistence{
        Scope::both, "select cast(relpersistence as text) from pg_class where relname = 'test_queue'"};
    std::string seen;
    connection->query(persistence, {}, [&](const Row& row) { seen = row.text(0); });
    EXPECT_EQ(seen, "u");
}

TEST_P(TransientTables, WipingARoomWithoutAnyIsFine) {
    const auto store = Store::create(where()).value();
    const auto room = store->room(SampleRoom(*store).id);
    EXPECT_NO_THROW(room->wipe_transient());
}

}  // namespace
}  // namespace samrum::store
