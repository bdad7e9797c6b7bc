#pragma once
#include "foundation/base/result.hpp"
#include "partnership/reports/model.hpp"

namespace samrum::partnership::reports {

inline constexpr std::size_t kLongestText = 60 * 1024;  ///< of a section; Markdown is shown up to 64 KiB
inline constexpr std::size_t kLongestLine = 300;
inline constexpr std::size_t kLongestWhy = 4000;
inline constexpr std::size_t kMostEvidence = 50;

/// What a party wrote in a section, trimmed; evidence that is empty throughout is left out. Every problem at once:
/// `report.section.too_long` at `text`, `judgements[n].deviation` and the like; `report.evidence.title_missing`,
/// `.link_unsafe` (only http and https lead anywhere), `.too_many`.
base::Result<SectionContent> checked_content(SectionContent content);

/// What stands in the way of handing a part over: `report.submit.unjudged` for each promise that has no verdict,
/// `report.submit.unexplained` for each that was not kept whole with neither deviation nor explanation, and
/// `report.submit.empty` where nothing was written at all.
base::Problems submit_problems(const Template& layout, const Part& part);

}  // namespace samrum::partnership::reports
