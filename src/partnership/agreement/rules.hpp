#pragma once
#include "partnership/agreement/model.hpp"

#include <span>

/// Pure judgement about agreements. No clock, no SQL, no files: what is asked is in the arguments.
namespace samrum::partnership::agreement {

/// What stands in the way (problems), and what a reader should know (notes). Fields are paths as in the file.
struct Findings {
    base::Problems problems;
    base::Problems notes;
};

/// Does the agreement make sense? References, uniqueness, sums, periods; and as notes: readings that contradict each
/// other, missing signature dates, plans that nobody decided, and what else the sources leave open.
Findings check(const Agreement& agreement, std::span<const CriteriaSet> sets);
/// The notes alone (rules_notes.cpp).
base::Problems notes_of(const Agreement& agreement, std::span<const CriteriaSet> sets);
/// Every criteria set once per key and version, every criterion once in its set.
base::Problems check_criteria(std::span<const CriteriaSet> sets);
/// The set of a key and version; null when there is none.
const CriteriaSet* criteria_set(std::span<const CriteriaSet> sets, std::string_view key, int version);

}  // namespace samrum::partnership::agreement
