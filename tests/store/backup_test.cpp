#include "foundation/store/backup.hpp"

#include "engines.hpp"
#include "foundation/base/told_fault.hpp"
#include "foundation/store/attachments.hpp"
#include "foundation/store/journal.hpp"
#include "foundation/store/sqlite_connection.hpp"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace samrum::store {
namespace {

namespace fs = std::filesystem;

const Statement kCountContent{Scope::room, "select count(*) from content_chunk"};

void say_nothing(const std::optional<RoomId>&, int, int) {}

class Backups : public OnBothEngines {
  protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        const auto store = Store::create(where()).value();
        for (int i = 0; i < 3; ++i) {
            const auto id = RoomId::ordered();
            store->create_room(id);
            store->room(id)->transaction([&](Transaction& tx) {
                // Bytes and text that a careless copy would change.
                static_cast<void>(
                    put_attachment(tx, "å\t\\N\n\r\"'.pdf", "x", std::string("\0\x01\\\xff\n", 5) + id.text(), {1}));
                tx.journal({"system", "system"}, {"test.done", id.text(), "{\"a\":\"\\\\ \\n\"}"});
            });
        }
    }
    std::string folder() const { return file("backup"); }
    void back_up() {
        const auto store = Store::open(where());
        const auto summary = backup(*store, folder(), say_nothing);
        EXPECT_EQ(summary->rooms, 3);
        EXPECT_GT(summary->bytes, 0);
    }
    /// A fresh place of an engine, with the key file of the installation.
    static std::unique_ptr<TestLocation> elsewhere(const Location& from, Engine engine) {
        auto location = std::make_unique<TestLocation>(engine);
        fs::copy_file(from.directory + "/samrum.key", location->file("samrum.key"));
        return location;
    }
    /// Heads of every journal and what every attachment holds.
    static std::vector<std::string> contents(const Location& where) {
        std::vector<std::string> all;
        const auto store = Store::open(where);
        for (const auto id : store->rooms()) {
            const auto room = store->room(id);
            EXPECT_TRUE(verify_journal(*room).is_whole());
            all.push_back(journal_head(*room));
            static const Statement ids{Scope::room, "select id from attachment order by id"};
            for (const auto attachment : room->all(ids, [](const Row& row) { return row.id<AttachmentId>(0); })) {
                const auto found = find_attachment(*room, attachment);
                all.push_back(found->name);
                read_attachment(*room, *found, [&](std::string_view chunk) { all.emplace_back(chunk); });
            }
        }
        return all;
    }
};
ON_BOTH_ENGINES(Backups);

TEST_P(Backups, AreRestoredIntoEitherEngine) {
    back_up();
    EXPECT_EQ(check_backup(folder())->rooms, 3);
    EXPECT_FALSE(fs::exists(folder() + "/samrum.key"));
    const auto before = contents(where());
    EXPECT_EQ(before.size(), 9U);
    for (const Engine engine : {Engine::sqlite, Engine::postgresql}) {
        if (engine == Engine::postgresql && test_address("x").empty()) continue;
        const auto target = elsewhere(where(), engine);
        EXPECT_EQ(restore(folder(), target->where(), say_nothing)->rooms, 3);
        EXPECT_EQ(contents(target->where()), before);
        // And it works on: the key of the journals fits.
        const auto store = Store::open(target->where());
        const auto room = store->room(store->rooms()[0]);
        room->transaction([](Transaction& tx) { tx.journal({"system", "system"}, {"test.more", "", "{}"}); });
        EXPECT_EQ(verify_journal(*room).lines, 2);
    }
}

TEST_P(Backups, AreTakenWhileOthersWrite) {
    const auto store = Store::open(where());
    const auto id = store->rooms()[0];
    std::atomic<bool> done = false;
    std::thread writer([&] {
        const auto room = store->room(id);
        while (!done)
            room->transaction([](Transaction& tx) { tx.journal({"system", "system"}, {"test.done", "", "{}"}); });
    });
    EXPECT_TRUE(backup(*store, folder(), say_nothing));
    done = true;
    writer.join();
    const auto target = elsewhere(where(), GetParam());
    EXPECT_TRUE(restore(folder(), target->where(), say_nothing));
    const auto check = verify_journal(*Store::open(target->where())->room(id), std::nullopt);
    EXPECT_TRUE(check.is_whole());
    EXPECT_TRUE(verify_journal(*store->room(id), check.head).is_whole())
        << "the copy is an earlier moment of the same chain";
}

TEST_P(Backups, DamagedOrPartialOnesAreRefused) {
    back_up();
    const auto target = elsewhere(where(), GetParam());
    const auto refusal = [&] { return keys_of(restore(folder(), target->where(), say_nothing)); };
    const auto with = [&](const fs::path& path, const std::function<void()>& damage) {
        fs::copy_file(path, folder() + ".kept");
        damage();
        const auto said = refusal();
        fs::rename(folder() + ".kept", path);
        return said;
    };
    const fs::path lobby = folder() + "/lobby.sqlite", manifest = folder() + "/manifest";
    const fs::path room = fs::directory_iterator(folder() + "/rooms")->path();
    const auto spoil = [](const fs::path& file) {
        std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(5000);
        bytes.put('!');
    };
    for (const auto& file : {lobby, room}) {
        EXPECT_EQ(with(file, [&] { fs::resize_file(file, fs::file_size(file) - 1); }), "store.backup.file_damaged");
        EXPECT_EQ(with(file, [&] { spoil(file); }), "store.backup.file_damaged");
        EXPECT_EQ(with(file, [&] { fs::remove(file); }), "store.backup.file_missing");
    }
    EXPECT_EQ(with(manifest, [&] { fs::remove(manifest); }), "store.backup.unfinished");
    EXPECT_EQ(with(manifest, [&] { fs::resize_file(manifest, fs::file_size(manifest) / 2); }),
              "store.backup.manifest_damaged");
    EXPECT_EQ(refusal(), "") << "nothing was made by those that were refused";
}

TEST_P(Backups, AreRefusedWithEverythingThatStandsInTheWay) {
    back_up();
    fs::remove(fs::directory_iterator(folder() + "/rooms")->path());
    fs::resize_file(folder() + "/lobby.sqlite", 5000);
    fs::remove(file("samrum.key"));
    EXPECT_EQ(keys_of(restore(folder(), where(), say_nothing)),
              std::string("store.backup.file_damaged store.backup.file_missing store.key.not_there ") +
                  (GetParam() == Engine::sqlite ? "store.there_already" : "store.there_already_in_database"));
}

TEST_P(Backups, NeedTheirKeyFileAndAnEmptyPlace) {
    back_up();
    TestLocation bare(GetParam());
    const auto refusal = [&](const Location& to) { return keys_of(restore(folder(), to, say_nothing)); };
    EXPECT_EQ(refusal(bare.where()), "store.key.not_there");
    std::ofstream(bare.file("samrum.key")) << "samrum-key-1 " << std::string(64, 'a') << "\n";
    fs::permissions(bare.file("samrum.key"), fs::perms::owner_read);
    EXPECT_EQ(refusal(bare.where()), "store.key.of_another");
    EXPECT_EQ(refusal(where()),
              GetParam() == Engine::sqlite ? "store.there_already" : "store.there_already_in_database");
    EXPECT_EQ(keys_of(backup(*Store::open(where()), folder(), say_nothing)), "store.backup.not_empty");
}

TEST_P(Backups, OfANewerSamrumAreRefused) {
    tamper(where(), {}, "insert into migration (number, name, applied_at, hash) values (9999, 'later', 0, 'x')");
    EXPECT_TRUE(backup(*Store::open(where(), true), folder(), say_nothing));
    const auto target = elsewhere(where(), GetParam());
    EXPECT_EQ(keys_of(restore(folder(), target->where(), say_nothing)), "store.schema.newer");
}

TEST_P(Backups, TellTheRoomsAsTheyComeAndTheirNamesBeforeAnythingIsRestored) {
    std::vector<std::optional<RoomId>> told;
    const auto store = Store::open(where());
    EXPECT_TRUE(backup(*store, folder(), [&](const std::optional<RoomId>& place, int done, int of) {
        told.push_back(place);
        EXPECT_EQ(done, static_cast<int>(told.size()));
        EXPECT_EQ(of, 4);
    }));
    std::vector<std::optional<RoomId>> all{std::nullopt};
    for (const auto room : store->rooms()) all.emplace_back(room);
    EXPECT_EQ(told, all);
    static const Statement settings{Scope::both, "select count(*) from store_setting"};
    std::int64_t found = 0;
    read_backed_up_lobby(folder(), [&](Reader& lobby) { found = lobby.count(settings); });
    EXPECT_GT(found, 0);
}

TEST_P(Backups, OfAnOlderSchemaAreBroughtToTheNewest) {
    for (const auto id : Store::open(where())->rooms()) {
        tamper(where(), id,
               "drop table attachment; drop table content_chunk; drop table content; delete from migration where "
               "number = 2");
    }
    tamper(where(), {}, "delete from migration where number = 2");
    if (GetParam() == Engine::postgresql) return;  // PostgreSQL writes what the program's own schema has
    {
        const auto store = Store::open(where(), true);
        EXPECT_TRUE(backup(*store, folder(), say_nothing));
    }
    for (const Engine engine : {Engine::sqlite, Engine::postgresql}) {
        if (engine == Engine::postgresql && test_address("x").empty()) continue;
        const auto target = elsewhere(where(), engine);
        EXPECT_TRUE(restore(folder(), target->where(), say_nothing));
        const auto store = Store::open(target->where());
        EXPECT_EQ(store->room(store->rooms()[0])->count(kCountContent), 0);
    }
}

TEST_P(Backups, ARoomIsExportedWithAllItHolds) {
    const auto store = Store::open(where());
    const auto id = store->rooms()[1];
    EXPECT_TRUE(export_room(*store, id, file("room.sqlite")));
    EXPECT_EQ(keys_of(export_room(*store, id, file("room.sqlite"))), "store.export.there_already");
    EXPECT_THROW(static_cast<void>(export_room(*store, id, file("nowhere/room.sqlite"))), base::ToldFault);
    EXPECT_THROW(static_cast<void>(backup(*store, file("room.sqlite") + "/copy", say_nothing)), base::ToldFault)
        << "whoever chose the place is told in words";
    SqliteConnection room(file("room.sqlite"), SqliteConnection::Mode::read);
    std::int64_t lines = 0;
    room.rows("select count(*) from journal where subject = '" + id.text() + "'",
              [&](const Row& row) { lines = row.integer(0); });
    EXPECT_EQ(lines, 1);
}

}  // namespace
}  // namespace samrum::store
