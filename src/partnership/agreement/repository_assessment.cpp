#include "partnership/agreement/repository_assessment.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

using store::Row;
using store::Statement;

constexpr auto kAssessmentScope = store::Scope::room;

const Statement kInsertAssessment{kAssessmentScope, R"(
    insert into assessment (id, agreement_id, criteria_set, set_version, part, made_on, made_by, position, number,
                            agreement_version)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))"};
const Statement kLastNumber{kAssessmentScope, "select max(number) from assessment where agreement_id = $1"};
const Statement kInsertAnswer{kAssessmentScope, R"(
    insert into assessment_answer (assessment_id, position, criterion, answer, motivation, answered_by, answered_on)
    values ($1, $2, $3, $4, $5, $6, $7))"};
const Statement kAssessmentsOf{kAssessmentScope, R"(
    select id, criteria_set, set_version, part, made_on, made_by, position, number, agreement_version
    from assessment where agreement_id = $1 order by number, position, id)"};
const Statement kAnswersOf{kAssessmentScope, R"(
    select assessment_id, criterion, answer, motivation, answered_by, answered_on
    from assessment_answer
    where assessment_id in (select id from assessment where agreement_id = $1)
    order by assessment_id, position)"};

}  // namespace

std::vector<ArchivedAssessment> assessments_of(store::Reader& room, AgreementId agreement) {
    auto all = room.all(
        kAssessmentsOf,
        [](const Row& row) {
            ArchivedAssessment one;
            one.id = row.id<AssessmentId>(0);
            one.answered.set = row.text(1);
            one.answered.version = static_cast<int>(row.integer(2));
            one.answered.part = row.text(3);
            one.made_on = row.date(4);
            one.made_by = row.text(5);
            one.place_in_file = static_cast<int>(row.integer(6));
            one.number = static_cast<int>(row.integer(7));
            one.agreement_version = static_cast<int>(row.integer(8));
            return one;
        },
        agreement);
    room.each(kAnswersOf, {store::to_value(agreement)}, [&](const Row& row) {
        const auto of = row.id<AssessmentId>(0);
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == of; });
        const auto answer = value_of<Answer>(row.view(2));
        base::ensure(answer.has_value() && found != all.end(), "answers belong to an assessment and are known words");
        found->answered.answers.push_back({row.text(1), *answer, row.text(3), row.text(4), row.maybe(5, &Row::date)});
    });
    return all;
}

void insert_assessment(store::Transaction& tx, AgreementId agreement, const ArchivedAssessment& assessment) {
    const AnsweredSet& answered = assessment.answered;
    const std::int64_t number = tx.count(kLastNumber, agreement) + 1;
    tx.run(kInsertAssessment, assessment.id, agreement, answered.set, answered.version, answered.part,
           assessment.made_on, assessment.made_by, assessment.place_in_file, number, assessment.agreement_version);
    int position = 0;
    for (const CriterionAnswer& one : answered.answers)
        tx.run(kInsertAnswer, assessment.id, ++position, one.criterion, word_of(one.answer), one.motivation, one.by,
               one.on);
}

}  // namespace samrum::partnership::agreement
