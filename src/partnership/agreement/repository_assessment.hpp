#pragma once
#include "foundation/store/store.hpp"
#include "partnership/agreement/model_index.hpp"

#include <vector>

namespace samrum::partnership::agreement {

/// Lays an assessment with the case. Its number is given here: the next of the agreement.
void insert_assessment(store::Transaction& tx, AgreementId agreement, const ArchivedAssessment& assessment);
/// Everything that was ever archived with the case, in the order in which it was.
std::vector<ArchivedAssessment> assessments_of(store::Reader& room, AgreementId agreement);

}  // namespace samrum::partnership::agreement
