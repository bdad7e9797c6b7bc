#pragma once
#include "partnership/agreement/rules_eligibility.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// How an assessment is made and kept: what may be archived, when it was made, and which one is the newest.
namespace samrum::partnership::agreement {

inline constexpr std::int64_t kLongestMotivation = 4000;  ///< characters
bool is_too_long(std::string_view motivation);

/// The sets that an assessment of this agreement can answer: the newest version of each, its own before those that
/// come with the program.
std::vector<CriteriaSet> sets_to_assess(std::span<const CriteriaSet> sets, const Agreement& agreement);

/// What is archived of a draft: the answers that were given, each by this function on this day. What nobody answered
/// stays unanswered. Problems, all at once, with the field of the draft ("answers[2].motivation"):
/// `partnership.check.no_such_set`, `.no_such_part`, `.no_such_criterion`, `.twice`;
/// `partnership.assess.nothing_answered`,
/// `.motivation_missing` of a yes or a no, `.answer_missing` beside a motivation, `.motivation_too_long`.
base::Result<AnsweredSet> answered_by(const AssessmentDraft& draft, const Agreement& agreement,
                                      std::span<const CriteriaSet> sets, std::string_view function, base::Date day);

/// A draft that begins where earlier answers ended: every criterion of the set, with what was answered before.
AssessmentDraft draft_of(const CriteriaSet& set, std::string_view part, const AnsweredSet* before);

/// The day on which a set was assessed: that of its latest answer, though not after `archived`, the day it was
/// archived.
base::Date assessed_on(const AnsweredSet& answered, base::Date archived);

/// The functions that answered, each once, in the order of their answers.
std::vector<std::string> assessors(const AnsweredSet& answered);

/// An archived assessment and how it comes out.
struct JudgedAssessment {
    ArchivedAssessment archived;
    Assessment judged;
};

/// Judges an archived assessment against the version of the agreement that it assessed. Where the sets no longer hold
/// its own, its answers are judged under their keys, so that nothing archived is lost.
JudgedAssessment judged(ArchivedAssessment archived, const Agreement& agreement, std::span<const CriteriaSet> sets);

/// The assessments of one set and part: the newest, and what stood before it, the latest first.
struct AssessedSet {
    JudgedAssessment newest;
    std::vector<JudgedAssessment> earlier;
};

/// By set and part, in the order in which they were first assessed. The latest day is the newest, then the latest
/// number.
std::vector<AssessedSet> by_set(std::vector<JudgedAssessment> all);

/// The newest of each.
std::vector<Assessment> newest_of(const std::vector<AssessedSet>& sets);

}  // namespace samrum::partnership::agreement
