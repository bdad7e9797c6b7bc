#include "engines.hpp"
#include "foundation/base/result.hpp"

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <gtest/gtest.h>
#include <mutex>

namespace samrum::store {
namespace {

const Statement kPut{Scope::room, "insert into sample (id, n, t, b, f) values ($1, $2, $3, $4, $5)"};
const Statement kGet{Scope::room, "select id, n, t, b, f from sample where id = $1"};
const Statement kIds{Scope::room, "select id from sample order by id"};
const Statement kCount{Scope::room, "select count(*) from sample"};
const Statement kSum{Scope::room, "select sum(n) from sample"};
const Statement kNumber{Scope::room, "select n from sample where id = $1"};
const Statement kSetNumber{Scope::room, "update sample set n = $2 where id = $1"};
const Statement kWrong{Scope::room, "select nothing_such from sample"};
const Statement kSwapped{Scope::room, "select count(*) from sample where t = $2 and id = $1"};

class Sessions : public OnBothEngines {
  protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        store_ = Store::create(where()).value();
        id_ = SampleRoom(*store_).id;
        room_ = store_->room(id_);
    }
    void TearDown() override {
        room_.reset();
        store_.reset();
    }
    void put(const std::string& id, std::int64_t n = 0) {
        room_->transaction([&](Transaction& tx) { tx.run(kPut, id, n, "", Bytes{}, false); });
    }

    std::unique_ptr<Store> store_;
    RoomId id_;
    std::unique_ptr<Session> room_;
};
ON_BOTH_ENGINES(Sessions);

TEST_P(Sessions, ValuesComeBackAsTheyWent) {
    const Bytes bytes{std::byte{0}, std::byte{255}, std::byte{'\\'}, std::byte{10}};
    const std::string text = "Rådrum ‹’\"\\\n› \t$1 ålder";
    room_->transaction([&](Transaction& tx) {
        EXPECT_EQ(tx.run(kPut, "full", INT64_MIN, text, bytes, true), 1);
        tx.run(kPut, "empty", 0, "", Bytes{}, false);
        tx.run(kPut, "null", std::optional<int>(), std::optional<std::string>(), std::optional<Bytes>(),
               std::optional<bool>());
    });
    int rows = 0;
    room_->each(kGet, {std::string("full")}, [&](const Row& row) {
        ++rows;
        EXPECT_EQ(row.integer(1), INT64_MIN);
        EXPECT_EQ(row.view(2), text);
        EXPECT_EQ(row.bytes(3), bytes);
        EXPECT_TRUE(row.flag(4));
        EXPECT_THROW(static_cast<void>(row.integer(2)), base::Bug);
        EXPECT_THROW(static_cast<void>(row.view(1)), base::Bug);
        EXPECT_THROW(static_cast<void>(row.view(9)), base::Bug);
    });
    room_->each(kGet, {std::string("empty")}, [&](const Row& row) {
        ++rows;
        EXPECT_EQ(row.view(2), "");
        EXPECT_TRUE(row.bytes(3).empty());
        EXPECT_FALSE(row.flag(4));
    });
    room_->each(kGet, {std::string("null")}, [&](const Row& row) {
        ++rows;
        for (int column = 1; column < 5; ++column) EXPECT_TRUE(row.is_null(column));
        EXPECT_EQ(row.maybe(1, &Row::integer), std::nullopt);
        EXPECT_THROW(static_cast<void>(row.view(2)), base::Bug);
    });
    EXPECT_EQ(rows, 3);
    EXPECT_EQ(room_->count(kSum), INT64_MIN);
}

TEST_P(Sessions, ArgumentsGoByNumberAndMustBeAsMany) {
    room_->transaction([&](Transaction& tx) { tx.run(kPut, "a", 1, "b", Bytes{}, false); });
    EXPECT_EQ(room_->count(kSwapped, "a", "b"), 1);
    EXPECT_THROW(room_->count(kSwapped, "a"), base::Bug);
    EXPECT_THROW(room_->count(kWrong), base::Fault);
    EXPECT_EQ(room_->count(kCount), 1) << "a failed read leaves the session usable";
}

TEST_P(Sessions, TextIsOrderedByteByByteOnBothEngines) {
    for (const char* id : {"ö", "Z", "a", "å", "B", "ä", "_", "0"}) put(id);
    const auto ids = room_->all(kIds, [](const Row& row) { return row.text(0); });
    EXPECT_EQ(ids, (std::vector<std::string>{"0", "B", "Z", "_", "a", "ä", "å", "ö"}));
}

TEST_P(Sessions, ProblemsAndExceptionsRollBack) {
    const auto answer = room_->transaction([&](Transaction& tx) -> base::Result<int> {
        tx.run(kPut, "a", 1, "", Bytes{}, false);
        return base::problem("", "test.no");
    });
    EXPECT_FALSE(answer);
    EXPECT_THROW(room_->transaction([&](Transaction& tx) {
        tx.run(kPut, "b", 1, "", Bytes{}, false);
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(room_->count(kCount), 0);
    const auto good = room_->transaction([&](Transaction& tx) -> base::Result<int> {
        tx.run(kPut, "c", 1, "", Bytes{}, false);
        return 7;
    });
    EXPECT_EQ(good.value(), 7);
    EXPECT_EQ(room_->count(kCount), 1);
}

TEST_P(Sessions, AnyErrorEndsTheTransaction) {
    put("a");
    EXPECT_THROW(room_->transaction([&](Transaction& tx) {
        tx.run(kPut, "b", 1, "", Bytes{}, false);
        // The key is taken; a body that swallows the error gets no further.
        EXPECT_THROW(tx.run(kPut, "a", 1, "", Bytes{}, false), base::Fault);
        EXPECT_THROW(tx.count(kCount), base::Fault);
        return true;
    }),
                 base::Fault);
    EXPECT_EQ(room_->count(kCount), 1);
}

TEST_P(Sessions, WhatFollowsTheCommitFollowsOnlyTheCommit) {
    int told = 0;
    room_->transaction([&](Transaction& tx) {
        tx.after_commit([&] {
            ++told;
            EXPECT_EQ(store_->room(id_)->count(kCount), 1) << "others see it by then";
        });
        tx.run(kPut, "a", 1, "", Bytes{}, false);
        EXPECT_EQ(told, 0);
    });
    EXPECT_EQ(told, 1);
    const auto answer = room_->transaction([&](Transaction& tx) -> base::Result<int> {
        tx.after_commit([&] { ++told; });
        return base::problem("", "test.no");
    });
    EXPECT_FALSE(answer);
    EXPECT_EQ(told, 1);
}

TEST_P(Sessions, ReadsInsideATransactionSeeIt) {
    room_->transaction([&](Transaction& tx) {
        tx.run(kPut, "a", 1, "", Bytes{}, false);
        EXPECT_EQ(room_->count(kCount), 1);
        EXPECT_EQ(store_->room(id_)->count(kCount), 0) << "another session does not";
    });
    EXPECT_THROW(room_->transaction([&](Transaction&) { room_->transaction([](Transaction&) {}); }), base::Bug);
}

TEST_P(Sessions, ASnapshotIsOfOneMoment) {
    put("a");
    const auto other = store_->room(id_);
    const auto seen = room_->snapshot([&](Reader& reader) {
        EXPECT_EQ(reader.count(kCount), 1);
        other->transaction([](Transaction& tx) { tx.run(kPut, "b", 1, "", Bytes{}, false); });
        return reader.count(kCount);
    });
    EXPECT_EQ(seen, 1);
    EXPECT_EQ(room_->count(kCount), 2);
}

TEST_P(Sessions, AStatementMayRunInsideItself) {
    for (const char* id : {"a", "b", "c"}) put(id);
    std::string seen;
    room_->each(kIds, {}, [&](const Row& outer) {
        seen += outer.text(0);
        room_->each(kIds, {}, [&](const Row& inner) { seen += inner.text(0); });
        seen += outer.text(0);
    });
    EXPECT_EQ(seen, "aabcababcbcabcc");
}

TEST_P(Sessions, NoIncrementIsLostAmongConcurrentWriters) {
    put("counter");
    constexpr int writers = 4, times = 25;
    in_threads(writers, [&](int) {
        const auto room = store_->room(id_);
        for (int i = 0; i < times; ++i) {
            room->transaction([](Transaction& tx) {
                tx.lock("counter");
                tx.run(kSetNumber, "counter", tx.count(kNumber, "counter") + 1);
                tx.journal({"system", "system"}, {"test.counted", "counter", "{}"});
            });
        }
    });
    EXPECT_EQ(room_->count(kNumber, "counter"), writers * times);
}

TEST_P(Sessions, LocksTakenCrosswiseAreTriedAgain) {
    put("a");
    put("b");
    std::atomic<int> runs = 0;
    in_threads(2, [&](int number) {
        const auto room = store_->room(id_);
        for (int i = 0; i < 5; ++i) {
            room->transaction([&](Transaction& tx) {
                ++runs;
                tx.lock(number == 0 ? "a" : "b");
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
                tx.lock(number == 0 ? "b" : "a");
                tx.run(kSetNumber, "a", tx.count(kNumber, "a") + 1);
            });
        }
    });
    EXPECT_EQ(room_->count(kNumber, "a"), 10);
    EXPECT_GE(runs, 10);
}

TEST_P(Sessions, ReadersGoOnWhileSomebodyWrites) {
    put("a");
    room_->transaction([&](Transaction& tx) {
        tx.run(kPut, "b", 1, "", Bytes{}, false);
        in_threads(3, [&](int) { EXPECT_EQ(store_->room(id_)->count(kCount), 1); });
    });
    EXPECT_EQ(room_->count(kCount), 2);
}

TEST_P(Sessions, ManyRoomsDoNotKeepManyFilesOpen) {
    constexpr int rooms = 300;
    if (GetParam() == Engine::postgresql) return;  // rooms are no files there
    for (int i = 0; i < rooms; ++i)
        store_->room(SampleRoom(*store_).id)->transaction([](Transaction& tx) {
            tx.run(kPut, "a", 1, "", Bytes{}, false);
        });
    for (const auto id : store_->rooms()) {
        EXPECT_EQ(store_->room(id)->count(kCount), id == id_ ? 0 : 1);
    }
    std::ptrdiff_t open = 0;
    for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator("/proc/self/fd")) ++open;
    EXPECT_LT(open, 256 * 5 + 50);
    EXPECT_EQ(store_->rooms().size(), rooms + 1U);
}

TEST_P(Sessions, NoticesReachEveryListener) {
    const auto other = Store::open(where());
    std::mutex mutex;
    std::condition_variable came;
    std::vector<std::string> heard;
    const auto note = [&](std::string_view topic, std::string_view data) {
        const std::lock_guard guard(mutex);
        heard.push_back(std::string(topic) + "=" + std::string(data));
        came.notify_all();
    };
    const auto listener = store_->listen(note);
    const auto elsewhere = GetParam() == Engine::postgresql ? other->listen(note) : nullptr;
    store_->notify("room.changed", "{\"line\":\"a\nb\"}");
    std::unique_lock guard(mutex);
    const std::size_t expected = elsewhere ? 2 : 1;
    EXPECT_TRUE(came.wait_for(guard, std::chrono::seconds(5), [&] { return heard.size() == expected; }));
    for (const auto& one : heard) EXPECT_EQ(one, "room.changed={\"line\":\"a\nb\"}");
}

}  // namespace
}  // namespace samrum::store
