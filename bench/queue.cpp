// The queue's policy beside first come, first served, over simulated afternoons. usage: bench_queue [AFTERNOONS]
#include "foundation/optimise/queue_simulation.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace samrum::optimise;

void row(const char* name, const QueueFigures& f) {
    std::printf("  %-24s %8.1f %8.1f %8.0f %13.1f %13.1f %14.1f %8.1f\n", name, f.mean, f.p95, f.longest,
                100 * f.wrong_desk, 100 * f.complex_wrong, 100 * f.within_range, f.mean_width);
}

}  // namespace

int main(int argc, char** argv) {
    const int afternoons = argc > 1 ? std::atoi(argv[1]) : 2000;
    const auto start = std::chrono::steady_clock::now();
    std::printf("%d afternoons, five advisers (two experienced), five languages; minutes and per cent\n", afternoons);
    std::printf("  %-24s %8s %8s %8s %13s %13s %14s %8s\n", "", "mean", "p95", "longest", "wrong desk", "of complex",
                "within range", "width");
    for (const double arrivals : {0.10, 0.15, 0.20}) {
        Afternoon one = usual_afternoon();
        one.arrivals = arrivals;
        const auto fcfs = simulate_many(one, first_come_first_served(), afternoons, 20200131);
        std::printf("%.0f visitors an hour, %zu visits\n", 60 * arrivals, fcfs.visits);
        row("first come, first served", fcfs);
        row("samrum", simulate_many(one, {}, afternoons, 20200131));
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("%.1f s\n", took.count());
}
