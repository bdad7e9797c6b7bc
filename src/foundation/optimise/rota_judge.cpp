// The independent check: counts from scratch what a rota breaks, lacks and costs. It shares no code with the solver but
// conflict(), which says what the rule is.
#include "foundation/optimise/rota.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace samrum::optimise::rota {
namespace {

const Session& session_at(const Problem& problem, int number) {
    return problem.sessions[static_cast<std::size_t>(number)];
}
const Volunteer& volunteer_at(const Problem& problem, int number) {
    return problem.volunteers[static_cast<std::size_t>(number)];
}
Wish wish_at(const Problem& problem, const Shift& shift) {
    return volunteer_at(problem, shift.volunteer).wishes[static_cast<std::size_t>(shift.session)];
}
bool stands_in(const Rota& rota, const Shift& shift) {
    return std::find(rota.begin(), rota.end(), shift) != rota.end();
}

/// Who is at a session, each once.
std::set<int> people_at(const Rota& rota, int session) {
    std::set<int> people;
    for (const Shift& one : rota)
        if (one.session == session) people.insert(one.volunteer);
    return people;
}

std::vector<Lack> lacks_of_session(const Problem& problem, const Rota& rota, int number) {
    const Session& session = session_at(problem, number);
    const auto people = people_at(rota, number);
    const auto anybody = [&](auto test) {
        return std::any_of(people.begin(), people.end(), [&](int v) { return test(volunteer_at(problem, v)); });
    };
    std::vector<Lack> lacks;
    const int count = static_cast<int>(people.size());
    if (session.advisers > 0 && count == 0) lacks.push_back({Want::nobody, number, -1, 1});
    if (count < session.advisers) lacks.push_back({Want::place, number, -1, session.advisers - count});
    for (int language : session.languages)
        if (!anybody([&](const Volunteer& v) { return std::ranges::count(v.languages, language) > 0; }))
            lacks.push_back({Want::language, number, language, 1});
    if (session.experienced && !anybody([](const Volunteer& v) { return v.experienced; }))
        lacks.push_back({Want::experience, number, -1, 1});
    const bool mixes = anybody([](const Volunteer& v) { return v.background == Background::established; }) &&
                       anybody([](const Volunteer& v) { return v.background == Background::newcomer; });
    if (session.mixed && !mixes) lacks.push_back({Want::mix, number, -1, 1});
    return lacks;
}

std::vector<Lack> all_lacks(const Problem& problem, const Rota& rota) {
    std::vector<Lack> all;
    for (int s = 0; s < static_cast<int>(problem.sessions.size()); ++s)
        for (const Lack& one : lacks_of_session(problem, rota, s)) all.push_back(one);
    return all;
}

/// What is lacked now and was not before, or was to be mended.
std::vector<Lack> beyond(std::vector<Lack> lacks, const std::vector<Lack>& before, const std::vector<int>& mend) {
    for (Lack& one : lacks)
        for (const Lack& old : before)
            if (old.want == one.want && old.session == one.session && old.language == one.language &&
                std::ranges::count(mend, one.session) == 0)
                one.missing -= old.missing;
    std::erase_if(lacks, [](const Lack& one) { return one.missing <= 0; });
    return lacks;
}

void count_lacks(Score& score, const std::vector<Lack>& lacks) {
    for (const Lack& one : lacks) switch (one.want) {
            case Want::nobody:
                score.nobody += one.missing;
                break;
            case Want::place:
                score.places += one.missing;
                break;
            case Want::language:
                score.languages += one.missing;
                break;
            case Want::experience:
                score.experience += one.missing;
                break;
            case Want::mix:
                score.mix += one.missing;
                break;
        }
}

void count_comfort(Score& score, const Problem& problem, const Rota& rota) {
    for (const Shift& one : rota) {
        const Wish wish = wish_at(problem, one);
        if (wish == Wish::no || wish == Wish::rather_not) ++score.rather_not;
        if (wish == Wish::fine) ++score.fine;
    }
    const int share = fair_share(problem);
    for (int v = 0; v < static_cast<int>(problem.volunteers.size()); ++v) {
        const auto shifts =
            std::count_if(rota.begin(), rota.end(), [&](const Shift& one) { return one.volunteer == v; });
        const int above = std::max(0, static_cast<int>(shifts) - share);
        score.uneven += above * (above + 1) / 2;
    }
}

void breaches_of_shifts(std::vector<Breach>& found, const Problem& problem, const Rota& rota) {
    std::set<Shift> met;
    for (const Shift& one : rota) {
        if (!met.insert(one).second) found.push_back({Rule::twice, one.session, one.volunteer});
        if (wish_at(problem, one) == Wish::no) found.push_back({Rule::unavailable, one.session, one.volunteer});
        if (stands_in(problem.forbidden, one)) found.push_back({Rule::forbidden, one.session, one.volunteer});
    }
    for (const Shift& one : problem.fixed)
        if (!stands_in(rota, one)) found.push_back({Rule::fixed_is_missing, one.session, one.volunteer});
}

void breaches_of_volunteers(std::vector<Breach>& found, const Problem& problem, const Rota& rota) {
    std::map<int, std::vector<int>> sessions_of;
    for (const Shift& one : rota) sessions_of[one.volunteer].push_back(one.session);
    for (auto& [volunteer, sessions] : sessions_of) {
        std::sort(sessions.begin(), sessions.end());
        sessions.erase(std::unique(sessions.begin(), sessions.end()), sessions.end());
        std::map<int, int> in_month;
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            for (std::size_t j = i + 1; j < sessions.size(); ++j)
                if (const auto rule = conflict(problem, sessions[i], sessions[j]))
                    found.push_back({*rule, sessions[i], volunteer, sessions[j]});
            const int most = volunteer_at(problem, volunteer).most_a_month;
            if (most > 0 && ++in_month[session_at(problem, sessions[i]).month] > most)
                found.push_back({Rule::most_a_month, sessions[i], volunteer});
        }
    }
}

}  // namespace

int fair_share(const Problem& problem) {
    int places = 0, people = 0;
    for (const Session& one : problem.sessions) places += one.advisers;
    for (const Volunteer& one : problem.volunteers)
        if (std::any_of(one.wishes.begin(), one.wishes.end(), [](Wish wish) { return wish != Wish::no; })) ++people;
    return people == 0 ? 0 : (places + people - 1) / people;
}

std::int64_t Score::points() const {
    const auto sum = [](int pieces, int each) { return std::int64_t{pieces} * each; };
    return sum(nobody, Points::kNobody) + sum(places, Points::kPlace) + sum(languages, Points::kLanguage) +
           sum(experience, Points::kExperience) + sum(mix, Points::kMix) + sum(changes, Points::kChange) +
           sum(rather_not, Points::kRatherNot) + sum(fine, Points::kFine) + sum(uneven, Points::kUneven);
}

std::optional<Rule> conflict(const Problem& problem, int a, int b) {
    const Session* first = &session_at(problem, a);
    const Session* then = &session_at(problem, b);
    const auto begins = [](const Session& one) { return std::int64_t{one.day} * 1440 + one.starts; };
    if (begins(*then) < begins(*first)) std::swap(first, then);
    const std::int64_t between = begins(*then) - (std::int64_t{first->day} * 1440 + first->ends);
    if (between < 0) return Rule::two_at_once;
    if (between < problem.rest) return Rule::rest;
    if (first->site == then->site || problem.travel.empty()) return std::nullopt;
    const int way = problem.travel[static_cast<std::size_t>(first->site)][static_cast<std::size_t>(then->site)];
    return between < way ? std::optional(Rule::travel) : std::nullopt;
}

Changes changes(const Rota& before, const Rota& after) {
    Changes made;
    for (const Shift& one : std::set<Shift>(before.begin(), before.end()))
        if (!stands_in(after, one)) made.removed.push_back(one);
    for (const Shift& one : std::set<Shift>(after.begin(), after.end()))
        if (!stands_in(before, one)) made.added.push_back(one);
    return made;
}

Judgement judge(const Problem& problem, const Rota& rota) {
    Judgement made;
    made.lacks = all_lacks(problem, rota);
    const auto counted =
        problem.before ? beyond(made.lacks, all_lacks(problem, *problem.before), problem.mend) : made.lacks;
    count_lacks(made.score, counted);
    count_comfort(made.score, problem, rota);
    if (problem.before) {
        const Changes turned = changes(*problem.before, rota);
        made.score.changes = static_cast<int>(turned.removed.size() + turned.added.size());
    }
    breaches_of_shifts(made.breaches, problem, rota);
    breaches_of_volunteers(made.breaches, problem, rota);
    for (int s = 0; s < static_cast<int>(problem.sessions.size()); ++s)
        if (static_cast<int>(people_at(rota, s).size()) > session_at(problem, s).advisers)
            made.breaches.push_back({Rule::too_many, s, -1});
    return made;
}

}  // namespace samrum::optimise::rota
