#include "directory/actions_feed.hpp"

#include "directory/actions_account.hpp"
#include "directory/actions_grant.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "directory/actions_session.hpp"
#include "foundation/jobs/test_house.hpp"
#include "foundation/text/words.hpp"

#include <array>
#include <gtest/gtest.h>

namespace samrum::directory {
namespace {

const store::Actor kTester{"test", "test"};
const base::Date kToday = base::Date::of(2020, 1, 31);
const module::Permission kShiftsOfTest{"test.shifts", module::Guard::confidential, {module::Role::volunteer}};
const store::Statement kHashes{store::Scope::lobby, "select hash from feed"};
const store::Statement kFeedJournal{store::Scope::lobby, "select what, detail from journal where what like 'feed.%'"};

std::vector<document::CalendarEvent> no_events(const module::FeedCall&) {
    return {};
}

/// An association's room with a volunteer, and another association's.
class Feeds : public ::testing::Test {
  protected:
    void SetUp() override {
        lobby_ = house_.store().lobby();
        static const auto catalogues = text::Catalogues::load(text::embedded_messages());
        all_.catalogues = catalogues.get();
        modules_[0].feeds = {{"test.shifts", "directory.feeds.title", &kShiftsOfTest, no_events},
                             {"test.tasks", "directory.feeds.title", nullptr, no_events}};
        all_.modules = modules_;
        room_ = open("arlig", "Föreningen Ärlig");
        other_ = open("modig", "Föreningen Modig");
        give("volontar@arlig.example", "volunteer", room_);
        give("admin@arlig.example", "administrator", room_);
    }
    module::RoomHead open(const std::string& short_name, const std::string& name) {
        const auto id = lobby_->transaction([&](store::Transaction& tx) {
            return add_organisation(tx, kTester, {"association", name, "", "", true}, std::nullopt);
        });
        return create_room(house_.store(), kTester, {short_name, *id}).value();
    }
    GrantId give(const std::string& email, const std::string& role, const module::RoomHead& room,
                 const std::string& last = "") {
        return give_grant_by_command(*lobby_, kTester, room, kToday, {email, "Prov", role, "", "2019-01-01", last})
            .value();
    }
    module::Caller caller(const std::string& email, const module::RoomHead& room, base::Date day = kToday) {
        const auto account = find_account(*lobby_, email).value();
        return caller_for(*lobby_, SignedIn{SessionId::random(), account.id, account.function, "sv"}, &room, day);
    }
    module::Caller volunteer() { return caller("volontar@arlig.example", room_); }
    std::string made(std::string_view kind = "test.shifts") {
        return make_feed(*lobby_, all_, room_, volunteer(), kToday, kind).value();
    }
    std::optional<OpenFeed> opened(std::string_view secret, base::Date day = kToday) {
        return open_feed(*lobby_, all_, room_, secret, day);
    }

    jobs::TestHouse house_;
    std::unique_ptr<store::Session> lobby_;
    std::array<module::Module, 1> modules_;
    module::House all_;
    module::RoomHead room_, other_;
};

TEST_F(Feeds, OpenWithTheirSecretAlone) {
    const std::string secret = made();
    EXPECT_EQ(secret.size(), 43U);
    const auto open = opened(secret);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->feed->name, "test.shifts");
    EXPECT_EQ(open->owner.account, volunteer().account);
    EXPECT_EQ(open->owner.grants.size(), 1U);
    EXPECT_FALSE(opened(secret.substr(1)));
    EXPECT_FALSE(opened(""));
    EXPECT_FALSE(opened(std::string(5000, 'x')));
    EXPECT_FALSE(open_feed(*lobby_, all_, other_, secret, kToday)) << "a feed is of one room";
    EXPECT_EQ(list_feeds(*lobby_, room_, volunteer()).at(0).read_on, kToday);
}

TEST_F(Feeds, LeaveNothingOfTheSecretBehind) {
    const std::string secret = made();
    const auto hash = lobby_->one(kHashes, [](const store::Row& row) { return row.bytes(0); }).value();
    EXPECT_EQ(hash.size(), 32U);
    const auto lines = lobby_->all(kFeedJournal, [](const store::Row& row) { return row.text(0) + row.text(1); });
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].find(secret.substr(0, 8)), std::string::npos);
}

TEST_F(Feeds, AreRevokedByTheirOwnerOnly) {
    const std::string secret = made();
    const auto id = list_feeds(*lobby_, room_, volunteer()).at(0).id;
    EXPECT_FALSE(revoke_feed(*lobby_, room_, caller("admin@arlig.example", room_), id));
    EXPECT_FALSE(revoke_feed(*lobby_, other_, volunteer(), id));
    EXPECT_TRUE(opened(secret));
    EXPECT_TRUE(revoke_feed(*lobby_, room_, volunteer(), id));
    EXPECT_FALSE(opened(secret));
    EXPECT_FALSE(revoke_feed(*lobby_, room_, volunteer(), id));
}

TEST_F(Feeds, AreOnlyWhatTheRoleMaySee) {
    EXPECT_EQ(feeds_open_to(all_, volunteer()).size(), 2U);
    const auto admin = caller("admin@arlig.example", room_);
    EXPECT_EQ(feeds_open_to(all_, admin).size(), 1U);
    EXPECT_FALSE(make_feed(*lobby_, all_, room_, admin, kToday, "test.shifts"));
    const auto stranger = caller("volontar@arlig.example", other_);
    EXPECT_TRUE(module::is_refusal(make_feed(*lobby_, all_, other_, stranger, kToday, "test.tasks").problems()));
}

TEST_F(Feeds, EndWithTheGrant) {
    const std::string secret = made();
    const auto withdrawn = withdraw_grants_by_command(*lobby_, kTester, room_, kToday, "volontar@arlig.example");
    ASSERT_TRUE(withdrawn);
    EXPECT_FALSE(opened(secret));
    const base::Date next_day = kToday.plus_days(1);
    ASSERT_TRUE(give_grant_by_command(*lobby_, kTester, room_, next_day,
                                      {"volontar@arlig.example", "Prov", "volunteer", "", next_day.iso(), ""}));
    EXPECT_FALSE(opened(secret, next_day)) << "coming back does not bring the old address back";
}

TEST_F(Feeds, EndWhenTheGrantsTimeIsOver) {
    give("kort@arlig.example", "volunteer", room_, "2020-01-31");
    const std::string secret =
        make_feed(*lobby_, all_, room_, caller("kort@arlig.example", room_), kToday, "test.tasks").value();
    EXPECT_TRUE(opened(secret));
    EXPECT_FALSE(opened(secret, kToday.plus_days(1)));
    const auto remove = [&](base::Date day) {
        return lobby_->transaction([&](store::Transaction& tx) { return remove_orphaned_feeds(tx, day); });
    };
    EXPECT_EQ(remove(kToday), 0);
    EXPECT_EQ(remove(kToday.plus_days(1)), 1);
}

TEST_F(Feeds, AreNotWithoutEnd) {
    for (std::size_t i = 0; i < kMostFeeds; ++i) made();
    EXPECT_EQ(make_feed(*lobby_, all_, room_, volunteer(), kToday, "test.tasks").problems().at(0).message.key,
              "directory.feed.too_many");
}

}  // namespace
}  // namespace samrum::directory
