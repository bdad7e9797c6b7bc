#pragma once
#include <cstdint>
#include <optional>
#include <span>

/// Did people's own answers change? The statistics behind the effect: no clock, no words, no database.
namespace samrum::friends::effect {

/// Wilcoxon's signed-rank test of paired changes, exact: the distribution over all ways to give the observed ranks a
/// sign is counted, and no normal curve stands in for it while they are fewer than many hundred. Ties share their
/// middle rank. Changes of nothing are ranked with the others and then left out (Pratt 1959): on a scale of five steps
/// they are many, and dropping them before ranking would make a small shift look certain.
struct SignedRank {
    int n = 0;                      ///< changes in all
    int up = 0;                     ///< better than before
    int same = 0;                   ///< as before
    int down = 0;                   ///< worse than before
    std::int64_t doubled_up = 0;    ///< twice the sum of the ranks of those that went up; ranks may be halves
    std::int64_t doubled_down = 0;  ///< … of those that went down
    /// Of the 2^(up + down) ways to give signs, how many differ at least as much as what was seen; nothing beyond
    /// kMostCounted changes, where the same distribution is summed in floating point.
    std::optional<std::uint64_t> as_extreme = {};
    double p = 1;          ///< two-sided: as_extreme / 2^(up + down)
    bool is_exact = true;  ///< false beyond kMostSummed changes: there the normal curve is as good

    /// The matched-pairs rank-biserial correlation (Kerby 2014): 1 when all went up, -1 when all went down, 0 when the
    /// ranks weigh alike. Nothing where nothing changed.
    std::optional<double> rank_biserial() const;
};
/// So many changes that are not nothing are counted in whole numbers of 64 bits.
inline constexpr int kMostCounted = 62;
/// … and so many are summed one by one. Beyond, p is the normal curve's with the variance of the ranks as they are
/// tied: it differs in the fourth decimal, and the exact sum would take time with the third power of their number.
inline constexpr int kMostSummed = 300;
/// The test of these changes (second answer minus first).
SignedRank signed_rank(std::span<const int> changes);

/// Below so many pairs of answers nothing is claimed, whatever the test says.
inline constexpr int kFewestForClaim = 10;
/// … and above this chance, which holds for all the questions of a table together (Holm 1979).
inline constexpr double kMostChance = 0.05;

enum class Claim { too_few, no_certain_change, better, worse };
/// What may be said of each question of one table, in their order. The questions were asked together, so the smallest
/// p is held against kMostChance divided by how many there are, the next against one fewer, until one does not hold.
void claim_all(std::span<const SignedRank> tests, std::span<Claim> claims);

}  // namespace samrum::friends::effect
