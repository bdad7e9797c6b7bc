#include "friends/pairs/rules_activity.hpp"

#include <gtest/gtest.h>

namespace samrum::friends::pairs {
namespace {

TEST(FriendsIncident, TellsEveryProblemAtOnceAndHowLongATextMayBe) {
    const std::string longer(kLongestAccount + 1, 'x');
    Incident one;
    const auto read = read_incident({"2020-02-30", longer, longer}, base::Date::of(2020, 1, 31), one);
    ASSERT_EQ(read.problems().size(), 3U);
    EXPECT_EQ(read.problems()[0].field, "happened_on");
    EXPECT_EQ(read.problems()[1].field, "account");
    EXPECT_EQ(read.problems()[2].field, "steps");
    for (const std::size_t at : {1U, 2U}) {
        EXPECT_EQ(read.problems()[at].message.key, "friends.pairs.text.long");
        EXPECT_EQ(std::get<std::int64_t>(read.problems()[at].message.args[0].second), std::int64_t{kLongestAccount});
    }
    // Characters are counted, not bytes.
    std::string swedish;
    for (std::size_t i = 0; i < kLongestAccount; ++i) swedish += "å";
    EXPECT_TRUE(read_incident({"2020-01-30", swedish, swedish}, base::Date::of(2020, 1, 31), one));
}

}  // namespace
}  // namespace samrum::friends::pairs
