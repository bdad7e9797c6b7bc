#pragma once
#include "partnership/drafting/pages_parts.hpp"

/// Two wrote at once: what each changed, and what to save now.
namespace samrum::partnership::drafting {

inline constexpr int kPreconditionFailed = 412;

/// Of a section or the whole file: what each changed, and one text to look through and save, the words of both in a
/// section, and a file that always reads.
web::Response show_conflict(module::Call& call, const OpenCase& one, const DraftPart& part, const Conflict& conflict);
/// Of a form: what the others changed since it was opened, above the form that is shown again.
void conflict_told(web::Html& h, const module::Call& call, const OpenCase& one, const Conflict& conflict);

}  // namespace samrum::partnership::drafting
