#pragma once
#include "activity/model.hpp"
#include "foundation/base/result.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::activity {

/// A line of a log file, read but not judged.
struct FileLine {
    int line = 0;
    Draft draft;
};

/// The lines of a log file that could be read, and what is wrong with its shape.
struct LogFile {
    std::vector<FileLine> lines;  ///< none where the headings are wrong: it is not known what stands under them
    std::map<std::string, std::string, std::less<>>
        headings;  ///< the fields that problems name, as the file calls them
    base::Problems problems;
};

/// Reads the log's file format: CSV with a heading line, Swedish or English headings in any order
/// (docs/activity-file.md). Unknown headings, headings twice, a missing day, lines longer than the heading: every
/// problem at once, with its line. A broken line hides only what comes after it.
LogFile read_log_file(std::string_view bytes);

/// How a log file is written: Swedish (semicolons, decimal comma, Swedish headings) or English (commas, decimal point).
enum class FileLanguage { swedish, english };

/// Writes lines in the same format, so that what is exported can be read again. UTF-8 with byte order mark, for
/// spreadsheets.
class LogFileWriter {
  public:
    using Name = std::function<std::string(const base::Uuid&)>;
    /// `name` gives the name of a place or an activity.
    LogFileWriter(std::string& sink, FileLanguage language, Name name);
    void write(const Facts& facts);
    void write(const StatedFigure& figure);

  private:
    void write_draft(const Draft& draft);
    std::string word(std::string_view code) const;
    std::string& sink_;
    FileLanguage language_;
    Name name_;
};

}  // namespace samrum::activity
