#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/module/permission.hpp"
#include "partnership/agreement/model.hpp"
#include "partnership/agreement/model_index.hpp"
#include "partnership/changes/model.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The nouns of writing an agreement together: a case from enquiry to decision, its draft in versions, and what the
/// parties say beside it. A case lives in the public party's room; associations enter there by grant.
namespace samrum::partnership::drafting {

using agreement::Agreement;
using agreement::AgreementId;
using agreement::Section;
using agreement::Side;
using agreement::Word;
using agreement::word_of;
using changes::EventKind;
using changes::State;

struct CaseRowKind;
using CaseId = base::Id<CaseRowKind>;
struct CommentRowKind;
using CommentId = base::Id<CommentRowKind>;

/// An association that the case is about.
struct CaseParty {
    module::OrganisationId organisation;
    std::string name;  ///< as the register had it when the case was opened
    bool operator==(const CaseParty&) const = default;
};

/// A proposal of a partnership on its way to an agreement, or to a no.
struct Case {
    CaseId id;
    std::int64_t number = 1;            ///< of the room's cases
    std::optional<base::Uuid> enquiry;  ///< what it began with, where that was logged
    std::string title;
    std::string activity;
    State state = State::enquiry;  ///< as the case itself left it: `decided` at most
    bool rejected_in_part = false;
    std::string officer;          ///< function of who has it
    std::string officer_account;  ///< id of the account
    base::Date opened_on;
    int version = 1;                       ///< the newest of the draft
    std::optional<AgreementId> agreement;  ///< what it became
    std::vector<CaseParty> associations;
};

/// Why one criterion speaks against the proposal, or a part of it.
struct CriterionReason {
    std::string set;
    int set_version = 1;
    std::string criterion;  ///< key
    std::string text;       ///< the criterion's own words
    std::string reason;
    bool operator==(const CriterionReason&) const = default;
};

/// One line of what happened to a case. Lines are never changed.
struct CaseEvent {
    int number = 1;
    EventKind kind = EventKind::assessing;
    base::Date on;
    std::string text;
    std::string part;                      ///< of a part's rejection: its title
    std::vector<CriterionReason> reasons;  ///< of a rejection
    std::optional<int> version;            ///< of the draft that it is about
    std::string by;                        ///< function
    Side side = Side::public_side;
    std::optional<module::OrganisationId> organisation;  ///< whom a partner spoke for
};

/// The draft as somebody saved it: an agreement file that may still have gaps.
struct DraftVersion {
    int number = 1;
    std::string document;
    std::string hash;
    std::string part;             ///< what was written: the name of a DraftPart
    int based_on = 0;             ///< the version that its writer saw; 0: the first
    std::optional<int> restored;  ///< the version that it brings back
    base::Instant made_at;
    std::string made_by;  ///< function
    Side side = Side::public_side;
};

/// What a party asks or answers beside a part of the draft.
struct Comment {
    CommentId id;
    std::string part;  ///< name of a DraftPart
    std::string text;
    int version = 1;                   ///< of the draft, when it was written
    std::optional<CommentId> answers;  ///< the comment that it answers
    base::Instant made_at;
    std::string made_by;
    Side side = Side::public_side;
    std::optional<base::Date> resolved_on;
    std::string resolved_by;
};

/// The template of the body that owns the room: what new drafts begin with.
struct Template {
    int number = 0;        ///< 0: the one that comes with the program
    std::string document;  ///< an agreement file without parties
    std::optional<base::Date> made_on;
    std::string made_by;
};

inline constexpr std::size_t kLongestText = 20'000;    ///< bytes of a section
inline constexpr std::size_t kLongestComment = 4'000;  ///< bytes
inline constexpr std::size_t kLongestTitle = 200;      ///< bytes

}  // namespace samrum::partnership::drafting
