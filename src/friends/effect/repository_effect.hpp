#pragma once
#include "foundation/store/store.hpp"
#include "friends/effect/model.hpp"

#include <vector>

namespace samrum::friends::effect {

/// The sets of a side that the association has worded itself, the newest first. Version 1 is not among them.
std::vector<QuestionSet> load_sets(store::Reader& room, ProgrammeId programme, Side side);
void insert_set(store::Transaction& room, ProgrammeId programme, const QuestionSet& set, base::Date decided_on);

/// Every answered form, by person and occasion; a nil programme: of all.
std::vector<Assessment> load_assessments(store::Reader& room, ProgrammeId programme);
std::vector<Assessment> assessments_of(store::Reader& room, ParticipantId participant);
void insert_assessment(store::Transaction& room, const Assessment& one);
std::int64_t delete_assessments(store::Transaction& room, ParticipantId participant);

}  // namespace samrum::friends::effect
