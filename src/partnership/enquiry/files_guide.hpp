#pragma once
#include "foundation/base/result.hpp"
#include "partnership/enquiry/model_guide.hpp"

#include <string_view>

namespace samrum::partnership::enquiry {

/// Reads a guide file. Problems with their line: `partnership.enquiry.file.*`.
base::Result<Guide> read_guide(std::string_view bytes);
/// The guide that comes with the program.
const Guide& shipped_guide();

/// Reads a file of limits (docs/limits-file.md). Every problem at once, with line and field path
/// ("limits[2].amount"): `partnership.enquiry.file.syntax`, `….missing`, `….unknown`, `….wrong`, `….twice`.
base::Result<Limits> read_limits(std::string_view bytes);
/// The limits that come with the program, and their file as it is written.
const Limits& shipped_limits();
std::string_view shipped_limits_file();

}  // namespace samrum::partnership::enquiry
