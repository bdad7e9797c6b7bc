// Rota files: whatever comes in, problems come out, or a rota that can be judged, and written as a file that reads
// again.
#include "advice/rota/files_rota.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::advice::rota;
    const auto file = read_rota_file(fuzz_text(data, size));
    if (!file) {
        hold(!file.problems().empty());
        return 0;
    }
    // Judging costs the square of the shifts: the fuzzer looks for other things.
    if (file->problem.sessions.size() > 40 || file->shifts.size() > 200) return 0;
    const auto judged = judge(file->problem, file->shifts);
    hold(judged.score.points() >= 0);
    hold(breaches_of(*file, file->shifts).size() == judged.breaches.size());
    samrum::optimise::rota::Answer answer;
    answer.shifts = file->shifts;
    const auto again = read_rota_file(answer_json(*file, answer));
    hold(again && again->shifts == file->shifts);
    return 0;
}
