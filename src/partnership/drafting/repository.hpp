#pragma once
#include "foundation/store/store.hpp"
#include "partnership/agreement/model_eligibility.hpp"
#include "partnership/drafting/model.hpp"

#include <optional>
#include <vector>

namespace samrum::partnership::drafting {

/// With their associations, the latest first.
std::vector<Case> load_cases(store::Reader& room);
std::optional<Case> load_case(store::Reader& room, CaseId id);
std::optional<Case> load_case_of_enquiry(store::Reader& room, const base::Uuid& enquiry);
std::optional<Case> load_case_of_agreement(store::Reader& room, AgreementId agreement);
/// Gives the case its number.
void insert_case(store::Transaction& tx, Case& one);
/// Writes state, title, activity, version, part rejection and agreement.
void update_case(store::Transaction& tx, const Case& one);

/// Oldest first.
std::vector<CaseEvent> load_case_events(store::Reader& room, CaseId id);
/// Gives the line its number.
void insert_case_event(store::Transaction& tx, CaseId id, CaseEvent event);

std::optional<DraftVersion> load_version(store::Reader& room, CaseId id, int number);
/// The newest first, without their documents.
std::vector<DraftVersion> load_versions(store::Reader& room, CaseId id);
void insert_version(store::Transaction& tx, CaseId id, const DraftVersion& version);

/// Oldest first.
std::vector<Comment> load_comments(store::Reader& room, CaseId id);
void insert_comment(store::Transaction& tx, CaseId id, const Comment& comment);
void update_comment(store::Transaction& tx, const Comment& comment);

/// In the order in which they were archived.
std::vector<agreement::ArchivedAssessment> load_assessments(store::Reader& room, CaseId id);
/// Gives it its number.
void insert_assessment(store::Transaction& tx, CaseId id, const agreement::ArchivedAssessment& one);

/// The body's own templates, the newest first.
std::vector<Template> load_templates(store::Reader& room);
void insert_template(store::Transaction& tx, const Template& one);

}  // namespace samrum::partnership::drafting
