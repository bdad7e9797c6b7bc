// What a pair of people is worth and why, written for one pair at a time and apart from the kernels: the judge of
// proposals counts with this.
#include "foundation/optimise/match_people.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

namespace samrum::optimise::match {
namespace {

/// The points of two places; nothing when they are too far apart.
std::optional<int> nearness(const Pool& pool, const Person& newcomer, const Person& established) {
    if (pool.near.empty()) return 0;
    if (newcomer.place < 0 || at(newcomer.place) >= pool.near.size()) return std::nullopt;
    for (const Near& near : pool.near[at(newcomer.place)])
        if (near.place == established.place) return near.points;
    return std::nullopt;
}

template <class Then>
void each_bit(std::uint64_t word, Then then) {
    for (; word; word &= word - 1) then(std::countr_zero(word));
}

bool within_limits(const Pool& pool, const Person& newcomer, const Person& established) {
    return !(newcomer.must & ~established.traits) && !(established.must & ~newcomer.traits) &&
           (!pool.share_language || (newcomer.languages & established.languages)) &&
           (!pool.share_time || (newcomer.times & established.times)) && nearness(pool, newcomer, established);
}

bool is_never(const Pool& pool, Pair pair) {
    return std::ranges::find(pool.never, pair) != pool.never.end();
}

}  // namespace

std::vector<Reason> limits_broken(const Pool& pool, Pair pair) {
    const Person& newcomer = pool.newcomers[at(pair.newcomer)];
    const Person& established = pool.established[at(pair.established)];
    std::vector<Reason> broken;
    if (!nearness(pool, newcomer, established)) broken.push_back({Kind::place, 0, 0});
    if (pool.share_language && !(newcomer.languages & established.languages)) broken.push_back({Kind::language, 0, 0});
    if (pool.share_time && !(newcomer.times & established.times)) broken.push_back({Kind::time, 0, 0});
    each_bit(newcomer.must & ~established.traits, [&](int bit) { broken.push_back({Kind::newcomer_must, bit, 0}); });
    each_bit(established.must & ~newcomer.traits, [&](int bit) { broken.push_back({Kind::established_must, bit, 0}); });
    if (is_never(pool, pair)) broken.push_back({Kind::never, 0, 0});
    return broken;
}

std::vector<Reason> reasons(const Pool& pool, Pair pair) {
    const Person& newcomer = pool.newcomers[at(pair.newcomer)];
    const Person& established = pool.established[at(pair.established)];
    const Points& points = pool.points;
    std::vector<Reason> all;
    const auto add = [&](std::uint64_t word, Kind kind, int worth, int first = 0) {
        each_bit(word, [&](int bit) { all.push_back({kind, first + bit, worth}); });
    };
    if (const auto near = nearness(pool, newcomer, established); near && *near != 0)
        all.push_back({Kind::place, 0, *near});
    add(newcomer.languages & established.languages, Kind::language, points.language);
    add(newcomer.times & established.times, Kind::time, points.time);
    for (std::size_t w = 0; w < 2; ++w)
        add(newcomer.interests[w] & established.interests[w], Kind::interest, points.interest,
            static_cast<int>(64 * w));
    add(newcomer.life & established.life, Kind::life, points.life);
    add(newcomer.like & established.traits, Kind::newcomer_like, points.like);
    add(established.like & newcomer.traits, Kind::established_like, points.like);
    add(newcomer.like & ~established.traits, Kind::newcomer_like_not, 0);
    add(established.like & ~newcomer.traits, Kind::established_like_not, 0);
    for (std::size_t w = 0; w < 2; ++w)
        add(newcomer.scales[w] ^ established.scales[w], Kind::scale, points.step, static_cast<int>(64 * w));
    return all;
}

int fit(const Pool& pool, Pair pair) {
    const Person& a = pool.newcomers[at(pair.newcomer)];
    const Person& b = pool.established[at(pair.established)];
    const Points& points = pool.points;
    const int interests =
        std::popcount(a.interests[0] & b.interests[0]) + std::popcount(a.interests[1] & b.interests[1]);
    const int steps = std::popcount(a.scales[0] ^ b.scales[0]) + std::popcount(a.scales[1] ^ b.scales[1]);
    const int likes = std::popcount(a.like & b.traits) + std::popcount(b.like & a.traits);
    return interests * points.interest + std::popcount(a.languages & b.languages) * points.language +
           std::popcount(a.times & b.times) * points.time + std::popcount(a.life & b.life) * points.life +
           likes * points.like + steps * points.step + nearness(pool, a, b).value_or(0);
}

bool possible(const Pool& pool, Pair pair) {
    return within_limits(pool, pool.newcomers[at(pair.newcomer)], pool.established[at(pair.established)]) &&
           !is_never(pool, pair);
}

Graph graph_of(const Pool& pool) {
    Graph graph;
    graph.columns = static_cast<int>(pool.established.size());
    for (const Person& one : pool.established) graph.room.push_back(one.room);
    std::vector<char> locked(pool.newcomers.size(), 0);
    for (const Pair& pair : pool.locked) {
        --graph.room[at(pair.established)];
        locked[at(pair.newcomer)] = 1;
    }
    for (int& room : graph.room) room = std::max(room, 0);
    std::vector<std::vector<int>> never(pool.newcomers.size());
    for (const Pair& pair : pool.never) never[at(pair.newcomer)].push_back(pair.established);
    std::vector<Arc> row;
    for (std::size_t i = 0; i < pool.newcomers.size(); ++i) {
        row.clear();
        for (std::size_t j = 0; j < pool.established.size() && !locked[i]; ++j) {
            const Pair pair{static_cast<int>(i), static_cast<int>(j)};
            if (graph.room[j] > 0 && within_limits(pool, pool.newcomers[i], pool.established[j]) &&
                std::ranges::find(never[i], pair.established) == never[i].end())
                row.push_back({pair.established, -fit(pool, pair)});
        }
        graph.add_row(row);
    }
    graph.sort();
    return graph;
}

PeopleVerdict check_people(const Pool& pool, Rule rule, const std::vector<int>& established_of,
                           const Certificate& certificate) {
    PeopleVerdict verdict;
    std::vector<int> free = established_of, used(pool.established.size(), 0);
    for (const Pair& pair : pool.locked) {
        if (established_of[at(pair.newcomer)] != pair.established) verdict.locked_missing.push_back(pair);
        free[at(pair.newcomer)] = -1;
    }
    for (std::size_t i = 0; i < established_of.size(); ++i) {
        const Pair pair{static_cast<int>(i), established_of[i]};
        if (pair.established < 0) continue;
        verdict.fit += fit(pool, pair);
        ++used[at(pair.established)];
        if (std::ranges::find(pool.locked, pair) != pool.locked.end()) continue;
        if (auto broken = limits_broken(pool, pair); !broken.empty())
            verdict.broken.emplace_back(pair, std::move(broken));
    }
    for (std::size_t j = 0; j < used.size(); ++j)
        if (used[j] > pool.established[j].room) verdict.too_many.push_back(static_cast<int>(j));
    const Graph graph = graph_of(pool);
    verdict.possible_pairs = static_cast<std::int64_t>(graph.arcs.size());
    verdict.certificate = check(graph, rule, free, certificate);
    verdict.blocking = blocking_pairs(graph, free);
    verdict.order = check_order(graph, free);
    return verdict;
}

Waiting why_waiting(const Pool& pool, int newcomer) {
    Waiting waiting;
    std::map<std::pair<Kind, int>, Waiting::Limit> limits;
    std::vector<int> locked(pool.established.size(), 0);
    for (const Pair& pair : pool.locked) ++locked[at(pair.established)];
    for (std::size_t j = 0; j < pool.established.size(); ++j) {
        if (pool.established[j].room <= 0) continue;
        if (locked[j] >= pool.established[j].room) {
            ++waiting.locked;
            continue;
        }
        const auto broken = limits_broken(pool, {newcomer, static_cast<int>(j)});
        if (broken.empty()) ++waiting.possible;
        for (const Reason& one : broken) {
            Waiting::Limit& limit = limits[{one.kind, one.bit}];
            limit.limit = one;
            ++limit.excluded;
            limit.alone += broken.size() == 1;
        }
    }
    for (const auto& [key, limit] : limits) waiting.limits.push_back(limit);
    std::ranges::stable_sort(waiting.limits, [](const Waiting::Limit& a, const Waiting::Limit& b) {
        return a.alone != b.alone ? a.alone > b.alone : a.excluded > b.excluded;
    });
    return waiting;
}

std::vector<Alternative> alternatives(const Pool& pool, const Proposal& proposal, int newcomer, std::size_t most) {
    const Certificate& prices = proposal.answer.certificate;
    std::vector<int> taken(pool.established.size(), 0), by(pool.established.size(), -1), room;
    for (const Person& one : pool.established) room.push_back(one.room);
    for (const Pair& pair : pool.locked) {
        --room[at(pair.established)];
        if (pair.newcomer == newcomer) return {};
    }
    for (std::size_t i = 0; i < proposal.answer.column_of.size(); ++i)
        if (const int j = proposal.answer.column_of[i]; j >= 0) {
            ++taken[at(j)];
            by[at(j)] = static_cast<int>(i);
        }
    std::vector<Alternative> all;
    for (std::size_t j = 0; j < pool.established.size(); ++j) {
        const Pair pair{newcomer, static_cast<int>(j)};
        if (room[j] <= 0 || proposal.established_of[at(newcomer)] == pair.established || !possible(pool, pair))
            continue;
        Alternative one{pair.established, fit(pool, pair), 0, false, -1};
        const std::int64_t above = std::max<std::int64_t>(0, -one.fit - prices.row[at(newcomer)] - prices.column[j]);
        const std::int64_t place = prices.unmatched.back();  // what one place is worth: more than all fit together
        one.takes_a_place = above > place / 2;
        if (!one.takes_a_place) one.at_least = above;
        if (taken[j] >= room[j]) one.instead_of = by[j];
        all.push_back(one);
    }
    std::ranges::stable_sort(all, [](const Alternative& a, const Alternative& b) {
        return std::tuple(a.takes_a_place, a.at_least, -a.fit) < std::tuple(b.takes_a_place, b.at_least, -b.fit);
    });
    if (all.size() > most) all.resize(most);
    return all;
}

Session session_of(const Proposal& proposal) {
    return {proposal.candidates, proposal.rule};
}

}  // namespace samrum::optimise::match
