#include "engines.hpp"
#include "foundation/store/migrations.hpp"
#include "foundation/store/presence.hpp"
#include "foundation/store/secrets.hpp"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace samrum::store {
namespace {

const Statement kApplied{Scope::both, "select count(*) from migration"};

class Installations : public OnBothEngines {
  protected:
    std::string fault_of_opening() {
        return fault_of([&] { Store::open(where()); });
    }
};
ON_BOTH_ENGINES(Installations);

TEST_P(Installations, AreMadeOnceAndOpenedAfterwards) {
    EXPECT_NE(fault_of_opening(), "");
    Store::create(where()).value();
    EXPECT_EQ(fault_of_opening(), "");
    EXPECT_EQ(keys_of(Store::create(where())),
              GetParam() == Engine::sqlite ? "store.there_already" : "store.there_already_in_database");
    EXPECT_TRUE(Store::open(where())->is_alive());
}

TEST_P(Installations, AreNotMadeWhereSomethingStandsInTheWayAndAllOfItIsTold) {
    const auto room = RoomId::ordered();
    Store::create(where()).value()->create_room(room);
    chmod(file("samrum.key").c_str(), 0644);
    // As a restore that was cut off leaves it: rooms without a lobby.
    if (GetParam() == Engine::sqlite) {
        for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file("lobby.sqlite") + ending);
    } else {
        tamper(where(), {}, "drop schema lobby cascade");
    }
    EXPECT_EQ(keys_of(Store::create(where())),
              std::string(GetParam() == Engine::sqlite ? "store.rooms_left" : "store.rooms_left_in_database") +
                  " store.key.open_to_others");
}

TEST_P(Installations, RoomsAreMadeListedAndDropped) {
    const auto store = Store::create(where()).value();
    std::vector<RoomId> made{RoomId::ordered(), RoomId::ordered(), RoomId::ordered()};
    std::ranges::sort(made);
    EXPECT_THROW(store->room(made[0]), base::Bug);
    for (const auto id : made) store->create_room(id);
    EXPECT_EQ(store->rooms(), made);
    store->room(made[1])->count(kApplied);
    store->drop_room(made[1]);
    EXPECT_EQ(store->rooms(), (std::vector{made[0], made[2]}));
    EXPECT_THROW(store->room(made[1]), base::Bug);
}

TEST_P(Installations, AreRemovedWholeSaveTheirKeyFile) {
    EXPECT_FALSE(is_there(where()));
    {
        const auto store = Store::create(where()).value();
        const auto room = RoomId::ordered();
        store->create_room(room);
        store->room(room)->count(kApplied);
        EXPECT_TRUE(is_there(where()));
        remove_all(*store);
    }
    EXPECT_FALSE(is_there(where()));
    EXPECT_NO_THROW(Secrets::open(where().directory));
    EXPECT_TRUE(Store::create(where()).value()->rooms().empty());
}

TEST_P(Installations, MigratingTwiceDoesNothingTheSecondTime) {
    const auto room = RoomId::ordered();
    {
        const auto store = Store::create(where()).value();
        store->create_room(room);
    }
    const auto store = Store::open(where(), true);
    std::vector<std::optional<RoomId>> steps;
    for (int time = 0; time < 2; ++time) {
        store->migrate([&](const std::optional<RoomId>& place, int, int of) {
            steps.push_back(place);
            EXPECT_EQ(of, 2);
        });
    }
    EXPECT_EQ(steps, (std::vector<std::optional<RoomId>>{room, std::nullopt, room, std::nullopt}));
    EXPECT_EQ(store->lobby()->count(kApplied), static_cast<std::int64_t>(all_migrations().size()));
}

TEST_P(Installations, AnOlderSchemaIsRefusedUntilMigrated) {
    const auto room = RoomId::ordered();
    Store::create(where()).value()->create_room(room);
    // As it was before the attachments came.
    for (const auto& place : {std::optional<RoomId>(), std::optional(room)}) {
        tamper(where(), place, "delete from migration where number = 2");
    }
    tamper(where(), room, "drop table attachment; drop table content_chunk; drop table content");
    EXPECT_NE(fault_of_opening().find("run samrum migrate"), std::string::npos) << fault_of_opening();
    Store::open(where(), true)->migrate([](const std::optional<RoomId>&, int, int) {});
    EXPECT_EQ(fault_of_opening(), "");
    static const Statement attachments{Scope::room, "select count(*) from attachment"};
    EXPECT_EQ(Store::open(where())->room(room)->count(attachments), 0);
}

TEST_P(Installations, ANewerSchemaIsRefused) {
    Store::create(where()).value();
    tamper(where(), {}, "insert into migration (number, name, applied_at, hash) values (9999, 'later', 0, 'x')");
    EXPECT_NE(fault_of_opening().find("newer"), std::string::npos) << fault_of_opening();
    const auto store = Store::open(where(), true);
    EXPECT_NE(fault_of([&] { store->migrate([](const std::optional<RoomId>&, int, int) {}); }), "");
}

TEST_P(Installations, AChangedMigrationIsRefused) {
    Store::create(where()).value();
    tamper(where(), {}, "update migration set hash = 'other' where number = 1");
    EXPECT_NE(fault_of_opening().find("another migration 0001"), std::string::npos) << fault_of_opening();
}

TEST_P(Installations, TheKeyFileIsNeededAndMustBeTheRightOne) {
    Store::create(where()).value();
    struct stat about {};
    ASSERT_EQ(stat(file("samrum.key").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600U);

    chmod(file("samrum.key").c_str(), 0644);
    EXPECT_NE(fault_of_opening().find("store.key.open_to_others"), std::string::npos);
    rename(file("samrum.key").c_str(), file("away").c_str());
    EXPECT_NE(fault_of_opening().find("store.key.not_there"), std::string::npos);
    Secrets::open_or_create(where().directory);
    EXPECT_NE(fault_of_opening().find("another installation"), std::string::npos);
}

TEST(PostgresqlInstallations, AnotherCollationIsRefused) {
    // The server's own database has the collation of the cluster, C.UTF-8.
    if (test_address("x").empty()) GTEST_SKIP() << "SAMRUM_TEST_POSTGRES is not set";
    TestLocation location(Engine::postgresql);
    Location where = location.where();
    where.connection = test_address("postgres");
    EXPECT_EQ(keys_of(Store::create(where)), "store.database.collation");
    Secrets::open_or_create(where.directory);
    EXPECT_NE(fault_of([&] { Store::open(where); }).find("collation"), std::string::npos);
}

TEST(PostgresqlInstallations, AnAddressThatLeadsNowhereIsAFaultAndAnUnreadableOneAProblem) {
    TestLocation location(Engine::sqlite);
    const auto creating = [&](const char* address) {
        return Store::create({Engine::postgresql, location.where().directory, address});
    };
    EXPECT_NE(fault_of([&] { creating("postgresql://nobody@/x?host=/nowhere&connect_timeout=2").value(); }), "");
    EXPECT_FALSE(Secrets::is_there(location.where().directory)) << "nothing was made";
    EXPECT_EQ(keys_of(creating("postgresql://%zz")), "store.database.unreadable");
    EXPECT_EQ(keys_of(creating("postgresql://h")), "store.database.unnamed");
    for (const char* address :
         {"postgresql://nobody@/x?host=/nowhere&connect_timeout=2", "postgresql://%zz", "postgresql://h"})
        EXPECT_NE(fault_of([&] { is_there({Engine::postgresql, location.where().directory, address}); }), "");
}

}  // namespace
}  // namespace samrum::store
