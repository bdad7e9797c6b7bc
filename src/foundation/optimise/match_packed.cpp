// Established people packed for scanning: by place, then by what they are and must have.
#include "foundation/optimise/match_kernel.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace samrum::optimise::match {
namespace {

/// People who are and want the same stand together; smaller groups are joined, for a group costs as much as a few
/// people.
constexpr std::size_t kGroup = 32;

}  // namespace

Packed::Packed(const Pool& pool) : pool_(&pool) {
    const auto& people = pool.established;
    for (const Person& one : people) room_.push_back(one.room);
    for (const Pair& pair : pool.locked) --room_[at(pair.established)];
    const bool by_place = !pool.near.empty();
    std::vector<std::int32_t> order;
    for (std::size_t j = 0; j < people.size(); ++j)
        if (room_[j] > 0) order.push_back(static_cast<std::int32_t>(j));
    const auto key = [&](std::int32_t j) {
        const Person& one = people[at(j)];
        return std::tuple(by_place ? one.place : 0, one.must, one.traits, j);
    };
    std::sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) { return key(a) < key(b); });
    who_ = order;
    stride_ = order.size() + 8;
    words_.assign(kWords * stride_, 0);
    no_prices_.assign(stride_, 0);
    places_.resize(1);
    for (std::size_t k = 0; k < order.size(); ++k) {
        const Person& one = people[at(order[k])];
        const auto words = words_of(one);
        for (std::size_t w = 0; w < kWords; ++w) words_[w * stride_ + k] = words[w];
        const std::size_t place = by_place ? at(one.place) : 0;
        const bool new_place = places_.size() <= place || places_[place].end == 0;
        if (places_.size() <= place) places_.resize(place + 1);
        const auto same = [&](const Person& other) { return other.traits == one.traits && other.must == one.must; };
        if (new_place) {
            places_[place] = {groups_.size(), groups_.size() + 1};
            groups_.push_back({one.traits, one.must, k, k + 1});
        } else if (groups_.back().end - groups_.back().begin < kGroup || same(people[at(order[k - 1])])) {
            Group& group = groups_.back();
            group.any_trait |= one.traits;
            group.all_must &= one.must;
            group.end = k + 1;
        } else {
            groups_.push_back({one.traits, one.must, k, k + 1});
            places_[place].end = groups_.size();
        }
    }
    if (pool.never.empty()) return;
    never_.resize(pool.newcomers.size());
    for (const Pair& pair : pool.never) never_[at(pair.newcomer)].push_back(pair.established);
    for (auto& list : never_) std::sort(list.begin(), list.end());
}

Packed::Prices Packed::prices(const std::vector<std::int64_t>& column_price) const {
    Prices prices;
    for (const std::int64_t price : column_price)
        prices.by_column.push_back(static_cast<std::int32_t>(std::min<std::int64_t>(-price, 1 << 30)));
    prices.by_position.assign(stride_, 0);
    for (std::size_t k = 0; k < who_.size(); ++k) prices.by_position[k] = prices.by_column[at(who_[k])];
    return prices;
}

template <class Then>
void Packed::each_group(int newcomer, Kernel kernel, std::vector<Arc>& found, const std::int32_t& limit,
                        const Prices* prices, Then then) const {
    const Person& me = pool_->newcomers[at(newcomer)];
    const auto words = words_of(me);
    const auto look_at = kernel == Kernel::avx512 ? look_avx512 : kernel == Kernel::avx2 ? look_avx2 : look_scalar;
    Look look{words_.data(),
              stride_,
              0,
              0,
              who_.data(),
              &words,
              pool_->points,
              pool_->share_language,
              pool_->share_time,
              0,
              limit,
              prices ? prices->by_position.data() : no_prices_.data()};
    const auto look_in = [&](std::size_t place, int points) {
        if (place >= places_.size()) return;
        look.near = points;
        for (std::size_t g = places_[place].begin; g < places_[place].end; ++g) {
            const Group& group = groups_[g];
            if ((me.must & ~group.any_trait) | (group.all_must & ~me.traits)) continue;
            look.begin = group.begin, look.end = group.end, look.limit = limit;
            look_at(look, found);
            then();
        }
    };
    if (pool_->near.empty()) return look_in(0, 0);
    if (at(me.place) < pool_->near.size())
        for (const Near& near : pool_->near[at(me.place)]) look_in(at(near.place), near.points);
}

void Packed::drop_never(int newcomer, std::vector<Arc>& found) const {
    if (never_.empty() || never_[at(newcomer)].empty()) return;
    const auto& never = never_[at(newcomer)];
    std::erase_if(found, [&](const Arc& arc) { return std::binary_search(never.begin(), never.end(), arc.column); });
}

void Packed::scan(int newcomer, std::vector<Arc>& found, Kernel kernel, std::int32_t limit,
                  const Prices* prices) const {
    found.clear();
    each_group(newcomer, kernel, found, limit, prices, [] {});
    drop_never(newcomer, found);
}

bool Packed::best(int newcomer, std::size_t keep, std::vector<Arc>& found, Kernel kernel, const Prices* prices) const {
    const auto above = [&](const Arc& arc) { return arc.cost + (prices ? prices->by_column[at(arc.column)] : 0); };
    const auto cheaper = [&](const Arc& a, const Arc& b) {
        const std::int32_t left = above(a), right = above(b);
        return left != right ? left < right : a.column < b.column;
    };
    found.clear();
    std::int32_t limit = std::numeric_limits<std::int32_t>::max();
    bool all = true;
    const auto shorten = [&] {
        drop_never(newcomer, found);
        if (found.size() <= keep) return;
        std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(keep) - 1, found.end(), cheaper);
        found.resize(keep);
        limit = above(found.back());
        all = false;
    };
    each_group(newcomer, kernel, found, limit, prices, [&] {
        if (found.size() > 4 * keep) shorten();
    });
    shorten();
    std::sort(found.begin(), found.end(), cheaper);
    return all;
}

}  // namespace samrum::optimise::match
