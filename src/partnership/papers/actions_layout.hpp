#pragma once
#include "foundation/document/paper.hpp"
#include "foundation/text/words.hpp"
#include "partnership/agreement/rules_assessment.hpp"
#include "partnership/papers/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The agreement and the officer's report as papers: PDF, DOCX, text and page are made of the same parts.
namespace samrum::partnership::papers {

/// What the original of an agreement is made of.
struct AgreementContent {
    Agreement agreement;
    int version = 1;
    std::string content_hash;  ///< of the document of this version
    base::Date made_on;
    std::vector<agreement::AssessedSet> assessments;
    std::optional<base::Date> amended_on = {};  ///< of a version that an amendment made
};
/// The whole agreement, section by section in the order of the seeds, with its sums, promises and lines to sign on. The
/// same content of the same day gives the same paper.
document::Paper agreement_paper(const text::Words& words, const AgreementContent& content);

/// The officer's report in its sections. Works and what to improve stand below the account.
document::Paper memo_paper(const text::Words& words, const Memo& memo, const SectionTexts& texts);
/// The heading of a section as it stands in the report: "Socialnämnden föreslås besluta".
std::string section_heading(const text::Words& words, const Memo& memo, MemoSection section);

}  // namespace samrum::partnership::papers
