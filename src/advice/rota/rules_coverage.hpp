#pragma once
#include "advice/rota/model.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

// What a coming session lacks, seen before it opens: "no Dari on Thursday".
namespace samrum::advice::rota {

/// How a language that nobody there speaks can be met, best first (seed 002: support by telephone is less appreciated).
enum class Chain {
    speaker,     ///< somebody who speaks it fits the session
    phone,       ///< somebody who speaks it is in the rota that day, and can be rung
    interpreter  ///< nobody: book an interpreter, and recruit
};
std::string_view code_of(Chain chain);  ///< "speaker"

struct MissingLanguage {
    std::string code;
    Chain chain = Chain::interpreter;
    int people = 0;  ///< of that chain
};
struct Coverage {
    int wanted = 0;
    int taken = 0;                         ///< who come for certain
    int offered = 0;                       ///< who have asked somebody to take over
    std::vector<std::string> spoken = {};  ///< wanted languages that somebody there speaks
    std::vector<MissingLanguage> missing = {};
    bool lacks_experience = false;
    bool lacks_mix = false;
    int untrained = 0;  ///< who come without training

    int places() const { return std::max(0, wanted - taken); }
    bool is_whole() const { return places() == 0 && missing.empty() && !lacks_experience && !lacks_mix; }
};

/// Volunteers by id: sorted, as load_volunteers gives them.
const volunteers::Volunteer* volunteer_in(std::span<const volunteers::Volunteer> all, VolunteerId id);

/// `there`: the session's shifts; `held`: of that month and the days beside, of anybody.
Coverage coverage_of(const sites::Session& session, std::span<const Shift> there,
                     std::span<const volunteers::Volunteer> all, std::span<const Held> held, base::Date today);

/// What recruiting should look for: a language that coming sessions want and lack.
struct LanguageGap {
    std::string language;
    int sessions = 0;  ///< coming ones that lack it
    int speakers = 0;  ///< active volunteers who speak it
    auto operator<=>(const LanguageGap&) const = default;
};
/// Adds a session's missing languages to the gaps.
void add_gaps(std::map<std::string, int>& sessions_by_language, const Coverage& coverage);
/// The worst first.
std::vector<LanguageGap> gaps_of(const std::map<std::string, int>& sessions_by_language,
                                 std::span<const volunteers::Volunteer> all, base::Date today);

}  // namespace samrum::advice::rota
