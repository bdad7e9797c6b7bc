#include "foundation/document/paper.hpp"

#include <algorithm>
#include <set>

namespace samrum::document {

std::vector<Run> runs_of(std::string_view text, const std::vector<Emphasis>& emphasis) {
    std::set<std::size_t> edges{0, text.size()};
    for (const Emphasis& one : emphasis)
        for (const std::size_t edge : {one.begin, one.end}) edges.insert(std::min(edge, text.size()));
    std::vector<Run> runs;
    for (auto from = edges.begin(), to = std::next(from); to != edges.end(); ++from, ++to) {
        Run run{text.substr(*from, *to - *from)};
        for (const Emphasis& one : emphasis)
            if (one.begin <= *from && *to <= one.end) (one.strong ? run.strong : run.slanted) = true;
        runs.push_back(run);
    }
    return runs;
}

}  // namespace samrum::document
