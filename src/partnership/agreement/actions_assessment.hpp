#pragma once
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/rules_assessment.hpp"

#include <string_view>
#include <vector>

namespace samrum::partnership::agreement {

/// What an assessment led to.
struct MadeAssessment {
    AssessmentId id;
    Assessment judged;
    bool unchanged = false;  ///< the same answers were archived already by the same function that day: nothing happened
};

/// Archives answers to a set of criteria with the case, for ever, in the name of the caller's function. Earlier ones
/// stay beside it. Needs kWriteAgreements in the agreement's home room; a copy elsewhere is assessed by nobody.
/// Problems: those of answered_by (rules_assessment.hpp), all at once.
base::Result<MadeAssessment> make_assessment(store::Session& room, const module::Caller& caller, base::Date today,
                                             AgreementId agreement, const AssessmentDraft& draft);

/// Archives the assessments of an agreement's file with its version. One that its set and part has as the newest from a
/// file already, answer for answer, is not archived twice.
void archive_from_file(store::Transaction& tx, const AgreementHead& head, const std::vector<AnsweredSet>& answered,
                       base::Date today, std::string_view function);

/// How the agreement was assessed, set by set: in its home room everything that was archived, in a copy what its file
/// holds. Needs kReadAgreements, which `all` was read with.
std::vector<AssessedSet> read_assessments(store::Reader& room, const ReadAgreement& all);

}  // namespace samrum::partnership::agreement
