#pragma once
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/overview/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Pure judgement about what a list shows and in which order. There is no order by figure or by money, and no sum per
/// figure: associations are not ranked, and a visit has no price.
namespace samrum::partnership::overview {

/// Where an agreement stands on a day.
agreement::Force force_of(const Listed& row, base::Date today);

/// What a list shows; empty fields show all.
struct Filter {
    std::string search = {};  ///< folded words, each of which must be found
    std::string party = {};   ///< name of a party on the other side
    enum class Show { current, ahead, over, all } show = Show::current;
};
std::string_view show_word(Filter::Show show);
std::optional<Filter::Show> show_named(std::string_view word);

bool fits(const Listed& row, const Filter& filter, base::Date today);
/// By "title" (as they come), "party", "next" or "end"; what has no day comes last in either direction.
void sort_rows(std::vector<Listed>& rows, std::string_view column, bool descending);

/// The names of the parties on the other side, in alphabetical order, once each.
std::vector<std::string> other_parties(const std::vector<Listed>& rows);

/// Sums by payer and year, the years in order. Paid is known only where all of it is.
std::vector<YearMoney> added(const std::vector<YearMoney>& money);

}  // namespace samrum::partnership::overview
