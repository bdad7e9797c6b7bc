#include "advice/rota/rules_coverage.hpp"

#include "advice/rota/rules_fit.hpp"

#include <algorithm>

namespace samrum::advice::rota {
namespace {

using volunteers::Background;
using volunteers::Volunteer;

bool speaks(const Volunteer& volunteer, const std::string& language) {
    return std::ranges::count(volunteer.languages, language) > 0;
}

/// Everything but the place itself: a speaker may come in addition, or in exchange.
bool could_come(std::vector<Obstacle> found) {
    std::erase(found, Obstacle::full);
    return fits(found);
}

MissingLanguage chain_of(const std::string& language, const sites::Session& session, std::span<const Shift> there,
                         std::span<const Volunteer> all, std::span<const Held> held, base::Date today) {
    int speakers = 0, on_phone = 0;
    for (const Volunteer& one : all) {
        if (!speaks(one, language) || !one.is_there_on(session.day)) continue;
        const auto found = obstacles(one, session, there, held, today);
        if (could_come(found))
            ++speakers;
        else if (std::ranges::count(found, Obstacle::clash) == 0)
            ++on_phone;
    }
    if (speakers > 0) return {language, Chain::speaker, speakers};
    if (on_phone > 0) return {language, Chain::phone, on_phone};
    return {language, Chain::interpreter, 0};
}

}  // namespace

std::string_view code_of(Chain chain) {
    return chain == Chain::speaker ? "speaker" : chain == Chain::phone ? "phone" : "interpreter";
}

const Volunteer* volunteer_in(std::span<const Volunteer> all, VolunteerId id) {
    const auto found = std::ranges::lower_bound(all, id, {}, &Volunteer::id);
    return found != all.end() && found->id == id ? &*found : nullptr;
}

Coverage coverage_of(const sites::Session& session, std::span<const Shift> there, std::span<const Volunteer> all,
                     std::span<const Held> held, base::Date today) {
    Coverage made;
    made.wanted = session.wants.advisers;
    std::vector<const Volunteer*> come;
    for (const Shift& one : there) {
        if (one.state == ShiftState::offered) {
            ++made.offered;
            continue;
        }
        ++made.taken;
        if (const Volunteer* volunteer = volunteer_in(all, one.volunteer)) come.push_back(volunteer);
    }
    const auto anybody = [&](auto test) {
        return std::ranges::any_of(come, [&](const Volunteer* one) { return test(*one); });
    };
    for (const std::string& language : session.wants.languages)
        if (anybody([&](const Volunteer& one) { return speaks(one, language); }))
            made.spoken.push_back(language);
        else
            made.missing.push_back(chain_of(language, session, there, all, held, today));
    made.lacks_experience = session.wants.experienced && !anybody([](const Volunteer& one) { return one.experienced; });
    made.lacks_mix = session.wants.mixed &&
                     !(anybody([](const Volunteer& one) { return one.background == Background::established; }) &&
                       anybody([](const Volunteer& one) { return one.background == Background::newcomer; }));
    made.untrained = static_cast<int>(std::ranges::count_if(
        come, [&](const Volunteer* one) { return !one->trained_on || *one->trained_on > session.day; }));
    return made;
}

void add_gaps(std::map<std::string, int>& sessions_by_language, const Coverage& coverage) {
    for (const MissingLanguage& one : coverage.missing) ++sessions_by_language[one.code];
}

std::vector<LanguageGap> gaps_of(const std::map<std::string, int>& sessions_by_language, std::span<const Volunteer> all,
                                 base::Date today) {
    std::vector<LanguageGap> gaps;
    for (const auto& [language, sessions] : sessions_by_language) {
        const auto speakers = std::ranges::count_if(
            all, [&](const Volunteer& one) { return speaks(one, language) && one.is_there_on(today); });
        gaps.push_back({language, sessions, static_cast<int>(speakers)});
    }
    std::ranges::stable_sort(gaps, std::greater<>(), &LanguageGap::sessions);
    return gaps;
}

}  // namespace samrum::advice::rota
