#include "partnership/agreement/rules_disclosure.hpp"

#include <gtest/gtest.h>
#include <random>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Period;

const Date kStart = Date::of(2017, 1, 1);
Period half_years(int from, int count) {
    return {kStart.plus_months(6 * from), kStart.plus_months(6 * (from + count)).plus_days(-1)};
}

TEST(Disclosure, PeopleLeaveForWholeHalfYearsOnly) {
    EXPECT_TRUE(is_whole_half_years({Date::of(2018, 1, 1), Date::of(2018, 12, 31)}));
    EXPECT_TRUE(is_whole_half_years({Date::of(2019, 7, 1), Date::of(2019, 12, 31)}));
    EXPECT_FALSE(is_whole_half_years({Date::of(2019, 7, 1), Date::of(2019, 7, 31)}));
    EXPECT_FALSE(is_whole_half_years({Date::of(2019, 7, 1), std::nullopt}));
}

TEST(Disclosure, AYearBesideAHalfYearGivesTheOtherHalfAway) {
    const std::int64_t people[] = {20, 3};
    const auto value_of = [&](const Period& stretch) {
        std::int64_t sum = 0;
        for (int half = 0; half < 2; ++half)
            if (stretch.overlaps(half_years(half, 1))) sum += people[half];
        return sum;
    };
    const auto cell_of = [&](const Period& stretch) { return std::vector{value_of(stretch)}; };
    EXPECT_TRUE(gives_nothing_away({}, half_years(0, 1), cell_of));
    EXPECT_FALSE(gives_nothing_away({}, half_years(1, 1), cell_of));
    EXPECT_TRUE(gives_nothing_away({}, half_years(0, 2), cell_of));
    EXPECT_FALSE(gives_nothing_away({half_years(0, 1)}, half_years(0, 2), cell_of));
}

/// An independent attacker: Gaussian elimination over the half-years' unknowns tells whether a stretch is determined.
bool is_determined(const std::vector<Period>& known, const Period& wanted, int cells) {
    std::vector<std::vector<double>> rows;
    const auto row_of = [&](const Period& period) {
        std::vector<double> row(static_cast<std::size_t>(cells), 0.0);
        for (int cell = 0; cell < cells; ++cell)
            if (period.overlaps(half_years(cell, 1))) row[static_cast<std::size_t>(cell)] = 1;
        return row;
    };
    for (const Period& period : known) rows.push_back(row_of(period));
    auto target = row_of(wanted);
    std::size_t rank = 0;
    for (std::size_t column = 0; column < static_cast<std::size_t>(cells); ++column) {
        std::size_t pivot = rank;
        while (pivot < rows.size() && std::abs(rows[pivot][column]) < 1e-9) ++pivot;
        if (pivot == rows.size()) continue;
        std::swap(rows[rank], rows[pivot]);
        const auto reduce = [&](std::vector<double>& row) {
            const double factor = row[column] / rows[rank][column];
            for (std::size_t i = 0; i < row.size(); ++i) row[i] -= factor * rows[rank][i];
        };
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (i != rank) reduce(rows[i]);
        reduce(target);
        ++rank;
    }
    for (double rest : target)
        if (std::abs(rest) > 1e-9) return false;
    return true;
}

TEST(Disclosure, NoAttackerFindsASmallFigureAmongWhatWasLetOut) {
    std::mt19937 random(7);
    constexpr int kCells = 6;
    for (int round = 0; round < 300; ++round) {
        std::int64_t people[kCells];
        for (auto& cell : people) cell = static_cast<std::int64_t>(random() % 9);
        const auto value_of = [&](const Period& stretch) {
            std::int64_t sum = 0;
            for (int cell = 0; cell < kCells; ++cell)
                if (stretch.overlaps(half_years(cell, 1))) sum += people[cell];
            return sum;
        };
        const auto cell_of = [&](const Period& stretch) { return std::vector{value_of(stretch)}; };
        std::vector<Period> out;
        for (int offer = 0; offer < 12; ++offer) {
            const int from = static_cast<int>(random() % kCells);
            const int count = 1 + static_cast<int>(random() % static_cast<unsigned>(kCells - from));
            const Period next = half_years(from, count);
            if (gives_nothing_away(out, next, cell_of)) out.push_back(next);
        }
        for (int from = 0; from < kCells; ++from)
            for (int count = 1; from + count <= kCells; ++count) {
                const Period stretch = half_years(from, count);
                const std::int64_t value = value_of(stretch);
                const bool few = value > 0 && value < kSmallestShownPeople;
                EXPECT_FALSE(few && is_determined(out, stretch, kCells)) << "round " << round << " " << stretch.iso();
            }
    }
}

TEST(Disclosure, APartBesideItsWholeShowsTheRest) {
    const auto women_of = [](std::int64_t women) {
        return [women](const Period&) { return std::vector<std::int64_t>{women, 310, 310 - women}; };
    };
    EXPECT_TRUE(gives_nothing_away({}, half_years(0, 1), women_of(155)));
    EXPECT_FALSE(gives_nothing_away({}, half_years(0, 1), women_of(4)));
    EXPECT_FALSE(gives_nothing_away({}, half_years(0, 1), women_of(307)));
    EXPECT_TRUE(gives_nothing_away({}, half_years(0, 1), women_of(310)));
}

TEST(Disclosure, WhatWasToldBeforeIsKnownWithoutBeingToldAgain) {
    using Numbers = std::vector<std::int64_t>;
    const std::vector<Told> halves{{half_years(0, 1), 20}, {half_years(1, 1), 15}, {half_years(1, 1), 30}};
    EXPECT_EQ(already_told(halves, half_years(0, 2), true), Numbers{50});
    EXPECT_EQ(already_told(halves, half_years(0, 2), false), Numbers{});
    EXPECT_EQ(already_told(halves, half_years(1, 1), true), (Numbers{15, 30}));
    EXPECT_EQ(already_told(halves, half_years(2, 1), true), Numbers{});
    EXPECT_EQ(already_told({{half_years(0, 2), 50}, {half_years(0, 1), 20}}, half_years(1, 1), true), Numbers{30});
}

}  // namespace
}  // namespace samrum::partnership::agreement
