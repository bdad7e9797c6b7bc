#pragma once
#include "foundation/base/result.hpp"
#include "partnership/papers/model.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What an officer's report must hold, and how it goes from draft to sent. Pure.
namespace samrum::partnership::papers {

/// Draft → ready → sent, and from ready back to draft. What was sent is what the committee has: a correction is a new
/// report.
struct MemoArrow {
    MemoState from;
    MemoState to;
};
inline constexpr MemoArrow kMemoArrows[] = {
    {MemoState::draft, MemoState::ready}, {MemoState::ready, MemoState::draft}, {MemoState::ready, MemoState::sent}};
bool may_go(MemoState from, MemoState to);

/// The facts of the head: `papers.memo.title`, `.committee`, `.signed_by`, each missing or too long.
base::Problems judge_head(const Memo& memo);
/// What keeps a report from being ready, all at once, each with its section: `papers.memo.section_empty`,
/// `papers.memo.section_unwritten` where a sentence of what the draft asks a person to write still stands,
/// `papers.memo.no_clause` when nothing is proposed, and those of judge_head.
base::Problems judge_ready(const Memo& memo, const SectionTexts& texts, const SectionTexts& asked = {});
/// What keeps it from being sent on a day: `papers.memo.sent_on` (not after today, not before its own day).
base::Problems judge_sent(const Memo& memo, std::optional<base::Date> on, base::Date today);

/// The clauses that the committee is asked to decide: lines and items that begin with "att" ("that" in English),
/// without their marks.
std::vector<std::string> clauses_of(std::string_view proposal);

/// The longest text of a section, in bytes.
inline constexpr std::size_t kLongestSection = 60 * 1024;

}  // namespace samrum::partnership::papers
