#pragma once
#include "foundation/base/problem.hpp"
#include "foundation/optimise/rota.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Reasons in words: what a session lacks, why nobody meets it, and why somebody stands where they stand.
namespace samrum::advice::rota {

/// The name of a language by its number.
using LanguageName = std::function<std::string(int language)>;

std::string_view code_of(optimise::rota::Want want);  ///< "place"
std::string_view code_of(optimise::rota::Rule rule);  ///< "two_at_once"

/// "1 place is empty", "nobody speaks Dari".
base::Message words_of(const optimise::rota::Lack& lack, const LanguageName& language);
/// "3 could meet it:", "2 cannot then", …: in order; one alone when nobody could at all.
std::vector<base::Message> words_of(const optimise::rota::Why& why);
/// The same as one line. `say` puts a message into the reader's language.
template <class Say>
std::string why_line(const optimise::rota::Why& why, Say say) {
    const auto parts = words_of(why);
    std::string line = say(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) line += (i == 1 ? " " : ", ") + say(parts[i]);
    return parts.size() > 1 ? line + "." : line;
}
/// "the only one who speaks Dari", "asked for it": in order of weight; never empty.
std::vector<base::Message> words_of(const optimise::rota::Merit& merit, const LanguageName& language);
/// "proven: no rota is better", or how far at most it is from the best.
base::Message proof_of(const optimise::rota::Answer& answer);

}  // namespace samrum::advice::rota
