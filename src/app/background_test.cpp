#include "app/background.hpp"

#include "app/modules.hpp"
#include "directory/actions_account.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/actions_person.hpp"
#include "directory/actions_room.hpp"
#include "directory/actions_sign_in.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/test_house.hpp"
#include "foundation/store/journal.hpp"
#include "foundation/text/test_catalogues.hpp"

#include <gtest/gtest.h>

/// The nights of an installation, carried out by its own runner with a clock that the test moves.
namespace samrum::app {
namespace {

using base::Date;

const store::Actor kTest{"test", "test"};

class Nights : public testing::Test {
  protected:
    Nights() {
        house_.store = &test_.store();
        house_.modules = modules();
        house_.catalogues = &text::house_catalogues();
        set_day();
        const auto lobby = test_.store().lobby();
        const auto organisation = lobby->transaction([&](store::Transaction& tx) {
            return directory::add_organisation(tx, kTest, {"association", "Exempelföreningen", "", "", false},
                                               std::nullopt);
        });
        room_head_ = directory::create_room(test_.store(), kTest, {"exempel", organisation.value()}).value();
        runner_ = background(house_, Settings{}, test_.options());
    }
    void set_day() { house_.clocks = base::Clocks(base::swedish_day(test_.now())); }
    /// Lets nights pass and carries out what is due on the morning after.
    void sleep(int nights) {
        test_.pass(std::chrono::hours(24 * nights));
        set_day();
        runner_->run_due();
    }
    directory::PersonAliasId add_person(const std::string& last_day) {
        module::Caller coordinator;
        coordinator.account = module::AccountId::ordered();
        coordinator.label = "samordnare";
        coordinator.room_organisation = room_head_.organisation;
        coordinator.grants = {{*coordinator.account, room_head_.id, module::Role::coordinator, room_head_.organisation,
                               base::Period{Date::of(2016, 1, 1), std::nullopt}}};
        return directory::add_person(*room(), coordinator, house_.clocks.today(),
                                     {"Person Påhittad", "person@example.org", "", false, true},
                                     {"Frivillig rådgivare", "2018-01-01", last_day})
            .value();
    }
    bool is_kept(directory::PersonAliasId person) { return directory::mail_address(*room(), person).has_value(); }
    /// What retention journalled in a place: kind and detail.
    std::vector<std::string> removals(store::Session& place) {
        std::vector<std::string> all;
        for (const auto& entry : store::journal_entries(place, 0, 1000))
            if (entry.line.what == "retention.carried_out" || entry.line.what == "mail.removed")
                all.push_back(entry.line.subject + " " + entry.line.detail);
        return all;
    }
    std::unique_ptr<store::Session> room() { return test_.store().room(room_head_.id); }
    std::unique_ptr<store::Session> lobby() { return test_.store().lobby(); }

    jobs::TestHouse test_;
    module::House house_;
    module::RoomHead room_head_;
    std::unique_ptr<jobs::Runner> runner_;
};

TEST_F(Nights, RemoveAPersonWhenTheirTimeIsOverAndTheJournalTellsOfIt) {
    const auto leaver = add_person("2020-02-28");
    const auto stays = add_person("");
    sleep(1);
    EXPECT_TRUE(is_kept(leaver));
    EXPECT_TRUE(removals(*room()).empty());

    test_.pass(std::chrono::hours(24) * Date::of(2020, 2, 1).days_until(Date::of(2022, 2, 28)));
    sleep(0);
    EXPECT_EQ(house_.clocks.today(), Date::of(2022, 2, 28));
    EXPECT_TRUE(is_kept(leaver)) << "24 months to the day";
    sleep(1);
    EXPECT_FALSE(is_kept(leaver));
    EXPECT_TRUE(is_kept(stays));
    EXPECT_EQ(removals(*room()), std::vector<std::string>{R"(directory.person {"rows":1})"});
    std::string erased;
    for (const auto& entry : store::journal_of(*room(), leaver.text())) erased += entry.line.what + " ";
    EXPECT_NE(erased.find("person.erased"), std::string::npos) << erased;
    EXPECT_TRUE(store::verify_journal(*room()).is_whole());
    sleep(1);
    EXPECT_EQ(removals(*room()).size(), 1U) << "nothing more was there to remove";
}

TEST_F(Nights, RemoveSpentLinksAndOldLettersFromTheLobby) {
    ASSERT_TRUE(directory::create_account(*lobby(), kTest, {"konto@example.org", "provare", "sv", "", true}));
    ASSERT_TRUE(directory::make_sign_in_link(*lobby(), kTest, "konto@example.org", test_.now()));
    lobby()->transaction([&](store::Transaction& tx) {
        jobs::queue_mail(tx, {"konto@example.org", "Prov", "Ett brev."}, test_.now());
    });
    sleep(1);
    EXPECT_EQ(removals(*lobby()), std::vector<std::string>{R"(directory.sign_in {"rows":1})"});
    EXPECT_EQ(jobs::list_mail(*lobby()).size(), 1U);
    sleep(30);
    EXPECT_TRUE(jobs::list_mail(*lobby()).empty());
    EXPECT_EQ(removals(*lobby()).front(), R"( {"letters":1})");
    EXPECT_TRUE(store::verify_journal(*lobby()).is_whole());
}

TEST_F(Nights, CloseTheDaysOfAnonymousKinds) {
    const auto day = house_.clocks.today();
    room()->transaction([&](store::Transaction& tx) {
        tx.journal_anonymous({"test.visit", "session", day, {{"visits", 3}}, {}});
    });
    sleep(0);
    const auto sealed = [&] {
        const auto lines = store::journal_of(*room(), "session");
        return lines.size();
    };
    EXPECT_EQ(sealed(), 0U) << "the day goes on";
    sleep(1);
    EXPECT_EQ(sealed(), 1U);
    EXPECT_TRUE(store::verify_journal(*room()).is_whole());
}

}  // namespace
}  // namespace samrum::app
