#include "directory/actions_grant.hpp"

#include "directory/actions_account.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "directory/actions_session.hpp"
#include "directory/actions_sign_in.hpp"
#include "directory/model_permissions.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/test_house.hpp"
#include "foundation/store/journal.hpp"
#include "foundation/text/test_catalogues.hpp"

#include <gtest/gtest.h>

namespace samrum::directory {
namespace {

const store::Actor kTester{"test", "test"};
const base::Date kToday = base::Date::of(2020, 1, 31);

/// Two rooms, a municipality's and an association's, each with an administrator.
class Grants : public ::testing::Test {
  protected:
    void SetUp() override {
        lobby_ = house_.store().lobby();
        all_.catalogues = &text::house_catalogues();
        all_.public_address = "https://samrum.example";
        town_ = open("testkoping", "municipality", "Testköpings kommun");
        honest_ = open("arlig", "association", "Föreningen Ärlig");
        town_admin_ = admin_of(town_, "admin@testkoping.example");
        honest_admin_ = admin_of(honest_, "admin@arlig.example");
    }
    module::RoomHead open(const std::string& short_name, const std::string& type, const std::string& name) {
        const auto id = lobby_->transaction([&](store::Transaction& tx) {
            return add_organisation(tx, kTester, {type, name, "", "", true}, std::nullopt);
        });
        return create_room(house_.store(), kTester, {short_name, *id}).value();
    }
    GrantId by_command(const std::optional<module::RoomHead>& room, const GrantInput& input) {
        return give_grant_by_command(*lobby_, kTester, room, kToday, input).value();
    }
    module::Caller admin_of(const module::RoomHead& room, const std::string& email) {
        by_command(room, {email, "Administratör", "administrator", "", "2019-01-01", ""});
        return caller(email, &room);
    }
    module::Caller caller(const std::string& email, const module::RoomHead* room, base::Date day = kToday) {
        const auto account = find_account(*lobby_, email).value();
        return caller_for(*lobby_, SignedIn{SessionId::random(), account.id, account.function, "sv"}, room, day);
    }
    base::Result<GrantId> give(const module::Caller& who, const module::RoomHead& room, const GrantInput& input) {
        return give_grant(*lobby_, all_, room, who, kToday, input);
    }
    GrantInput volunteer(const std::string& last = "") {
        return {"volontar@arlig.example", "Frivillig rådgivare", "volunteer", "", "", last};
    }

    jobs::TestHouse house_;
    std::unique_ptr<store::Session> lobby_;
    module::House all_;
    module::RoomHead town_, honest_;
    module::Caller town_admin_, honest_admin_;
};

bool has(const base::Problems& problems, std::string_view key) {
    for (const auto& one : problems)
        if (one.message.key == key) return true;
    return false;
}

TEST_F(Grants, LetSomebodyInAndTellThem) {
    ASSERT_TRUE(give(honest_admin_, honest_, volunteer()));
    const auto who = caller("volontar@arlig.example", &honest_);
    ASSERT_EQ(who.grants.size(), 1U);
    EXPECT_EQ(who.grants[0].role, module::Role::volunteer);
    EXPECT_EQ(who.label, "Frivillig rådgivare");
    const auto letter = jobs::list_mail(*lobby_, 1).at(0).mail;
    EXPECT_EQ(letter.to, "volontar@arlig.example");
    EXPECT_NE(letter.text.find("https://samrum.example/sign-in/link"), std::string::npos);
    EXPECT_TRUE(caller("volontar@arlig.example", &town_).grants.empty()) << "a grant opens its own room only";
    EXPECT_TRUE(caller("volontar@arlig.example", nullptr).grants.empty());
}

TEST_F(Grants, HoldFromTheirFirstDayToTheirLast) {
    GrantInput input = volunteer("2020-06-30");
    input.first = "2020-02-01";
    ASSERT_TRUE(give(honest_admin_, honest_, input));
    const auto on = [&](int month, unsigned day) {
        return caller("volontar@arlig.example", &honest_, base::Date::of(2020, static_cast<unsigned>(month), day))
            .grants.size();
    };
    EXPECT_EQ(on(1, 31), 0U);
    EXPECT_EQ(on(2, 1), 1U);
    EXPECT_EQ(on(6, 30), 1U);
    EXPECT_EQ(on(7, 1), 0U);
}

TEST_F(Grants, AreGivenByAdministratorsOfThatRoomOnly) {
    EXPECT_TRUE(module::is_refusal(give(town_admin_, honest_, volunteer()).problems()));
    EXPECT_TRUE(module::is_refusal(give(honest_admin_, town_, volunteer()).problems()));
    EXPECT_TRUE(module::is_refusal(give(module::Caller{}, honest_, volunteer()).problems()));
    ASSERT_TRUE(give(honest_admin_, honest_, volunteer()));
    EXPECT_TRUE(module::is_refusal(give(caller("volontar@arlig.example", &honest_), honest_, volunteer()).problems()));
    // An administrator of the other room with a caller made up to look like this room's still has the other's grants.
    module::Caller forged = town_admin_;
    forged.room_organisation = honest_.organisation;
    EXPECT_TRUE(module::is_refusal(give(forged, honest_, volunteer()).problems()));
    forged.grants[0].organisation = honest_.organisation;
    EXPECT_TRUE(module::is_refusal(give(forged, honest_, volunteer()).problems()));
}

TEST_F(Grants, OfAnotherRoomAreAsUnknownAsThoseThatNeverWere) {
    const auto grant = give(honest_admin_, honest_, volunteer()).value();
    const auto other = withdraw_grant(*lobby_, town_, town_admin_, kToday, grant).problems();
    EXPECT_EQ(other, withdraw_grant(*lobby_, town_, town_admin_, kToday, GrantId::random()).problems());
    EXPECT_EQ(caller("volontar@arlig.example", &honest_).grants.size(), 1U);
    EXPECT_TRUE(module::is_refusal(list_grants(*lobby_, honest_, town_admin_).problems()));
    for (const auto& view : list_grants(*lobby_, town_, town_admin_).value()) EXPECT_EQ(view.grant.room, town_.id);
}

TEST_F(Grants, NobodyLetsThemselvesIn) {
    const GrantInput oneself{"admin@arlig.example", "Samordnare", "coordinator", "", "", ""};
    const auto given = give(honest_admin_, honest_, oneself);
    ASSERT_FALSE(given);
    EXPECT_EQ(given.problems().front().message.key, "directory.grant.not_to_oneself");
    EXPECT_EQ(caller("admin@arlig.example", &honest_).grants.size(), 1U);
}

TEST_F(Grants, EndTodayAndAreKeptForTheRecord) {
    const auto grant = give(honest_admin_, honest_, volunteer()).value();
    ASSERT_TRUE(withdraw_grant(*lobby_, honest_, honest_admin_, kToday, grant));
    EXPECT_TRUE(caller("volontar@arlig.example", &honest_, kToday.plus_days(1)).grants.empty());
    EXPECT_TRUE(
        has(withdraw_grant(*lobby_, honest_, honest_admin_, kToday, grant).problems(), "directory.grant.ended"));
    const auto views = list_grants(*lobby_, honest_, honest_admin_).value();
    ASSERT_EQ(views.size(), 2U);
    EXPECT_EQ(views[1].grant.ended_by, "Administratör");
    const auto lines = store::journal_of(*lobby_, grant.text());
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].line.what, "grant.given");
    EXPECT_EQ(lines[1].line.what, "grant.withdrawn");
    EXPECT_EQ(lines[0].line.detail.find("volontar@"), std::string::npos) << "the journal is for ever: no address in it";
}

TEST_F(Grants, RoomNeverLosesItsLastAdministrator) {
    const auto mine = list_grants(*lobby_, honest_, honest_admin_)->at(0).grant.id;
    EXPECT_TRUE(has(withdraw_grant(*lobby_, honest_, honest_admin_, kToday, mine).problems(),
                    "directory.grant.last_administrator"));
    ASSERT_TRUE(
        give(honest_admin_, honest_, {"ny@arlig.example", "Ny administratör", "administrator", "", "", "2020-12-31"}));
    EXPECT_FALSE(withdraw_grant(*lobby_, honest_, honest_admin_, kToday, mine)) << "the other one leaves some day";
    ASSERT_TRUE(give(honest_admin_, honest_, {"fast@arlig.example", "Ny administratör", "administrator", "", "", ""}));
    EXPECT_TRUE(withdraw_grant(*lobby_, honest_, honest_admin_, kToday, mine));
}

TEST_F(Grants, RolesFitRoomAndOrganisation) {
    const auto attempt = [&](const module::Caller& who, const module::RoomHead& room, const std::string& role,
                             OrganisationId organisation) {
        return give(who, room, {"x@example.org", "Funktion", role, organisation.text(), "", ""}).problems();
    };
    EXPECT_TRUE(has(attempt(honest_admin_, honest_, "officer", honest_.organisation), "directory.grant.role.officer"));
    EXPECT_TRUE(
        has(attempt(honest_admin_, honest_, "operator", honest_.organisation), "directory.grant.role.operator"));
    EXPECT_TRUE(
        has(attempt(honest_admin_, honest_, "coordinator", town_.organisation), "directory.grant.role.own_only"));
    EXPECT_TRUE(has(attempt(town_admin_, town_, "partner", town_.organisation), "directory.grant.role.partner"));
    EXPECT_TRUE(has(attempt(town_admin_, town_, "king", town_.organisation), "directory.grant.role.unknown"));
    EXPECT_TRUE(
        has(attempt(town_admin_, town_, "officer", OrganisationId::random()), "directory.organisation.unknown"));
    EXPECT_TRUE(attempt(town_admin_, town_, "partner", honest_.organisation).empty());
    EXPECT_TRUE(attempt(town_admin_, town_, "officer", town_.organisation).empty());
}

TEST_F(Grants, EveryProblemIsToldAtOnce) {
    EXPECT_EQ(give(honest_admin_, honest_, {"x", "", "king", "y", "2020-13-01", "2019-01-01"}).problems().size(), 6U);
    ASSERT_TRUE(give(honest_admin_, honest_, volunteer()));
    EXPECT_TRUE(has(give(honest_admin_, honest_, volunteer()).problems(), "directory.grant.has_same"));
}

TEST_F(Grants, AnswerIsTheSameWhetherOrNotTheAddressHasAnAccount) {
    ASSERT_TRUE(create_account(*lobby_, kTester, {"finns@arlig.example", "Annan funktion"}));
    const auto known = give(honest_admin_, honest_, {"finns@arlig.example", "Volontär", "volunteer", "", "", ""});
    const auto fresh = give(honest_admin_, honest_, {"ny@arlig.example", "Volontär", "volunteer", "", "", ""});
    EXPECT_TRUE(known && fresh);
    // What another room calls the person is not told here.
    for (const auto& view : list_grants(*lobby_, honest_, honest_admin_).value())
        EXPECT_NE(view.grant.function, "Annan funktion");
}

// B.2, design.md 7: operators and administrators of the installation read no confidential row.
TEST_F(Grants, OperatorOfTheInstallationSeesNothingConfidentialInAnyRoom) {
    by_command(std::nullopt, {"drift@example.org", "Driftansvarig", "operator", "", "", ""});
    const module::Permission rows{
        "test.rows", module::Guard::confidential, {module::Role::operator_, module::Role::administrator}};
    for (const auto* room : {&town_, &honest_}) {
        const auto who = caller("drift@example.org", room);
        ASSERT_EQ(who.grants.size(), 1U);
        EXPECT_FALSE(module::may_anywhere(who, rows));
        EXPECT_FALSE(module::may_anywhere(who, kKeepPeople));
        EXPECT_FALSE(module::may_anywhere(who, kManageGrants));
        EXPECT_TRUE(module::may_anywhere(who, kReadOrganisations));
    }
    EXPECT_FALSE(module::may_anywhere(honest_admin_, rows));
    EXPECT_TRUE(has(
        give_grant_by_command(*lobby_, kTester, std::nullopt, kToday, {"a@example.org", "Drift", "officer", "", "", ""})
            .problems(),
        "directory.grant.role.needs_room"));
    EXPECT_EQ(withdraw_grants_by_command(*lobby_, kTester, std::nullopt, kToday, "drift@example.org").value(), 1);
}

TEST_F(Grants, OpenDoorsAreThoseOfTheDay) {
    ASSERT_TRUE(give(honest_admin_, honest_, volunteer("2020-02-29")));
    by_command(town_, {"volontar@arlig.example", "Part", "partner", honest_.organisation.text(), "2020-02-01", ""});
    const auto account = find_account(*lobby_, "volontar@arlig.example")->id;
    EXPECT_EQ(rooms_open_to(*lobby_, account, kToday).size(), 1U);
    EXPECT_EQ(rooms_open_to(*lobby_, account, base::Date::of(2020, 2, 15)).size(), 2U);
    EXPECT_EQ(rooms_open_to(*lobby_, account, base::Date::of(2020, 3, 1)).at(0).room.short_name, "testkoping");
}

/// Coordinators let volunteers in and out, and nobody else, and nothing more.
TEST_F(Grants, CoordinatorsLetVolunteersInAndOutAndNothingElse) {
    by_command(honest_, {"samordnare@arlig.example", "Samordnare", "coordinator", "", "2019-01-01", ""});
    by_command(town_, {"samordnare@testkoping.example", "Samordnare", "coordinator", "", "2019-01-01", ""});
    const auto coordinator = caller("samordnare@arlig.example", &honest_);
    const auto let_in = [&](const module::Caller& who, const module::RoomHead& room, const std::string& email) {
        return let_volunteer_in(*lobby_, all_, room, who, kToday, email, "Frivillig rådgivare");
    };
    const auto account = let_in(coordinator, honest_, "ny@arlig.example");
    ASSERT_TRUE(account);
    EXPECT_EQ(let_in(coordinator, honest_, "NY@arlig.example").value(), *account) << "twice is once";
    const auto volunteer = caller("ny@arlig.example", &honest_);
    ASSERT_EQ(volunteer.grants.size(), 1U);
    EXPECT_EQ(volunteer.grants[0].role, module::Role::volunteer);
    EXPECT_EQ(volunteer.grants[0].organisation, honest_.organisation);
    EXPECT_EQ(jobs::list_mail(*lobby_, 10).size(), 1U);

    EXPECT_TRUE(module::is_refusal(let_in(coordinator, town_, "x@arlig.example").problems()));
    EXPECT_TRUE(module::is_refusal(
        let_in(caller("samordnare@testkoping.example", &town_), honest_, "x@arlig.example").problems()));
    EXPECT_TRUE(module::is_refusal(let_in(volunteer, honest_, "x@arlig.example").problems()));
    EXPECT_TRUE(module::is_refusal(let_in(module::Caller{}, honest_, "x@arlig.example").problems()));
    EXPECT_TRUE(module::is_refusal(give(coordinator, honest_, this->volunteer()).problems()))
        << "grants in general stay with the administrator";
    EXPECT_TRUE(
        has(let_in(coordinator, honest_, "samordnare@arlig.example").problems(), "directory.grant.not_to_oneself"));

    // Only what they may as a volunteer is taken; an administrator stays one.
    const auto admin = find_account(*lobby_, "admin@arlig.example")->id;
    EXPECT_EQ(let_volunteer_out(*lobby_, honest_, coordinator, kToday, admin, kToday).value(), 0);
    EXPECT_TRUE(module::is_refusal(let_volunteer_out(*lobby_, honest_, volunteer, kToday, admin, kToday).problems()));
    EXPECT_EQ(let_volunteer_out(*lobby_, honest_, volunteer, kToday, *account, kToday.plus_days(9)).value(), 1)
        << "one's own";
    EXPECT_TRUE(comes_in_as_volunteer(*lobby_, honest_, *account, kToday.plus_days(9)));
    EXPECT_FALSE(comes_in_as_volunteer(*lobby_, honest_, *account, kToday.plus_days(10)));
    EXPECT_EQ(let_volunteer_out(*lobby_, honest_, coordinator, kToday, *account, kToday.plus_days(-30)).value(), 1)
        << "today at the earliest";
    EXPECT_FALSE(comes_in_as_volunteer(*lobby_, honest_, *account, kToday.plus_days(1)));
    EXPECT_EQ(let_in(coordinator, honest_, "ny@arlig.example").value(), *account) << "and back";
    EXPECT_TRUE(comes_in_as_volunteer(*lobby_, honest_, *account, kToday.plus_days(1)));
}

}  // namespace
}  // namespace samrum::directory
