#include "foundation/store/journal.hpp"

#include "engines.hpp"

#include <gtest/gtest.h>

namespace samrum::store {
namespace {

const Statement kSealed{Scope::both, "select what, subject, detail from journal order by seq"};
const Statement kOpen{Scope::both, "select count(*) from journal_anonymous"};

class Journals : public OnBothEngines {
  protected:
    /// A room with `lines` lines in its journal; the store is closed again, so that the data can be tampered with.
    void write(int lines) {
        const auto store = Store::create(where()).value();
        store->create_room(room_ = RoomId::ordered());
        const auto room = store->room(room_);
        for (int i = 1; i <= lines; ++i) {
            room->transaction([&](Transaction& tx) {
                tx.journal({"account-1", "coordinator"}, {"test.done", "thing-" + std::to_string(i), R"({"n":"å"})"});
            });
        }
        head_ = journal_head(*room);
    }
    JournalCheck verify(std::optional<std::string_view> head = std::nullopt) {
        return verify_journal(*Store::open(where())->room(room_), head);
    }
    JournalCheck after(const std::string& sql) {
        tamper(where(), room_, sql);
        return verify();
    }
    RoomId room_;
    std::string head_;
};
ON_BOTH_ENGINES(Journals);

TEST_P(Journals, AreWholeWhenNobodyTouchesThem) {
    write(5);
    const auto check = verify(head_);
    EXPECT_TRUE(check.is_whole());
    EXPECT_EQ(check.lines, 5);
    EXPECT_EQ(check.head, head_);
    const auto store = Store::open(where());
    EXPECT_TRUE(verify_journal(*store->lobby(), std::string(64, '0')).is_whole()) << "an empty one too";
    const auto room = store->room(room_);
    const auto newest = journal_entries(*room, 0, 2);
    ASSERT_EQ(newest.size(), 2U);
    EXPECT_EQ(newest[0].seq, 5);
    EXPECT_EQ(journal_entries(*room, 4, 10).size(), 3U);
    ASSERT_EQ(journal_of(*room, "thing-3").size(), 1U);
    EXPECT_EQ(journal_of(*room, "thing-3")[0].actor.label, "coordinator");
}

TEST_P(Journals, AnEarlierHeadIsFoundInALongerChain) {
    write(3);
    Store::open(where())->room(room_)->transaction([](Transaction& tx) {
        tx.journal({"system", "system"}, {"test.more", "", "{}"});
        tx.journal({"system", "system"}, {"test.more", "", "{}"});
    });
    const auto check = verify(head_);
    EXPECT_TRUE(check.is_whole());
    EXPECT_EQ(check.lines, 5);
}

TEST_P(Journals, AChangedLineIsNamed) {
    for (const char* field : {"actor", "actor_label", "what", "subject", "detail"}) {
        location_ = std::make_unique<TestLocation>(GetParam());
        write(4);
        EXPECT_EQ(after(std::string("update journal set ") + field + " = 'x' where seq = 3").first_broken, 3) << field;
    }
}

TEST_P(Journals, AChangedMomentIsNamed) {
    write(4);
    EXPECT_EQ(after("update journal set at = at + 1 where seq = 2").first_broken, 2);
}

TEST_P(Journals, ALineTakenOutOfTheMiddleIsSeenAtTheNext) {
    write(4);
    EXPECT_EQ(after("delete from journal where seq = 2").first_broken, 3);
    EXPECT_EQ(after("update journal set seq = seq - 1 where seq > 2").first_broken, 2) << "renumbering does not help";
}

TEST_P(Journals, TheFirstLineTakenOutIsSeen) {
    write(3);
    EXPECT_EQ(after("delete from journal where seq = 1").first_broken, 2);
}

TEST_P(Journals, ALinePutInDoesNotFit) {
    write(2);
    EXPECT_EQ(
        after("insert into journal (seq, at, actor, actor_label, what, subject, detail, previous, hash) "
              "select 3, at, actor, actor_label, what, subject, detail, hash, previous from journal where seq = 2")
            .first_broken,
        3);
}

TEST_P(Journals, ACutTailIsSeenAgainstAHeadKeptElsewhere) {
    write(4);
    const auto cut = after("delete from journal where seq = 4");
    EXPECT_TRUE(cut.is_whole()) << "what is left is a whole chain";
    const auto check = verify(head_);
    EXPECT_FALSE(check.is_whole());
    EXPECT_FALSE(check.head_found);
    EXPECT_FALSE(check.first_broken);
}

TEST_P(Journals, ARolledBackTransactionLeavesNoLine) {
    write(1);
    EXPECT_THROW(Store::open(where())->room(room_)->transaction([](Transaction& tx) {
        tx.journal({"system", "system"}, {"test.done", "", "{}"});
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(verify().lines, 1);
}

TEST_P(Journals, WritersAtOnceMakeOneChain) {
    write(0);
    const auto store = Store::open(where());
    in_threads(4, [&](int) {
        const auto room = store->room(room_);
        for (int i = 0; i < 20; ++i) {
            room->transaction([](Transaction& tx) { tx.journal({"system", "system"}, {"test.done", "", "{}"}); });
        }
    });
    const auto check = verify();
    EXPECT_TRUE(check.is_whole());
    EXPECT_EQ(check.lines, 80);
}

AnonymousLine visit(int visits, const std::string& content) {
    return {"test.visits",
            "session-1",
            base::Date::of(2020, 1, 30),
            {{"visits", visits}},
            {anonymous_row_hash(new_salt(), content)}};
}

TEST_P(Journals, AnonymousKindsHaveOneLineForASessionAndDay) {
    write(1);
    const auto store = Store::open(where());
    const auto room = store->room(room_);
    for (const char* content : {"a", "b", "c"}) {
        room->transaction([&](Transaction& tx) { tx.journal_anonymous(visit(1, content)); });
    }
    EXPECT_EQ(room->count(kOpen), 1);
    EXPECT_TRUE(verify_journal(*room).is_whole());
    const auto seal = [&](base::Date before) {
        return room->transaction([&](Transaction& tx) { return seal_anonymous(tx, before); });
    };
    EXPECT_EQ(seal(base::Date::of(2020, 1, 30)), 0) << "the day is not over";
    EXPECT_EQ(seal(base::Date::of(2020, 1, 31)), 1);
    EXPECT_EQ(seal(base::Date::of(2020, 1, 31)), 0);
    EXPECT_EQ(room->count(kOpen), 0);
    const auto lines =
        room->all(kSealed, [](const Row& row) { return row.text(0) + " " + row.text(1) + " " + row.text(2); });
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(lines[1].starts_with(R"(test.visits session-1 {"day":"2020-01-30","counts":{"visits":3},"rows":[")"))
        << lines[1];
    EXPECT_TRUE(verify_journal(*room).is_whole());
}

TEST_P(Journals, AChangedAnonymousDayIsSeenBeforeItIsSealed) {
    write(0);
    Store::open(where())->room(room_)->transaction([](Transaction& tx) { tx.journal_anonymous(visit(1, "a")); });
    EXPECT_TRUE(verify().is_whole());
    EXPECT_EQ(after("update journal_anonymous set counts = 'visits=2'").broken_open_line,
              "test.visits session-1 2020-01-30");
}

TEST(AnonymousRows, HashDifferentlyUnderEachSalt) {
    const auto salt = new_salt();
    EXPECT_EQ(anonymous_row_hash(salt, "x"), anonymous_row_hash(salt, "x"));
    EXPECT_NE(anonymous_row_hash(salt, "x"), anonymous_row_hash(salt, "y"));
    EXPECT_NE(anonymous_row_hash(salt, "x"), anonymous_row_hash(new_salt(), "x"));
}

}  // namespace
}  // namespace samrum::store
