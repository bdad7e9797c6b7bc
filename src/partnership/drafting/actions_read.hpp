#pragma once
#include "foundation/module/call.hpp"
#include "partnership/agreement/rules_assessment.hpp"
#include "partnership/changes/rules.hpp"
#include "partnership/drafting/model.hpp"
#include "partnership/drafting/model_permissions.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What pages and other slices ask about cases. Each function looks at who asks.
namespace samrum::partnership::drafting {

/// For whom somebody acts in a case.
struct Acting {
    Side side = Side::public_side;
    module::OrganisationId organisation;
};
/// Nothing: the caller has no part in the case, and does not know of it.
std::optional<Acting> acting_in(const module::Caller& caller, const Case& one);

/// Every case that the caller has a part in, the latest first. Needs kDraft.
std::vector<Case> list_cases(store::Reader& room, const module::Caller& caller);
std::optional<Case> find_case(store::Reader& room, const module::Caller& caller, CaseId id);
/// The case that an enquiry became; nothing: none yet.
std::optional<Case> case_of_enquiry(store::Reader& room, const module::Caller& caller, const base::Uuid& enquiry);
/// The case that an agreement came from, for whoever may read the case.
std::optional<Case> case_of_agreement(store::Reader& room, const module::Caller& caller, AgreementId agreement);

/// Where the case is on `today`: after its agreement was signed, where that is on its way.
State standing(store::Reader& room, const Case& one, base::Date today);

/// A case with its draft as it stands, and what the rules ask of it.
struct OpenCase {
    Case head;
    Acting acting;
    State state = State::enquiry;   ///< standing() today
    std::vector<CaseEvent> events;  ///< oldest first
    DraftVersion newest;
    Agreement draft;
    std::vector<agreement::AssessedSet> assessments;
    std::vector<Comment> comments;  ///< oldest first
    base::Problems problems;        ///< of the draft, with the fields of the agreement file
    base::Problems notes;
    changes::CaseFacts facts;
};
std::optional<OpenCase> open_case(store::Reader& room, const module::Caller& caller, base::Date today, CaseId id);

/// Every version, the newest first; none where the caller has no part in the case.
std::vector<DraftVersion> list_versions(store::Reader& room, const module::Caller& caller, CaseId id);
std::optional<DraftVersion> find_version(store::Reader& room, const module::Caller& caller, CaseId id, int number);

}  // namespace samrum::partnership::drafting
