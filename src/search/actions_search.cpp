#include "search/actions_search.hpp"

#include "search/actions_words.hpp"
#include "search/model_signature.hpp"
#include "search/repository_index.hpp"
#include "search/rules_rank.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace samrum::search {
namespace {

const module::Permission* permission_of(std::span<const module::Module> modules, std::string_view key) {
    for (const module::Module& slice : modules)
        for (const module::Permission* one : slice.permissions)
            if (one->key == key) return one;
    return nullptr;
}

/// The readers of this room's index that the caller is one of.
std::vector<std::int64_t> readers_for(store::Reader& room, const module::Caller& caller,
                                      std::span<const module::Module> modules) {
    std::vector<std::int64_t> numbers;
    for (const auto& [number, label] : load_readers(room))
        if (may_find(caller, modules, label)) numbers.push_back(number);
    return numbers;
}

/// The rarest word first: the others are asked of its entries. The second is read at once where asking would cost more:
/// where its beginning says no more than the first one's, every entry of the first is asked, else about one in eight.
Order order_of(store::Reader& room, const std::vector<std::int64_t>& readers, std::vector<std::string> prefixes) {
    if (prefixes.size() < 2) return {std::move(prefixes), false};
    std::vector<std::pair<std::int64_t, std::string>> counted;
    counted.reserve(prefixes.size());
    for (std::string& prefix : prefixes) {
        const auto count = count_words(room, readers, prefix);
        counted.emplace_back(count, std::move(prefix));
    }
    std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : a.second.size() > b.second.size();
    });
    constexpr std::int64_t kAskedOfAll = 16, kAskedOfSome = 2;
    const auto& [first, second] = std::tie(counted[0], counted[1]);
    const bool of_all = signature_of({first.second}) == signature_of({first.second, second.second});
    Order order;
    order.second_at_once =
        second.first < kMostCounted && second.first < first.first * (of_all ? kAskedOfAll : kAskedOfSome);
    order.prefixes.reserve(counted.size());
    for (auto& [count, prefix] : counted) order.prefixes.push_back(std::move(prefix));
    return order;
}

std::vector<Candidate> candidates_for(store::Reader& room, const std::vector<std::int64_t>& readers,
                                      const std::vector<std::string>& prefixes, bool& too_many) {
    std::vector<Candidate> all;
    std::set<std::int64_t> seen;
    for (std::size_t at = 0; at < readers.size(); at += kReadersAtATime) {
        const auto end = std::min(readers.size(), at + kReadersAtATime);
        const std::vector<std::int64_t> portion(readers.begin() + static_cast<std::ptrdiff_t>(at),
                                                readers.begin() + static_cast<std::ptrdiff_t>(end));
        auto rows = load_candidates(room, portion, order_of(room, portion, prefixes));
        too_many = too_many || rows.size() == kMostCandidates;
        for (Candidate& one : rows)
            if (seen.insert(one.id).second) all.push_back(std::move(one));
    }
    return all;
}

std::vector<Hit> load_hits(store::Reader& room, const std::vector<Candidate>& candidates, const Query& query) {
    std::vector<Hit> hits;
    for (std::size_t at = query.offset; at < candidates.size() && hits.size() < query.limit; ++at)
        if (auto kept = load_entry(room, candidates[at].id))
            hits.push_back({std::move(kept->kind), std::move(kept->link), std::move(kept->title), std::move(kept->body),
                            kept->day});
    return hits;
}

}  // namespace

bool may_find(const module::Caller& caller, std::span<const module::Module> modules, std::string_view label) {
    const auto at = label.find('@');
    const auto* permission = permission_of(modules, label.substr(0, at));
    if (!permission) return false;
    if (at == std::string_view::npos) return module::may_anywhere(caller, *permission);
    const auto owner = module::OrganisationId::parse(label.substr(at + 1));
    return owner && module::may_for(caller, *permission, *owner);
}

Found find(store::Reader& room, const module::Caller& caller, std::span<const module::Module> modules,
           const Query& query) {
    Found found;
    const auto prefixes = prefixes_of(query.typed);
    const auto readers = readers_for(room, caller, modules);
    if (prefixes.empty() || readers.empty()) return found;
    auto candidates = candidates_for(room, readers, prefixes, found.too_many);
    found.kinds = count_kinds(candidates);
    if (!query.kind.empty()) std::erase_if(candidates, [&](const Candidate& one) { return one.kind != query.kind; });
    found.total = static_cast<std::int64_t>(candidates.size());
    rank(candidates, prefixes);
    found.hits = load_hits(room, candidates, query);
    return found;
}

std::vector<LookedUp> look_up(module::Call& call, std::string_view typed, std::size_t limit) {
    std::vector<LookedUp> all;
    if (prefixes_of(typed).empty()) return all;
    for (const module::Module& slice : call.house.modules)
        for (const auto& source : slice.search_sources) {
            if (!source.find) continue;
            LookedUp one{std::string(source.kind), {}};
            for (auto& entry : source.find(call, typed, limit))
                one.hits.push_back(
                    {one.kind, std::move(entry.link), std::move(entry.title), std::move(entry.text), entry.day});
            if (!one.hits.empty()) all.push_back(std::move(one));
        }
    return all;
}

}  // namespace samrum::search
