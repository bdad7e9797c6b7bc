// Match files: whatever comes in, problems come out, or something that is solved with a proof, and written as a file
// that reads again.
#include "friends/matching/files_people.hpp"
#include "friends/matching/files_plain.hpp"
#include "fuzz.hpp"

namespace {

using namespace samrum::friends::matching;
using samrum::optimise::match::Rule;

void plain(std::string_view text) {
    const auto graph = read_plain_file(text);
    if (!graph) return hold(!graph.problems().empty());
    if (graph->rows() > 2'000 || graph->columns > 2'000) return;
    const auto answer = solve(*graph, Rule::most);
    hold(check(*graph, Rule::most, answer.column_of, answer.certificate).holds());
    const auto again = read_plain_answer(plain_answer_json(*graph, Rule::most, answer), *graph);
    hold(again && again->column_of == answer.column_of);
}

void people(std::string_view text) {
    const auto file = read_people_file(text);
    if (!file) return hold(!file.problems().empty());
    if (file->newcomers.size() > 60 || file->established.size() > 60) return;
    const auto proposal = match_people(file->pool, {1, 4, file->rule, {}});
    const auto verdict = check_people(file->pool, file->rule, proposal.established_of, proposal.answer.certificate);
    hold(verdict.certificate.holds() && broken_limits(*file, verdict).size() == verdict.broken.size());
    if (file->text.empty()) return;
    const auto again = read_people_file(proposal_json(*file, proposal));
    hold(again && *again->established_of == proposal.established_of);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz_text(data, size);
    is_plain_file(text) ? plain(text) : people(text);
    return 0;
}
