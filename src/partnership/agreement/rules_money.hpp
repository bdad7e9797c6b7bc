#pragma once
#include "partnership/agreement/rules_stretches.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::partnership::agreement {

/// One payment of the plan. What the agreement leaves out is empty.
struct PlannedInstalment {
    int number = 1;
    int of = 1;
    std::optional<base::Date> day;
    base::Period window;                ///< in which it lies when its day is not stated
    std::optional<base::Money> amount;  ///< nothing where the sum is unknown or a range
    std::string payer;                  ///< organisation, by key, on its day (or the window's first)
    std::string later_payer;            ///< when the payer changes within the window
};

/// An amount of one stretch, in one reading.
struct PlannedSum {
    Stretch stretch;
    Sum sum;
    bool partial =
        false;  ///< promised for a longer stretch than the agreement has of it: the share is the parties' to settle
    std::vector<PlannedInstalment> instalments;
};

struct ReadingPlan {
    std::string reading;  ///< its key, empty where there is one only
    std::string source;
    Per per = Per::whole_period;
    bool chosen = true;  ///< false while several stand, and for those that were not chosen
    std::vector<PlannedSum> sums;
};

struct AmountPlan {
    const Amount* amount = nullptr;
    std::optional<base::Period> period;  ///< nothing when the agreement's own is unknown
    bool refused = false;                ///< its part was rejected, or not decided
    std::vector<ReadingPlan> readings;
    std::vector<int> budget_years;  ///< calendar years it touches
};

/// The payment plan of every amount, under every reading that stands. An open end is planned to `horizon`.
std::vector<AmountPlan> payment_plan(const Agreement& agreement, base::Date horizon);

/// What the agreement promises in all: fixed and granted amounts that no part's decision refused. Unknown while an
/// amount is unknown, contradicts itself or has no end.
Sum promised_in_all(const Agreement& agreement);

/// The period of an amount: its own days, its season, or the agreement's.
std::optional<base::Period> period_of(const Agreement& agreement, const Amount& amount);

/// Who pays an amount on a day. A change that nobody decided moves nothing.
std::string payer_on(const Agreement& agreement, const Amount& amount, base::Date day);

/// Is the part that something belongs to refused or not decided?
bool is_refused(const Agreement& agreement, std::string_view part);

/// A sum on a day by an indexation in percent, whole kronor; nothing for other kinds, whose figures come from outside.
std::optional<base::Money> indexed(const Indexation& rule, base::Money sum, base::Date day);

}  // namespace samrum::partnership::agreement
