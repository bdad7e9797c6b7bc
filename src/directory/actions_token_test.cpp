#include "directory/actions_token.hpp"

#include "directory/actions_account.hpp"
#include "directory/actions_grant.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "directory/actions_session.hpp"
#include "foundation/jobs/test_house.hpp"
#include "foundation/module/api.hpp"

#include <array>
#include <gtest/gtest.h>

namespace samrum::directory {
namespace {

const store::Actor kTester{"test", "test"};
const base::Date kToday = base::Date::of(2020, 1, 31);
const module::ApiOperation kThings{.id = "listThings", .about = "", .scope = "things:read", .answer = "Thing"};
const store::Statement kTokenRows{store::Scope::lobby, "select hash, scopes from api_token"};
const store::Statement kTokenJournal{store::Scope::lobby, "select detail from journal where what = 'token.made'"};

/// Two associations' rooms; in the first a coordinator, a volunteer and an administrator.
class Tokens : public ::testing::Test {
  protected:
    void SetUp() override {
        lobby_ = house_.store().lobby();
        modules_[0].routes = {
            module::api_route(web::Method::get, "/api/v1/rooms/{room}/things", nullptr, nullptr, kThings)};
        all_.modules = modules_;
        room_ = open("arlig", "Föreningen Ärlig");
        other_ = open("modig", "Föreningen Modig");
        give("samordnare@arlig.example", "coordinator", room_);
        give("volontar@arlig.example", "volunteer", room_, "2020-03-31");
        give("admin@arlig.example", "administrator", room_);
    }
    module::RoomHead open(const std::string& short_name, const std::string& name) {
        const auto id = lobby_->transaction([&](store::Transaction& tx) {
            return add_organisation(tx, kTester, {"association", name, "", "", true}, std::nullopt);
        });
        return create_room(house_.store(), kTester, {short_name, *id}).value();
    }
    void give(const std::string& email, const std::string& role, const module::RoomHead& room,
              const std::string& last = "") {
        ASSERT_TRUE(
            give_grant_by_command(*lobby_, kTester, room, kToday, {email, "Prov", role, "", "2019-01-01", last}));
    }
    module::Caller caller(const std::string& email, const module::RoomHead& room, base::Date day = kToday) {
        const auto account = find_account(*lobby_, email).value();
        return caller_for(*lobby_, SignedIn{SessionId::random(), account.id, account.function, "sv"}, &room, day);
    }
    module::Caller volunteer() { return caller("volontar@arlig.example", room_); }
    std::string made() {
        return make_token(*lobby_, all_, room_, volunteer(), kToday, {"Hemsidan", {"things:read"}, "2020-12-31"})
            .value();
    }

    jobs::TestHouse house_;
    std::unique_ptr<store::Session> lobby_;
    std::array<module::Module, 1> modules_;
    module::House all_;
    module::RoomHead room_, other_;
};

TEST_F(Tokens, OpenWithTheirSecretAlone) {
    const std::string secret = made();
    const auto open = open_token(*lobby_, secret, kToday);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->token.room, room_.id);
    EXPECT_EQ(caller_by(*lobby_, *open, room_, kToday).grants.size(), 1U);
    EXPECT_FALSE(open_token(*lobby_, secret.substr(1), kToday));
    EXPECT_FALSE(open_token(*lobby_, "", kToday));
    EXPECT_FALSE(open_token(*lobby_, secret, base::Date::of(2021, 1, 1))) << "past its last day";
    const auto listed = list_tokens(*lobby_, room_, volunteer());
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].token.used_on, kToday);
}

TEST_F(Tokens, TheSecretIsKeptNowhere) {
    const std::string secret = made();
    const auto holds = [&](std::string_view text) { return text.find(secret) != std::string_view::npos; };
    lobby_->each(kTokenRows, {}, [&](const store::Row& row) {
        EXPECT_EQ(row.bytes(0).size(), 32U);
        EXPECT_FALSE(holds(row.view(1)));
    });
    int lines = 0;
    lobby_->each(kTokenJournal, {}, [&](const store::Row& row) {
        ++lines;
        EXPECT_FALSE(holds(row.view(0)));
    });
    EXPECT_EQ(lines, 1);
}

TEST_F(Tokens, NeverAllowMoreThanTheirOwnerMayOnTheDay) {
    const auto open = open_token(*lobby_, made(), base::Date::of(2020, 4, 1));
    ASSERT_TRUE(open);
    EXPECT_TRUE(caller_by(*lobby_, *open, room_, base::Date::of(2020, 4, 1)).grants.empty()) << "the grant has ended";
    EXPECT_TRUE(caller_by(*lobby_, *open, other_, kToday).grants.empty());
}

TEST_F(Tokens, AreMadeByWhoHasARoleInTheRoom) {
    const auto stranger = caller("volontar@arlig.example", other_);
    EXPECT_TRUE(module::is_refusal(
        make_token(*lobby_, all_, other_, stranger, kToday, {"x", {"things:read"}, "2020-12-31"}).problems()));
    EXPECT_FALSE(make_token(*lobby_, all_, room_, volunteer(), kToday, {"x", {"secrets:read"}, "2020-12-31"}));
    for (std::size_t i = 0; i < kMostTokens; ++i) made();
    const auto more = make_token(*lobby_, all_, room_, volunteer(), kToday, {"x", {"things:read"}, "2020-12-31"});
    ASSERT_FALSE(more);
    EXPECT_EQ(more.problems().front().message.key, "directory.token.too_many");
}

TEST_F(Tokens, AreRevokedByTheirOwnerOrAnAdministrator) {
    const std::string secret = made();
    const auto id = list_tokens(*lobby_, room_, volunteer()).front().token.id;
    const auto coordinator = caller("samordnare@arlig.example", room_);
    EXPECT_TRUE(list_tokens(*lobby_, room_, coordinator).empty());
    EXPECT_TRUE(module::is_refusal(revoke_token(*lobby_, room_, coordinator, id).problems()));
    EXPECT_TRUE(module::is_refusal(revoke_token(*lobby_, other_, volunteer(), id).problems()));
    const auto admin = caller("admin@arlig.example", room_);
    EXPECT_EQ(list_tokens(*lobby_, room_, admin).size(), 1U);
    EXPECT_TRUE(revoke_token(*lobby_, room_, admin, id));
    EXPECT_FALSE(open_token(*lobby_, secret, kToday));
}

TEST_F(Tokens, GoWithTheirOwnersRoleAndSomeTimeAfterTheirLastDay) {
    const std::string secret = made();
    const auto swept = [&](base::Date day) {
        return lobby_->transaction([&](store::Transaction& tx) { return remove_dead_tokens(tx, day); });
    };
    EXPECT_EQ(swept(base::Date::of(2020, 3, 31)), 0);
    EXPECT_EQ(swept(base::Date::of(2020, 4, 1)), 1);
    EXPECT_FALSE(open_token(*lobby_, secret, kToday));
    made();
    EXPECT_EQ(withdraw_grants_by_command(*lobby_, kTester, room_, kToday, "volontar@arlig.example").value(), 1);
    EXPECT_TRUE(list_tokens(*lobby_, room_, caller("admin@arlig.example", room_)).empty());
}

}  // namespace
}  // namespace samrum::directory
