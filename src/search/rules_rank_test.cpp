#include "search/rules_rank.hpp"

#include <gtest/gtest.h>

namespace samrum::search {
namespace {

TEST(SearchRank, AWholeWordOfTheTitleIsWorthMoreThanABeginning) {
    EXPECT_EQ(score(" lund radrum ", {"radrum"}), 2);
    EXPECT_EQ(score(" lund radrum ", {"rad"}), 1);
    EXPECT_EQ(score(" lund radrum ", {"drum"}), 0);
    EXPECT_EQ(score(" lund radrum ", {"rad", "lund"}), 3);
}

TEST(SearchRank, ThenTheLatestDayThenTheLatestEntry) {
    std::vector<Candidate> all{{1, "a", "2019-01-01", " x "},
                               {2, "b", "", " x "},
                               {3, "a", "2020-01-01", " x "},
                               {4, "a", "2018-01-01", " rad "},
                               {5, "a", "2020-01-01", " x "}};
    rank(all, {"rad"});
    std::vector<std::int64_t> ids;
    for (const Candidate& one : all) ids.push_back(one.id);
    EXPECT_EQ(ids, (std::vector<std::int64_t>{4, 5, 3, 1, 2}));
    all.push_back({6, "agreement", "2001-01-01", " x "});
    rank(all, {"rad"});
    EXPECT_EQ(all[1].id, 6) << "of pages that fit alike";
    all.erase(all.begin() + 1);
    const auto kinds = count_kinds(all);
    ASSERT_EQ(kinds.size(), 2U);
    EXPECT_EQ(kinds[0].kind, "a");
    EXPECT_EQ(kinds[0].count, 4);
}

}  // namespace
}  // namespace samrum::search
