#pragma once
#include "foundation/base/date.hpp"
#include "foundation/module/module.hpp"
#include "foundation/text/words.hpp"
#include "partnership/agreement/files.hpp"

#include <iosfwd>
#include <string>

namespace samrum::partnership::agreement {

/// Checks an agreement file and prints what it says: the assessment per criterion, who promises what, the payment plan,
/// every date, and notes; or every problem with its line. Returns 0 (notes are no problems) or 1. Throws
/// base::ToldFault when the file cannot be read. With `json` the answer is one language-free object on `out`, its keys
/// documented in docs/agreement-file.md.
int check_agreement(const std::string& path, bool json, base::Date today, std::ostream& out, std::ostream& err,
                    const text::Words& words);

/// An open end is followed so far past today.
base::Date horizon_of(const Agreement& agreement, base::Date today);

/// The two forms of the answer.
void print_check(const AgreementFile& file, base::Date today, std::ostream& out, const text::Words& words);
void print_check_json(const AgreementFile& file, base::Date today, std::ostream& out);
void print_problems_json(const base::Problems& problems, std::ostream& out);

/// `samrum agreement import FILE --room NAME` and `samrum agreement list --room NAME` (commands_import.cpp).
void add_import(CLI::App& parent, module::CommandEnvironment& environment);
void add_list(CLI::App& parent, module::CommandEnvironment& environment);
/// The bytes of a file of at most an agreement's size and one more. Throws base::ToldFault when it cannot be read.
std::string agreement_bytes(const std::string& path);

/// `samrum agreement …`
extern const module::Command kAgreementCommand;

}  // namespace samrum::partnership::agreement
