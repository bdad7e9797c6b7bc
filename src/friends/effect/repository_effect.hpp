#pragma once
#include "foundation/store/store.hpp"
#include "friends/effect/model.hpp"

#include <set>
#include <vector>

namespace samrum::friends::effect {

/// The sets of a side that the association has worded itself, the newest first. Version 1 is not among them.
std::vector<QuestionSet> load_sets(store::Reader& room, ProgrammeId programme, Side side);
void insert_set(store::Transaction& room, ProgrammeId programme, const QuestionSet& set, base::Date decided_on);

/// Who has had the letter about the second self-assessment.
std::set<ParticipantId> asked_again(store::Reader& room);
void note_asked_again(store::Transaction& room, ParticipantId participant, base::Date day);

/// Every answered form, by person and occasion; a nil programme: of all.
std::vector<Assessment> load_assessments(store::Reader& room, ProgrammeId programme);
std::vector<Assessment> assessments_of(store::Reader& room, ParticipantId participant);
void insert_assessment(store::Transaction& room, const Assessment& one);
/// Those who had a pair and whose person is gone, while their answers still bear their id.
std::vector<ParticipantId> answered_and_gone(store::Reader& room);
/// Gives the answers of such a person a name that is nobody's.
void detach_assessments(store::Transaction& room, ParticipantId participant);
/// Removes what those answered who are gone and never had a pair: it measures nothing.
std::int64_t delete_unmatched(store::Transaction& room);
std::int64_t delete_assessments(store::Transaction& room, ParticipantId participant);

}  // namespace samrum::friends::effect
