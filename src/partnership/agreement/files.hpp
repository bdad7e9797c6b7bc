#pragma once
#include "foundation/base/result.hpp"
#include "partnership/agreement/model.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::agreement {

/// Field path ("commitments[2].target", counted from 1) → line.
using Lines = std::map<std::string, int, std::less<>>;

/// An agreement file that was read whole, and where each field stands.
struct AgreementFile {
    Agreement agreement;
    std::vector<CriteriaSet> criteria;  ///< the shipped sets and the file's own
    Lines lines;
};

/// Reads an agreement file (docs/agreement-file.md). All problems at once, each with line and field path: of its shape
/// (`partnership.file.*`), of its values, and of its sense (rules.hpp, check). A line that is no TOML hides what comes
/// after it and the sense of the whole; the fields before it are judged.
base::Result<AgreementFile> read_agreement(std::string_view bytes);
/// Writes an agreement as a file that reads back to the same agreement.
std::string write_agreement(const Agreement& agreement);
/// Reads a file of criteria sets.
base::Result<std::vector<CriteriaSet>> read_criteria(std::string_view bytes);
/// The sets that come with the program: Lund's, socialnämnden's, the minutes', uniqueness.
const std::vector<CriteriaSet>& shipped_criteria();
/// The same problems or notes with the line of their field, or of what holds it.
base::Problems with_lines(base::Problems problems, const Lines& lines);
/// Every field of the format, "commitments[].target.quantity", for the documentation's test.
std::vector<std::string> agreement_fields();

}  // namespace samrum::partnership::agreement
