#pragma once
#include "activity/rules_import.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::activity {

/// What reading a file in would do, or did.
struct ImportReport {
    int lines = 0;
    int fresh = 0;                        ///< lines that are new to the log
    int already_there = 0;                ///< lines that the log has: they are left alone
    std::vector<std::string> new_places;  ///< names that the directory does not know
    std::vector<std::string> new_activities;
    std::vector<Note> notes;
    base::Problems problems;  ///< each with its line; while there are any, nothing is read in
};

/// The dry run: reads and judges the whole file and changes nothing. A problem of the result itself is a refusal.
base::Result<ImportReport> check_import(store::Session& room, const module::Caller& caller, base::Date today,
                                        std::string_view bytes);

/// Reads the file in, whole or not at all. Reading it again changes nothing. With `make_names` the places and
/// activities that the directory lacks are made; without, they are problems (`activity.problem.names_new`).
base::Result<ImportReport> import_log(store::Session& room, const module::Caller& caller, base::Date today,
                                      std::string_view bytes, bool make_names);

}  // namespace samrum::activity
