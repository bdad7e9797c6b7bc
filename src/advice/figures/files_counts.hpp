#pragma once
#include "advice/sheets/model.hpp"
#include "foundation/base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The file of counted sessions (docs/advice-file.md): one line a session that was held or cancelled, its one-way
/// counts in cells like "ar=3 fa-AF=1".
namespace samrum::advice::figures {

struct CountedLine {
    int line = 0;
    base::Date day;
    std::string site;  ///< name of the place, or the site's slug
    base::ClockTime starts;
    base::ClockTime ends;
    bool cancelled = false;
    std::optional<int> advisers;
    std::optional<int> minutes;  ///< of all volunteers together
    std::vector<sheets::Count> counts;
};

/// Reads the file. Every problem with its line: those of document::read_csv, `document.csv.heading_unknown`,
/// `.heading_twice`, `.day_column_missing`, `.line_long`, `base.date.*`, `base.time.unreadable`,
/// `advice.file.site_missing`, `.times`, `.number`, `.pair`, `.code_unknown`, `.sum` (a dimension that does not add up
/// to the visits), `.more_than` (a part that is more than the visits).
base::Result<std::vector<CountedLine>> read_counts_file(std::string_view bytes);

}  // namespace samrum::advice::figures
