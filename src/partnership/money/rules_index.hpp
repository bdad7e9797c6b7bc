#pragma once
#include "partnership/money/model_ledger.hpp"

#include <optional>
#include <string>
#include <vector>

/// How a sum follows a price index. What the rule in the agreement leaves unsaid is asked of a person, and until it is
/// answered nothing is computed.
namespace samrum::partnership::money {

/// One step of an index rule: from a day on, by the figure of a month.
struct IndexStep {
    base::Date from;
    std::string month;                       ///< whose figure counts; empty where no figure does
    std::optional<std::int64_t> hundredths;  ///< the figure
    base::Money sum;
};

/// A sum on a day under a rule, with its working; or what is asked first.
struct Indexed {
    std::optional<base::Money> sum;
    std::vector<IndexStep> steps;
    std::vector<Question> questions;
};

/// Key of the questions of the rule with this position: "index/1".
std::string index_key(std::size_t rule);

/// `sum` on `day` by the rule at `position` (from 0) of the agreement. Rounded once a step, half away from zero.
Indexed indexed_sum(const agreement::Indexation& rule, std::size_t position, const Ledger& ledger, base::Money sum,
                    base::Date day);

/// `sum` times `numerator` / `denominator`, rounded half away from zero to whole `unit` öre. The denominator is above
/// 0.
base::Money scaled(base::Money sum, std::int64_t numerator, std::int64_t denominator, std::int64_t unit = 1);

/// `whole` in parts that are to each other as `weights`; what does not divide lies on the last part that has a weight.
/// They sum to the whole. No weight at all: equal parts.
std::vector<base::Money> spread(base::Money whole, const std::vector<std::int64_t>& weights);

/// "2020-10" and so many months on.
std::string month_plus(const std::string& month, int months);
/// Is it a month, "2020-10"?
bool is_month(std::string_view text);

}  // namespace samrum::partnership::money
