#pragma once
#include "partnership/money/rules_live.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// The working behind what persons decide: claims on early ending, unused money, frames, who stands behind a sum. It is
/// laid out and never decides.
namespace samrum::partnership::money {

/// One stretch of one amount on the day that the agreement ends. Differences above zero: more was paid than answers to
/// the time that went; below zero: less.
struct EndingLine {
    std::string title;
    std::string amount;
    base::Period period;
    std::optional<base::Money> promised;
    base::Money paid;
    std::optional<base::Money> used;
    std::optional<base::Money> unspent;  ///< paid less used
    int days = 0;
    int days_run = 0;
    std::optional<base::Money> by_days;  ///< the part of the promise that answers to the days
    std::optional<base::Money> over_by_days;
    int months = 0;
    int months_run = 0;
    std::optional<base::Money> by_months;
    std::optional<base::Money> over_by_months;
};

/// The working of an ending on `last`, the agreement's last day; a stretch that begins after it was not begun.
std::vector<EndingLine> ending_working(const LivePlan& plan, const Ledger& ledger, base::Date last);
/// Its sums over all lines; unknown where a line is.
EndingLine sum_of(const std::vector<EndingLine>& lines);

/// What is left of a stretch that is over.
struct UnusedLine {
    std::string title;
    std::string amount;
    base::Period period;
    base::Money paid;
    std::optional<base::Money> used;
    std::optional<base::Money> unused;
    const Decision* decision = nullptr;
};
std::vector<UnusedLine> unused_working(const LivePlan& plan, const Ledger& ledger, base::Date today);

/// Who stands behind a sum: what each gives, what nobody gives, and how much of it is decided.
struct FundingShare {
    const Funder* funder = nullptr;
    std::optional<base::Money> sum;
};
struct Funding {
    std::vector<FundingShare> shares;
    std::optional<base::Money> decided;  ///< of funders whose money is decided
    std::optional<base::Money> missing;  ///< that nobody gives; below zero: more than the sum; nothing: not known
};
Funding funding_of(const std::vector<const Funder*>& funders, std::optional<base::Money> sum);

/// What a payer's partnerships take of a year's frame.
struct FrameUse {
    base::Money paid;
    base::Money planned;  ///< not paid, with a sum and a year
    int unknown = 0;      ///< instalments without a known sum
};
/// The year that an instalment lies on, if it is known: when it was paid or is due, or its window's one year.
std::optional<int> year_of(const LiveInstalment& instalment);
/// By payer's name and year; what has no known year stands under year 0.
std::map<std::pair<std::string, int>, FrameUse> frame_use(const std::vector<LiveInstalment>& instalments);

/// Net of what was paid of the instalments of a stretch.
base::Money paid_of(const LivePlan& plan, const LiveStretch& stretch);
const Use* use_of(const Ledger& ledger, const std::string& amount, base::Date stretch);

}  // namespace samrum::partnership::money
