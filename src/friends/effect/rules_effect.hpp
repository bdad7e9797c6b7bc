#pragma once
#include "friends/effect/model.hpp"
#include "friends/effect/rules_questions.hpp"
#include "friends/effect/rules_signed_rank.hpp"

#include <optional>
#include <vector>

namespace samrum::friends::effect {

/// One who answered at the start, with what came after.
struct Respondent {
    Assessment first;
    std::optional<Assessment> second = {};
    std::optional<PairDays> pair = {};  ///< nothing: never matched
};

/// What one question shows: each person's second answer beside the own first one.
struct QuestionChange {
    Question question;
    int first = 0;  ///< answered it at the start
    SignedRank test;
    Claim claim = Claim::too_few;
};
/// What one side shows.
struct EffectTable {
    Side side = Side::newcomer;
    int first = 0;      ///< answered at the start
    int unmatched = 0;  ///< of them without a pair: nothing to measure yet
    int not_yet = 0;    ///< of them whose time to answer again has not passed, and who have not
    int both = 0;       ///< of them answered again
    int dropped = 0;    ///< of them did not answer again in time
    std::vector<QuestionChange> questions;
};
/// Answers are compared within a person alone. Questions are those that anybody answered, in the order of the newest
/// set, then older ones; `sets` holds them, the newest first.
EffectTable effect_of(Side side, const std::vector<Respondent>& respondents, const std::vector<QuestionSet>& sets,
                      base::Date today);

/// How one person's answers moved together: more questions higher than lower (1), fewer (-1), as many (0).
int direction_of(const Assessment& first, const Assessment& second, std::optional<Area> area,
                 const std::vector<QuestionSet>& sets);

}  // namespace samrum::friends::effect
