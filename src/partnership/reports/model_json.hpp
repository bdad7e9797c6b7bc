#pragma once
#include "foundation/base/result.hpp"
#include "partnership/reports/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reports as JSON: in the database, between rooms, and as `samrum report export` writes them. The fields are
/// documented in docs/report-file.md.
namespace samrum::partnership::reports {

std::string write_template(const Template& layout);
Template read_template(std::string_view json);
/// With who made it: on its way to the partners' rooms.
std::string write_saved_template(const SavedTemplate& made);
SavedTemplate read_saved_template(std::string_view json);

std::string write_content(const SectionContent& content);
SectionContent read_content(std::string_view json);

/// What is frozen when a report is submitted, and what its hash is made of.
struct Frozen {
    std::vector<Part> parts;
    std::vector<StatisticsRow> statistics;
    std::vector<EconomyRow> economy;
    bool operator==(const Frozen&) const = default;
};
std::string write_frozen(const Frozen& frozen);
Frozen read_frozen(std::string_view json);

/// A party's part on its way to the agreement's home room.
struct SentPart {
    Subject about;
    Part part;
};
std::string write_sent_part(const SentPart& sent);
SentPart read_sent_part(std::string_view json);

/// A part that the home room gives back.
struct ReturnedPart {
    Subject about;
    std::string party;
    std::string why;
};
std::string write_returned(const ReturnedPart& returned);
ReturnedPart read_returned(std::string_view json);

/// The whole report with its state. Days are ISO 8601, sums öre; unknown is null and hidden says so.
std::string write_report(const Report& one);
Report read_report_json(std::string_view text);

}  // namespace samrum::partnership::reports
