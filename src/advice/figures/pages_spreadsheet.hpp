#pragma once
#include "advice/figures/actions_figures.hpp"
#include "foundation/document/spreadsheet.hpp"
#include "foundation/text/words.hpp"

#include <functional>
#include <string>

namespace samrum::advice::figures {

/// The figures as a spreadsheet, beside those of the period before, and the sessions of every site that the view holds.
/// The association's own results (sessions, hours) are exact for any days. A file
/// travels, so figures about people stand in it for whole half-years alone, values under five folded into "other"
/// (shared_table), and a part never beside its whole when the rest would be one to four. `value_words` says a value of
/// a dimension.
document::Spreadsheet spreadsheet_of(
    const FiguresView& view, const text::Words& words, const std::string& author,
    const std::function<std::string(sheets::Dimension, std::string_view)>& value_words);

}  // namespace samrum::advice::figures
