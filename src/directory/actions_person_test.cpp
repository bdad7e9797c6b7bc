#include "directory/actions_person.hpp"

#include "directory/actions_slices.hpp"
#include "directory/module.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/test_house.hpp"
#include "foundation/module/module.hpp"
#include "foundation/store/journal.hpp"
#include "foundation/store/store.hpp"

#include <gtest/gtest.h>

namespace samrum::directory {
namespace {

using module::OrganisationId;

const base::Date kToday = base::Date::of(2020, 1, 31);
const OrganisationId kOwn = OrganisationId::ordered();

class People : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto id = store::RoomId::ordered();
        house_.store().create_room(id);
        room_ = house_.store().room(id);
    }
    module::Caller caller(module::Role role, OrganisationId organisation = kOwn) {
        module::Caller one;
        one.account = module::AccountId::ordered();
        one.label = "Testfunktion";
        one.room_organisation = kOwn;
        one.grants = {{*one.account, store::RoomId::ordered(), role, organisation, base::Period{kToday, std::nullopt}}};
        return one;
    }
    PersonAliasId add(const std::string& name, const std::string& last = "", bool is_protected = false) {
        const std::string first = last.empty() ? "2019-07-01" : "2016-07-01";
        return add_person(*room_, caller(module::Role::coordinator), kToday,
                          {name, "person@example.org", "046-12 34 56", is_protected, true},
                          {"Frivillig rådgivare", first, last})
            .value();
    }
    PeoplePage list(const PeopleQuery& query) {
        return list_people(*room_, caller(module::Role::coordinator), {}, kToday, query).value();
    }

    std::string extract_of(PersonAliasId id) {
        const module::Module modules[] = {directory_module()};
        module::House house;
        house.modules = modules;
        return extract_person(*room_, caller(module::Role::administrator), house, id).value();
    }

    jobs::TestHouse house_;
    std::unique_ptr<store::Session> room_;
};

TEST_F(People, AreForTheRoomsOwnAdministratorsAndCoordinatorsOnly) {
    add("Östen Prov");
    for (const auto role :
         {module::Role::officer, module::Role::volunteer, module::Role::partner, module::Role::operator_})
        EXPECT_FALSE(list_people(*room_, caller(role), {}, kToday, {})) << module::role_name(role);
    EXPECT_FALSE(list_people(*room_, caller(module::Role::administrator, OrganisationId::ordered()), {}, kToday, {}));
    EXPECT_FALSE(list_people(*room_, module::Caller{}, {}, kToday, {}));
    EXPECT_TRUE(list_people(*room_, caller(module::Role::administrator), {}, kToday, {}));
}

TEST_F(People, AreSearchedSortedAndPaged) {
    add("Östen Prov");
    add("Anna Prov");
    add("Zara Exempel", "2019-12-31");
    EXPECT_EQ(list({}).total, 2U);
    const auto everybody = list({.only_current = false});
    ASSERT_EQ(everybody.people.size(), 3U);
    EXPECT_EQ(everybody.people[2].name, "Östen Prov");
    EXPECT_EQ(list({.search = "prov ös"}).people.at(0).name, "Östen Prov");
    EXPECT_EQ(list({.search = "rådgivare"}).total, 2U);
    EXPECT_EQ(list({.only_current = false, .offset = 2, .limit = 2}).people.size(), 1U);
    EXPECT_EQ(list({.only_current = false, .descending = true}).people[0].name, "Östen Prov");
}

// L-OSL-07: a person with protected identity is hidden everywhere.
TEST_F(People, ProtectedIdentityHidesNameContactSearchAndPlaceInTheAlphabet) {
    const auto hidden = add("Anna Dold", "", true);
    const auto shown = add("Bo Prov");
    const auto page = list({});
    ASSERT_EQ(page.people.size(), 2U);
    EXPECT_EQ(page.people[1].id, hidden);
    EXPECT_FALSE(page.people[1].name);
    EXPECT_EQ(page.people[1].email + page.people[1].phone, "");
    EXPECT_EQ(list({.search = "dold"}).total, 0U);
    EXPECT_EQ(names_for(*room_, caller(module::Role::coordinator), "rota", {hidden, shown}).size(), 1U);
    EXPECT_FALSE((*open_person(*room_, caller(module::Role::administrator), hidden))->name);
    EXPECT_EQ(extract_of(hidden).find("Dold"), std::string::npos);
    EXPECT_EQ(mail_address(*room_, hidden), "person@example.org");
}

TEST_F(People, LiftingProtectionAsksForTheNameAnew) {
    const auto hidden = add("Anna Dold", "", true);
    const auto admin = caller(module::Role::administrator);
    EXPECT_TRUE(change_person(*room_, admin, {}, hidden, {"", "", "", true}));
    EXPECT_FALSE(change_person(*room_, admin, {}, hidden, {"", "", "", false}));
    EXPECT_TRUE(change_person(*room_, admin, {}, hidden, {"Anna Dold", "", "", false}));
    const auto view = *open_person(*room_, admin, hidden);
    EXPECT_EQ(view->name, "Anna Dold");
    EXPECT_EQ(view->email, "");
}

TEST_F(People, EveryNameShownIsInTheJournalAndNoNameIs) {
    const auto id = add("Anna Prov");
    list({});
    names_for(*room_, caller(module::Role::coordinator), "rota", {id});
    bool noted = false;
    for (const auto& entry : store::journal_entries(*room_, 0, 50)) {
        noted = noted || (entry.line.what == "people.shown" && entry.line.detail.find("rota") != std::string::npos);
        EXPECT_EQ(entry.line.detail.find("Anna"), std::string::npos);
    }
    EXPECT_TRUE(noted);
}

TEST_F(People, EndedFunctionsAreKeptForTwoYearsThenErased) {
    const auto gone = add("Anna Prov", "2017-12-31");
    const auto stays = add("Bo Prov");
    const auto admin = caller(module::Role::administrator);
    const auto view = *open_person(*room_, admin, gone);
    EXPECT_EQ(view->kept_until, base::Date::of(2022, 1, 31));  // entered today: kept two years from then
    const auto directory = directory_module();
    for (const auto& one : directory.retention)
        if (one.kind == "directory.person") {
            EXPECT_EQ(room_->transaction(
                          [&](store::Transaction& tx) { return one.carry_out(tx, base::Date::of(2022, 1, 31)); }),
                      0);
            EXPECT_EQ(room_->transaction(
                          [&](store::Transaction& tx) { return one.carry_out(tx, base::Date::of(2022, 2, 1)); }),
                      1);
        }
    EXPECT_FALSE(*open_person(*room_, admin, gone));
    EXPECT_TRUE(*open_person(*room_, admin, stays));
}

TEST_F(People, ExtractHoldsEverythingAndErasureLeavesNothing) {
    const auto id = add("Anna Prov");
    const module::Module modules[] = {directory_module()};
    module::House house;
    house.modules = modules;
    const auto admin = caller(module::Role::administrator);
    EXPECT_TRUE(module::is_refusal(erase_person(*room_, caller(module::Role::coordinator), house, id).problems()));
    const auto extract = extract_person(*room_, admin, house, id).value();
    for (const char* held : {"Anna Prov", "person@example.org", "046-12 34 56", "Frivillig rådgivare", "2019-07-01"})
        EXPECT_NE(extract.find(held), std::string::npos) << held;
    room_->transaction([&](store::Transaction& tx) {
        jobs::queue_mail(tx, {"person@example.org", "Hej", "Ett brev."}, base::Instant{});
    });
    EXPECT_TRUE(erase_person(*room_, admin, house, id));
    EXPECT_TRUE(jobs::list_mail(*room_).empty()) << "the outbox knows the address no more";
    EXPECT_FALSE(*open_person(*room_, admin, id));
    EXPECT_FALSE(extract_person(*room_, admin, house, id));
}

TEST_F(People, AreFoundByNameInOrderAndProtectedOnesNeverByTheirName) {
    const auto orjan = add("Örjan Prov");
    const auto hidden = add("Anna Dold", "", true);
    const auto asa = add("Åsa Prov");
    EXPECT_EQ(ids_by_name(*room_, ""), (std::vector{asa, orjan, hidden}));
    EXPECT_EQ(ids_by_name(*room_, "asa prov"), (std::vector{asa})) << "a keyboard without å finds it";
    EXPECT_EQ(ids_by_name(*room_, "ÅSA"), (std::vector{asa}));
    EXPECT_TRUE(ids_by_name(*room_, "dold").empty());
}

// Taking part in some programmes is itself confidential.
TEST_F(People, OfAConfidentialFunctionAreNobodyToThoseWhoMayNotKnow) {
    static const module::Permission kKeeps{"test.keep", module::Guard::confidential, {module::Role::coordinator}};
    std::vector<module::Module> modules{directory_module()};
    modules.front().confidential_functions = {{"Deltagare", &kKeeps}};
    module::House house;
    house.modules = modules;
    const auto admin = caller(module::Role::administrator), coordinator = caller(module::Role::coordinator);
    const auto one = add_person(*room_, coordinator, kToday, {"Adam Prov", "adam@example.org", "", false, true},
                                {"Deltagare", "2019-07-01", ""})
                         .value();
    const auto both = add("Bo Prov");
    ASSERT_TRUE(add_function(*room_, coordinator, house, both, {"Deltagare", "2019-07-01", "2019-12-31"}));
    const auto shown = list_people(*room_, admin, house, kToday, {.only_current = false}).value();
    ASSERT_EQ(shown.people.size(), 1U);
    EXPECT_EQ(shown.people[0].id, both);
    ASSERT_EQ(shown.people[0].functions.size(), 1U) << "a volunteer stays one";
    EXPECT_EQ(shown.people[0].functions[0].function, "Frivillig rådgivare");
    EXPECT_EQ(list_people(*room_, admin, house, kToday, {.search = "deltagare"})->total, 0U);
    EXPECT_EQ(list_people(*room_, coordinator, house, kToday, {.search = "deltagare"})->total, 2U);
    EXPECT_FALSE(*open_person(*room_, admin, house, one));
    EXPECT_TRUE(*open_person(*room_, coordinator, house, one));
    EXPECT_EQ((*open_person(*room_, admin, house, both))->functions.size(), 1U);
    EXPECT_FALSE(change_person(*room_, admin, house, one, {"Adam Prov", "", "", false}));
    EXPECT_FALSE(add_function(*room_, admin, house, one, {"Kassör", "2020-01-01", ""}));
    EXPECT_FALSE(extract_person(*room_, admin, house, one));
    EXPECT_FALSE(erase_person(*room_, admin, house, one));
    EXPECT_TRUE(erase_person(*room_, admin, house, both));
}

TEST_F(People, FunctionsBeginEndAndGoOnInASlicesTransaction) {
    const store::Actor who{"test", "test"};
    room_->transaction([&](store::Transaction& tx) {
        const auto id =
            enter_person(tx, who, kToday, {"Bo Prov", "", "", false, true}, {"Sökande", "2020-01-31", ""}).value();
        begin_function(tx, who, id, "Rådgivare", kToday);
        begin_function(tx, who, id, "Rådgivare", kToday);
        end_functions(tx, who, id, "Sökande", kToday.plus_days(-3));
        const auto view = view_for_oneself(tx, id).value();
        EXPECT_EQ(view.functions.size(), 2U) << "what goes on does not begin again";
        EXPECT_FALSE(view.kept_until);
        end_functions(tx, who, id, "Rådgivare", kToday.plus_days(9));
        EXPECT_TRUE(view_for_oneself(tx, id)->kept_until);
        reopen_functions(tx, who, id, "Rådgivare", kToday.plus_days(9));
        EXPECT_FALSE(view_for_oneself(tx, id)->kept_until);
        EXPECT_TRUE(remove_person(tx, who, id, "retention"));
        EXPECT_FALSE(is_person(tx, id));
    });
}

}  // namespace
}  // namespace samrum::directory
