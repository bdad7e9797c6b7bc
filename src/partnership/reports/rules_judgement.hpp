#pragma once
#include "partnership/agreement/model_index.hpp"
#include "partnership/reports/model.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace samrum::partnership::reports {

/// What the figures say of a promise: a person judges, and may judge otherwise.
struct Suggestion {
    Verdict verdict = Verdict::unjudged;
    std::optional<std::int64_t> figure;    ///< for the whole period of the report
    std::optional<std::int64_t> expected;  ///< of the promise, for as much of its stretch as the period is
    bool operator==(const Suggestion&) const = default;
};

/// Nothing is suggested while several readings stand, nobody delivered the whole period, or the figure is hidden. Where
/// the promise's stretch (a year) goes on after the period, it is too early to judge.
Suggestion suggested(const agreement::CommitmentRow& commitment, const base::Period& agreement_days,
                     const base::Period& period, const std::optional<StatedValue>& figure);

/// Which of the writers judges a promise: who made it, else the first writer of the side that made it. Empty: nobody.
std::string judge_of(const agreement::CommitmentRow& commitment, const std::vector<std::string>& writers,
                     const std::function<std::optional<agreement::Side>(const std::string& party)>& side_of);

}  // namespace samrum::partnership::reports
