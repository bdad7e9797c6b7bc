#include "partnership/agreement/rules_typed.hpp"

#include <gtest/gtest.h>

namespace samrum::partnership::agreement {
namespace {

TEST(TypedKronor, AreReadBackToTheOre) {
    EXPECT_EQ(typed_kronor(base::Money::kronor(250'000)), "250000");
    EXPECT_EQ(typed_kronor({24'999'950}), "249999,50");
    EXPECT_EQ(typed_kronor({5}), "0,05");
    for (const std::int64_t ore : {0, 7, 100, 24'999'950}) EXPECT_EQ(base::Money::parse(typed_kronor({ore}))->ore, ore);
}

}  // namespace
}  // namespace samrum::partnership::agreement
