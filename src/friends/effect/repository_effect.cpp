#include "friends/effect/repository_effect.hpp"

#include <algorithm>

namespace samrum::friends::effect {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const Statement kSets{Scope::room,
                      "select version, code, area, text_sv, text_en from friends_question "
                      "where programme = $1 and side = $2 order by version desc, position"};
const Statement kInsertQuestion{Scope::room,
                                "insert into friends_question (programme, side, version, position, code, area, "
                                "text_sv, text_en, decided_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Statement kAssessments{
    Scope::room,
    "select id, programme, side, version, participant, occasion, day, had_pair from friends_assessment "
    "where ($1 = '' or programme = $1) and ($2 = '' or participant = $2) "
    "order by participant, occasion"};
const Statement kAnswers{Scope::room,
                         "select a.assessment, a.question, a.answer from friends_answer a "
                         "join friends_assessment f on f.id = a.assessment "
                         "where ($1 = '' or f.programme = $1) and ($2 = '' or f.participant = $2)"};
const Statement kInsertAssessment{Scope::room,
                                  "insert into friends_assessment (id, programme, side, version, participant, "
                                  "occasion, day, had_pair) values ($1, $2, $3, $4, $5, $6, $7, $8)"};
const Statement kInsertAnswer{Scope::room,
                              "insert into friends_answer (assessment, question, answer) values ($1, $2, $3)"};
const Statement kWithoutPerson{Scope::room,
                               "select distinct participant from friends_assessment where not had_pair and "
                               "participant not in (select id from friends_participant) and "
                               "participant in (select newcomer from friends_pair union all "
                               "select established from friends_pair)"};
const Statement kDeleteUnmatched{Scope::room,
                                 "delete from friends_assessment where not had_pair and "
                                 "participant not in (select id from friends_participant)"};
const Statement kAskedAgain{Scope::room, "select participant from friends_asked_again"};
const Statement kNoteAskedAgain{Scope::room, "insert into friends_asked_again (participant, asked_on) values ($1, $2)"};
const Statement kDetach{Scope::room,
                        "update friends_assessment set participant = $2, had_pair = $3 where participant = $1"};
const Statement kDeleteAssessments{Scope::room, "delete from friends_assessment where participant = $1"};

std::vector<Assessment> load(store::Reader& room, const std::string& programme, const std::string& participant) {
    auto all = room.all(
        kAssessments,
        [](const Row& row) {
            return Assessment{row.id<AssessmentId>(0),
                              row.id<ProgrammeId>(1),
                              side_of(row.view(2)).value(),
                              static_cast<int>(row.integer(3)),
                              row.id<ParticipantId>(4),
                              row.integer(5) == 1 ? Occasion::first : Occasion::second,
                              row.date(6),
                              {},
                              row.flag(7)};
        },
        programme, participant);
    std::map<AssessmentId, Assessment*> by_id;
    for (Assessment& one : all) by_id.emplace(one.id, &one);
    room.each(kAnswers, {store::to_value(programme), store::to_value(participant)}, [&](const Row& row) {
        if (const auto found = by_id.find(row.id<AssessmentId>(0)); found != by_id.end())
            found->second->answers.emplace(row.text(1), static_cast<int>(row.integer(2)));
    });
    return all;
}

}  // namespace

std::vector<QuestionSet> load_sets(store::Reader& room, ProgrammeId programme, Side side) {
    std::vector<QuestionSet> sets;
    room.each(kSets, {store::to_value(programme), store::to_value(code_of(side))}, [&](const Row& row) {
        const int version = static_cast<int>(row.integer(0));
        if (sets.empty() || sets.back().version != version) sets.push_back({side, version, {}});
        sets.back().questions.push_back({row.text(1), area_of(row.view(2)).value(), row.text(3), row.text(4)});
    });
    return sets;
}
void insert_set(store::Transaction& room, ProgrammeId programme, const QuestionSet& set, base::Date decided_on) {
    int position = 0;
    for (const Question& one : set.questions)
        room.run(kInsertQuestion, programme, code_of(set.side), set.version, ++position, one.code, code_of(one.area),
                 one.text_sv, one.text_en, decided_on);
}

std::set<ParticipantId> asked_again(store::Reader& room) {
    const auto all = room.all(kAskedAgain, [](const Row& row) { return row.id<ParticipantId>(0); });
    return {all.begin(), all.end()};
}
void note_asked_again(store::Transaction& room, ParticipantId participant, base::Date day) {
    room.run(kNoteAskedAgain, participant, day);
}

std::vector<Assessment> load_assessments(store::Reader& room, ProgrammeId programme) {
    return load(room, programme.is_nil() ? "" : programme.text(), "");
}
std::vector<Assessment> assessments_of(store::Reader& room, ParticipantId participant) {
    return load(room, "", participant.text());
}
void insert_assessment(store::Transaction& room, const Assessment& one) {
    room.run(kInsertAssessment, one.id, one.programme, code_of(one.side), one.version, one.participant,
             static_cast<int>(one.occasion), one.day, one.had_pair);
    for (const auto& [code, answer] : one.answers) room.run(kInsertAnswer, one.id, code, answer);
}
std::vector<ParticipantId> answered_and_gone(store::Reader& room) {
    return room.all(kWithoutPerson, [](const Row& row) { return row.id<ParticipantId>(0); });
}
void detach_assessments(store::Transaction& room, ParticipantId participant) {
    room.run(kDetach, participant, ParticipantId::random(), true);
}
std::int64_t delete_unmatched(store::Transaction& room) {
    return room.run(kDeleteUnmatched);
}
std::int64_t delete_assessments(store::Transaction& room, ParticipantId participant) {
    return room.run(kDeleteAssessments, participant);
}

}  // namespace samrum::friends::effect
