#pragma once
#include "foundation/text/words.hpp"
#include "partnership/papers/model.hpp"

#include <optional>
#include <string>
#include <vector>

/// What an agreement says in data, as sentences of its paper: whoever signs the paper signs these terms too. A section
/// gets nothing when the agreement says nothing.
namespace samrum::partnership::papers {

/// How often the steering group meets and follows the work up, and how it decides.
std::vector<std::string> steering_terms(const text::Words& words, const Agreement& agreement);
/// Each report: to whom, how often, by when.
std::vector<std::string> report_terms(const text::Words& words, const Agreement& agreement);
/// Prolonging, where no text says it.
std::vector<std::string> renewal_terms(const text::Words& words, const Agreement& agreement);
/// When sums are paid, how they follow prices, who else may come to pay, what becomes of unused money.
std::vector<std::string> money_terms(const text::Words& words, const Agreement& agreement);
/// Notice, termination and disputes. What the section's own text says of notice is not said again.
std::vector<std::string> ending_terms(const text::Words& words, const Agreement& agreement);

/// Whose words the agreement itself has: the only reading, the chosen one, else the one with the key "agreement".
/// Nothing where several stand.
template <class T>
const agreement::Reading<T>* agreed(const agreement::Readings<T>& readings) {
    if (const auto* settled = readings.settled()) return settled;
    for (const agreement::Reading<T>& one : readings.all)
        if (one.key == "agreement") return &one;
    return nullptr;
}
/// "Lunds kommun (212000-1132) genom Socialförvaltningen i Lund": who a part of a body acts for, with its number.
std::string party_in_full(const text::Words& words, const Agreement& agreement, const std::string& key);

}  // namespace samrum::partnership::papers
