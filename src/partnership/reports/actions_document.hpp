#pragma once
#include "foundation/text/words.hpp"
#include "partnership/agreement/model_index.hpp"
#include "partnership/reports/model.hpp"
#include "partnership/reports/model_document.hpp"
#include "partnership/reports/rules_difference.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::reports {

/// The assembled report: every section of its template with what each party wrote and the tables that belong there. A
/// section that nobody filled says so. Figures keep their days; hidden and unknown say what they are.
Document document_of(const Report& report, const agreement::AgreementHead& head, const text::Words& words);

/// As Markdown with pipe tables.
std::string markdown_of(const Document& document);

/// What a correction changed, section by section; sections that are the same are left out.
struct SectionDifference {
    std::string title;
    std::vector<DiffLine> lines;
};
std::vector<SectionDifference> differences(const Document& before, const Document& after);

}  // namespace samrum::partnership::reports
