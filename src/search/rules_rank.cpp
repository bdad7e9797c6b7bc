#include "search/rules_rank.hpp"

#include <algorithm>
#include <map>

namespace samrum::search {

namespace {

/// Meetings, reports and promises hang on an agreement: of pages that fit alike it comes first.
bool is_root(const Candidate& one) {
    return one.kind == "agreement";
}

}  // namespace

int score(std::string_view title_terms, const std::vector<std::string>& words) {
    constexpr int kWhole = 2;
    int sum = 0;
    for (const std::string& word : words) {
        if (title_terms.find(" " + word + " ") != std::string_view::npos)
            sum += kWhole;
        else if (title_terms.find(" " + word) != std::string_view::npos)
            ++sum;
    }
    return sum;
}

void rank(std::vector<Candidate>& candidates, const std::vector<std::string>& words) {
    struct Key {
        int score;
        std::size_t at;
    };
    std::vector<Key> keys;
    keys.reserve(candidates.size());
    for (std::size_t at = 0; at < candidates.size(); ++at)
        keys.push_back({score(candidates[at].title_terms, words), at});
    std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
        const Candidate& one = candidates[a.at];
        const Candidate& other = candidates[b.at];
        if (a.score != b.score) return a.score > b.score;
        if (is_root(one) != is_root(other)) return is_root(one);
        if (one.day != other.day) return one.day > other.day;
        return one.id > other.id;
    });
    std::vector<Candidate> ranked;
    ranked.reserve(candidates.size());
    for (const Key& key : keys) ranked.push_back(std::move(candidates[key.at]));
    candidates = std::move(ranked);
}

std::vector<KindCount> count_kinds(const std::vector<Candidate>& candidates) {
    std::map<std::string, std::int64_t> counts;
    for (const Candidate& one : candidates) ++counts[one.kind];
    std::vector<KindCount> all;
    all.reserve(counts.size());
    for (const auto& [kind, count] : counts) all.push_back({kind, count});
    return all;
}

}  // namespace samrum::search
