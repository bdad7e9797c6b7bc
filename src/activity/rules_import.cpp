#include "activity/rules_import.hpp"

#include "activity/rules_entry.hpp"

namespace samrum::activity {
namespace {

/// The lines of one occasion that were met so far.
struct Met {
    int times = 0;
    int first_line = 0;
};

}  // namespace

Plan plan_import(const std::vector<JudgedLine>& file, const std::vector<Facts>& log,
                 const std::function<bool(const std::string&)>& has_row_key) {
    std::map<std::string, std::vector<const Facts*>> logged;
    for (const Facts& facts : log) logged[identity(facts)].push_back(&facts);
    std::map<std::string, Met> met;
    Plan plan;
    for (const JudgedLine& line : file) {
        const std::string key = identity(line.facts);
        Met& occasion = met[key];
        const auto nth = static_cast<std::size_t>(++occasion.times);
        PlannedLine planned{line.line, line.facts, key + "#" + std::to_string(nth), false};
        const auto& same = logged[key];
        planned.already_there = same.size() >= nth || has_row_key(planned.row_key);
        if (same.size() >= nth && *same[nth - 1] != line.facts)
            plan.notes.push_back({line.line, {"activity.note.differs", {}}});
        if (nth == 1)
            occasion.first_line = line.line;
        else
            plan.notes.push_back({line.line, {"activity.note.again", {{"first", std::int64_t{occasion.first_line}}}}});
        plan.lines.push_back(std::move(planned));
    }
    return plan;
}

}  // namespace samrum::activity
