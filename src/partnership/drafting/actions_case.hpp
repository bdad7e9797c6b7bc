#pragma once
#include "partnership/drafting/actions_read.hpp"

#include <functional>
#include <string>
#include <vector>

/// A case from its opening to its end: every verb asks the one state table (changes/rules.cpp) first.
namespace samrum::partnership::drafting {

/// A new case as typed.
struct CaseInput {
    std::string title;
    std::string activity;
    std::vector<std::string> associations;  ///< ids of organisations in the register
    std::optional<base::Uuid> enquiry = {};
};
/// What follows from opening a case, in its transaction: problems undo both.
using AlsoOpened = std::function<base::Result<base::Done>(store::Transaction&, CaseId)>;

/// Opens a case with a draft from the body's template, in a public party's room. It begins as an enquiry. Needs
/// kKeepCases. The same form sent twice opens one case. Problems: `partnership.drafting.title_missing`,
/// `.activity_missing`, `.too_long`, `.no_association`,
/// `.no_such_organisation`, `.not_here`.
base::Result<CaseId> begin_case(store::Session& room, store::Session& lobby, const module::RoomHead& head,
                                const module::Caller& caller, base::Date today, base::Instant now,
                                const CaseInput& input, const AlsoOpened& also = {});

/// Takes an enquiry up to be assessed.
base::Result<base::Done> take_up(store::Session& room, const module::Caller& caller, base::Date today, CaseId id);
/// It is eligible: the parties write the agreement.
base::Result<base::Done> begin_drafting(store::Session& room, const module::Caller& caller, base::Date today,
                                        CaseId id);
/// The association does not want it any more. Problem `partnership.drafting.text_missing`.
base::Result<base::Done> withdraw(store::Session& room, const module::Caller& caller, base::Date today, CaseId id,
                                  const std::string& why);
/// A rejected or withdrawn case is taken up again. Problem `partnership.drafting.text_missing`.
base::Result<base::Done> reopen(store::Session& room, const module::Caller& caller, base::Date today, CaseId id,
                                const std::string& why);
/// Stands behind a version of the draft. Problem `partnership.drafting.newer_version` when somebody wrote since.
base::Result<base::Done> agree(store::Session& room, const module::Caller& caller, base::Date today, CaseId id,
                               int version);

/// What an assessment comes to, criterion by criterion, as typed.
struct RejectInput {
    std::string part;  ///< key of the draft's part; empty: the whole proposal
    std::string body;  ///< who decided
    std::string decided_on;
    std::string reference;
    std::vector<CriterionReason> reasons;
    bool sure = true;  ///< said that it is meant: it stands for ever
};
/// The criteria that speak against the proposal or a part of it, each with the motivation of the newest assessment: a
/// part's own assessment where there is one.
std::vector<CriterionReason> reasons_against(const OpenCase& one, std::string_view part);
/// Rejects all of it, or a part: the rest goes on. Problems: of the table and the rules; `partnership.drafting`
/// `.reason_missing` for a criterion that is not met, `.nothing_speaks_against`, `.body_missing`, `.day_ahead`,
/// `.no_such_part`, `.last_part`, `.not_sure`.
base::Result<base::Done> reject(store::Session& room, const module::Caller& caller, base::Date today, base::Instant now,
                                CaseId id, const RejectInput& input);

/// The decision as typed.
struct DecideInput {
    std::string body;
    std::string decided_on;
    std::string reference;        ///< "§ 45"
    std::string registry_number;  ///< as entered in the registry of the public party
    int version = 0;              ///< of the draft that was decided
    bool sure = true;             ///< said that it is meant: it cannot be undone
};
/// The body has decided: the draft becomes an agreement (agreement::import_agreement), with its assessments; the
/// papers slice then has it signed. It cannot be undone. Problems: of the table and the rules, of the import;
/// `partnership.drafting.body_missing`, `.day_missing`, `.day_ahead`, `.number_missing`, `.newer_version`,
/// `.key_taken`, `.not_sure`.
base::Result<AgreementId> decide(store::Session& room, store::Session& lobby, const module::RoomHead& head,
                                 const module::Caller& caller, base::Date today, base::Instant now, CaseId id,
                                 const DecideInput& input);

/// Answers to a set of criteria, archived with the case for ever. Needs kKeepCases and a state in which the case is
/// assessed. Problems: those of agreement::answered_by.
base::Result<agreement::Assessment> assess_case(store::Session& room, const module::Caller& caller, base::Date today,
                                                CaseId id, const agreement::AssessmentDraft& draft);

}  // namespace samrum::partnership::drafting
