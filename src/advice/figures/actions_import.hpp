#pragma once
#include "advice/figures/files_counts.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <string_view>

namespace samrum::advice::figures {

/// What a file of counted sessions brings in, or would.
struct CountsReport {
    int lines = 0;
    int fresh = 0;          ///< sessions that are new here, or were planned and become held or cancelled
    int already_there = 0;  ///< sessions that are held or cancelled already: left as they are
};

/// Reads a file of counted sessions and says what it would do. Needs kRunAdvice. Problems with their lines: those of
/// read_counts_file, `advice.file.no_such_site`, `.not_yet`, `.twice`.
base::Result<CountsReport> check_counts(store::Session& room, const module::Caller& caller, base::Date today,
                                        std::string_view bytes);
/// Does it, all or nothing. A session that is counted already is left alone, so the same file never counts twice.
base::Result<CountsReport> import_counts(store::Session& room, const module::Caller& caller, base::Date today,
                                         std::string_view bytes);

}  // namespace samrum::advice::figures
