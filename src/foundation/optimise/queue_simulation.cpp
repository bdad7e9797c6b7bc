#include "foundation/optimise/queue_simulation.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace samrum::optimise {
namespace {

/// Numbers that are the same on every machine: the standard library's distributions are not.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}
    double uniform() { return (static_cast<double>(engine_() >> 11) + 0.5) * 0x1.0p-53; }
    double exponential(double mean) { return -mean * std::log(uniform()); }
    double normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); }
    /// With this mean; `variation` 0 is exponential.
    double length(double mean, double variation) {
        if (variation <= 0) return exponential(mean);
        return mean * std::exp(variation * normal() - variation * variation / 2);
    }
    std::size_t pick(const std::vector<double>& shares) {
        double left = uniform();
        for (std::size_t at = 0; at + 1 < shares.size(); ++at) {
            if (left < shares[at]) return at;
            left -= shares[at];
        }
        return shares.size() - 1;
    }

  private:
    std::mt19937_64 engine_;
};

struct Coming {
    double arrives = 0;
    double takes = 0;
    QueueVisitor as = {};
};

std::vector<Coming> draw(const Afternoon& afternoon, Chance& chance) {
    std::vector<Coming> all;
    const auto add = [&](double arrives) {
        Coming one;
        one.arrives = arrives;
        one.as.language = std::to_string(chance.pick(afternoon.language_shares));
        one.as.complex = chance.uniform() < afternoon.complex_share;
        one.as.urgent = chance.uniform() < afternoon.urgent_share;
        const double mean = one.as.complex ? afternoon.complex_mean : afternoon.simple_mean;
        one.as.expected = mean;
        one.takes = chance.length(mean, afternoon.variation);
        all.push_back(std::move(one));
    };
    for (int i = 0; i < afternoon.before_opening; ++i) add(0);
    double at = chance.exponential(1 / afternoon.arrivals);
    while (at < afternoon.length) {
        add(at);
        at += chance.exponential(1 / afternoon.arrivals);
    }
    return all;
}

/// The state while an afternoon is played.
class Play {
  public:
    Play(const Afternoon& afternoon, const QueueRules& rules, std::vector<Coming> coming)
        : afternoon_(afternoon),
          rules_(rules),
          coming_(std::move(coming)),
          desks_(afternoon.desks),
          busy_until_(desks_.size(), 0) {
        done_.visits.resize(coming_.size());
    }

    SimulatedAfternoon run() {
        std::size_t next = 0;
        while (next < coming_.size() || !waiting_.empty()) {
            const double arrival = next < coming_.size() ? coming_[next].arrives : kNever;
            go_to(std::min({arrival, next_free(), next_hold()}));
            while (next < coming_.size() && coming_[next].arrives <= now_) arrive(next++);
            for (std::size_t desk = 0; desk < desks_.size(); ++desk) desks_[desk].free = busy_until_[desk] <= now_;
            for (std::size_t desk = 0; desk < desks_.size(); ++desk) take(desk);
        }
        return std::move(done_);
    }

  private:
    static constexpr double kNever = 1e18;

    void go_to(double when) {
        when = std::max(when, now_);
        done_.waiting_area += static_cast<double>(waiting_.size()) * (when - now_);
        now_ = when;
    }
    double next_free() const {
        double soonest = kNever;
        if (waiting_.empty()) return soonest;
        for (const double until : busy_until_)
            if (until > now_) soonest = std::min(soonest, until);
        return soonest;
    }
    /// When somebody who waits for the experienced has waited long enough.
    double next_hold() const {
        double soonest = kNever;
        for (const std::size_t at : waiting_)
            for (const double hold : {rules_.expert_hold, rules_.idle_hold})
                if (const double over = coming_[at].arrives + hold; over > now_) soonest = std::min(soonest, over);
        return soonest;
    }
    std::vector<QueueVisitor> queue() const {
        std::vector<QueueVisitor> all;
        for (const std::size_t at : waiting_) {
            all.push_back(coming_[at].as);
            all.back().waited = now_ - coming_[at].arrives;
        }
        return all;
    }
    void arrive(std::size_t at) {
        waiting_.push_back(at);
        done_.visits[at].arrived = coming_[at].arrives;
        done_.visits[at].complex = coming_[at].as.complex;
        for (std::size_t desk = 0; desk < desks_.size(); ++desk) desks_[desk].free = busy_until_[desk] <= now_;
        const auto all = queue();
        done_.visits[at].told = wait_range(all, all.size() - 1, desks_, service());
    }
    ServiceTime service() const {
        const double share = afternoon_.complex_share;
        return {(1 - share) * afternoon_.simple_mean + share * afternoon_.complex_mean, 0.7};
    }
    void take(std::size_t desk) {
        if (!desks_[desk].free || waiting_.empty()) return;
        const auto chosen = choose_next(queue(), desks_, desk, rules_);
        if (!chosen) return;
        const std::size_t at = waiting_[chosen->visitor];
        waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(chosen->visitor));
        SimulatedVisit& visit = done_.visits[at];
        visit.began = now_;
        visit.ended = busy_until_[desk] = now_ + coming_[at].takes;
        visit.desk = desk;
        visit.wrong_desk = visit.complex && !desks_[desk].experienced;
        desks_[desk].free = false;
    }

    const Afternoon& afternoon_;
    const QueueRules& rules_;
    const std::vector<Coming> coming_;
    std::vector<QueueDesk> desks_;
    std::vector<double> busy_until_;
    std::vector<std::size_t> waiting_;
    double now_ = 0;
    SimulatedAfternoon done_;
};

}  // namespace

Afternoon usual_afternoon() {
    Afternoon one;
    one.desks = {{{"0", "1"}, true, true},
                 {{"0", "2", "3"}, true, true},
                 {{"0", "1"}, false, true},
                 {{"2", "1", "4"}, false, true},
                 {{"0", "3"}, false, true}};
    return one;
}

SimulatedAfternoon simulate(const Afternoon& afternoon, const QueueRules& rules, std::uint64_t seed) {
    Chance chance(seed);
    return Play(afternoon, rules, draw(afternoon, chance)).run();
}

QueueFigures simulate_many(const Afternoon& afternoon, const QueueRules& rules, int afternoons, std::uint64_t seed) {
    QueueFigures figures;
    std::vector<double> waits;
    double complex = 0;
    double within = 0;
    double told = 0;
    for (int i = 0; i < afternoons; ++i) {
        for (const SimulatedVisit& one : simulate(afternoon, rules, seed + static_cast<std::uint64_t>(i)).visits) {
            waits.push_back(one.waited());
            complex += one.complex ? 1 : 0;
            figures.wrong_desk += one.wrong_desk ? 1 : 0;
            if (!one.told) continue;
            ++told;
            figures.mean_width += one.told->high - one.told->low;
            // As it is shown: down and up to five minutes.
            const double low = std::floor(one.told->low / 5) * 5;
            const double high = std::ceil(one.told->high / 5) * 5;
            within += one.waited() >= low - 1 && one.waited() <= std::max(high, 5.0) ? 1 : 0;
        }
    }
    figures.visits = waits.size();
    if (waits.empty()) return figures;
    const auto n = static_cast<double>(waits.size());
    for (const double wait : waits) figures.mean += wait / n;
    std::ranges::sort(waits);
    figures.p95 = waits[static_cast<std::size_t>(0.95 * (n - 1))];
    figures.longest = waits.back();
    figures.complex_wrong = complex > 0 ? figures.wrong_desk / complex : 0;
    figures.wrong_desk /= n;
    figures.within_range = told > 0 ? within / told : 0;
    figures.mean_width = told > 0 ? figures.mean_width / told : 0;
    return figures;
}

}  // namespace samrum::optimise
