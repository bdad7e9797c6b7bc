// Files of organisations: whatever comes in, problems come out, or lines that are judged, written and read back the
// same.
#include "directory/files_organisation.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::directory;
    const auto file = read_organisation_file(fuzz_text(data, size));
    if (!file) {
        hold(!file.problems().empty());
        return 0;
    }
    const std::vector<Organisation> none;
    const auto fold = [](std::string_view name) { return std::string(name); };
    const auto plan = plan_organisations(*file, {none, fold, [](const Organisation&) { return true; }});
    for (const auto& problem : plan.problems) hold(problem.line.has_value());
    hold(plan.lines.size() <= file->size());
    std::vector<Organisation> made;
    for (const auto& line : plan.lines) {
        hold(line.fate == LineFate::fresh);
        made.push_back(line.after);
    }
    if (made.empty() || !plan.problems.empty()) return 0;
    const auto again = read_organisation_file(write_organisation_file(made));
    hold(again && again->size() == made.size());
    const auto same = plan_organisations(*again, {made, fold, [](const Organisation&) { return true; }});
    hold(same.problems.empty());
    for (const auto& line : same.lines) hold(line.fate == LineFate::same);
    return 0;
}
