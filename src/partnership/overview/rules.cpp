#include "partnership/overview/rules.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace samrum::partnership::overview {
namespace {

constexpr std::pair<Filter::Show, std::string_view> kShows[] = {{Filter::Show::current, "current"},
                                                                {Filter::Show::ahead, "ahead"},
                                                                {Filter::Show::over, "over"},
                                                                {Filter::Show::all, "all"}};

bool is_shown(agreement::Force force, Filter::Show show) {
    using agreement::Force;
    switch (show) {
        case Filter::Show::current:
            return force == Force::in_force || force == Force::ending || force == Force::unknown;
        case Filter::Show::ahead:
            return force == Force::not_begun;
        case Filter::Show::over:
            return force == Force::over || force == Force::by_notice || force == Force::terminated;
        case Filter::Show::all:
            return true;
    }
    return true;
}

}  // namespace

agreement::Force force_of(const Listed& row, base::Date today) {
    agreement::AgreementHead head;
    head.first = row.first;
    head.last = row.last;
    head.open_end = row.open_end;
    head.ended_on = row.ended_on;
    head.ending_from = row.ending_from;
    head.ended_how = row.ended_how;
    return agreement::force_of(head, today);
}

std::string_view show_word(Filter::Show show) {
    return std::ranges::find(kShows, show, &std::pair<Filter::Show, std::string_view>::first)->second;
}
std::optional<Filter::Show> show_named(std::string_view word) {
    for (const auto& [show, name] : kShows)
        if (name == word) return show;
    return std::nullopt;
}

bool fits(const Listed& row, const Filter& filter, base::Date today) {
    if (!is_shown(force_of(row, today), filter.show)) return false;
    if (!filter.party.empty() && row.other_names != filter.party) return false;
    const std::string_view wanted = filter.search;
    for (std::size_t from = 0; from < wanted.size();) {
        const std::size_t end = std::min(wanted.find(' ', from), wanted.size());
        if (row.found.find(wanted.substr(from, end - from)) == std::string::npos) return false;
        from = end + 1;
    }
    return true;
}

void sort_rows(std::vector<Listed>& rows, std::string_view column, bool descending) {
    const auto by_day = [&](auto day_of) {
        std::ranges::stable_sort(rows, [&](const Listed& a, const Listed& b) {
            const auto one = day_of(a), other = day_of(b);
            if (!one || !other) return one.has_value() && !other.has_value();
            return descending ? *one > *other : *one < *other;
        });
    };
    if (column == "next") return by_day([](const Listed& row) { return row.next_day; });
    if (column == "end") return by_day([](const Listed& row) { return row.ended_on ? row.ended_on : row.last; });
    if (column == "party") std::ranges::stable_sort(rows, {}, &Listed::other_order);
    if (descending) std::ranges::reverse(rows);
}

std::vector<std::string> other_parties(const std::vector<Listed>& rows) {
    std::set<std::pair<std::string, std::string>> found;
    for (const Listed& row : rows)
        if (!row.other_names.empty()) found.emplace(row.other_order, row.other_names);
    std::vector<std::string> names;
    names.reserve(found.size());
    for (const auto& [order, one] : found) names.push_back(one);
    return names;
}

std::vector<YearMoney> added(const std::vector<YearMoney>& money) {
    std::map<std::pair<int, std::string>, YearMoney> sums;
    for (const YearMoney& one : money) {
        const auto [at, is_new] = sums.try_emplace({one.year, one.payer}, one);
        if (is_new) continue;
        YearMoney& sum = at->second;
        sum.decided += one.decided;
        sum.paid = sum.paid && one.paid ? std::optional(*sum.paid + *one.paid) : std::nullopt;
        sum.unknown += one.unknown;
    }
    std::vector<YearMoney> all;
    all.reserve(sums.size());
    for (auto& [key, sum] : sums) all.push_back(std::move(sum));
    return all;
}

}  // namespace samrum::partnership::overview
