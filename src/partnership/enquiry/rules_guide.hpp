#pragma once
#include "partnership/enquiry/model_guide.hpp"
#include "partnership/enquiry/rules_limits.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::partnership::enquiry {

/// Does every condition hold? None at all: yes.
bool holds(const std::vector<Condition>& when, const Answers& answers);

/// Only what the guide asks, with answers that it knows: of what an address says. Questions that are not asked after
/// these answers are left out, so that a changed answer takes what followed from it away.
Answers known_answers(const Guide& guide, const Answers& answers);

/// The first question that is asked and not answered; null: all are answered.
const Question* next_question(const Guide& guide, const Answers& answers);
/// The place of a question among those that are asked, from 1. How many there will be the answers decide.
int place_of(const Guide& guide, const Answers& answers, const Question& question);
/// The question answered last before this one; null: none. `question` null: the last one of all.
const Question* question_before(const Guide& guide, const Answers& answers, const Question* question);

/// One reason or warning sign with where it comes from.
struct Reason {
    std::string key;
    const Source* source = nullptr;
    std::string in_force = {};  ///< the source of the limit in force on the day, in words, where the source names one
};

/// What the answers lead to. It is advice: a person at the body judges the case.
struct Advice {
    Form form = Form::none;
    bool sure = true;                 ///< false: something that decides was answered "do not know"
    std::vector<std::string> unsure;  ///< keys of those questions
    std::vector<Reason> reasons;      ///< the deciding one first
    std::vector<Reason> warnings;
    std::optional<base::Money> total;  ///< over the whole period with its extension; nothing: not told
    std::optional<FoundLimit> limit;   ///< for direct award on that day, of the kind of work answered
    bool over_limit = false;
};
/// Judges the answers on a day. Every question is answered, or the missing ones count as "do not know".
Advice advise(const Guide& guide, const Limits& limits, const Answers& answers, base::Date today);

}  // namespace samrum::partnership::enquiry
