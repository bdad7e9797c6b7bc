#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "partnership/agreement/model_words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::partnership::agreement {

/// One condition for a partnership of this form. Some are judged by a rule against the agreement too.
struct Criterion {
    std::string key;
    std::string text;                   ///< word for word as its owner decided it, so that an import can match it
    std::optional<int> longest_months;  ///< a rule: the period may be so long, to the day
    bool operator==(const Criterion&) const = default;
};

/// A body's conditions, in a version: a new decision makes a new version, and old cases keep theirs.
struct CriteriaSet {
    std::string key;  ///< "lund-iop"
    int version = 1;
    std::string owner;  ///< the body: "Socialnämnden, Lunds kommun"
    std::string title;
    std::string source;
    std::optional<base::Date> decided_on;
    std::vector<Criterion> criteria;
    bool operator==(const CriteriaSet&) const = default;
};

enum class Answer { yes, no, unsure };
inline constexpr Word<Answer> kAnswers[] = {{Answer::yes, "yes"}, {Answer::no, "no"}, {Answer::unsure, "unsure"}};
constexpr std::span<const Word<Answer>> words_of(Answer) {
    return kAnswers;
}

/// What somebody found about one criterion.
struct CriterionAnswer {
    std::string criterion;
    Answer answer = Answer::unsure;
    std::string motivation;
    std::string by;  ///< function, not a name
    std::optional<base::Date> on;
    bool operator==(const CriterionAnswer&) const = default;
};

/// The answers to one set, for the whole proposal or one part of it.
struct AnsweredSet {
    std::string set;
    int version = 1;
    std::string part;
    std::vector<CriterionAnswer> answers;
    bool operator==(const AnsweredSet&) const = default;
};

struct AssessmentKind;
using AssessmentId = base::Id<AssessmentKind>;

/// An answered set as it lies with the case, for ever: a later assessment stands beside it and changes nothing in it.
struct ArchivedAssessment {
    AssessmentId id;
    int number = 1;             ///< of the agreement's assessments, in the order in which they were archived
    int agreement_version = 1;  ///< the version of the agreement that was assessed
    int place_in_file = 0;      ///< from 1, of one that came with the agreement file; 0: made in the room
    AnsweredSet answered;
    base::Date made_on;
    std::string made_by;  ///< function of who archived it
};

/// What somebody has written about one criterion so far: perhaps a motivation and no answer yet.
struct DraftAnswer {
    std::string criterion;
    std::optional<Answer> answer;
    std::string motivation;
};

/// An assessment that is being made.
struct AssessmentDraft {
    std::string set;
    int version = 1;
    std::string part;  ///< key; empty: the whole proposal
    std::vector<DraftAnswer> answers;
};

}  // namespace samrum::partnership::agreement
