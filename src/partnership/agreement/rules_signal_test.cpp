#include "partnership/agreement/rules_signal.hpp"

#include <gtest/gtest.h>
#include <random>

namespace samrum::partnership::agreement {
namespace {

TEST(Signal, FoldsSmallValuesUntilNothingSmallIsLeft) {
    std::mt19937 random(5);
    for (int round = 0; round < 500; ++round) {
        std::vector<std::pair<std::string, std::int64_t>> values;
        std::int64_t total = 0;
        for (unsigned i = 0; i < random() % 8; ++i) {
            values.emplace_back("v" + std::to_string(i), static_cast<std::int64_t>(random() % 11));
            total += values.back().second;
        }
        std::int64_t shown = 0;
        const auto rows = folded_rows(values);
        for (const SignalRow& row : rows) {
            if (row.n) {
                EXPECT_GE(*row.n, 5);
            }
            shown += row.n.value_or(0);
        }
        const bool hidden = rows.size() == 1 && !rows[0].n;
        EXPECT_EQ(hidden, total > 0 && total < 5);
        if (!hidden) {
            EXPECT_EQ(shown, total);
        }
    }
    const auto rows = folded_rows({{"ar", 20}, {"so", 5}, {"ti", 2}});
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].n, 7) << "two alone would be small, so the next smallest follows";
}

TEST(Signal, ARowKnowsItsTable) {
    const Scope scope = row_scope("language", "ar");
    EXPECT_EQ(scope_of(scope_text(scope)), scope);
    EXPECT_EQ(row_of(scope), std::pair(std::string("language"), std::string("ar")));
    EXPECT_TRUE(scope_without_row(scope).empty());
    EXPECT_FALSE(row_of({{"language", "ar"}}));
}

}  // namespace
}  // namespace samrum::partnership::agreement
