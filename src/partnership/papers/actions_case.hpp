#pragma once
#include "foundation/module/call.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/papers/actions_draft.hpp"

#include <optional>
#include <vector>

namespace samrum::partnership::papers {

/// Gathers what the case holds for a draft: the agreement, the newest assessments, figures and approved reports.
DraftCase case_of(store::Reader& room, const module::House& house, const module::Caller& caller,
                  const agreement::ReadAgreement& all, MemoKind kind, base::Date today, std::optional<base::Date> due);

/// The days by which the agreement promises a committee an account, to `horizon`.
std::vector<base::Date> committee_days(const agreement::AgreementHead& head, const Agreement& one, base::Date horizon);

/// An account that a committee was promised and has not got.
struct OpenAccount {
    base::Date due;
    std::optional<MemoId> begun;
};
/// Those of an agreement to `horizon`, in its home room. One so long overdue that nobody began is no more asked for.
std::vector<OpenAccount> open_accounts(store::Reader& room, const agreement::AgreementHead& head, const Agreement& one,
                                       base::Date today, base::Date horizon);

}  // namespace samrum::partnership::papers
