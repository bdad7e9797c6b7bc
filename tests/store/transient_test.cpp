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
    const auto store = Store::create(where());
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

TEST_P(TransientTables, AreUnloggedOnPostgresql) {
    if (GetParam() == Engine::sqlite) return;
    const auto store = Store::create(where());
    const auto connection = dynamic_cast<Installation&>(*store).lease({}, true);
    connection->script(for_engine(GetParam(), kQueue));
    static const Statement persistence{
        Scope::both, "select cast(relpersistence as text) from pg_class where relname = 'test_queue'"};
    std::string seen;
    connection->query(persistence, {}, [&](const Row& row) { seen = row.text(0); });
    EXPECT_EQ(seen, "u");
}

TEST_P(TransientTables, WipingARoomWithoutAnyIsFine) {
    const auto store = Store::create(where());
    const auto room = store->room(SampleRoom(*store).id);
    EXPECT_NO_THROW(room->wipe_transient());
}

}  // namespace
}  // namespace samrum::store
