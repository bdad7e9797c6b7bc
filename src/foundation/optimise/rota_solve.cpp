// The rota as a whole-number program: a column for each shift that may be, one for each lack, and the rules as rows.
#include "foundation/optimise/milp.hpp"
#include "foundation/optimise/rota.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace samrum::optimise::rota {
namespace {

using Entries = std::vector<Milp::Entry>;

/// Groups of sessions of which one person may have one at most, so that every two that conflict are in one of them:
/// each conflict grows into as large a group as it can.
std::vector<std::vector<int>> exclusive_groups(const Problem& problem) {
    const int n = static_cast<int>(problem.sessions.size());
    std::vector<std::set<int>> against(static_cast<std::size_t>(n));
    for (int a = 0; a < n; ++a)
        for (int b = a + 1; b < n; ++b)
            if (conflict(problem, a, b)) {
                against[static_cast<std::size_t>(a)].insert(b);
                against[static_cast<std::size_t>(b)].insert(a);
            }
    std::set<std::pair<int, int>> covered;
    std::vector<std::vector<int>> groups;
    for (int a = 0; a < n; ++a)
        for (int b : against[static_cast<std::size_t>(a)]) {
            if (b < a || covered.contains({a, b})) continue;
            std::vector<int> group{a, b};
            for (int c : against[static_cast<std::size_t>(a)])
                if (c != b && std::ranges::all_of(group, [&](int one) {
                        return one == a || against[static_cast<std::size_t>(one)].contains(c);
                    }))
                    group.push_back(c);
            std::ranges::sort(group);
            for (std::size_t i = 0; i < group.size(); ++i)
                for (std::size_t j = i + 1; j < group.size(); ++j) covered.insert({group[i], group[j]});
            groups.push_back(std::move(group));
        }
    return groups;
}

class Program {
  public:
    explicit Program(const Problem& problem)
        : problem_(problem),
          fixed_(problem.fixed.begin(), problem.fixed.end()),
          forbidden_(problem.forbidden.begin(), problem.forbidden.end()) {
        if (problem.before) {
            before_.insert(problem.before->begin(), problem.before->end());
            for (const Lack& one : judge(problem, *problem.before).lacks)
                if (std::ranges::count(problem.mend, one.session) == 0)
                    lacked_before_[{one.want, one.session, one.language}] = one.missing;
        }
        add_shifts();
        for (int s = 0; s < sessions(); ++s) add_session(s);
        for (int v = 0; v < volunteers(); ++v) add_volunteer(v);
    }

    const Milp& milp() const { return milp_; }
    std::int64_t constant() const { return constant_; }
    Rota rota_of(const std::vector<int>& values) const {
        Rota rota(fixed_.begin(), fixed_.end());
        for (const auto& [shift, column] : columns_)
            if (values[static_cast<std::size_t>(column)] > 0) rota.push_back(shift);
        std::ranges::sort(rota);
        return rota;
    }

  private:
    int sessions() const { return static_cast<int>(problem_.sessions.size()); }
    int volunteers() const { return static_cast<int>(problem_.volunteers.size()); }
    const Session& session(int s) const { return problem_.sessions[static_cast<std::size_t>(s)]; }
    const Volunteer& volunteer(int v) const { return problem_.volunteers[static_cast<std::size_t>(v)]; }
    Wish wish(Shift shift) const { return volunteer(shift.volunteer).wishes[static_cast<std::size_t>(shift.session)]; }
    static int cost_of(Wish wish) {
        return wish == Wish::gladly ? 0 : wish == Wish::fine ? Points::kFine : Points::kRatherNot;
    }

    /// May it be chosen? What is fixed is no choice, and what breaks a rule together with what is fixed is none either.
    bool may_be(Shift shift) const {
        if (wish(shift) == Wish::no || forbidden_.contains(shift) || fixed_.contains(shift)) return false;
        return std::ranges::none_of(fixed_, [&](const Shift& one) {
            return one.volunteer == shift.volunteer && conflict(problem_, one.session, shift.session).has_value();
        });
    }

    void add_shifts() {
        for (const Shift& one : fixed_) {
            constant_ += cost_of(wish(one));
            if (problem_.before && !before_.contains(one)) constant_ += Points::kChange;
        }
        for (const Shift& one : before_)
            if (!fixed_.contains(one)) constant_ += Points::kChange;  // taken back below when it stays
        for (int s = 0; s < sessions(); ++s)
            for (int v = 0; v < volunteers(); ++v) {
                const Shift shift{s, v};
                if (!may_be(shift)) continue;
                int cost = cost_of(wish(shift));
                if (problem_.before) cost += before_.contains(shift) ? -Points::kChange : Points::kChange;
                columns_[shift] = milp_.add_column(cost);
            }
    }

    int fixed_at(int s) const { return static_cast<int>(std::ranges::count(fixed_, s, &Shift::session)); }
    int allowed(Want want, int s, int language = -1) const {
        const auto found = lacked_before_.find({want, s, language});
        return found == lacked_before_.end() ? 0 : found->second;
    }

    /// Σ shifts of whom `test` holds + lack ≥ `least`; nothing where a fixed shift meets it already.
    template <class Test>
    void want(int s, int least, int lack, Test test) {
        for (const Shift& one : fixed_)
            if (one.session == s && test(volunteer(one.volunteer))) --least;
        if (least <= 0) return;
        Entries entries{{lack, 1}};
        for (const auto& [shift, column] : shifts_of_session(s))
            if (test(volunteer(shift.volunteer))) entries.push_back({column, 1});
        milp_.add_row(least, entries, Milp::kUnbounded);
    }

    std::vector<std::pair<Shift, int>> shifts_of_session(int s) const {
        return {columns_.lower_bound(Shift{s, -1}), columns_.lower_bound(Shift{s + 1, -1})};
    }

    void add_session(int s) {
        const Session& wants = session(s);
        const auto anybody = [](const Volunteer&) { return true; };
        const int left = std::max(0, wants.advisers - fixed_at(s));
        Entries all;
        for (const auto& [shift, column] : shifts_of_session(s)) all.push_back({column, 1});
        if (!all.empty()) milp_.add_row(-Milp::kUnbounded, all, left);
        if (const int least = wants.advisers - allowed(Want::place, s); least > fixed_at(s))
            want(s, least, milp_.add_column(Points::kPlace, least), anybody);
        if (wants.advisers > 0 && allowed(Want::nobody, s) == 0) want(s, 1, milp_.add_column(Points::kNobody), anybody);
        for (int language : wants.languages)
            if (allowed(Want::language, s, language) == 0)
                want(s, 1, milp_.add_column(Points::kLanguage),
                     [language](const Volunteer& v) { return std::ranges::count(v.languages, language) > 0; });
        if (wants.experienced && allowed(Want::experience, s) == 0)
            want(s, 1, milp_.add_column(Points::kExperience), [](const Volunteer& v) { return v.experienced; });
        if (wants.mixed && allowed(Want::mix, s) == 0) {
            const int lack = milp_.add_column(Points::kMix);
            for (const auto side : {Background::established, Background::newcomer})
                want(s, 1, lack, [side](const Volunteer& v) { return v.background == side; });
        }
    }

    void add_volunteer(int v) {
        std::map<int, Entries> by_month;
        std::map<int, int> fixed_in_month;
        std::map<int, int> column_of;
        Entries all;
        int count = 0;
        for (const Shift& one : fixed_)
            if (one.volunteer == v) ++count, ++fixed_in_month[session(one.session).month];
        for (int s = 0; s < sessions(); ++s)
            if (const auto found = columns_.find(Shift{s, v}); found != columns_.end()) {
                column_of[s] = found->second;
                by_month[session(s).month].push_back({found->second, 1});
                all.push_back({found->second, 1});
            }
        for (const auto& group : groups_) {
            Entries entries;
            for (int s : group)
                if (const auto found = column_of.find(s); found != column_of.end())
                    entries.push_back({found->second, 1});
            if (entries.size() > 1) milp_.add_row(-Milp::kUnbounded, entries, 1);
        }
        int most = count;
        const int limit = volunteer(v).most_a_month;
        for (const auto& [month, entries] : by_month) {
            const int shifts = static_cast<int>(entries.size());
            const int room = limit > 0 ? std::max(0, limit - fixed_in_month[month]) : shifts;
            if (room < shifts) milp_.add_row(-Milp::kUnbounded, entries, room);
            most += std::min(room, shifts);
        }
        share_alike(std::move(all), count, most);
    }

    /// Each shift above the fair share costs more than the one before, so the columns fill in order by themselves.
    void share_alike(Entries all, int count, int most) {
        for (int above = 1; above <= most - share_; ++above)
            all.push_back({milp_.add_column(std::int64_t{Points::kUneven} * above), -1});
        if (most > share_) milp_.add_row(-Milp::kUnbounded, all, share_ - count);
    }

    const Problem& problem_;
    const std::set<Shift> fixed_, forbidden_;
    std::set<Shift> before_;
    std::map<std::tuple<Want, int, int>, int> lacked_before_;
    const std::vector<std::vector<int>> groups_ = exclusive_groups(problem_);
    const int share_ = fair_share(problem_);
    Milp milp_;
    std::map<Shift, int> columns_;
    std::int64_t constant_ = 0;
};

}  // namespace

Answer solve(const Problem& problem, double seconds) {
    const Program program(problem);
    const MilpAnswer found = optimise::solve(program.milp(), seconds);
    // Nobody but the fixed ones is a rota too: what there is when the time was too short for anything else.
    const std::vector<int> nobody(static_cast<std::size_t>(program.milp().columns()), 0);
    Answer answer;
    answer.shifts = program.rota_of(found.values.empty() ? nobody : found.values);
    answer.objective =
        found.values.empty() ? judge(problem, answer.shifts).score.points() : found.objective + program.constant();
    answer.bound = found.bound + program.constant();
    answer.proven = found.proven;
    return answer;
}

Exported exported(const Problem& problem) {
    const Program program(problem);
    return {program.milp().lp_text(), program.constant()};
}

}  // namespace samrum::optimise::rota
