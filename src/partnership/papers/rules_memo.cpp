#include "partnership/papers/rules_memo.hpp"

#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::partnership::papers {
namespace {

constexpr std::size_t kLongestFact = 300;  ///< bytes

bool is_blank(std::string_view text) {
    return base::trim(text).find_first_not_of("\n\t ") == std::string::npos;
}

/// A line without "- ", "* " or "1. " in front.
std::string_view without_mark(std::string_view line) {
    const std::size_t at = line.find_first_not_of(" \t-*+0123456789.)");
    return at == std::string_view::npos ? std::string_view{} : line.substr(at);
}
/// Does a sentence of what a draft asks for stand in the text? Who wrote above it and left the rest has not finished.
bool asks_still(std::string_view text, std::string_view asked) {
    constexpr std::string_view kAround = " .*_\n";
    while (!asked.empty()) {
        const std::size_t end = std::min(asked.find(". "), asked.size());
        std::string_view sentence = asked.substr(0, end);
        asked.remove_prefix(std::min(end + 1, asked.size()));
        sentence.remove_prefix(std::min(sentence.find_first_not_of(kAround), sentence.size()));
        sentence = sentence.substr(0, sentence.find_last_not_of(kAround) + 1);
        if (!sentence.empty() && text.find(sentence) != std::string_view::npos) return true;
    }
    return false;
}
bool begins_with_word(std::string_view line, std::string_view word) {
    if (line.size() <= word.size() || line[word.size()] != ' ') return false;
    return std::equal(word.begin(), word.end(), line.begin(),
                      [](char a, char b) { return a == b || (b >= 'A' && b <= 'Z' && a == b + ('a' - 'A')); });
}

}  // namespace

bool may_go(MemoState from, MemoState to) {
    return std::any_of(std::begin(kMemoArrows), std::end(kMemoArrows),
                       [&](const MemoArrow& one) { return one.from == from && one.to == to; });
}

base::Problems judge_head(const Memo& memo) {
    base::ProblemList problems;
    const auto judge = [&](const std::string& value, const std::string& field) {
        if (is_blank(value) || value.size() > kLongestFact) problems.add(base::problem(field, "papers.memo." + field));
    };
    judge(memo.title, "title");
    judge(memo.committee, "committee");
    judge(memo.signed_by, "signed_by");
    return problems.all();
}

base::Problems judge_ready(const Memo& memo, const SectionTexts& texts, const SectionTexts& asked) {
    base::ProblemList problems;
    problems.add(judge_head(memo));
    for (const auto& [section, word] : kMemoSections) {
        const auto found = texts.find(section);
        if (!is_optional(section) && (found == texts.end() || is_blank(found->second)))
            problems.add(
                base::problem(std::string(word), "papers.memo.section_empty", {{"section", std::string(word)}}));
        const auto asks = asked.find(section);
        if (asks != asked.end() && found != texts.end() && asks_still(found->second, asks->second))
            problems.add(
                base::problem(std::string(word), "papers.memo.section_unwritten", {{"section", std::string(word)}}));
    }
    const auto proposal = texts.find(MemoSection::proposal);
    if (proposal != texts.end() && !is_blank(proposal->second) && clauses_of(proposal->second).empty())
        problems.add(base::problem("proposal", "papers.memo.no_clause"));
    return problems.all();
}

base::Problems judge_sent(const Memo& memo, std::optional<base::Date> on, base::Date today) {
    if (!on || *on > today || *on < memo.dated) return {base::problem("sent_on", "papers.memo.sent_on")};
    return {};
}

std::vector<std::string> clauses_of(std::string_view proposal) {
    std::vector<std::string> clauses;
    for (std::size_t at = 0; at < proposal.size();) {
        const std::size_t end = std::min(proposal.find('\n', at), proposal.size());
        const std::string_view line = without_mark(proposal.substr(at, end - at));
        if (begins_with_word(line, "att") || begins_with_word(line, "that")) clauses.push_back(base::trim(line));
        at = end + 1;
    }
    return clauses;
}

}  // namespace samrum::partnership::papers
