#include "advice/volunteers/actions_languages.hpp"

#include "advice/sites/model_permissions.hpp"
#include "advice/sites/model_words.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "advice/volunteers/repository_work.hpp"

#include <algorithm>

namespace samrum::advice::volunteers {
namespace {

constexpr int kMonthsOfGaps = 6;

}  // namespace

std::vector<Spoken> spoken_languages(store::Reader& room, base::Date today) {
    std::vector<Spoken> all;
    const auto wanted = languages_wanted(room, today);
    const auto missed = languages_missed(room, today.plus_months(-kMonthsOfGaps), today);
    const auto of = [](const auto& counts, const std::string& code) {
        const auto found = counts.find(code);
        return found == counts.end() ? 0 : found->second;
    };
    for (const Language& one : languages()) {
        const std::string code(one.code);
        all.push_back({.code = code, .wanted_at = of(wanted, code), .missed = of(missed, code)});
    }
    for (const Volunteer& one : load_volunteers(room))
        for (const std::string& code : one.languages) {
            const auto at = std::ranges::find(all, code, &Spoken::code);
            if (at == all.end() || one.stage == Stage::declined) continue;
            if (one.stage == Stage::active || one.stage == Stage::left) {
                if (one.is_there_on(today))
                    ++at->now;
                else if (one.stage == Stage::active)
                    ++at->away;
            } else {
                ++at->coming;
            }
        }
    std::erase_if(all,
                  [](const Spoken& one) { return one.now + one.away + one.coming + one.wanted_at + one.missed == 0; });
    std::ranges::stable_sort(
        all, [](const Spoken& a, const Spoken& b) { return a.is_gap() != b.is_gap() ? a.is_gap() : a.now > b.now; });
    return all;
}

base::Result<std::vector<Spoken>> language_overview(store::Session& room, const module::Caller& caller,
                                                    base::Date today) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return spoken_languages(room, today);
}

}  // namespace samrum::advice::volunteers
