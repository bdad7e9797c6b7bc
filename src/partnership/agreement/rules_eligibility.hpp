#pragma once
#include "partnership/agreement/rules.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace samrum::partnership::agreement {

enum class Judgement { met, not_met, unsure, incomplete, unanswered };
inline constexpr Word<Judgement> kJudgements[] = {{Judgement::met, "met"},
                                                  {Judgement::not_met, "not_met"},
                                                  {Judgement::unsure, "unsure"},
                                                  {Judgement::incomplete, "incomplete"},
                                                  {Judgement::unanswered, "unanswered"}};
constexpr std::span<const Word<Judgement>> words_of(Judgement) {
    return kJudgements;
}

/// One criterion and every reason for how it came out.
struct CriterionVerdict {
    Criterion criterion;
    Judgement judgement = Judgement::unanswered;
    std::optional<CriterionAnswer> answer;
    std::vector<base::Message> reasons;
};

enum class Outcome { eligible, not_eligible, undecided };
inline constexpr Word<Outcome> kOutcomes[] = {
    {Outcome::eligible, "eligible"}, {Outcome::not_eligible, "not_eligible"}, {Outcome::undecided, "undecided"}};
constexpr std::span<const Word<Outcome>> words_of(Outcome) {
    return kOutcomes;
}

/// A set of criteria judged for the whole agreement or one part of it.
struct Assessment {
    CriteriaSet set;
    std::string part;
    Outcome outcome = Outcome::undecided;
    std::vector<CriterionVerdict> verdicts;
};

/// Judges one answered set: eligible when each criterion is met, not eligible when one is not, else undecided. A yes
/// without motivation, function or day is incomplete; a criterion with a rule is judged by the rule, whatever was
/// answered.
Assessment assess(const Agreement& agreement, const CriteriaSet& set, const AnsweredSet& answered);

/// Judges every answered set of the agreement's file.
std::vector<Assessment> assess(const Agreement& agreement, std::span<const CriteriaSet> sets);

/// The notes of an agreement (rules.hpp) where these assessments stand in place of its file's.
base::Problems notes_of(const Agreement& agreement, const std::vector<Assessment>& assessments);

/// Why a term is longer than so many months, to the day; nothing when it is not. An open or unknown end says so.
std::optional<base::Message> too_long(const Term& term, int longest_months);

/// The criterion that a line of an agreement's text states: the same words, or the same words and then the
/// organisation's name ("… organisationen Individuell människohjälp"). Null when none does.
const Criterion* criterion_of_text(const CriteriaSet& set, std::string_view line);

}  // namespace samrum::partnership::agreement
