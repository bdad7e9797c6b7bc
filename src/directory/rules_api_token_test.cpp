#include "directory/rules_api_token.hpp"

#include <gtest/gtest.h>

namespace samrum::directory {
namespace {

const base::Date kToday = base::Date::of(2020, 1, 31);
const std::vector<std::string> kOffered{"activity:read", "activity:write"};

TEST(ApiTokens, SayWhatTheyAreForWhatTheyOpenAndHowLong) {
    const auto made = judge_token({" Hemsidan ", {"activity:write", "activity:read", "activity:read"}, "2020-06-30"},
                                  kOffered, kToday);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->label, "Hemsidan");
    EXPECT_EQ(made->scopes, kOffered);
    EXPECT_TRUE(made->has("activity:read"));
    EXPECT_FALSE(made->has("activity"));
    EXPECT_TRUE(made->holds_on(base::Date::of(2020, 6, 30)));
    EXPECT_FALSE(made->holds_on(base::Date::of(2020, 7, 1)));
}

TEST(ApiTokens, AllProblemsAreToldAtOnce) {
    const auto none = judge_token({"", {}, "i morgon"}, kOffered, kToday);
    ASSERT_EQ(none.problems().size(), 3U);
    EXPECT_EQ(none.problems()[0].field, "label");
    EXPECT_EQ(none.problems()[1].field, "scopes");
    EXPECT_EQ(none.problems()[2].field, "last_day");
    const auto wrong = judge_token({"x", {"grants:write"}, "2020-01-30"}, kOffered, kToday);
    ASSERT_EQ(wrong.problems().size(), 2U);
    EXPECT_EQ(wrong.problems()[0].message.key, "directory.token.scope");
    EXPECT_EQ(wrong.problems()[1].message.key, "directory.token.last_day");
    EXPECT_TRUE(judge_token({"x", {"activity:read"}, "2021-01-31"}, kOffered, kToday));
    EXPECT_FALSE(judge_token({"x", {"activity:read"}, "2021-02-01"}, kOffered, kToday));
}

}  // namespace
}  // namespace samrum::directory
