// The matcher against LEMON's network simplex, at the size of a country: `./dev bench match`. What the figures mean:
// bench/README.md. `bench_match --oracle`: 200,000 tiny graphs against trying every matching.
#include "foundation/optimise/match_people.hpp"
#include "foundation/optimise/match_synthetic.hpp"
#include "foundation/optimise/match_tiny.hpp"
#include "match_lemon.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>

namespace {

using namespace samrum::optimise::match;

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}
template <class Work>
double timed(Work work) {
    const double start = seconds();
    work();
    return seconds() - start;
}
/// Of this thread: what a busy machine leaves out.
double processor_seconds() {
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}
template <class... Args>
void say(fmt::format_string<Args...> format, Args&&... args) {
    fmt::print(format, std::forward<Args>(args)...);
    std::fflush(stdout);
}
int threads() {
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 16);
}
const char* name_of(Kernel kernel) {
    return kernel == Kernel::avx512 ? "AVX-512" : kernel == Kernel::avx2 ? "AVX2" : "scalar";
}
std::string from_proc(const char* file, std::string_view key) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(key)) return line.substr(line.find(':') + 2);
    return "?";
}
/// The most memory that the process had since this was last called, in MiB.
double peak_mebibytes() {
    const double peak = std::atof(from_proc("/proc/self/status", "VmHWM").c_str()) / 1024;
    std::ofstream("/proc/self/clear_refs") << 5;
    return peak;
}

/// The final candidate arcs as LEMON wants them; made outside of the timing.
struct ArcLists {
    std::vector<std::int32_t> row, column, cost;
    explicit ArcLists(const Graph& graph) {
        for (int i = 0; i < graph.rows(); ++i)
            for (const Arc& arc : graph.row(i))
                row.push_back(i), column.push_back(arc.column), cost.push_back(arc.cost);
    }
};

struct Compared {
    double ours = 0, ours_alone = 0, lemon = 0;
    bool equal = false, holds = false;
};
/// Both on the same arcs; ours makes its graph from them too.
Compared compare(const Graph& graph) {
    const ArcLists lists(graph);
    Compared result;
    Answer answer;
    const auto ours = [&](int with) {
        double best = 1e9;
        for (int turn = 0; turn < 3; ++turn)
            best = std::min(best, timed([&] {
                                Graph built;
                                built.columns = graph.columns;
                                built.begin.assign(static_cast<std::size_t>(graph.rows()) + 1, 0);
                                for (const int i : lists.row) ++built.begin[static_cast<std::size_t>(i) + 1];
                                for (std::size_t i = 1; i < built.begin.size(); ++i)
                                    built.begin[i] += built.begin[i - 1];
                                built.arcs.resize(lists.row.size());
                                for (std::size_t k = 0; k < lists.row.size(); ++k)
                                    built.arcs[k] = {lists.column[k], lists.cost[k]};
                                built.sort();
                                answer = solve(built, Rule::most, {with, 0, {}});
                            }));
        return best;
    };
    result.ours_alone = ours(1);
    result.ours = ours(threads());
    samrum_bench::LemonAnswer other;
    result.lemon = 1e9;
    for (int turn = 0; turn < (graph.rows() > 50'000 ? 1 : 3); ++turn)
        result.lemon = std::min(result.lemon, timed([&] {
                                    other = samrum_bench::lemon_network_simplex(
                                        graph.rows(), graph.columns, static_cast<std::int64_t>(lists.row.size()),
                                        lists.row.data(), lists.column.data(), lists.cost.data());
                                }));
    result.equal = other.pairs == answer.pairs && other.cost == answer.cost;
    result.holds = check(graph, Rule::most, answer.column_of, answer.certificate).holds();
    return result;
}

bool whole_country() {
    say("\n(a) 20,000 x 20,000 in the whole country: 400 million pairs, scored, solved and certified over all of them; "
        "{} "
        "threads\n",
        threads());
    bool good = true;
    for (unsigned seed = 1; seed <= 3; ++seed) {
        const Pool pool = synthetic_people({20'000, 20'000, 290, Reach::anywhere}, seed);
        for (const Rule rule : {Rule::most, Rule::waiting}) {
            Proposal proposal;
            double best = 1e9;
            for (int turn = 0; turn < 3; ++turn)
                best = std::min(best, timed([&] { proposal = match_people(pool, {threads(), 64, rule, {}}); }));
            say("  seed {}  {:8} {:6.3f} s  (last run: scoring {:.3f} s, solving {:.3f} s, {} rounds, {} newcomers "
                "scanned, {} "
                "candidates)  {} pairs, fit {}",
                seed, rule == Rule::most ? "most" : "waiting", best, proposal.effort.scoring_seconds,
                proposal.effort.solving_seconds, proposal.effort.rounds, proposal.effort.scanned,
                proposal.effort.candidates, proposal.pairs, proposal.fit);
            if (seed == 1) {
                const auto judged = check_people(pool, rule, proposal.established_of, proposal.answer.certificate);
                const bool holds = judged.certificate.holds() && judged.keeps_limits() && judged.order.largest;
                good = good && holds;
                say("  judge, over {} possible pairs: {}", judged.possible_pairs, holds ? "holds" : "DOES NOT HOLD");
            }
            say("\n");
        }
    }
    say("    aim: 1.0 s on two cores with AVX-512; here the kernel is {}\n", name_of(best_kernel()));
    return good;
}

bool against_lemon(unsigned seeds) {
    say("\n(b) against LEMON {} network simplex, both on the final candidate arcs, graph building included, scoring in "
        "neither; ours on {} threads and on one, LEMON on its one; best of three (LEMON at 100k: of one)\n",
        "1.3.1", threads());
    struct Set {
        const char* name;
        int people;
        Reach reach;
    };
    double log_sum = 0, log_alone = 0, worst = 1e9;
    int count = 0;
    bool good = true;
    for (const Set& set :
         {Set{"20k municipal", 20'000, Reach::same_place}, Set{"20k +60 km", 20'000, Reach::near_places},
          Set{"20k country", 20'000, Reach::anywhere}, Set{"100k municipal", 100'000, Reach::same_place}})
        for (unsigned seed = 1; seed <= seeds; ++seed) {
            const Pool pool = synthetic_people({set.people, set.people, 290, set.reach}, seed);
            const Proposal proposal = match_people(pool, {threads(), 64, Rule::most, {}});
            const Compared one = compare(proposal.candidates);
            const double times = one.lemon / one.ours, alone = one.lemon / one.ours_alone;
            log_sum += std::log(times), log_alone += std::log(alone), worst = std::min(worst, times), ++count;
            good = good && one.equal && one.holds;
            say("  {:14} seed {}  {:9} arcs  ours {:.4f} s ({:.4f} s on one)  LEMON {:.3f} s  {:5.1f} x ({:.1f} x)  {} "
                "pairs  {}{}\n",
                set.name, seed, proposal.effort.candidates, one.ours, one.ours_alone, one.lemon, times, alone,
                proposal.pairs, one.equal ? "equal" : "NOT EQUAL", one.holds ? "" : ", NO PROOF");
        }
    say("  geometric mean {:.1f} x (on one thread {:.1f} x), worst {:.1f} x   aims: 10 x and 4 x\n",
        std::exp(log_sum / count), std::exp(log_alone / count), worst);
    return good;
}

bool events() {
    say("\n(c) changes at 20,000 x 20,000, one thread: microseconds of the processor, and every hundredth held against "
        "solving anew\n");
    bool good = true;
    for (const Reach reach : {Reach::same_place, Reach::anywhere}) {
        const Pool pool = synthetic_people({20'000, 20'000, 290, reach}, 1);
        const Proposal proposal = match_people(pool, {threads(), 64, Rule::waiting, {}});
        const Graph& graph = proposal.candidates;
        std::mt19937 dice(1);
        for (const char* what : {"arrive", "leave", "lock", "forbid"}) {
            Session session = session_of(proposal);
            std::vector<double> times;
            int equal = 0, compared = 0;
            for (int turn = 0; turn < 2000; ++turn) {
                const int row = static_cast<int>(dice() % static_cast<unsigned>(graph.rows()));
                const auto arcs = graph.row(row);
                const std::string_view kind = what;
                if (arcs.empty()) continue;
                const Arc arc = arcs[dice() % arcs.size()];
                const bool established = turn % 2 == 1;
                const int column = session.column_of(row) >= 0 ? session.column_of(row) : arc.column;
                std::vector<Arc> back;
                if (kind == "arrive" && established)  // somebody with the same possible pairs as one who is there
                    for (int i = 0; i < graph.rows(); ++i)
                        for (const Arc& other : graph.row(i))
                            if (other.column == arc.column) back.push_back({i, other.cost});
                const double start = processor_seconds();
                const auto change = [&] {
                    if (kind == "arrive" && established) session.arrive_column(back);
                    if (kind == "arrive" && !established) session.arrive_row({arcs.begin(), arcs.end()});
                    if (kind == "leave" && established) session.leave_column(column);
                    if (kind == "leave" && !established) session.leave_row(row);
                    if (kind == "lock") session.lock(row, arc.column, arc.cost);
                    if (kind == "forbid") session.forbid(row, column);
                };
                change();
                times.push_back(processor_seconds() - start);
                if (turn % 100 != 0) continue;
                const Graph now = session.graph();
                const Answer kept = session.answer(), anew = solve(now, Rule::waiting, {threads(), 0, {}});
                ++compared;
                equal += kept.pairs == anew.pairs && kept.cost == anew.cost &&
                         check(now, Rule::waiting, kept.column_of, kept.certificate).holds();
            }
            std::ranges::sort(times);
            const auto at = [&](double share) {
                return 1e6 * times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
            };
            good = good && equal == compared;
            say("  {:9}  {:7}  {} changes  p50 {:7.1f}  p90 {:7.1f}  p99 {:8.1f}  most {:8.1f}   {} of {} equal to "
                "solving anew\n",
                reach == Reach::same_place ? "municipal" : "country", what, times.size(), at(0.5), at(0.9), at(0.99),
                at(1), equal, compared);
        }
    }
    say("  aim: p99 below 1000\n");
    return good;
}

/// Time and memory by number of people, as a plot: both axes in logarithms, a letter for each.
void growth() {
    say("\n(d) growth, same municipality, everything from people to proven proposal (Rule::waiting), {} threads\n",
        threads());
    struct Point {
        int people;
        double total, solving, lemon, memory;
    };
    std::vector<Point> points;
    for (const int people : {5'000, 10'000, 20'000, 40'000, 70'000, 100'000}) {
        const Pool pool = synthetic_people({people, people, 290, Reach::same_place}, 1);
        peak_mebibytes();
        Proposal proposal;
        const double total = timed([&] { proposal = match_people(pool, {threads(), 64, Rule::waiting, {}}); });
        const double memory = peak_mebibytes();
        const ArcLists lists(proposal.candidates);
        Answer answer;
        const double solving = timed([&] { answer = solve(proposal.candidates, Rule::most, {threads(), 0, {}}); });
        const double lemon = timed([&] {
            samrum_bench::lemon_network_simplex(people, people, static_cast<std::int64_t>(lists.row.size()),
                                                lists.row.data(), lists.column.data(), lists.cost.data());
        });
        points.push_back({people, total, solving, lemon, memory});
        say("  {:7} x {:<7}  {:8.3f} s in all  one solve {:7.4f} s  LEMON {:7.3f} s  {:6.0f} MiB\n", people, people,
            total, solving, lemon, memory);
    }
    constexpr int kHigh = 16, kWide = 60;
    std::vector<std::string> lines(kHigh + 1, std::string(kWide + 1, ' '));
    const auto put = [&](int people, double value, char letter) {
        const double x = std::log(people / 5e3) / std::log(20.0), y = std::log10(std::max(value, 1e-3) / 1e-3) / 5;
        if (x < 0 || y < 0 || y > 1) return;
        lines[static_cast<std::size_t>(kHigh - std::lround(y * kHigh))]
             [static_cast<std::size_t>(std::lround(x * kWide))] = letter;
    };
    for (const Point& one : points) {
        put(one.people, one.total, 'T');
        put(one.people, one.solving, 's');
        put(one.people, one.lemon, 'L');
        put(one.people, one.memory / 100, 'M');
    }
    say("\n  T all, s one solve, L LEMON (seconds, left); M memory (MiB, right)\n");
    for (int k = 0; k <= kHigh; ++k) {
        const double value = std::pow(10.0, 5.0 * (kHigh - k) / kHigh - 3);
        say("  {:9.3f} |{}| {:.1f}\n", value, lines[static_cast<std::size_t>(k)], value * 100);
    }
    say("  {:>10}5k{:>56}100k people a side\n", "", "");
}

bool oracle(int turns) {
    std::mt19937 dice(20'26);
    int wrong = 0;
    for (int turn = 0; turn < turns; ++turn) {
        const Graph graph = tiny_graph(dice);
        for (const Rule rule : {Rule::most, Rule::waiting}) wrong += !holds_by_trying(graph, rule, solve(graph, rule));
    }
    say("{} tiny graphs, two rules each, against trying every matching: {} wrong\n", turns, wrong);
    return wrong == 0;
}

}  // namespace

int main(int count, char** words) {
    const std::string_view what = count > 1 ? words[1] : "";
    const auto wanted = [&](std::string_view part) { return what.empty() || what == part; };
    say("{}, {} threads, kernel {}\n", from_proc("/proc/cpuinfo", "model name"), threads(), name_of(best_kernel()));
    bool good = true;
    if (wanted("--oracle")) good = oracle(200'000) && good;
    if (wanted("--country")) good = whole_country() && good;
    if (wanted("--lemon")) good = against_lemon(count > 2 ? static_cast<unsigned>(std::atoi(words[2])) : 5) && good;
    if (wanted("--events")) good = events() && good;
    if (wanted("--growth")) growth();
    say("\nReported, not gates.\n");
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
