#include "partnership/overview/rules.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::overview {
namespace {

using base::Date;
using base::Money;

const Date kToday = Date::of(2020, 1, 31);

Listed row_of(const char* found, std::optional<Date> next, const char* other = "IM", const char* order = "im") {
    Listed row;
    row.first = Date::of(2019, 7, 1);
    row.last = Date::of(2021, 6, 30);
    row.next_day = next;
    row.other_names = other;
    row.other_order = order;
    row.found = found;
    return row;
}
std::string order_of(const std::vector<Listed>& rows) {
    std::string all;
    for (const Listed& one : rows) all += one.found;
    return all;
}

TEST(OverviewRules, ShowsWhatFitsEachPartOfTheFilter) {
    const Listed row = row_of("radgivning im lund", kToday);
    EXPECT_TRUE(fits(row, {}, kToday));
    EXPECT_TRUE(fits(row, {.search = "lund rad"}, kToday));
    EXPECT_FALSE(fits(row, {.search = "lund malmö"}, kToday));
    EXPECT_TRUE(fits(row, {.party = "IM"}, kToday));
    EXPECT_FALSE(fits(row, {.party = "Lunds kommun"}, kToday));
    EXPECT_FALSE(fits(row, {.show = Filter::Show::over}, kToday));
    EXPECT_TRUE(fits(row, {.show = Filter::Show::over}, Date::of(2022, 1, 1)));
    EXPECT_TRUE(fits(row, {.show = Filter::Show::ahead}, Date::of(2019, 1, 1)));
    for (const char* word : {"current", "ahead", "over", "all"}) EXPECT_EQ(show_word(*show_named(word)), word);
}

TEST(OverviewRules, WhatHasNoNextDateComesLastInEitherDirection) {
    std::vector<Listed> rows{row_of("a", std::nullopt), row_of("b", kToday.plus_days(2)), row_of("c", kToday)};
    sort_rows(rows, "next", false);
    EXPECT_EQ(order_of(rows), "cba");
    sort_rows(rows, "next", true);
    EXPECT_EQ(order_of(rows), "bca");
}

TEST(OverviewRules, OrdersByTheOtherSide) {
    std::vector<Listed> rows{row_of("a", {}, "Östra", "z"), row_of("b", {}, "Ideell", "i"),
                             row_of("c", {}, "Ideell", "i")};
    sort_rows(rows, "party", false);
    EXPECT_EQ(order_of(rows), "bca");
    EXPECT_EQ(other_parties(rows), (std::vector<std::string>{"Ideell", "Östra"}));
}

TEST(OverviewRules, AddsByPayerAndYearAndKeepsTheUnknownUnknown) {
    const auto sums = added({{"Nämnden", 2020, Money::kronor(100), Money::kronor(50), 0},
                             {"Nämnden", 2020, Money::kronor(10), std::nullopt, 1},
                             {"Nämnden", 2019, Money::kronor(7), Money::kronor(7), 0}});
    ASSERT_EQ(sums.size(), 2U);
    EXPECT_EQ(sums[0].year, 2019);
    EXPECT_EQ(sums[0].paid, Money::kronor(7));
    EXPECT_EQ(sums[1].decided, Money::kronor(110));
    EXPECT_FALSE(sums[1].paid) << "a part that nobody knows makes the sum unknown";
    EXPECT_EQ(sums[1].unknown, 1);
}

}  // namespace
}  // namespace samrum::partnership::overview
