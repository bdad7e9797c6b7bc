#pragma once
#include "foundation/module/module.hpp"
#include "partnership/overview/model_permissions.hpp"
#include "partnership/overview/rules.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the overview's page and files read. Needs kReadOverview for the room's own organisation.
namespace samrum::partnership::overview {

/// A figure as it stands in the association's own work, now.
struct LiveFigure {
    std::string commitment;
    std::optional<std::int64_t> so_far;  ///< nothing: no record tells
    base::Period period;
};

/// A row of a page.
struct Shown {
    Listed listed;
    Detail detail;
    std::vector<LiveFigure> live;  ///< in the association's own room
};
struct Asked {
    Filter filter;
    std::string sort = "next";
    bool descending = false;
    std::size_t offset = 0;
    std::size_t most = 0;
    int year = 0;  ///< money of this year and the ones beside it
};
struct Overview {
    std::vector<Shown> shown;
    std::size_t total = 0;                   ///< that fit the filter
    std::size_t all = 0;                     ///< in the room
    std::vector<YearMoney> money;            ///< of those that fit, by year and payer
    std::vector<std::string> other_parties;  ///< to choose between
    std::size_t left_to_compute = 0;
};
bool may_read_overview(const module::Caller& caller);

/// One page of the overview. The number of statements hangs on the page, never on how many agreements there are.
Overview read_overview(store::Session& session, const module::House& house, const module::Caller& caller,
                       bool is_public_room, const Asked& asked);

}  // namespace samrum::partnership::overview
