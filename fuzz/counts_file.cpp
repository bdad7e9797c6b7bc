// Counted advice sessions: whatever comes in, problems come out, or sessions whose counts hold together.
#include "advice/figures/files_counts.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::advice::figures;
    const auto lines = read_counts_file(fuzz_text(data, size));
    if (!lines) {
        hold(!lines.problems().empty());
        return 0;
    }
    for (const CountedLine& line : *lines) {
        hold(line.line > 1 && !line.site.empty());
        hold(line.starts < line.ends);
        hold(!line.advisers || *line.advisers >= 0);
        hold(!line.minutes || *line.minutes >= 0);
        for (const auto& count : line.counts) hold(count.n >= 0);
    }
    return 0;
}
