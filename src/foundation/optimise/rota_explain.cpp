#include "foundation/optimise/rota.hpp"

#include <algorithm>

namespace samrum::optimise::rota {
namespace {

/// Would this volunteer, put in, meet the lack?
bool meets(const Problem& problem, const Rota& rota, const Lack& lack, const Volunteer& one) {
    switch (lack.want) {
        case Want::nobody:
        case Want::place:
            return true;
        case Want::language:
            return std::ranges::count(one.languages, lack.language) > 0;
        case Want::experience:
            return one.experienced;
        case Want::mix:
            break;
    }
    bool established = false, newcomer = false;
    for (const Shift& shift : rota) {
        if (shift.session != lack.session) continue;
        const auto side = problem.volunteers[static_cast<std::size_t>(shift.volunteer)].background;
        established = established || side == Background::established;
        newcomer = newcomer || side == Background::newcomer;
    }
    return one.background == Background::established ? !established
           : one.background == Background::newcomer  ? !newcomer
                                                     : false;
}

class Reasons {
  public:
    Reasons(const Problem& problem, const Rota& rota) : problem_(problem), rota_(rota) {
        sessions_of_.resize(problem.volunteers.size());
        for (const Shift& one : rota) sessions_of_[static_cast<std::size_t>(one.volunteer)].push_back(one.session);
    }

    Why why(const Lack& lack) const {
        Why counts{.lack = lack};
        const auto taken = std::ranges::count(rota_, lack.session, &Shift::session);
        const bool full = taken >= problem_.sessions[static_cast<std::size_t>(lack.session)].advisers;
        for (int v = 0; v < static_cast<int>(problem_.volunteers.size()); ++v) {
            const Volunteer& one = problem_.volunteers[static_cast<std::size_t>(v)];
            const Shift shift{lack.session, v};
            if (std::ranges::count(rota_, shift) > 0 || !meets(problem_, rota_, lack, one)) continue;
            ++counts.could;
            ++(counts.*obstacle(shift, one, full));
        }
        return counts;
    }
    const std::vector<int>& sessions_of(int volunteer) const {
        return sessions_of_[static_cast<std::size_t>(volunteer)];
    }

  private:
    int Why::*obstacle(Shift shift, const Volunteer& one, bool full) const {
        const bool may_not = std::ranges::count(problem_.forbidden, shift) > 0;
        if (may_not || one.wishes[static_cast<std::size_t>(shift.session)] == Wish::no) return &Why::unavailable;
        int in_month = 0;
        for (int other : sessions_of(shift.volunteer)) {
            if (conflict(problem_, shift.session, other)) return &Why::elsewhere;
            if (month_of(other) == month_of(shift.session)) ++in_month;
        }
        if (one.most_a_month > 0 && in_month >= one.most_a_month) return &Why::at_limit;
        return full ? &Why::full : &Why::free;
    }
    int month_of(int session) const { return problem_.sessions[static_cast<std::size_t>(session)].month; }

    const Problem& problem_;
    const Rota& rota_;
    std::vector<std::vector<int>> sessions_of_;
};

}  // namespace

std::vector<Why> explain(const Problem& problem, const Rota& rota) {
    const Reasons reasons(problem, rota);
    std::vector<Why> all;
    for (const Lack& lack : judge(problem, rota).lacks) all.push_back(reasons.why(lack));
    return all;
}

Merit merit(const Problem& problem, const Rota& rota, Shift shift) {
    const auto volunteer = [&](int v) -> const Volunteer& { return problem.volunteers[static_cast<std::size_t>(v)]; };
    const Session& session = problem.sessions[static_cast<std::size_t>(shift.session)];
    const Volunteer& one = volunteer(shift.volunteer);
    const auto another = [&](auto test) {
        return std::ranges::any_of(rota, [&](const Shift& other) {
            return other.session == shift.session && other.volunteer != shift.volunteer &&
                   test(volunteer(other.volunteer));
        });
    };
    Merit made;
    for (int language : session.languages) {
        const auto speaks = [&](const Volunteer& v) { return std::ranges::count(v.languages, language) > 0; };
        if (speaks(one) && !another(speaks)) made.only_speaker_of.push_back(language);
    }
    made.only_experienced =
        session.experienced && one.experienced && !another([](const Volunteer& v) { return v.experienced; });
    made.makes_the_mix = session.mixed && one.background != Background::unsaid && another([&](const Volunteer& v) {
                             return v.background != Background::unsaid && v.background != one.background;
                         }) &&
                         !another([&](const Volunteer& v) { return v.background == one.background; });
    made.wish = one.wishes[static_cast<std::size_t>(shift.session)];
    made.shifts = static_cast<int>(std::ranges::count(rota, shift.volunteer, &Shift::volunteer));
    return made;
}

}  // namespace samrum::optimise::rota
