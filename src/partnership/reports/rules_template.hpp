#pragma once
#include "foundation/base/result.hpp"
#include "partnership/reports/model.hpp"

#include <span>

namespace samrum::partnership::reports {

/// A section that the house knows: its words are `report.section.<key>` and `report.guidance.<key>`.
struct KnownSection {
    std::string_view key;
    SectionForm form;
    bool half_year, annual, experience;  ///< in the shipped template of the kind
};
/// In the order of a report that people in Sweden would recognise: what happened, how the promises went, what we
/// learnt, what it cost.
std::span<const KnownSection> known_sections();

/// The house's own template of a kind: version 0.
Template shipped_template(ReportKind kind);

/// Sections beside the known ones that a body may add, with its own words.
inline constexpr int kMostOwnSections = 5;
inline constexpr std::size_t kLongestTitle = 120;
inline constexpr std::size_t kLongestGuidance = 2000;
inline constexpr int kMostDaysAfter = 365;
std::string own_section_key(int number);  ///< from 1: "own-1"

/// A template as a body wants it; every problem at once, under `sections[n].title` and the like. Problems
/// `report.template.empty`, `.no_commitments` (a follow-up without the promises is none), `.title_missing`,
/// `.too_long`,
/// `.days`.
base::Result<Template> checked_template(Template wanted);

}  // namespace samrum::partnership::reports
