// The optimum over all possible pairs without looking at all of them each time: candidates, prices, and a look beyond.
#include "foundation/optimise/match_people.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <chrono>
#include <memory>
#include <thread>

namespace samrum::optimise::match {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
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
        // The optimum of `most` is a good place to begin from when the first are to come first, and often that already.
        Rule rule = options_.rule == Rule::waiting ? Rule::most : options_.rule;
        while (true) {
            start = Clock::now();
            proposal.candidates = graph();
            // From the last prices on, where there are any: the guess is not good enough to begin from.
            auto from = std::move(proposal.answer.guess);
            proposal.answer =
                solve_at(proposal.candidates, rule, unmatched(rule), {options_.threads, 0, std::move(from)});
            effort.solving_seconds += since(start);
            ++effort.rounds;
            start = Clock::now();
            const bool found = look_beyond(proposal.answer.certificate, effort);
            effort.scoring_seconds += since(start);
            if (found) continue;
            if (rule == options_.rule) break;
            if (at(proposal.answer.pairs) == rows_.size()) {  // nobody to choose among
                proposal.answer.certificate.unmatched = unmatched(options_.rule);
                break;
            }
            rule = options_.rule;
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
        base_.assign(rows_.size(), 0);
        bases_.push_back({guess_, 0, {}, nullptr, nullptr, {}});
        share([&](std::size_t i, std::vector<Arc>& found, int) {
            if (locked_[i]) return;
            whole_[i] = packed_.best(static_cast<int>(i), at(options_.keep), found, kernel_, &prices_) ? 1 : 0;
            if (!found.empty()) beyond_[i] = found.back().cost + prices_.by_column[at(found.back().column)];
            std::sort(found.begin(), found.end(), cheaper<std::int32_t>);
            rows_[i] = found;
        });
    }

    /// Column prices by which rows were looked at, and who has come to cost more since than most.
    struct Base {
        std::vector<std::int64_t> prices;
        std::int64_t apart = 0;  ///< the prices of all but a few have risen by this at the most
        std::vector<int> who;    ///< the few
        std::unique_ptr<Pool> few;
        std::unique_ptr<Packed> packed;
        Packed::Prices now;  ///< of the few
    };
    void compare(Base& base, const std::vector<std::int64_t>& prices) const {
        std::vector<std::int64_t> off(prices.size());
        for (std::size_t j = 0; j < off.size(); ++j) off[j] = prices[j] - base.prices[j];
        base.apart = std::numeric_limits<std::int64_t>::min();
        if (!off.empty()) {
            auto sorted = off;
            const auto few = sorted.end() - 1 - static_cast<std::ptrdiff_t>(sorted.size() / 20);
            std::nth_element(sorted.begin(), few, sorted.end());
            base.apart = *few;
        }
        base.who.clear();
        base.few = std::make_unique<Pool>(
            Pool{pool_.newcomers, {}, pool_.points, pool_.share_language, pool_.share_time, pool_.near, {}, {}});
        std::vector<std::int64_t> few_prices;
        std::vector<int> number(off.size(), -1);
        for (std::size_t j = 0; j < off.size(); ++j) {
            if (off[j] <= base.apart) continue;
            number[j] = static_cast<int>(base.who.size());
            base.who.push_back(static_cast<int>(j));
            base.few->established.push_back(pool_.established[j]);
            base.few->established.back().room = packed_.room()[j];
            few_prices.push_back(prices[j]);
        }
        for (const Pair& pair : pool_.never)
            if (number[at(pair.established)] >= 0)
                base.few->never.push_back({pair.newcomer, number[at(pair.established)]});
        base.packed = std::make_unique<Packed>(*base.few);
        base.now = base.packed->prices(few_prices);
    }

    /// Takes in every possible pair that the prices say could do better; answers whether there are any.
    ///
    /// What is beyond a row's candidates costs at least `beyond_` above the prices by which it was looked at. So where
    /// prices have risen by at most `apart` since, a row whose own price is that much lower than `beyond_` needs no
    /// look at all; for the few whose prices have risen more, every row is held against those few.
    bool look_beyond(const Certificate& prices, Effort& effort) {
        for (Base& base : bases_) compare(base, prices.column);
        const int here = static_cast<int>(bases_.size());
        bases_.push_back({prices.column, 0, {}, nullptr, nullptr, {}});
        const Packed::Prices now = packed_.prices(prices.column);
        std::atomic<std::int64_t> added{0}, scanned{0};
        share([&](std::size_t i, std::vector<Arc>& found, int) {
            if (whole_[i] || locked_[i]) return;
            const std::int64_t price = prices.row[i];
            const auto above = [&](const Arc& arc) { return price + prices.column[at(arc.column)] - arc.cost; };
            constexpr std::int64_t kCut = 1 << 28;  // prices of whole places: beyond what the loops count in
            const Base& base = bases_[at(base_[i])];
            if (price >= kCut) {
                ++scanned;
                packed_.scan(static_cast<int>(i), found, kernel_);
                std::erase_if(found, [&](const Arc& arc) { return above(arc) <= 0; });
            } else if (beyond_[i] - price < base.apart) {
                ++scanned;
                // A little further than need be, so that the next prices seldom ask for another look.
                packed_.scan(static_cast<int>(i), found, kernel_, static_cast<std::int32_t>(price + kFurther), &now);
                beyond_[i] = price + kFurther + 1;
                base_[i] = here;
            } else {
                base.packed->scan(static_cast<int>(i), found, kernel_, static_cast<std::int32_t>(price + 1), &base.now);
                for (Arc& arc : found) arc.column = base.who[at(arc.column)];
            }
            if (found.empty()) return;
            if (found.size() > at(options_.keep)) {  // the worst of them are enough for now
                const auto last = found.begin() + options_.keep;
                std::nth_element(found.begin(), last, found.end(), [&](const Arc& a, const Arc& b) {
                    return above(a) != above(b) ? above(a) > above(b) : a.column < b.column;
                });
                if (base_[i] == here) beyond_[i] = std::min(beyond_[i], price - above(*last));
                found.erase(last, found.end());
            }
            added += std::ranges::count_if(found, [&](const Arc& arc) { return above(arc) > 0; });
            auto& row = rows_[i];
            row.insert(row.end(), found.begin(), found.end());
            std::sort(row.begin(), row.end(), cheaper<std::int32_t>);
            row.erase(std::unique(row.begin(), row.end()), row.end());
        });
        effort.scanned += scanned;
        return added > 0;
    }

    std::vector<std::int64_t> unmatched(Rule rule) const {
        const auto rows = static_cast<std::int64_t>(rows_.size());
        const std::int64_t step = spread_of(pool_) * (rows + 2);
        std::vector<std::int64_t> prices(rows_.size(), step);
        if (rule == Rule::waiting)
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
    std::vector<char> whole_;                    ///< the candidates are all possible pairs
    static constexpr std::int64_t kFurther = 6;  ///< points
    std::vector<std::int64_t> beyond_;  ///< what is no candidate costs at least this above the prices of its base
    std::vector<int> base_;             ///< of each row, in `bases_`
    std::vector<Base> bases_;
    std::vector<std::int64_t> guess_;  ///< of column prices
    Packed::Prices prices_;            ///< the guess
    std::vector<char> locked_;
};

}  // namespace

Proposal match_people(const Pool& pool, const MatchOptions& options) {
    return Search(pool, options).run();
}

}  // namespace samrum::optimise::match
