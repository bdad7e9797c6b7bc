// Log files: whatever comes in, problems with their line come out, or lines that are judged and written back the same.
#include "activity/files_log.hpp"
#include "activity/rules_entry.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::activity;
    static const PlaceId place = PlaceId::ordered();
    static const ActivityId activity = ActivityId::ordered();
    const Names names{[](std::string_view) { return std::optional(place); },
                      [](std::string_view) { return std::optional(activity); }};
    const auto today = samrum::base::Date::of(2020, 1, 31);
    const auto file = read_log_file(fuzz_text(data, size));
    for (const FileLine& line : file.lines) {
        const auto facts = read_facts(line.draft, names, today);
        if (!facts) {
            for (const auto& problem : facts.problems()) hold(!problem.field.empty());
            continue;
        }
        hold(facts->day <= today);
        hold(!facts->women || *facts->women <= *facts->participants);
        std::string bytes;
        LogFileWriter(bytes, FileLanguage::swedish, [](const samrum::base::Uuid&) {
            return std::string("x");
        }).write(*facts);
        const auto again = read_log_file(bytes);
        hold(again.problems.empty() && again.lines.size() == 1);
        const auto same = read_facts(again.lines.front().draft, names, today);
        hold(same && *same == *facts);
    }
    return 0;
}
