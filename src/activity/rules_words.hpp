#pragma once
#include "activity/model.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace samrum::activity {

/// A whole number from 0 to `most`, as people write it ("1 400", "1.400"); nothing for anything else.
std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t most);
/// Yes, no, or nothing when it is neither. Empty is no. Swedish and English.
std::optional<bool> yes_or_no(std::string_view text);
/// A kind by its code or its Swedish or English name; empty is a session.
std::optional<Kind> kind_written(std::string_view text);
std::optional<LeaveReason> reason_written(std::string_view text);
std::optional<FigureOf> figure_written(std::string_view text);
/// Letters of A–Z and Å Ä Ö É … (Latin-1) in lower case, and white space trimmed: for headings and code words of files.
std::string plain_word(std::string_view text);
/// The Swedish word that files use for a code, and that the readers above accept.
std::string_view swedish_word(std::string_view code);
/// Length in characters of UTF-8 text.
int length_in_characters(std::string_view utf8);

}  // namespace samrum::activity
