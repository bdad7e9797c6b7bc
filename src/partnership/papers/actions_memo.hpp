#pragma once
#include "foundation/module/call.hpp"
#include "foundation/module/module.hpp"
#include "partnership/papers/model.hpp"
#include "partnership/papers/rules_lix.hpp"

#include <optional>
#include <string>
#include <vector>

/// The officer's report to a committee: drafted from the case, edited section by section, ready, sent.
namespace samrum::partnership::papers {

/// A report as its page shows it.
struct SeenMemo {
    Memo memo;
    std::vector<SectionText> sections;  ///< every one, in order
    std::vector<MemoVersion> versions;  ///< the latest first
    Readability readability;            ///< of the whole
    SectionTexts texts() const;
};
/// The reports of an agreement: all of them for whoever writes here, to others what was sent. Needs to be able to read
/// the agreement.
std::vector<Memo> list_memos(store::Reader& room, const module::Caller& caller, AgreementId id);
std::optional<SeenMemo> read_memo_of(store::Reader& room, const module::Caller& caller, AgreementId of, MemoId id);

/// The days that the agreement promises a committee an account by, within its own time and up to a year ahead, that no
/// report was begun for. Needs kWriteAgreements.
std::vector<base::Date> accounts_to_write(store::Reader& room, AgreementId id, base::Date today);

/// Begins a report with a draft from the case: facts of the agreement, reasons of the archived assessment, figures of
/// approved reports and deliveries with their own days. Needs kWriteAgreements in the agreement's home room. Problem
/// `papers.memo.there` when one was begun for the same day.
base::Result<MemoId> begin_memo(store::Session& room, const module::House& house, const module::Caller& caller,
                                AgreementId id, MemoKind kind, std::optional<base::Date> due);

/// Drafts the sections that nobody has written in anew, from what the case holds now. Problem `papers.memo.not_draft`.
base::Result<base::Done> redraft_memo(store::Session& room, const module::House& house, const module::Caller& caller,
                                      AgreementId of, MemoId id);
/// Takes away a draft that was never ready. Problems `papers.memo.not_draft`, `papers.memo.kept` when a version is
/// kept.
base::Result<base::Done> discard_memo(store::Session& room, const module::Caller& caller, AgreementId of, MemoId id);

/// Saves a section. Problems `papers.section.changed_since` when somebody saved it meanwhile: nothing is written, and
/// the caller shows both texts; `papers.section.too_long`; `papers.memo.not_draft`.
base::Result<base::Done> save_section(store::Session& room, const module::House& house, const module::Caller& caller,
                                      AgreementId of, MemoId id, MemoSection section, std::string_view text,
                                      std::int64_t revision);

/// The head as a form gives it.
struct HeadInput {
    std::string title;
    std::string committee;
    std::string signed_by;
    std::string dated;
    std::string number;  ///< of the registry; may be empty
};
/// Problems: those of judge_head, `papers.memo.dated`, those of registry::typed_number, `papers.memo.changed_since`.
base::Result<base::Done> save_head(store::Session& room, const module::House& house, const module::Caller& caller,
                                   AgreementId of, MemoId id, std::int64_t revision, const HeadInput& input);

/// Draft → ready and back. A version is kept each time it becomes ready. Problems: those of judge_ready.
base::Result<base::Done> move_memo(store::Session& room, const module::House& house, const module::Caller& caller,
                                   AgreementId of, MemoId id, std::int64_t revision, MemoState to);
/// Ready → sent, with its number and day. Where the room's own registry is in use an empty number is given by it, and
/// the report is registered. Problems: those of judge_sent, `papers.memo.number`.
base::Result<base::Done> send_memo(store::Session& room, const module::House& house, const module::Caller& caller,
                                   AgreementId of, MemoId id, std::int64_t revision, const std::string& number,
                                   const std::string& sent_on);

}  // namespace samrum::partnership::papers
