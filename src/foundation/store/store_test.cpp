#include "foundation/store/store.hpp"

#include "foundation/base/embedded.hpp"
#include "foundation/base/result.hpp"
#include "foundation/store/journal.hpp"
#include "foundation/store/migrations.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <span>
#include <unistd.h>

std::span<const samrum::base::EmbeddedFile> samrum_migrations_head();

namespace samrum::store {
namespace {

const Statement kPut{Scope::both, "insert into store_setting (name, value) values ($1, $2)"};
const Statement kCount{Scope::both, "select count(*) from store_setting where name = $1"};

/// A temporary folder that is gone afterwards.
class StoreTest : public ::testing::Test {
  protected:
    void SetUp() override {
        const std::filesystem::path memory = "/dev/shm";
        const auto parent = access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
        std::string name = (parent / "samrum-store-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        where_.directory = name;
    }
    void TearDown() override { std::filesystem::remove_all(where_.directory); }
    Location where_;
};

TEST_F(StoreTest, MakesAnInstallationOnce) {
    EXPECT_THROW(Store::open(where_), base::Fault);
    {
        const auto store = Store::create(where_).value();
        EXPECT_TRUE(store->is_alive());
        EXPECT_TRUE(store->rooms().empty());
    }
    EXPECT_EQ(Store::create(where_).problems().at(0).message.key, "store.there_already");
    EXPECT_TRUE(Store::open(where_)->is_alive());
}

TEST_F(StoreTest, CommitsWhatTheBodyReturnsAndRollsBackProblems) {
    const auto store = Store::create(where_).value();
    const auto lobby = store->lobby();
    const auto put = [&](const char* name, bool well) {
        return lobby->transaction([&](Transaction& tx) -> base::Result<base::Done> {
            tx.run(kPut, name, Bytes{});
            if (!well) return base::problem("name", "test.problem");
            return base::Done{};
        });
    };
    EXPECT_TRUE(put("a", true));
    EXPECT_FALSE(put("b", false));
    EXPECT_EQ(lobby->count(kCount, "a"), 1);
    EXPECT_EQ(lobby->count(kCount, "b"), 0);
    EXPECT_THROW(lobby->transaction([&](Transaction& tx) { return tx.run(kPut, "a", Bytes{}); }), base::Fault);
}

TEST_F(StoreTest, KeepsRoomsApart) {
    const auto store = Store::create(where_).value();
    const auto one = RoomId::ordered(), other = RoomId::ordered();
    EXPECT_THROW(store->room(one), base::Bug);
    store->create_room(one);
    store->create_room(other);
    EXPECT_EQ(store->rooms().size(), 2U);
    store->room(one)->transaction([](Transaction& tx) { tx.run(kPut, "a", Bytes{}); });
    EXPECT_EQ(store->room(other)->count(kCount, "a"), 0);
    store->drop_room(one);
    EXPECT_THROW(store->room(one), base::Bug);
    EXPECT_EQ(store->rooms(), std::vector{other});
}

TEST_F(StoreTest, ChainsTheJournal) {
    const auto store = Store::create(where_).value();
    const auto lobby = store->lobby();
    EXPECT_EQ(journal_head(*lobby), std::string(64, '0'));
    for (int i = 0; i < 3; ++i) {
        lobby->transaction([](Transaction& tx) { tx.journal({"system", "system"}, {"test.done", "x", "{}"}); });
    }
    const auto check = verify_journal(*lobby);
    EXPECT_TRUE(check.is_whole());
    EXPECT_EQ(check.lines, 3);
    EXPECT_EQ(check.head, journal_head(*lobby));
    EXPECT_TRUE(verify_journal(*lobby, check.head).is_whole());
    EXPECT_FALSE(verify_journal(*lobby, std::string(64, 'a')).is_whole());
}

// A migration that has landed is never changed: databases have had it.
TEST(Migrations, AreThoseOfTheHeadFile) {
    EXPECT_EQ(migrations_head(), samrum_migrations_head()[0].bytes)
        << "after adding a migration run: node tools/migrations-head.mjs (and add it to the commit)";
}

}  // namespace
}  // namespace samrum::store
