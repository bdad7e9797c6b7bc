#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "partnership/agreement/model.hpp"
#include "partnership/agreement/model_index.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The nouns of the papers: the officer's report to a committee in its sections, the originals of an agreement, and who
/// signed them.
namespace samrum::partnership::papers {

using agreement::Agreement;
using agreement::AgreementId;
using agreement::Word;
using agreement::word_of;

struct MemoKind_;
using MemoId = base::Id<MemoKind_>;

/// What an officer's report asks of the committee: to take note of how it goes, or to decide an agreement.
enum class MemoKind { account, proposal };
inline constexpr Word<MemoKind> kMemoKinds[] = {{MemoKind::account, "account"}, {MemoKind::proposal, "proposal"}};
constexpr std::span<const Word<MemoKind>> words_of(MemoKind) {
    return kMemoKinds;
}

/// How far it has come. The allowed arrows stand in rules_memo.hpp.
enum class MemoState { draft, ready, sent };
inline constexpr Word<MemoState> kMemoStates[] = {
    {MemoState::draft, "draft"}, {MemoState::ready, "ready"}, {MemoState::sent, "sent"}};
constexpr std::span<const Word<MemoState>> words_of(MemoState) {
    return kMemoStates;
}

/// The sections of an officer's report, in order; `works` and `improve` stand below `account`.
enum class MemoSection {
    summary,
    basis,
    child,
    matter,
    assignment,
    account,
    works,
    improve,
    research,
    proposal,
    dispatch
};
inline constexpr Word<MemoSection> kMemoSections[] = {
    {MemoSection::summary, "summary"},   {MemoSection::basis, "basis"},           {MemoSection::child, "child"},
    {MemoSection::matter, "matter"},     {MemoSection::assignment, "assignment"}, {MemoSection::account, "account"},
    {MemoSection::works, "works"},       {MemoSection::improve, "improve"},       {MemoSection::research, "research"},
    {MemoSection::proposal, "proposal"}, {MemoSection::dispatch, "dispatch"}};
constexpr std::span<const Word<MemoSection>> words_of(MemoSection) {
    return kMemoSections;
}
/// May it be empty in a report that is ready?
constexpr bool is_optional(MemoSection section) {
    return section == MemoSection::works || section == MemoSection::improve || section == MemoSection::research;
}

struct Memo {
    MemoId id;
    AgreementId agreement;
    MemoKind kind = MemoKind::account;
    std::optional<base::Date> due;  ///< the day that an account was promised for
    std::string title;
    std::string sender;      ///< the municipality
    std::string department;  ///< who writes
    std::string committee;   ///< to whom
    std::string signed_by;   ///< function
    MemoState state = MemoState::draft;
    std::string number;  ///< of the registry, typed or given here; may be empty until it is sent
    base::Date dated;
    std::optional<base::Date> sent_on;
    base::Date made_on;
    std::string made_by;
    std::int64_t revision = 1;
};

/// The text of a section as it stands.
struct SectionText {
    MemoSection section = MemoSection::summary;
    std::string text;  ///< Markdown
    std::int64_t revision = 1;
    base::Date changed_on;
    std::string changed_by;
};
using SectionTexts = std::map<MemoSection, std::string>;

/// A report as it was when it became ready or was sent.
struct MemoVersion {
    int number = 1;
    MemoState state = MemoState::ready;
    std::string content;  ///< files_memo.hpp reads it
    std::string hash;
    base::Date made_on;
    std::string made_by;
};

/// The file that every party signs, the same bytes for each.
struct Original {
    AgreementId agreement;
    int version = 1;
    std::string content_hash;  ///< of the agreement's document, printed on each page
    base::Uuid file;           ///< attachment
    std::string file_hash;
    base::Date made_on;
    std::string made_by;
};

/// A line to sign on.
struct Signatory {
    int position = 1;
    std::string organisation;  ///< by key
    std::string organisation_name;
    std::string function;
    std::string place;   ///< as the agreement has it beforehand
    std::string stated;  ///< "Lund 2019-06-"
};

/// A signature as it stands on paper.
struct RecordedSignature {
    int position = 1;
    std::string organisation;
    std::string function;  ///< as signed
    std::string name;      ///< of the person; stays in the room where it was recorded
    std::string place;
    std::optional<base::Date> signed_on;  ///< empty: the paper does not say
    std::string stated;                   ///< what the paper says in place of a day, or a remark
    std::optional<base::Uuid> scan;       ///< attachment; likewise stays in the room
    base::Date recorded_on;
    std::string recorded_by;
};

}  // namespace samrum::partnership::papers
