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
    const auto both = [](const std::array<std::uint64_t, 2>& words) {
        return std::popcount(words[0]) + std::popcount(words[1]);
    };
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
        : pool_(pool),
          options_(options),
          kernel_(options.kernel.value_or(best_kernel())),
          packed_(pool),
          rows_(pool.newcomers.size()),
          whole_(pool.newcomers.size(), 1),
          locked_(pool.newcomers.size(), 0) {
        for (const Pair& pair : pool.locked) locked_[at(pair.newcomer)] = 1;
    }

    Proposal run() {
        Proposal proposal;
        proposal.rule = options_.rule;
        Effort& effort = proposal.effort;
        effort.pairs =
            static_cast<std::int64_t>(pool_.newcomers.size()) * static_cast<std::int64_t>(pool_.established.size());
        auto start = Clock::now();
        guess_prices();
        first_look();
        effort.scanned = static_cast<std::int64_t>(rows_.size());
        effort.scoring_seconds = since(start);
        while (true) {
            start = Clock::now();
            proposal.candidates = graph();
            proposal.answer = solve_at(proposal.candidates, unmatched(), {options_.threads, 0});
            effort.solving_seconds += since(start);
            ++effort.rounds;
            start = Clock::now();
            const bool found = look_beyond(proposal.answer.certificate, effort);
            effort.scoring_seconds += since(start);
            if (!found) break;
        }
        effort.candidates = static_cast<std::int64_t>(proposal.candidates.arcs.size());
        conclude(proposal);
        return proposal;
    }

  private:
    /// Shares the newcomers among the threads in small pieces; `work(newcomer, room for pairs, thread)`.
    template <class Work>
    void share(Work work) {
        std::atomic<std::size_t> next{0};
        const auto some = [&](int thread) {
            std::vector<Arc> found;
            constexpr std::size_t kPiece = 32;
            for (std::size_t first = next.fetch_add(kPiece); first < rows_.size(); first = next.fetch_add(kPiece))
                for (std::size_t i = first; i < std::min(first + kPiece, rows_.size()); ++i) work(i, found, thread);
        };
        std::vector<std::jthread> others;
        if (rows_.size() >= 200)
            for (int t = 1; t < options_.threads; ++t) others.emplace_back(some, t);
        some(0);
    }

    /// Whom many would like costs more than nothing, and the best candidates of each are those above their prices. How
    /// much more is guessed from every tenth person on either side, matched among themselves: the least price of each
    /// established person at which no newcomer of the sample would rather have had them.
    void guess_prices() {
        guess_.assign(pool_.established.size(), 0);
        constexpr std::size_t kTenth = 10, kWorthIt = 4'000;
        if (rows_.size() < kWorthIt) return take_guess();
        Pool sample = pool_;
        const auto thin = [](std::vector<Person>& people) {
            for (std::size_t k = 0; k * kTenth < people.size(); ++k) people[k] = people[k * kTenth];
            people.resize((people.size() + kTenth - 1) / kTenth);
        };
        thin(sample.newcomers);
        thin(sample.established);
        sample.never.clear();
        sample.locked.clear();
        MatchOptions how = options_;
        how.rule = Rule::most;
        const Proposal proposal = match_people(sample, how);
        std::vector<std::vector<std::int64_t>> lowest(static_cast<std::size_t>(std::max(1, options_.threads)), guess_);
        constexpr std::int64_t kOutOfReach = 1 << 24;  // unmatched in the sample: says nothing
        share([&](std::size_t i, std::vector<Arc>& found, int thread) {
            if (i % kTenth != 0 || locked_[i]) return;
            const std::int64_t price = proposal.answer.certificate.row[i / kTenth];
            if (price >= kOutOfReach) return;
            packed_.scan(static_cast<int>(i), found, kernel_, static_cast<std::int32_t>(price - 1));
            for (const Arc& arc : found) {
                std::int64_t& low = lowest[static_cast<std::size_t>(thread)][at(arc.column)];
                low = std::min(low, arc.cost - price);
            }
        });
        for (const auto& of_thread : lowest)
            for (std::size_t j = 0; j < guess_.size(); ++j) guess_[j] = std::min(guess_[j], of_thread[j]);
        take_guess();
    }
    void take_guess() { prices_ = packed_.prices(guess_); }

    void first_look() {
        beyond_.assign(rows_.size(), 0);
        share([&](std::size_t i, std::vector<Arc>& found, int) {
            if (locked_[i]) return;
            whole_[i] = packed_.best(static_cast<int>(i), at(options_.keep), found, kernel_, &prices_);
            if (!found.empty()) beyond_[i] = found.back().cost + prices_.by_column[at(found.back().column)];
            std::sort(found.begin(), found.end(), cheaper);
            rows_[i] = found;
        });
    }

    /// Takes in every possible pair that the prices say could do better; answers whether there are any.
    ///
    /// What is beyond a row's candidates costs at least `beyond_` above the guessed prices. So where the true prices
    /// are at most `apart` above the guess, a row whose own price is that much lower than `beyond_` needs no look at
    /// all; for the few established whose prices were guessed worse, every row is held against those few.
    bool look_beyond(const Certificate& prices, Effort& effort) {
        std::vector<std::int64_t> off(guess_.size());
        for (std::size_t j = 0; j < off.size(); ++j) off[j] = prices.column[j] - guess_[j];
        std::int64_t apart = std::numeric_limits<std::int64_t>::min();
        if (!off.empty()) {
            auto sorted = off;
            const auto few = sorted.end() - 1 - static_cast<std::ptrdiff_t>(sorted.size() / 20);
            std::nth_element(sorted.begin(), few, sorted.end());
            apart = *few;
        }
        Pool few;  // those whose prices were guessed worse, a pool of their own
        std::vector<int> who;
        for (std::size_t j = 0; j < off.size(); ++j)
            if (off[j] > apart) who.push_back(static_cast<int>(j));
        few.points = pool_.points;
        few.share_language = pool_.share_language;
        few.share_time = pool_.share_time;
        few.near = pool_.near;
        few.newcomers = pool_.newcomers;
        std::vector<std::int64_t> few_prices;
        std::vector<int> number(guess_.size(), -1);
        for (const int j : who) {
            number[at(j)] = static_cast<int>(few.established.size());
            few.established.push_back(pool_.established[at(j)]);
            few.established.back().room = packed_.room()[at(j)];
            few_prices.push_back(prices.column[at(j)]);
        }
        for (const Pair& pair : pool_.never)
            if (number[at(pair.established)] >= 0) few.never.push_back({pair.newcomer, number[at(pair.established)]});
        const Packed packed_few(few);
        const Packed::Prices of_all = packed_.prices(prices.column), of_few = packed_few.prices(few_prices);

        std::atomic<std::int64_t> added{0}, scanned{0};
        share([&](std::size_t i, std::vector<Arc>& found, int) {
            if (whole_[i] || locked_[i]) return;
            const std::int64_t price = prices.row[i];
            constexpr std::int64_t kCut = 1 << 28;  // prices of whole places: beyond what the loops count in
            if (price >= kCut) {
                ++scanned;
                packed_.scan(static_cast<int>(i), found, kernel_);
            } else if (beyond_[i] - price < apart) {
                ++scanned;
                packed_.scan(static_cast<int>(i), found, kernel_, static_cast<std::int32_t>(price - 1), &of_all);
            } else {
                packed_few.scan(static_cast<int>(i), found, kernel_, static_cast<std::int32_t>(price - 1), &of_few);
                for (Arc& arc : found) arc.column = who[at(arc.column)];
            }
            take_in(i, found, prices);
            added += static_cast<std::int64_t>(found.size());
        });
        effort.scanned += scanned;
        return added > 0;
    }
    /// Of these pairs, those that are priced too high; the worst of them, when they are many.
    void take_in(std::size_t i, std::vector<Arc>& found, const Certificate& prices) {
        const auto above = [&](const Arc& arc) { return prices.row[i] + prices.column[at(arc.column)] - arc.cost; };
        std::erase_if(found, [&](const Arc& arc) { return above(arc) <= 0; });
        if (found.empty()) return;
        if (found.size() > at(options_.keep)) {
            const auto last = found.begin() + options_.keep;
            std::nth_element(found.begin(), last, found.end(), [&](const Arc& a, const Arc& b) {
                return above(a) != above(b) ? above(a) > above(b) : a.column < b.column;
            });
            found.erase(last, found.end());
        }
        rows_[i].insert(rows_[i].end(), found.begin(), found.end());
        std::sort(rows_[i].begin(), rows_[i].end(), cheaper);
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
    std::vector<char> whole_;           ///< the candidates are all possible pairs
    std::vector<std::int64_t> beyond_;  ///< what is no candidate costs at least this above the guessed prices
    std::vector<std::int64_t> guess_;   ///< of column prices
    Packed::Prices prices_;             ///< the guess
    std::vector<char> locked_;
};

}  // namespace

Proposal match_people(const Pool& pool, const MatchOptions& options) {
    return Search(pool, options).run();
}

}  // namespace samrum::optimise::match
