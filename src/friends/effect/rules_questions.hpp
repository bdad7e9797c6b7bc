#pragma once
#include "foundation/base/result.hpp"
#include "friends/effect/model.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace samrum::friends::effect {

/// The house's own questions to a side: version 1 of every programme.
QuestionSet standard_set(Side side);

/// A question as a coordinator words it.
struct QuestionInput {
    std::string code;  ///< of the question that it was; empty: a new one
    std::string area;
    std::string text_sv;  ///< both empty: the question goes
    std::string text_en;
};
inline constexpr std::size_t kLongestQuestion = 200;
inline constexpr std::size_t kMostQuestions = 12;
/// The next version of a set. A question whose words are changed is another question and gets a code of its own, so
/// that answers to different words are never compared; those that are as they were keep theirs. `words` gives the
/// Swedish and English words of the house's own. Problems `friends.effect.questions.text`, `.area`, `.none`, `.many`,
/// `.same`.
struct Worded {
    std::string sv;
    std::string en;
};
base::Result<QuestionSet> next_version(const QuestionSet& now, const std::vector<QuestionInput>& inputs,
                                       const std::function<Worded(const Question&)>& words);

/// When a participant is asked. First: from the first talk until the pair has met for so many days. Second: from so
/// many days before the months are full until so many after, whether the pair lasted or not: those who ended early are
/// asked too, or only the happy would answer.
inline constexpr int kFirstDaysIntoPair = 30;
inline constexpr int kSecondDaysBefore = 14;
inline constexpr int kSecondDaysAfter = 60;
struct PairDays {
    base::Date started_on;
    base::Date planned_until;
};
/// What may be answered today; nothing: neither. `first_on` is the day of the first answers.
std::optional<Occasion> occasion_on(base::Date today, std::optional<base::Date> first_on, bool has_second,
                                    const std::optional<PairDays>& first_pair);

/// As ticked: code → "1" … "5". Unknown codes and other values are somebody's own making. Problems
/// `friends.effect.answer.none` (no question was answered), `friends.effect.answer.value`.
base::Result<std::map<std::string, int, std::less<>>> read_answers(
    const QuestionSet& set, const std::vector<std::pair<std::string, std::string>>& ticked);

}  // namespace samrum::friends::effect
