#pragma once
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// A report as people read it, whatever it becomes: page, paper, Markdown or tables.
namespace samrum::partnership::reports {

/// What a party wrote, or nobody in particular.
struct DocumentText {
    std::string by;  ///< name of the party
    std::string markdown;
};
struct DocumentColumn {
    std::string label;
    bool numeric = false;
    double share = 1;  ///< of a paper's width
};
struct DocumentTable {
    std::string caption;
    std::vector<DocumentColumn> columns;
    std::vector<std::vector<std::string>> rows;
    std::string note;  ///< under it: what stands behind the figures
    /// What the cells of numeric columns count, row by row and column by column; a row or cell that is not known is
    /// empty.
    std::vector<std::vector<std::optional<double>>> numbers = {};
};
struct DocumentSection {
    std::string key;
    std::string title;
    std::vector<std::variant<DocumentText, DocumentTable>> parts;
};
struct Document {
    std::string language;  ///< of what the parties wrote
    std::string title;
    std::string subtitle;  ///< the agreement
    std::string registry_number;
    std::string day;   ///< the report's own, in words: approved, submitted or drafted
    std::string file;  ///< name without ending
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<DocumentSection> sections;
};

}  // namespace samrum::partnership::reports
