#include "partnership/overview/actions_overview.hpp"

#include "partnership/agreement/actions_progress.hpp"
#include "partnership/agreement/rules_progress.hpp"
#include "partnership/overview/actions_refresh.hpp"
#include "partnership/overview/repository.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>

namespace samrum::partnership::overview {
namespace {

/// The window that the day lies in, else the last one that is over; nothing before the first.
std::optional<base::Period> window_of(const Listed& row, const agreement::Target& target, base::Date today) {
    if (!row.first || *row.first > today) return std::nullopt;
    std::optional<base::Period> window;
    for (const auto& one : agreement::windows(base::Period{*row.first, row.last}, target.per(), today))
        if (one.period.first() <= today) window = one.period;
    return window;
}

/// Counts what the association's own promises have come to, each measure, scope and stretch once.
class Counter {
  public:
    Counter(store::Reader& room, const module::House& house) : room_(room), house_(house) {}

    std::vector<LiveFigure> of(const Listed& row, const Detail& detail, const Bindings& all_bindings) {
        std::vector<LiveFigure> all;
        for (const Figure& figure : detail.figures) {
            if (!figure.target) continue;
            const auto window = window_of(row, *figure.target, house_.clocks.today());
            const auto bindings = all_bindings.find({detail.id, figure.commitment});
            if (!window || bindings == all_bindings.end()) continue;
            const base::Date until = std::min(house_.clocks.today(), window->last().value_or(house_.clocks.today()));
            const base::Period so_far{window->first(), until};
            all.push_back({figure.commitment, count(bindings->second, so_far), so_far});
        }
        return all;
    }

  private:
    std::optional<std::int64_t> count(const std::vector<agreement::Binding>& bindings, const base::Period& period) {
        std::string key = period.iso();
        for (const auto& one : bindings)
            key += "|" + one.measure + "|" + agreement::scope_text(one.scope) + "|" + one.period.iso();
        const auto [known, is_new] = counted_.try_emplace(key);
        if (is_new)
            known->second = agreement::count_parts(room_, agreement::counting_parts(house_, bindings, period)).inside();
        return known->second;
    }

    store::Reader& room_;
    const module::House& house_;
    std::map<std::string, std::optional<std::int64_t>> counted_;
};

std::vector<YearMoney> money_of(store::Reader& room, const std::vector<Listed>& fitting, bool all_fit, int year) {
    if (all_fit) return load_money(room, year - 1, year + 1);
    const auto by_agreement = load_money_by_agreement(room, year - 1, year + 1);
    std::vector<YearMoney> each;
    for (const Listed& one : fitting)
        if (const auto found = by_agreement.find(one.id); found != by_agreement.end())
            each.insert(each.end(), found->second.begin(), found->second.end());
    return added(each);
}

}  // namespace

bool may_read_overview(const module::Caller& caller) {
    return module::may_for(caller, kReadOverview, caller.room_organisation);
}

Overview read_overview(store::Session& session, const module::House& house, const module::Caller& caller,
                       bool is_public_room, const Asked& asked) {
    Overview overview;
    if (!may_read_overview(caller)) return overview;
    const base::Date today = house.clocks.today();
    overview.left_to_compute = refresh(session, house, kMostAtOnce);
    const bool sees_live = module::may_for(caller, agreement::kSeeProgress, caller.room_organisation);
    return session.snapshot([&](store::Reader& room) {
        Overview read = overview;
        auto rows = load_rows(room, is_public_room, !asked.filter.search.empty());
        read.all = rows.size();
        read.other_parties = other_parties(rows);
        std::erase_if(rows, [&](const Listed& one) { return !fits(one, asked.filter, today); });
        sort_rows(rows, asked.sort, asked.descending);
        read.total = rows.size();
        read.money = money_of(room, rows, read.total == read.all, asked.year);
        Counter counter(room, house);
        const std::size_t last = std::min(rows.size(), asked.offset + asked.most);
        for (std::size_t from = std::min(asked.offset, rows.size()); from < last; from += kPage) {
            const auto part = std::span<const Listed>(rows).subspan(from, std::min(kPage, last - from));
            auto details = load_details(room, part);
            const Bindings bindings = sees_live ? load_bindings(room, part) : Bindings();
            for (std::size_t at = 0; at < part.size(); ++at) {
                Shown one{part[at], std::move(details[at]), {}};
                if (sees_live) one.live = counter.of(one.listed, one.detail, bindings);
                read.shown.push_back(std::move(one));
            }
        }
        return read;
    });
}

}  // namespace samrum::partnership::overview
