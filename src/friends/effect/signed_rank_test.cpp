#include "friends/effect/rules_signed_rank.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace samrum::friends::effect {
namespace {

/// The oracle: every way to give signs is written out, ranks by their definition (how many are smaller, how many
/// alike).
struct Enumerated {
    std::uint64_t as_extreme = 0;
    std::int64_t up = 0, down = 0;
};
Enumerated enumerate(const std::vector<int>& changes) {
    std::vector<std::int64_t> ranks;
    Enumerated all;
    for (const int one : changes) {
        if (one == 0) continue;
        std::int64_t smaller = 0, alike = 0;
        for (const int other : changes) {
            smaller += std::abs(other) < std::abs(one);
            alike += std::abs(other) == std::abs(one);
        }
        ranks.push_back(2 * smaller + alike + 1);
        (one > 0 ? all.up : all.down) += ranks.back();
    }
    const std::int64_t seen = std::abs(all.up - all.down);
    for (std::uint64_t signs = 0; signs < (std::uint64_t{1} << ranks.size()); ++signs) {
        std::int64_t difference = 0;
        for (std::size_t i = 0; i < ranks.size(); ++i) difference += (signs >> i & 1) != 0 ? ranks[i] : -ranks[i];
        all.as_extreme += std::abs(difference) >= seen;
    }
    return all;
}

/// Changes 1, 2, … n, of which those with the given ranks go down.
std::vector<int> without_ties(int n, std::vector<int> down) {
    std::vector<int> changes;
    for (int i = 1; i <= n; ++i) changes.push_back(std::ranges::find(down, i) == down.end() ? i : -i);
    return changes;
}

TEST(FriendsSignedRank, CountsWhatFullEnumerationCounts) {
    std::mt19937 random(20190101);
    for (int round = 0; round < 400; ++round) {
        const int n = static_cast<int>(random() % 13);
        const auto steps = static_cast<unsigned>(1 + random() % 6);
        std::vector<int> changes;
        for (int i = 0; i < n; ++i)
            changes.push_back(static_cast<int>(random() % (2 * steps + 1)) - static_cast<int>(steps));
        const auto test = signed_rank(changes);
        const auto all = enumerate(changes);
        ASSERT_EQ(test.as_extreme, all.as_extreme) << "round " << round;
        ASSERT_EQ(test.doubled_up, all.up);
        ASSERT_EQ(test.doubled_down, all.down);
        ASSERT_EQ(test.up + test.same + test.down, n);
        ASSERT_DOUBLE_EQ(test.p, static_cast<double>(all.as_extreme) / std::exp2(test.up + test.down));
    }
}

// Critical values of the two-sided test at five per cent, as tables print them (Wilcoxon and Wilcox 1964; Hollander and
// Wolfe 1973, table A.4): the smaller sum of ranks T, and how many of the 2^n ways lie at or beyond it.
TEST(FriendsSignedRank, HasTheValuesOfPublishedTables) {
    struct Row {
        int n;
        std::vector<int> down;  ///< ranks that make T
        double p;               ///< to four places
    };
    for (const Row& row :
         {Row{5, {}, 0.0625}, Row{6, {}, 0.03125}, Row{7, {2}, 0.0469}, Row{8, {3}, 0.0391}, Row{9, {5}, 0.0391},
          Row{10, {8}, 0.0488}, Row{12, {6, 7}, 0.0425}, Row{15, {10, 15}, 0.0479}, Row{20, {14, 18, 20}, 0.0484}}) {
        const auto test = signed_rank(without_ties(row.n, row.down));
        EXPECT_NEAR(test.p, row.p, 0.00005) << "n = " << row.n;
    }
    // Nothing but the whole table at n = 5 is as extreme as all five upwards: two of the 32 ways.
    EXPECT_EQ(signed_rank(without_ties(5, {})).as_extreme, 2U);
}

TEST(FriendsSignedRank, RanksChangesOfNothingAndThenLeavesThemOut) {
    // Pratt: the two noughts take ranks 1 and 2, so 1 and -2 have ranks 3 and 4.
    const auto test = signed_rank(std::array{0, 0, 1, -2});
    EXPECT_EQ(test.doubled_up, 6);
    EXPECT_EQ(test.doubled_down, 8);
    EXPECT_EQ(test.same, 2);
    EXPECT_DOUBLE_EQ(*test.rank_biserial(), -1.0 / 7);
    const auto nothing = signed_rank(std::array{0, 0, 0});
    EXPECT_EQ(nothing.p, 1);
    EXPECT_EQ(nothing.rank_biserial(), std::nullopt);
    EXPECT_EQ(signed_rank({}).p, 1);
}

TEST(FriendsSignedRank, IsTheSameFromBothSides) {
    std::mt19937 random(6);
    for (int round = 0; round < 50; ++round) {
        std::vector<int> changes;
        for (int i = 0; i < 30; ++i) changes.push_back(static_cast<int>(random() % 9) - 4);
        auto turned = changes;
        for (int& one : turned) one = -one;
        EXPECT_EQ(signed_rank(changes).as_extreme, signed_rank(turned).as_extreme);
        EXPECT_DOUBLE_EQ(signed_rank(changes).rank_biserial().value(), -signed_rank(turned).rank_biserial().value());
    }
}

TEST(FriendsSignedRank, GoesOnBeyondWholeNumbersOf64Bits) {
    // The same shape at the border and beyond it: the share changes smoothly, and one who goes up alone is never
    // certain.
    std::vector<int> changes;
    for (int i = 1; i <= kMostCounted; ++i) changes.push_back(i % 2 == 0 ? i : -i);
    const auto counted = signed_rank(changes);
    ASSERT_TRUE(counted.as_extreme.has_value());
    changes.push_back(-(kMostCounted + 1));
    const auto summed = signed_rank(changes);
    EXPECT_FALSE(summed.as_extreme.has_value());
    EXPECT_GT(summed.p, 0.05);
    EXPECT_LE(summed.p, 1);
    // 100 changes of one step, 70 of them upwards: then the test is the sign test, whose p is known by the binomial
    // sum.
    std::vector<int> alike(100, 1);
    std::fill_n(alike.begin(), 30, -1);
    double tail = 0;
    for (int k = 0; k <= 30; ++k)
        tail += std::exp(std::lgamma(101) - std::lgamma(k + 1) - std::lgamma(101 - k) - 100 * std::log(2));
    EXPECT_NEAR(signed_rank(alike).p, 2 * tail, 1e-12);
}

TEST(FriendsSignedRank, TakesTheNormalCurveForManyHundreds) {
    std::mt19937 random(300);
    const auto answers = [&](int n) {
        std::vector<int> changes;
        while (n-- > 0) {
            const int change = 1 + static_cast<int>(random() % 3);
            changes.push_back(random() % 20 < 11 ? change : -change);
        }
        return changes;
    };
    for (int round = 0; round < 2; ++round) {
        auto changes = answers(kMostSummed);
        const auto exact = signed_rank(changes);
        EXPECT_TRUE(exact.is_exact);
        // Two more that weigh against each other move p a little, whichever way it is found.
        changes.push_back(2);
        changes.push_back(-2);
        const auto curve = signed_rank(changes);
        EXPECT_FALSE(curve.is_exact);
        EXPECT_NEAR(curve.p, exact.p, 0.01);
    }
    EXPECT_LT(signed_rank(std::vector<int>(20000, 1)).p, 1e-9) << "a country's answers take no time";
}

TEST(FriendsClaims, AreMadeForEnoughPairsAndForAllQuestionsTogether) {
    const auto of = [](int n, double p, int up = 2, int down = 1) {
        SignedRank test;
        test.n = n;
        test.p = p;
        test.doubled_up = up;
        test.doubled_down = down;
        return test;
    };
    const auto claims = [](std::vector<SignedRank> tests) {
        std::vector<Claim> all(tests.size());
        claim_all(tests, all);
        return all;
    };
    EXPECT_EQ(claims({of(9, 0.001)}), std::vector{Claim::too_few});
    EXPECT_EQ(claims({of(10, 0.05)}), std::vector{Claim::better});
    EXPECT_EQ(claims({of(10, 0.04, 1, 2)}), std::vector{Claim::worse});
    EXPECT_EQ(claims({of(10, 0.051)}), std::vector{Claim::no_certain_change});
    // Holm: 0.03 alone would do, beside another it must be under 0.025.
    EXPECT_EQ(claims({of(20, 0.03), of(20, 0.04)}), (std::vector{Claim::no_certain_change, Claim::no_certain_change}));
    EXPECT_EQ(claims({of(20, 0.03), of(20, 0.02)}), (std::vector{Claim::better, Claim::better}));
    EXPECT_EQ(claims({of(20, 0.04), of(5, 0.5)}), (std::vector{Claim::better, Claim::too_few}));
}

}  // namespace
}  // namespace samrum::friends::effect
