#pragma once
#include "advice/figures/repository_figure.hpp"
#include "advice/figures/rules_figures.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "foundation/module/permission.hpp"

#include <string>
#include <string_view>
#include <vector>

// The figures of the association's own coordinator, live and exact.
namespace samrum::advice::figures {

/// What the coordinator chose to see. The period is closed.
struct FiguresFilter {
    base::Period days;
    std::optional<sheets::SiteId> site = {};
    std::string municipality = {};
};

/// A figure of a measure, now and in the period before.
struct Figure {
    std::string_view measure;  ///< "advice.visits"
    std::string_view unit;     ///< message key
    std::optional<std::int64_t> now;
    std::optional<std::int64_t> before;
};
/// A one-way table of a dimension.
struct DimensionTable {
    sheets::Dimension dimension;
    std::vector<ValueFigure> rows;
};
/// What one site had, now and before.
struct SiteFigures {
    sheets::SiteId site;
    std::string name;
    std::string municipality;
    std::int64_t sessions = 0;
    std::optional<std::int64_t> visits, visits_before;
};
/// From a day on the site's hours were others.
struct HoursChange {
    base::Date day;
    std::vector<sites::WeeklyRule> rules;  ///< the new hours; none: it closed
    /// What as many days on either side held, at most 182 and none of other hours; visits unknown where none was
    /// counted.
    struct Side {
        std::int64_t sessions = 0;
        std::optional<std::int64_t> visits;
    } earlier, later;
};

struct FiguresView {
    FiguresFilter filter;
    base::Period before;
    std::vector<Figure> figures;
    std::vector<DimensionTable> tables;
    std::vector<MonthFigure> months;
    std::vector<HoursChange> hours;  ///< of the chosen site, where its hours changed within the period
    std::vector<SiteFigures> sites;  ///< of this page
    std::int64_t sites_total = 0;
    std::vector<std::string> municipalities;
    std::vector<std::pair<std::string, std::string>> site_choices;  ///< id and name, of the chosen municipality
    std::string site_name;                                          ///< of the chosen site
};
inline constexpr int kSitesOnPage = 25;

/// Everything the figures page shows. Needs kRunAdvice.
base::Result<FiguresView> see_figures(store::Session& room, const module::Caller& caller, const FiguresFilter& filter,
                                      std::int64_t sites_offset, std::int64_t sites_limit = kSitesOnPage);

/// The sessions that a figure comes from, with what each adds.
struct FigureRow {
    base::Date day;
    std::string site;
    sheets::SessionId session;
    std::int64_t n = 0;
};
struct FigureRows {
    std::vector<FigureRow> rows;  ///< of this page, the newest first
    std::int64_t total = 0;       ///< how many there are
    std::int64_t sum = 0;
};
base::Result<FigureRows> see_rows(store::Session& room, const module::Caller& caller, const FiguresFilter& filter,
                                  sheets::Dimension dimension, std::string_view value, std::int64_t limit,
                                  std::int64_t offset);

}  // namespace samrum::advice::figures
