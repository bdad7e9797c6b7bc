#pragma once
#include "directory/files_organisation.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "foundation/store/store.hpp"

#include <string_view>

namespace samrum::directory {

/// The dry run of a file of organisations: reads and judges all of it and changes nothing. Its plan holds every problem
/// with its line. A problem of the result itself is a refusal.
base::Result<ImportPlan> check_organisations(store::Session& lobby, const module::RoomHead& room,
                                             const module::Caller& caller, std::string_view bytes);
/// Reads the file in, whole or not at all; new organisations are kept by the room. Reading it again changes nothing.
base::Result<ImportPlan> import_organisations(store::Session& lobby, const module::RoomHead& room,
                                              const module::Caller& caller, std::string_view bytes);

// For commands: operators keep what is new, and may change what no room keeps.
ImportPlan check_organisations_by_command(store::Session& lobby, std::string_view bytes);
base::Result<ImportPlan> import_organisations_by_command(store::Session& lobby, const store::Actor& who,
                                                         std::string_view bytes);

/// How many lines of a plan have a fate.
int count_of(const ImportPlan& plan, LineFate fate);

}  // namespace samrum::directory
