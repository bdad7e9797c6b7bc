#pragma once
#include "foundation/base/date.hpp"
#include "foundation/text/words.hpp"
#include "partnership/reports/model.hpp"
#include "partnership/reports/model_document.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace samrum::partnership::reports {

/// A file that somebody takes with them.
struct ExportedFile {
    std::string name;
    std::string type;  ///< of its content
    std::string bytes;
};
inline constexpr std::string_view kExportForms[] = {"pdf", "md", "json", "csv", "xlsx"};

/// The report in one of the forms: tagged PDF with date, registry number and page numbers; Markdown; JSON; its tables
/// as one CSV file or as sheets. Nothing when there is no such form.
std::optional<ExportedFile> exported(const Report& report, const Document& document, const std::string& author,
                                     const text::Words& words, std::string_view form, base::Date today);

}  // namespace samrum::partnership::reports
