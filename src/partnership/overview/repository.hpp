#pragma once
#include "foundation/store/store.hpp"
#include "partnership/agreement/model_binding.hpp"
#include "partnership/overview/model.hpp"

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace samrum::partnership::overview {

/// Every agreement of the room, as little as choosing asks for, by title. Each has what a search looks in when somebody
/// `searches`.
std::vector<Listed> load_rows(store::Reader& room, bool is_public_room, bool searches);
/// The details of at most kPage agreements, in the order given, by four statements in all.
std::vector<Detail> load_details(store::Reader& room, std::span<const Listed> rows);
/// What the page's promises are counted by, by agreement and promise: in the association's own room.
using Bindings = std::map<std::pair<AgreementId, std::string>, std::vector<agreement::Binding>>;
Bindings load_bindings(store::Reader& room, std::span<const Listed> rows);
/// Money of all agreements, from one year to another and of no known year, by payer and year.
std::vector<YearMoney> load_money(store::Reader& room, int first_year, int last_year);
/// The same by agreement, for sums of some of them.
std::map<AgreementId, std::vector<YearMoney>> load_money_by_agreement(store::Reader& room, int first_year,
                                                                      int last_year);

/// What an agreement's row was computed from, and what it would be computed from now.
struct Freshness {
    AgreementId id;
    std::string stamp_now;
    std::optional<std::string> stamp;  ///< nothing: never computed
    std::optional<base::Date> computed_on;
    std::optional<base::Date> next_day;
};
std::vector<Freshness> load_freshness(store::Reader& room);
/// The number of the room's last journal line: every durable change makes one.
std::int64_t last_change(store::Reader& room);

void save_computed(store::Transaction& tx, const Computed& one, base::Date today);

}  // namespace samrum::partnership::overview
