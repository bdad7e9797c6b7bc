// The optimum over all possible pairs without looking at all of them each time: candidates, prices, and a look beyond.
#include "foundation/optimise/match_people.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <chrono>
#include <thread>

namespace samrum::optimise::match {
namespace {

constexpr auto at = [](auto i) { return static_cast<std::size_t>(i); };
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}
bool cheaper(const Arc& a, const Arc& b) {
    return a.cost != b.cost ? a.cost < b.cost : a.column < b.column;
}

/// More than the fits of any two pairs of these people can differ.
std::int64_t spread_of(const Pool& pool) {
    Person any;
    const auto gather = [&](const Person& one) {
        for (std::size_t w = 0; w < 2; ++w) any.interests[w] |= one.interests[w], any.scales[w] |= one.scales[w];
        any.languages |= one.languages, any.times |= one.times, any.life |= one.life, any.like |= one.like;
    };
    for (const Person& one : pool.newcomers) gather(one);
    for (const Person& one : pool.established) gather(one);
    const auto part = [](int count, int points) { return std::int64_t{count} * std::abs(points); };
    const auto both = [](const std::array<std::uint64_t, 2>& words) { return std::popcount(words[0]) + std::popcount(words[1]); };
    std::int64_t near = 0;
    for (const auto& list : pool.near)
        for (const Near& one : list) near = std::max<std::int64_t>(near, std::abs(one.points));
    return 1 + 2 * near + part(both(any.interests), pool.points.interest) + part(both(any.scales), pool.points.step) +
           part(std::popcount(any.languages), pool.points.language) + part(std::popcount(any.times), pool.points.time) +
           part(std::popcount(any.life), pool.points.life) + part(2 * std::popcount(any.like), pool.points.like);
}

class Search {
  public:
    Search(const Pool& pool, const MatchOptions& options)
        : pool_(pool), options_(options), kernel_(options.kernel.value_or(best_kernel())), packed_(pool),
          rows_(pool.newcomers.size()), whole_(pool.newcomers.size(), 1), locked_(pool.newcomers.size(), 0) {
        for (const Pair& pair : pool.locked) locked_[at(pair.newcomer)] = 1;
    }

    Proposal run() {
        Proposal proposal;
        proposal.rule = options_.rule;
        Effort& effort = proposal.effort;
        effort.pairs = static_cast<std::int64_t>(pool_.newcomers.size()) *
                       static_cast<std::int64_t>(pool_.established.size());
        auto start = Clock::now();
        effort.scanned = first_look();
        effort.scoring_seconds = since(start);
        while (true) {
            start = Clock::now();
            proposal.candidates = graph();
            proposal.answer = solve_at(proposal.candidates, unmatched(), {options_.threads, 0});
            effort.solving_seconds += since(start);
            ++effort.rounds;
            start = Clock::now();
            const std::int64_t scanned = effort.scanned;
            const bool found = look_beyond(proposal.answer.certificate, effort);
            effort.scoring_seconds += since(start);
            if (!found || effort.scanned == scanned) break;
        }
        effort.candidates = static_cast<std::int64_t>(proposal.candidates.arcs.size());
        conclude(proposal);
        return proposal;
    }

  private:
    /// Shares the newcomers among the threads in small pieces.
    template <class Work>
    void share(Work work) {
        std::atomic<std::size_t> next{0};
        const auto some = [&] {
            std::vector<Arc> found;
            constexpr std::size_t kPiece = 32;
            for (std::size_t first = next.fetch_add(kPiece); first < rows_.size(); first = next.fetch_add(kPiece))
                for (std::size_t i = first; i < std::min(first + kPiece, rows_.size()); ++i) work(i, found);
        };
        std::vector<std::jthread> others;
        if (rows_.size() >= 200)
            for (int t = 1; t < options_.threads; ++t) others.emplace_back(some);
        some();
    }

    std::int64_t first_look() {
        share([&](std::size_t i, std::vector<Arc>& found) {
            if (locked_[i]) return;
            whole_[i] = packed_.best(static_cast<int>(i), at(options_.keep), found, kernel_);
            rows_[i] = found;
        });
        worst_.resize(rows_.size());
        for (std::size_t i = 0; i < rows_.size(); ++i) worst_[i] = rows_[i].empty() ? 0 : rows_[i].back().cost;
        return static_cast<std::int64_t>(rows_.size());
    }

    /// Takes in every possible pair that the prices say could do better; answers whether there are any. A row is looked
    /// at only when its price is above what all beyond its candidates cost at the least.
    bool look_beyond(const Certificate& prices, Effort& effort) {
        std::atomic<std::int64_t> added{0}, scanned{0};
        share([&](std::size_t i, std::vector<Arc>& found) {
            const std::int64_t price = prices.row[i];
            if (whole_[i] || price <= worst_[i]) return;
            ++scanned;
            const auto limit = static_cast<std::int32_t>(
                std::min<std::int64_t>(price - 1, std::numeric_limits<std::int32_t>::max()));
            packed_.scan(static_cast<int>(i), found, kernel_, limit);
            const auto above = [&](const Arc& arc) { return price + prices.column[at(arc.column)] - arc.cost; };
            std::erase_if(found, [&](const Arc& arc) { return above(arc) <= 0; });
            if (found.empty()) return;
            if (found.size() > at(options_.keep)) {
                const auto last = found.begin() + options_.keep;
                std::nth_element(found.begin(), last, found.end(), [&](const Arc& a, const Arc& b) {
                    return above(a) != above(b) ? above(a) > above(b) : a.column < b.column;
                });
                found.erase(last, found.end());
            }
            added += static_cast<std::int64_t>(found.size());
            rows_[i].insert(rows_[i].end(), found.begin(), found.end());
            std::sort(rows_[i].begin(), rows_[i].end(), cheaper);
        });
        effort.scanned += scanned;
        return added > 0;
    }

    std::vector<std::int64_t> unmatched() const {
        const std::int64_t rows = static_cast<std::int64_t>(rows_.size());
        const std::int64_t step = spread_of(pool_) * (rows + 2);
        std::vector<std::int64_t> prices(rows_.size(), step);
        if (options_.rule == Rule::waiting)
            for (std::int64_t i = 0; i < rows; ++i) prices[at(i)] = step * (rows - i);
        return prices;
    }

    Graph graph() const {
        Graph graph;
        graph.columns = static_cast<int>(pool_.established.size());
        graph.room = packed_.room();
        for (int& room : graph.room) room = std::max(room, 0);
        if (std::ranges::all_of(graph.room, [](int room) { return room == 1; })) graph.room.clear();
        std::size_t arcs = 0;
        for (const auto& row : rows_) arcs += row.size();
        graph.arcs.reserve(arcs);
        graph.begin.reserve(rows_.size() + 1);
        for (const auto& row : rows_) graph.add_row(row);
        return graph;
    }

    void conclude(Proposal& proposal) const {
        proposal.established_of = proposal.answer.column_of;
        for (const Pair& pair : pool_.locked) proposal.established_of[at(pair.newcomer)] = pair.established;
        proposal.pairs = proposal.answer.pairs + static_cast<int>(pool_.locked.size());
        proposal.fit = -proposal.answer.cost;
        for (const Pair& pair : pool_.locked) proposal.fit += fit(pool_, pair);
    }

    const Pool& pool_;
    const MatchOptions& options_;
    Kernel kernel_;
    Packed packed_;
    std::vector<std::vector<Arc>> rows_;
    std::vector<char> whole_;          ///< the candidates are all possible pairs
    std::vector<std::int32_t> worst_;  ///< what is no candidate costs at least this
    std::vector<char> locked_;
};

}  // namespace

Proposal match_people(const Pool& pool, const MatchOptions& options) {
    return Search(pool, options).run();
}

}  // namespace samrum::optimise::match
