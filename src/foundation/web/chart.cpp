#include "foundation/web/chart.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace samrum::web {
namespace {

// The drawing's own units; the browser stretches it to its frame.
constexpr double kWidth = 1000;
constexpr double kHeight = 400;

/// One chart's place for values: from a position in time and a value to units of the drawing.
struct Plot {
    std::size_t places;
    double top;
    bool slots = false;  ///< columns stand in the middle of a slot, lines go from edge to edge

    double x(std::size_t i) const {
        if (slots) return kWidth * (static_cast<double>(i) + 0.5) / static_cast<double>(places);
        return places < 2 ? 0 : kWidth * static_cast<double>(i) / static_cast<double>(places - 1);
    }
    double y(double value) const { return kHeight - kHeight * value / top; }
};

std::string point(const Plot& plot, std::size_t i, double value) {
    return fmt::format("{:.1f} {:.1f}", plot.x(i), plot.y(value));
}

/// A line through the known values; an unknown one breaks it.
void line(Html& h, const Plot& plot, const std::vector<std::optional<double>>& values, std::string_view cls) {
    std::string path;
    bool pen_down = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i]) path += fmt::format("{}{}", pen_down ? " L" : " M", point(plot, i, *values[i]));
        // A value that stands alone is still a point: a line of no length with a round end.
        if (values[i] && !pen_down) path += fmt::format(" L{}", point(plot, i, *values[i]));
        pen_down = values[i].has_value();
    }
    if (path.empty()) return;
    h(tag::path, attr::set<"d">(path.substr(1)), attr::cls(cls), attr::set<"vector-effect">("non-scaling-stroke"));
}

void band(Html& h, const Plot& plot, const std::vector<std::optional<std::pair<double, double>>>& ranges) {
    std::string forth;
    std::string back;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (!ranges[i]) continue;
        forth += fmt::format("{}{}", forth.empty() ? "M" : " L", point(plot, i, ranges[i]->second));
        back.insert(0, fmt::format(" L{}", point(plot, i, ranges[i]->first)));
    }
    if (!forth.empty()) h(tag::path, attr::set<"d">(forth + back + " Z"), attr::cls("s-chart__forecast"));
}

void rule(Html& h, double y, std::string_view cls) {
    h(tag::line, attr::set<"x1">("0"), attr::set<"x2">(fmt::format("{:.0f}", kWidth)),
      attr::set<"y1">(fmt::format("{:.1f}", y)), attr::set<"y2">(fmt::format("{:.1f}", y)), attr::cls(cls),
      attr::set<"vector-effect">("non-scaling-stroke"));
}

/// The frame around a drawing: the values beside it, the labels below it. Both are for the eye; the table says the
/// rest.
void frame(Html& h, const Words& words, std::string_view id, std::string_view summary,
           const std::vector<std::string>& labels, const Plot& plot, int steps, int digits, const Slot& drawing) {
    h(tag::div, attr::cls("s-chart__frame"), attr::dir("ltr"), [&] {
        h(tag::div, attr::cls("s-chart__values"), attr::set<"aria-hidden">("true"), [&] {
            const bool whole = std::floor(plot.top / steps) == plot.top / steps;
            for (int i = steps; i >= 0; --i)
                h(tag::span, words.decimal(plot.top * i / steps, whole ? 0 : std::max(digits, 1)));
        });
        h(tag::svg, attr::set<"viewBox">(fmt::format("0 0 {:.0f} {:.0f}", kWidth, kHeight)),
          attr::set<"preserveAspectRatio">("none"), attr::set<"role">("img"),
          attr::set<"aria-labelledby">(std::string(id) + "-summary"), [&] {
              h(tag::title, attr::id(std::string(id) + "-summary"), summary);
              for (int i = 0; i <= steps; ++i)
                  rule(h, kHeight * i / steps, i == steps ? "s-chart__base" : "s-chart__grid");
              drawing();
          });
        const bool many = labels.size() > 7;
        h(tag::div, attr::cls(plot.slots ? "s-chart__labels s-chart__labels--slots" : "s-chart__labels"),
          attr::set<"aria-hidden">("true"), [&] {
              // Many labels would run into each other: first, middle and last are enough to find one's way.
              for (std::size_t i = 0; i < labels.size(); ++i)
                  if (!many || i == 0 || i == labels.size() / 2 || i + 1 == labels.size()) h(tag::span, labels[i]);
          });
    });
}

void key(Html& h, std::string_view kind, std::string_view label) {
    if (label.empty()) return;
    h(tag::li, [&] {
        h(tag::span, attr::cls("s-chart__key s-chart__key--" + std::string(kind)), attr::set<"aria-hidden">("true"));
        h.text(label);
    });
}

void figure(Html& h, std::string_view id, std::string_view title, const Slot& inside) {
    const std::string caption = std::string(id) + "-title";
    h(tag::figure, attr::cls("s-chart"), attr::id(id), attr::set<"aria-labelledby">(caption), [&] {
        h(tag::figcaption, attr::id(caption), title);
        inside();
    });
}

Content value_of(Html& h, const Words& words, const std::vector<std::optional<double>>& values, std::size_t i,
                 int digits) {
    if (i >= values.size() || !values[i]) return "–";
    return [&h, &words, value = *values[i], digits] { decimal(h, words, value, digits); };
}

/// The same figures as rows: a column for each series that the chart has.
void line_table(Html& h, const Words& words, const LineChart& chart) {
    Table all{.caption = chart.title, .hide_caption = true};
    all.columns = {{.label = chart.label_heading},
                   {.label = chart.so_far_label, .numeric = true},
                   {.label = chart.expected_label, .numeric = true},
                   {.label = chart.forecast_label, .numeric = true}};
    const bool expected = !chart.expected_label.empty();
    const bool forecast = !chart.forecast_label.empty();
    if (!forecast) all.columns.pop_back();
    if (!expected) all.columns.erase(all.columns.begin() + 2);
    table(h, words, all, [&](Rows& rows) {
        for (std::size_t i = 0; i < chart.labels.size(); ++i) {
            std::vector<Content> cells{chart.labels[i], value_of(h, words, chart.so_far, i, chart.digits)};
            if (expected) cells.push_back(value_of(h, words, chart.expected, i, chart.digits));
            const bool known = i < chart.forecast.size() && chart.forecast[i];
            if (forecast && !known) cells.emplace_back("–");
            if (forecast && known)
                cells.emplace_back([&h, &words, range = *chart.forecast[i], digits = chart.digits] {
                    isolated(h, words.decimal(range.first, digits) + "–" + words.decimal(range.second, digits));
                });
            rows.row(cells);
        }
    });
}

double highest(const LineChart& chart) {
    double high = chart.target.value_or(0);
    for (const auto& one : chart.so_far) high = std::max(high, one.value_or(0));
    for (const auto& one : chart.expected) high = std::max(high, one.value_or(0));
    for (const auto& one : chart.forecast) high = std::max(high, one ? one->second : 0);
    return high;
}

void column(Html& h, const Plot& plot, std::size_t i, double value) {
    const double width = kWidth / static_cast<double>(plot.places) * 0.64;
    h(tag::rect, attr::cls("s-chart__column"), attr::set<"x">(fmt::format("{:.1f}", plot.x(i) - width / 2)),
      attr::set<"y">(fmt::format("{:.1f}", plot.y(value))), attr::set<"width">(fmt::format("{:.1f}", width)),
      attr::set<"height">(fmt::format("{:.1f}", kHeight - plot.y(value))));
}

}  // namespace

std::pair<double, int> axis(double highest, double least_step) {
    if (!(highest > 0)) return {1, 1};
    const double magnitude = std::pow(10, std::floor(std::log10(highest)) - 1);
    for (double factor : {1.0, 2.0, 5.0, 10.0, 20.0, 25.0, 50.0}) {
        const double step = factor * magnitude;
        if (step < least_step) continue;
        const int steps = static_cast<int>(std::ceil(highest / step - 1e-9));
        if (steps <= 5) return {step * steps, steps};
    }
    return {highest, 1};
}

void line_chart(Html& h, const Words& words, const LineChart& chart) {
    const auto [top, steps] = axis(highest(chart));
    const Plot plot{chart.labels.size(), top};
    figure(h, chart.id, chart.title, [&] {
        frame(h, words, chart.id, chart.summary, chart.labels, plot, steps, chart.digits, [&] {
            band(h, plot, chart.forecast);
            line(h, plot, chart.expected, "s-chart__expected");
            if (chart.target) rule(h, plot.y(*chart.target), "s-chart__target");
            line(h, plot, chart.so_far, "s-chart__so-far");
        });
        h(tag::ul, attr::cls("s-chart__keys"), [&] {
            key(h, "so-far", chart.so_far_label);
            key(h, "expected", chart.expected_label);
            if (chart.target) key(h, "target", chart.target_label + " " + words.decimal(*chart.target, chart.digits));
            key(h, "forecast", chart.forecast_label);
        });
        details(h, words("web.chart.table"), [&] { line_table(h, words, chart); });
    });
}

void column_chart(Html& h, const Words& words, const ColumnChart& chart) {
    double high = 0;
    for (const auto& one : chart.values) high = std::max(high, one.value_or(0));
    const auto [top, steps] = axis(high, chart.digits == 0 ? 1 : 0);
    const Plot plot{chart.labels.size(), top, true};
    figure(h, chart.id, chart.title, [&] {
        frame(h, words, chart.id, chart.summary, chart.labels, plot, steps, chart.digits, [&] {
            for (std::size_t i = 0; i < chart.values.size(); ++i)
                if (chart.values[i]) column(h, plot, i, *chart.values[i]);
        });
        details(h, words("web.chart.table"), [&] {
            Table all{.caption = chart.title, .hide_caption = true};
            all.columns = {{.label = chart.label_heading}, {.label = chart.value_label, .numeric = true}};
            table(h, words, all, [&](Rows& rows) {
                for (std::size_t i = 0; i < chart.labels.size(); ++i)
                    rows.row({chart.labels[i], value_of(h, words, chart.values, i, chart.digits)});
            });
        });
    });
}

}  // namespace samrum::web
