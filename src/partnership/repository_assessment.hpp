#pragma once
#include "foundation/store/store.hpp"
#include "partnership/model_index.hpp"

#include <vector>

namespace samrum::partnership {

/// An assessment as it was archived: answers to one version of one set, for the whole or a part, on a day.
struct ArchivedAssessment {
    base::Uuid id;
    AnsweredSet answered;
    base::Date made_on;
    std::string made_by;
};

/// Archives answered sets with the case. One that stands there already, answer for answer, is not archived twice.
void archive_assessments(store::Transaction& tx, AgreementId agreement, const std::vector<AnsweredSet>& answered,
                         base::Date made_on, std::string_view made_by);
/// Everything that was ever archived with the case, the newest first.
std::vector<ArchivedAssessment> assessments_of(store::Reader& room, AgreementId agreement);

}  // namespace samrum::partnership
