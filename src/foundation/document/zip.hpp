#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samrum::document {

/// A ZIP archive (APPNOTE 6.3) with the files as they are, in order, all of 1980-01-01: the same files give the same
/// bytes. Names in UTF-8, each file and the whole under 4 GiB.
std::string write_zip(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace samrum::document
