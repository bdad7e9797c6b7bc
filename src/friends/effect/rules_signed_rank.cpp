#include "friends/effect/rules_signed_rank.hpp"

#include "foundation/base/ensure.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace samrum::friends::effect {
namespace {

struct Ranked {
    int change = 0;
    std::int64_t doubled_rank = 0;
};

/// Each change with twice its rank among the absolute values, those of nothing ranked first.
std::vector<Ranked> ranked(std::span<const int> changes) {
    std::vector<Ranked> all;
    for (const int change : changes) all.push_back({change, 0});
    std::ranges::sort(all, {}, [](const Ranked& one) { return std::abs(one.change); });
    for (std::size_t first = 0; first < all.size();) {
        std::size_t end = first;
        while (end < all.size() && std::abs(all[end].change) == std::abs(all[first].change)) ++end;
        // Ranks first+1 … end share their middle.
        for (std::size_t i = first; i < end; ++i) all[i].doubled_rank = static_cast<std::int64_t>(first + 1 + end);
        first = end;
    }
    return all;
}

/// How many (or which share) of the ways to give signs have each doubled rank sum. `weight` is what half of them is
/// multiplied by in every step: 1 counts them, 0.5 keeps the whole at 1.
template <class Number>
std::vector<Number> distribution(const std::vector<std::int64_t>& doubled_ranks, std::int64_t sum, Number weight) {
    std::vector<Number> ways(static_cast<std::size_t>(sum) + 1, Number{0});
    ways[0] = Number{1};
    std::int64_t reached = 0;
    for (const std::int64_t rank : doubled_ranks) {
        reached += rank;
        for (std::int64_t w = reached; w >= 0; --w) {
            const Number without = ways[static_cast<std::size_t>(w)];
            const Number with = w >= rank ? ways[static_cast<std::size_t>(w - rank)] : Number{0};
            ways[static_cast<std::size_t>(w)] = (without + with) * weight;
        }
    }
    return ways;
}

/// What lies at least as far from the middle as the sum that was seen; the distribution is the same on both sides.
template <class Number>
Number outside(const std::vector<Number>& ways, std::int64_t sum, std::int64_t seen) {
    const std::int64_t distance = std::abs(2 * seen - sum);
    Number total{0};
    for (std::int64_t w = 0; w <= sum; ++w)
        if (std::abs(2 * w - sum) >= distance) total += ways[static_cast<std::size_t>(w)];
    return total;
}

/// The difference of the two sums has mean nought and the sum of the squared ranks as its variance.
double by_normal_curve(const std::vector<std::int64_t>& doubled_ranks, std::int64_t difference) {
    double variance = 0;
    for (const std::int64_t rank : doubled_ranks) variance += static_cast<double>(rank) * static_cast<double>(rank);
    return std::erfc(std::abs(static_cast<double>(difference)) / std::sqrt(2 * variance));
}

}  // namespace

std::optional<double> SignedRank::rank_biserial() const {
    const std::int64_t sum = doubled_up + doubled_down;
    if (sum == 0) return std::nullopt;
    return static_cast<double>(doubled_up - doubled_down) / static_cast<double>(sum);
}

SignedRank signed_rank(std::span<const int> changes) {
    SignedRank test;
    test.n = static_cast<int>(changes.size());
    std::vector<std::int64_t> ranks;
    for (const Ranked& one : ranked(changes)) {
        if (one.change == 0) {
            ++test.same;
            continue;
        }
        ranks.push_back(one.doubled_rank);
        ++(one.change > 0 ? test.up : test.down);
        (one.change > 0 ? test.doubled_up : test.doubled_down) += one.doubled_rank;
    }
    const std::int64_t sum = test.doubled_up + test.doubled_down;
    if (static_cast<int>(ranks.size()) <= kMostCounted) {
        const auto ways = distribution<std::uint64_t>(ranks, sum, 1);
        test.as_extreme = outside(ways, sum, test.doubled_up);
        test.p = std::ldexp(static_cast<double>(*test.as_extreme), -static_cast<int>(ranks.size()));
    } else if (static_cast<int>(ranks.size()) > kMostSummed) {
        test.is_exact = false;
        test.p = by_normal_curve(ranks, test.doubled_up - test.doubled_down);
    } else {
        const auto shares = distribution<long double>(ranks, sum, 0.5L);
        test.p = static_cast<double>(std::min(1.0L, outside(shares, sum, test.doubled_up)));
    }
    return test;
}

void claim_all(std::span<const SignedRank> tests, std::span<Claim> claims) {
    base::ensure(tests.size() == claims.size(), "each test gets its claim");
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < tests.size(); ++i) {
        claims[i] = tests[i].n < kFewestForClaim ? Claim::too_few : Claim::no_certain_change;
        if (tests[i].n >= kFewestForClaim) order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return tests[i].p; });
    for (std::size_t k = 0; k < order.size(); ++k) {
        const SignedRank& test = tests[order[k]];
        if (test.p > kMostChance / static_cast<double>(order.size() - k)) return;
        claims[order[k]] = test.doubled_up > test.doubled_down ? Claim::better : Claim::worse;
    }
}

}  // namespace samrum::friends::effect
