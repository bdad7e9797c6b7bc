#include "app/reminders.hpp"

#include "app/desk_for_tests.hpp"

#include <gtest/gtest.h>

namespace samrum::app {
namespace {

using base::Date;

class Reminders : public Desk {
  protected:
    int remind() { return remind_room(house_, *open(lund_), lund_); }
    void choose(const std::string& email, TaskKind kind, const std::string& value) {
        ASSERT_TRUE(choose_reminders(*lobby(), lund_, known_as(email, house_.clocks.today()),
                                     {{std::string(word_of_kind(kind).word), value}}));
    }
};

const std::string kOfficer = "handlaggare@lund.example";

TEST_F(Reminders, EachTaskAndDayIsToldOnce) {
    EXPECT_EQ(remind(), 1);
    const auto first = letters(kOfficer);
    ASSERT_EQ(first.size(), 1U);
    EXPECT_NE(first[0].mail.text.find("https://samrum.example/lund/agreements/"), std::string::npos);
    EXPECT_NE(first[0].mail.text.find("/lund/tasks/reminders"), std::string::npos) << "where to switch them off";
    EXPECT_EQ(remind(), 0) << "the same day again";
    on(Date::of(2020, 2, 1));
    const int next = remind();
    EXPECT_LE(next, 1);
    // Over a year each task and its day stands in one letter.
    std::vector<std::string> lines;
    for (Date day = Date::of(2020, 2, 2); day < Date::of(2021, 2, 1); day = day.plus_days(7)) {
        on(day);
        remind();
    }
    for (const auto& letter : letters(kOfficer)) {
        std::size_t from = 0;
        while ((from = letter.mail.text.find("\n- ", from)) != std::string::npos) {
            from += 3;
            std::string line = letter.mail.text.substr(from, letter.mail.text.find('\n', from) - from);
            if (const auto late = line.find(" (försenat)"); late != std::string::npos) line.erase(late, 12);
            lines.push_back(line);
        }
    }
    ASSERT_GT(lines.size(), 4U);
    std::ranges::sort(lines);
    const auto twice = std::ranges::adjacent_find(lines);
    EXPECT_EQ(twice, lines.end()) << (twice == lines.end() ? "" : *twice);
}

TEST_F(Reminders, ArePeoplesOwnChoice) {
    for (const TaskKindWord& one : kTaskKinds) choose(kOfficer, one.kind, "off");
    EXPECT_EQ(remind(), 0);
    choose(kOfficer, TaskKind::report, "90");
    EXPECT_LE(remind(), 1);
    const auto refused = choose_reminders(*lobby(), lund_, known_as(kOfficer, house_.clocks.today()),
                                          {{"report", "8"}, {"nonsense", "7"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problems().size(), 2U) << "all at once";
}

TEST_F(Reminders, ComeInTheReadersLanguageAndNotToWhoHasNoPartInIt) {
    let_in("administrator@lund.example", "administratör", "administrator");
    remind();
    EXPECT_TRUE(letters("administrator@lund.example").empty());
    EXPECT_EQ(letters(kOfficer).size(), 1U);
}

TEST_F(Reminders, TheLobbyKnowsNothingOfTheTaskButAHash) {
    remind();
    const auto all = letters(kOfficer);
    ASSERT_FALSE(all.empty());
    const std::string extract = extract_reminders(*lobby(), account(kOfficer).uuid());
    EXPECT_EQ(extract, "[]");
    lobby()->transaction([&](store::Transaction& tx) { EXPECT_EQ(remove_old_marks(tx, Date::of(2020, 3, 1)), 0); });
    lobby()->transaction([&](store::Transaction& tx) {
        EXPECT_GT(remove_old_marks(tx, Date::of(2022, 6, 1)), 0) << "kept for a while, and then forgotten";
    });
}

}  // namespace
}  // namespace samrum::app
