#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/result.hpp"
#include "partnership/agreement/model_words.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::agreement {

/// What a party gives: money or other efforts (criterion 5), or a plain duty that nobody counts.
enum class CommitmentKind { money, premises, hours, activity, duty };
inline constexpr Word<CommitmentKind> kCommitmentKinds[] = {{CommitmentKind::money, "money"},
                                                            {CommitmentKind::premises, "premises"},
                                                            {CommitmentKind::hours, "hours"},
                                                            {CommitmentKind::activity, "activity"},
                                                            {CommitmentKind::duty, "duty"}};
constexpr std::span<const Word<CommitmentKind>> words_of(CommitmentKind) {
    return kCommitmentKinds;
}

enum class Bound { at_least, at_most, exactly, between };
inline constexpr Word<Bound> kBounds[] = {{Bound::at_least, "at_least"},
                                          {Bound::at_most, "at_most"},
                                          {Bound::exactly, "exactly"},
                                          {Bound::between, "between"}};
constexpr std::span<const Word<Bound>> words_of(Bound) {
    return kBounds;
}

/// The stretch that a quantity or an amount is promised for. A half-year is January–June or July–December; the
/// agreement's years and half-years are counted from its first day.
enum class Per { whole_period, agreement_year, agreement_half_year, calendar_year, half_year, month, season };
inline constexpr Word<Per> kPers[] = {{Per::whole_period, "whole_period"},
                                      {Per::agreement_year, "agreement_year"},
                                      {Per::agreement_half_year, "agreement_half_year"},
                                      {Per::calendar_year, "calendar_year"},
                                      {Per::half_year, "half_year"},
                                      {Per::month, "month"},
                                      {Per::season, "season"}};
constexpr std::span<const Word<Per>> words_of(Per) {
    return kPers;
}

/// A counted promise: "at least 64 sessions per agreement year". Valid by construction.
class Target {
  public:
    /// Problems: `partnership.target.negative`, `partnership.target.upper_missing` (between needs two ends),
    /// `partnership.target.upper_unwanted`, `partnership.target.upside_down`, `partnership.target.unit_missing`.
    static base::Result<Target> of(Bound bound, std::int64_t quantity, std::optional<std::int64_t> upper,
                                   std::string unit, Per per);
    /// At least nothing per whole period; for containers.
    Target() = default;

    Bound bound() const { return bound_; }
    std::int64_t quantity() const { return quantity_; }
    std::optional<std::int64_t> upper() const { return upper_; }  ///< of `between`
    const std::string& unit() const { return unit_; }             ///< "sessions"; a known word or the town's own
    Per per() const { return per_; }
    /// Is the promise kept by this count, once its stretch is over?
    bool kept_by(std::int64_t count) const;
    bool operator==(const Target&) const = default;

  private:
    Bound bound_ = Bound::at_least;
    std::int64_t quantity_ = 0;
    std::optional<std::int64_t> upper_;
    std::string unit_ = "times";
    Per per_ = Per::whole_period;
};

/// What counts it: a measure of the records of the work, and what part of them.
struct MeasureBinding {
    std::string name;                          ///< "activity.sessions"
    std::map<std::string, std::string> scope;  ///< dimension → value, "activity" → "radrum"; empty is everything
    bool operator==(const MeasureBinding&) const = default;
};

/// Who tells the figure where no measure counts it, and what it can be seen by.
struct Reporter {
    std::string organisation;
    std::string function;
    std::string evidence;
    bool operator==(const Reporter&) const = default;
};

/// A promise of one party, or of several together.
struct Commitment {
    std::string key;
    std::vector<std::string> by;  ///< organisations, by key
    CommitmentKind kind = CommitmentKind::duty;
    std::string title;
    std::string text;
    std::string source;  ///< the section it stands in
    std::string part;    ///< of the agreement, by key; empty: of all of it
    std::optional<base::Date> first;
    std::optional<base::Date> last;
    Readings<Target> targets;  ///< empty for a promise that nobody counts
    std::optional<MeasureBinding> measure;
    std::optional<Reporter> reported_by;
    bool operator==(const Commitment&) const = default;
};

}  // namespace samrum::partnership::agreement
