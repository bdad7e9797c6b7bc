#pragma once
#include "search/model.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samrum::search {

/// How well the words fit the title: a whole word counts double a beginning of one.
int score(std::string_view title_terms, const std::vector<std::string>& words);
/// The best first: by title, then agreements, then the latest day, then what came last into the index.
void rank(std::vector<Candidate>& candidates, const std::vector<std::string>& words);
/// How many there are of each kind.
std::vector<KindCount> count_kinds(const std::vector<Candidate>& candidates);

}  // namespace samrum::search
