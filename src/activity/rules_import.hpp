#pragma once
#include "activity/model.hpp"
#include "foundation/base/problem.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace samrum::activity {

/// A line of a file that was read and judged.
struct JudgedLine {
    int line = 0;
    Facts facts;
};

/// What a file line becomes. `row_key` stays with the row, so that the same file never counts twice, even when a row
/// was corrected since.
struct PlannedLine {
    int line = 0;
    Facts facts;
    std::string row_key;
    bool already_there = false;
};

/// Something the person should know about a line before going on; it stops nothing.
struct Note {
    int line = 0;
    base::Message message;
};

/// Compares a file with the log. The n-th line of the same occasion (see identity()) is there already when the log
/// holds n of them, or a row that was once read from the same line. Notes tell when the log says other figures
/// (`activity.note.differs`), and when an occasion stands several times in the file (`activity.note.again`).
struct Plan {
    std::vector<PlannedLine> lines;
    std::vector<Note> notes;
};
Plan plan_import(const std::vector<JudgedLine>& file, const std::vector<Facts>& log,
                 const std::function<bool(const std::string& row_key)>& has_row_key);

}  // namespace samrum::activity
