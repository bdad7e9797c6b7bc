#include "foundation/optimise/rota.hpp"

#include "foundation/optimise/rota_synthetic.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>

namespace samrum::optimise::rota {
namespace {

constexpr double kSeconds = 20;

/// The cheapest rota by trying every one; the judge alone says which may be.
std::int64_t cheapest_of_all(const Problem& problem) {
    std::vector<Shift> pairs;
    for (int s = 0; s < static_cast<int>(problem.sessions.size()); ++s)
        for (int v = 0; v < static_cast<int>(problem.volunteers.size()); ++v) pairs.push_back({s, v});
    std::int64_t best = -1;
    for (std::uint32_t chosen = 0; chosen < (1u << pairs.size()); ++chosen) {
        Rota rota;
        for (std::size_t i = 0; i < pairs.size(); ++i)
            if ((chosen >> i & 1u) != 0) rota.push_back(pairs[i]);
        const Judgement judged = judge(problem, rota);
        if (!judged.breaches.empty()) continue;
        if (best < 0 || judged.score.points() < best) best = judged.score.points();
    }
    return best;
}

void expect_holds(const Problem& problem, const Answer& answer) {
    EXPECT_TRUE(answer.proven);
    EXPECT_EQ(answer.bound, answer.objective);
    const Judgement judged = judge(problem, answer.shifts);
    EXPECT_EQ(judged.score.points(), answer.objective);
    EXPECT_TRUE(judged.breaches.empty());
}

/// Sessions of one day at one site, an hour each with an hour between.
Problem small(int sessions, int volunteers) {
    Problem made;
    for (int s = 0; s < sessions; ++s) made.sessions.push_back({.day = s, .starts = 600, .ends = 720, .advisers = 1});
    made.volunteers.resize(static_cast<std::size_t>(volunteers));
    for (auto& one : made.volunteers) one.wishes.assign(static_cast<std::size_t>(sessions), Wish::fine);
    return made;
}

TEST(Rota, IsAsCheapAsTheCheapestOfAll) {
    for (unsigned seed = 1; seed <= 8; ++seed) {
        Problem problem = synthetic({.sessions = 3, .volunteers = 3, .advisers = 2, .languages = 3, .sites = 2}, seed);
        if (seed % 3 == 0) problem.rest = 24 * 60;
        if (seed % 4 == 0) problem.forbidden.push_back({static_cast<int>(seed % 3), 1});
        const Answer answer = solve(problem, kSeconds);
        expect_holds(problem, answer);
        EXPECT_EQ(answer.objective, cheapest_of_all(problem)) << "seed " << seed;
    }
}

TEST(Rota, MendsAsCheaplyAsTheCheapestOfAll) {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        Problem problem = synthetic({.sessions = 3, .volunteers = 3, .advisers = 2, .languages = 3, .sites = 2}, seed);
        const Answer first = solve(problem, kSeconds);
        if (first.shifts.empty()) continue;
        problem.before = first.shifts;
        problem.forbidden.push_back(first.shifts[seed % first.shifts.size()]);
        const Answer mended = solve(problem, kSeconds);
        expect_holds(problem, mended);
        EXPECT_EQ(mended.objective, cheapest_of_all(problem)) << "seed " << seed;
    }
}

TEST(Rota, CostsTheSameByGlpk) {
    const auto base = std::filesystem::temp_directory_path() / ("samrum-rota-" + std::to_string(getpid()));
    const std::string lp = base.string() + ".lp", out = base.string() + ".out";
    for (unsigned seed = 1; seed <= 4; ++seed) {
        const Problem problem =
            synthetic({.sessions = 12, .volunteers = 8, .advisers = 3, .languages = 5, .sites = 2}, seed);
        const Exported text = exported(problem);
        std::ofstream(lp) << text.lp;
        const std::string command = "glpsol --lp " + lp + " --cuts --write " + out + " >/dev/null 2>&1";
        ASSERT_EQ(std::system(command.c_str()), 0) << "glpsol (package glpk-utils) runs";
        // "s mip ROWS COLUMNS o OBJECTIVE": o says that it is optimal.
        std::ifstream answer(out);
        std::string word, status;
        double objective = -1;
        for (std::string line; std::getline(answer, line);) {
            char proven = 0;
            int rows = 0, columns = 0;
            if (std::sscanf(line.c_str(), "s mip %d %d %c %lf", &rows, &columns, &proven, &objective) == 4)
                status = proven;
        }
        EXPECT_EQ(status, "o");
        const Answer ours = solve(problem, kSeconds);
        expect_holds(problem, ours);
        EXPECT_EQ(static_cast<std::int64_t>(objective) + text.constant, ours.objective) << "seed " << seed;
    }
    std::filesystem::remove(lp);
    std::filesystem::remove(out);
}

TEST(Rota, SaysWhatEveryRuleIsWhenAPersonBreaksIt) {
    Problem problem = small(4, 2);
    problem.sessions[1] = {.day = 0, .starts = 660, .ends = 780, .site = 1, .advisers = 1};  // while the first goes on
    problem.sessions[2] = {.day = 0, .starts = 790, .ends = 850, .site = 0, .advisers = 1};  // ten minutes after it
    problem.sessions[3] = {.day = 0, .starts = 855, .ends = 900, .site = 0, .advisers = 1};  // five after that
    problem.travel = {{0, 30}, {30, 0}};
    problem.rest = 6;
    problem.volunteers[0].most_a_month = 3;
    problem.volunteers[1].wishes[0] = Wish::no;
    problem.forbidden = {{1, 1}};
    problem.fixed = {{3, 1}};
    const auto judged = judge(problem, {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {0, 1}, {1, 1}, {1, 1}});
    const auto has = [&](Rule rule, int session, int volunteer) {
        return std::ranges::any_of(judged.breaches, [&](const Breach& one) {
            return one.rule == rule && one.session == session && one.volunteer == volunteer;
        });
    };
    EXPECT_TRUE(has(Rule::two_at_once, 0, 0));
    EXPECT_TRUE(has(Rule::travel, 1, 0));
    EXPECT_TRUE(has(Rule::rest, 2, 0));
    EXPECT_TRUE(has(Rule::most_a_month, 3, 0));
    EXPECT_TRUE(has(Rule::unavailable, 0, 1));
    EXPECT_TRUE(has(Rule::forbidden, 1, 1));
    EXPECT_TRUE(has(Rule::twice, 1, 1));
    EXPECT_TRUE(has(Rule::fixed_is_missing, 3, 1));
    EXPECT_TRUE(has(Rule::too_many, 0, -1));
}

TEST(Rota, AlwaysExistsWhateverIsFixedAndCannotBeMet) {
    Problem problem = small(2, 2);
    problem.sessions[1] = problem.sessions[0];  // at once
    problem.sessions[0].advisers = 0;
    problem.sessions[1].languages = {7};
    problem.fixed = {{0, 0}, {1, 0}};  // breaks two rules: the rest is still there
    const Answer answer = solve(problem, kSeconds);
    EXPECT_TRUE(answer.proven);
    EXPECT_EQ(answer.shifts, (Rota{{0, 0}, {1, 0}}));
    EXPECT_EQ(judge(problem, answer.shifts).score.points(), answer.objective);
    EXPECT_EQ(judge(problem, answer.shifts).score.languages, 1);
    EXPECT_TRUE(solve(Problem{}, kSeconds).proven);
}

TEST(Rota, SharesAlikeAndHonoursWishes) {
    Problem problem = small(6, 3);
    problem.volunteers[0].wishes = {Wish::gladly, Wish::rather_not, Wish::fine,
                                    Wish::fine,   Wish::rather_not, Wish::gladly};
    problem.volunteers[1].wishes = {Wish::rather_not, Wish::gladly, Wish::fine, Wish::fine, Wish::gladly, Wish::no};
    const Answer answer = solve(problem, kSeconds);
    expect_holds(problem, answer);
    EXPECT_EQ(answer.objective, 2);  // two shifts that are merely fine, two each
    EXPECT_EQ(answer.shifts, (Rota{{0, 0}, {1, 1}, {2, 2}, {3, 2}, {4, 1}, {5, 0}}));
}

TEST(Rota, MendsACancellationWithTwoChangesWhereSomebodyCanStepIn) {
    int possible = 0;
    for (unsigned seed = 1; seed <= 3; ++seed) {
        Problem problem =
            synthetic({.sessions = 16, .volunteers = 12, .advisers = 3, .languages = 4, .sites = 2}, seed);
        const Rota before = solve(problem, kSeconds).shifts;
        for (std::size_t i = 0; i < before.size(); i += 9) {
            Problem repair = problem;
            repair.before = before;
            repair.forbidden = {before[i]};
            const Answer mended = solve(repair, kSeconds);
            expect_holds(repair, mended);
            const Changes turned = changes(before, mended.shifts);
            EXPECT_TRUE(std::ranges::count(turned.removed, before[i]) == 1);
            Rota left = before;
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
            for (int v = 0; v < static_cast<int>(problem.volunteers.size()); ++v) {
                Rota with = left;
                with.push_back({before[i].session, v});
                const Judgement judged = judge(repair, with);
                const Score& s = judged.score;
                if (!judged.breaches.empty() || s.nobody + s.places + s.languages + s.experience + s.mix > 0) continue;
                ++possible;
                EXPECT_LE(turned.removed.size() + turned.added.size(), 2u) << "seed " << seed << " shift " << i;
                break;
            }
        }
    }
    EXPECT_GT(possible, 3);
}

TEST(Rota, ExplainsWhatItLacksAndWhyWhoStandsWhere) {
    Problem problem = small(2, 5);
    problem.sessions[1] = problem.sessions[0];
    problem.sessions[0].advisers = 2;
    problem.sessions[0].languages = {1, 2};
    problem.volunteers[0].languages = {1};
    problem.volunteers[1].languages = {2};
    problem.volunteers[1].wishes = {Wish::no, Wish::fine};
    problem.volunteers[2].languages = {2};
    problem.volunteers[3].languages = {2};
    problem.volunteers[3].most_a_month = 1;
    problem.sessions.push_back({.day = 9, .starts = 600, .ends = 700, .advisers = 1});
    for (auto& one : problem.volunteers) one.wishes.push_back(Wish::fine);
    const Rota rota = {{0, 0}, {0, 4}, {1, 2}, {2, 3}};  // the only free speaker of 2 is at the other session
    const auto reasons = explain(problem, rota);
    ASSERT_EQ(reasons.size(), 1u);
    EXPECT_EQ(reasons[0].lack, (Lack{Want::language, 0, 2, 1}));
    EXPECT_EQ(reasons[0].could, 3);
    EXPECT_EQ(reasons[0].unavailable, 1);
    EXPECT_EQ(reasons[0].elsewhere, 1);
    EXPECT_EQ(reasons[0].at_limit, 1);
    EXPECT_EQ(merit(problem, rota, {0, 0}).only_speaker_of, std::vector<int>{1});
    EXPECT_TRUE(merit(problem, rota, {0, 4}).only_speaker_of.empty());
}

}  // namespace
}  // namespace samrum::optimise::rota
