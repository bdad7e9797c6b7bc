#include "advice/figures/actions_figures.hpp"

#include "advice/figures/actions_scope.hpp"
#include "advice/figures/module_measures.hpp"
#include "advice/sites/actions_read.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/repository_site.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>

namespace samrum::advice::figures {
namespace {

using sheets::Dimension;

/// The tables of the page, in the order in which they are asked about.
constexpr Dimension kTables[] = {Dimension::topic,         Dimension::language,     Dimension::language_gap,
                                 Dimension::language_help, Dimension::waiting,      Dimension::length,
                                 Dimension::gender,        Dimension::outcome,      Dimension::referral,
                                 Dimension::sent_by,       Dimension::helped_before};

CountedOver over_filter(const FiguresFilter& filter, const base::Period& days) {
    return {days, filter.site, {}, {}, filter.municipality};
}
module::Dimensions scope_of_filter(const FiguresFilter& filter) {
    module::Dimensions scope;
    if (filter.site) scope.emplace("site", filter.site->text());
    if (!filter.municipality.empty()) scope.emplace("municipality", filter.municipality);
    return scope;
}

std::vector<Figure> figures_of(store::Reader& room, const FiguresFilter& filter, const base::Period& before) {
    const auto scope = scope_of_filter(filter);
    std::vector<Figure> figures;
    for (const module::Measure& measure : measures()) {
        // Volunteers belong to all sites together: one site's figure would be another thing.
        const bool of_sites = std::ranges::find(measure.dimensions, "site") != measure.dimensions.end();
        if (!of_sites && !scope.empty()) continue;
        figures.push_back({measure.name, measure.unit, measure.count(room, scope, filter.days).inside(),
                           measure.count(room, scope, before).inside()});
    }
    return figures;
}

std::vector<DimensionTable> tables_of(store::Reader& room, const FiguresFilter& filter, const base::Period& before) {
    std::vector<DimensionTable> tables;
    for (const Dimension dimension : kTables)
        tables.push_back({dimension, beside(sheets::sums_by_value(room, dimension, over_filter(filter, filter.days)),
                                            sheets::sums_by_value(room, dimension, over_filter(filter, before)))});
    return tables;
}

/// Where visits are not known of the period before, neither is what they were about: unknown is not zero.
void forget_uncounted(FiguresView& view) {
    const auto visits = std::ranges::find(view.figures, std::string_view("advice.visits"), &Figure::measure);
    if (visits == view.figures.end() || visits->before) return;
    for (DimensionTable& table : view.tables)
        for (ValueFigure& one : table.rows) one.before.reset();
}

/// Where the chosen site's hours changed within the period: the visits of as many days before and after, so that the
/// coordinator sees what a change did (seed 002: another hour doubled Linero's visits).
void fill_hours(store::Reader& room, FiguresView& view) {
    constexpr int kLongestSide = 182;
    if (!view.filter.site) return;
    const auto spans = sites::hours_history(room, *view.filter.site);
    for (std::size_t i = 1; i < spans.size(); ++i) {
        const base::Date day = spans[i].days.first();
        if (!view.filter.days.contains(day)) continue;
        const base::Date end =
            std::min(*view.filter.days.last(), spans[i].days.last().value_or(*view.filter.days.last()));
        const int days = std::min({kLongestSide, day.days_until(end) + 1, spans[i - 1].days.first().days_until(day)});
        const auto side = [&](base::Date first) {
            const auto over = over_filter(view.filter, {first, first.plus_days(days - 1)});
            return HoursChange::Side{count_held(room, over).held,
                                     sheets::sum_counts(room, Dimension::visits, "", over)};
        };
        view.hours.push_back({day, spans[i].rules, side(day.plus_days(-days)), side(day)});
    }
}

void fill_sites(store::Reader& room, FiguresView& view, std::int64_t offset, std::int64_t limit) {
    const FiguresFilter& filter = view.filter;
    for (const sites::Site& site : sites::load_sites(room)) {
        view.municipalities.push_back(site.municipality);
        if (!filter.municipality.empty() && site.municipality != filter.municipality) continue;
        view.site_choices.emplace_back(site.id.text(), site.name);
        if (filter.site && site.id != *filter.site) continue;
        if (filter.site) view.site_name = site.name;
        if (view.sites_total >= offset && view.sites_total < offset + limit) {
            const CountedOver now{filter.days, site.id, {}, {}, {}}, then{view.before, site.id, {}, {}, {}};
            view.sites.push_back({site.id, site.name, site.municipality, count_held(room, now).held,
                                  sheets::sum_counts(room, Dimension::visits, "", now),
                                  sheets::sum_counts(room, Dimension::visits, "", then)});
        }
        ++view.sites_total;
    }
    std::ranges::sort(view.municipalities, {}, [](const std::string& one) { return text::sort_key(one); });
    const auto doubles = std::ranges::unique(view.municipalities);
    view.municipalities.erase(doubles.begin(), doubles.end());
}

}  // namespace

base::Result<FiguresView> see_figures(store::Session& room, const module::Caller& caller, const FiguresFilter& filter,
                                      std::int64_t sites_offset, std::int64_t sites_limit) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) -> base::Result<FiguresView> {
        FiguresView view;
        view.filter = filter;
        view.before = period_before(filter.days);
        view.figures = figures_of(reader, filter, view.before);
        view.tables = tables_of(reader, filter, view.before);
        forget_uncounted(view);
        view.months =
            months_of(filter.days, sheets::sums_by_month(reader, Dimension::visits, over_filter(filter, filter.days)),
                      held_by_month(reader, over_filter(filter, filter.days)));
        fill_hours(reader, view);
        fill_sites(reader, view, sites_offset, sites_limit);
        return view;
    });
}

base::Result<FigureRows> see_rows(store::Session& room, const module::Caller& caller, const FiguresFilter& filter,
                                  Dimension dimension, std::string_view value, std::int64_t limit,
                                  std::int64_t offset) {
    if (!may(caller, kRunAdvice)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) -> base::Result<FigureRows> {
        const SiteNames names = site_names(reader);
        FigureRows page;
        auto all = sheets::sums_by_session(reader, dimension, value, over_filter(filter, filter.days));
        std::ranges::reverse(all);
        for (const auto& one : all) {
            if (one.n == 0) continue;
            if (page.total >= offset && page.total < offset + limit)
                page.rows.push_back({one.day, names.at(one.site), one.session, one.n});
            ++page.total;
            page.sum += one.n;
        }
        return page;
    });
}

}  // namespace samrum::advice::figures
