// The rota solver at the size of RådRum and of a large association: `./dev bench rota`. What the figures mean:
// bench/README.md.
#include "foundation/optimise/rota.hpp"

#include "foundation/optimise/rota_synthetic.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <string_view>

namespace {

using namespace samrum::optimise::rota;

struct Timed {
    Answer answer;
    double wall;
    double cpu;  ///< of the one core that works: what a busy machine leaves out
};
Timed timed(const Problem& problem, double limit) {
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    Answer answer = solve(problem, limit);
    return {std::move(answer), std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

/// Is the answer what it says: no rule broken, and the points right, by the check that knows nothing of the solver?
bool holds(const Problem& problem, const Answer& answer) {
    const Judgement judged = judge(problem, answer.shifts);
    return judged.breaches.empty() && judged.score.points() == answer.objective;
}

/// Could somebody simply step in, so that the rota has all it had and breaks nothing?
bool one_steps_in(const Problem& repair, const Rota& left, int session) {
    for (int v = 0; v < static_cast<int>(repair.volunteers.size()); ++v) {
        Rota with = left;
        with.push_back({session, v});
        const Judgement judged = judge(repair, with);
        const Score& score = judged.score;
        if (judged.breaches.empty() &&
            score.nobody + score.places + score.languages + score.experience + score.mix == 0)
            return true;
    }
    return false;
}

struct Repairs {
    int tried = 0, possible = 0, kept = 0;
    double slowest = 0;
    bool all_hold = true;
};
/// Cancels every n-th shift in turn, and mends each.
Repairs repairs(const Problem& problem, const Rota& rota, std::size_t step) {
    Repairs made;
    for (std::size_t i = 0; i < rota.size(); i += step) {
        Problem repair = problem;
        repair.before = rota;
        repair.forbidden.push_back(rota[i]);
        Rota left = rota;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
        const auto [answer, wall, cpu] = timed(repair, 60);
        const Changes turned = changes(rota, answer.shifts);
        ++made.tried;
        made.slowest = std::max(made.slowest, cpu);
        made.all_hold = made.all_hold && holds(repair, answer) && answer.proven;
        if (!one_steps_in(repair, left, rota[i].session)) continue;
        ++made.possible;
        if (turned.removed.size() + turned.added.size() <= 2) ++made.kept;
    }
    return made;
}

bool run(const char* name, const Size& size, double limit, std::size_t step) {
    bool fine = true;
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const Problem problem = synthetic(size, seed);
        const auto [answer, wall, cpu] = timed(problem, 20 * limit);
        const Repairs mended = repairs(problem, answer.shifts, step);
        const bool good =
            holds(problem, answer) && answer.proven && cpu < limit && mended.all_hold && mended.kept == mended.possible;
        fine = fine && good;
        fmt::print(
            "{:8}  seed {}  {:5.2f} s of CPU, {:5.2f} s in all  {:>5} points {:8}  {:2} repairs, slowest {:.2f} s of "
            "CPU, "
            "two changes in {} of {} that have such a repair  {}\n",
            name, seed, cpu, wall, answer.objective, answer.proven ? "(proven)" : "OPEN", mended.tried, mended.slowest,
            mended.kept, mended.possible, good ? "ok" : "MISSED");
        std::fflush(stdout);
    }
    return fine;
}

}  // namespace

int main() {
    const bool small =
        run("64 x 23", {.sessions = 64, .volunteers = 23, .advisers = 4, .languages = 8, .sites = 2}, 2, 8);
    const bool large =
        run("250 x 60", {.sessions = 250, .volunteers = 60, .advisers = 4, .languages = 12, .sites = 5}, 10, 100);
    return small && large ? EXIT_SUCCESS : EXIT_FAILURE;
}
