#pragma once
// Charts as inline SVG with their table beside. Lines keep their width and words their size on every screen: the
// drawing stretches, its labels are text around it.
#include "foundation/web/components.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace samrum::web {

/// How something has come so far, beside what was promised. Each row of values has one entry a label, in time's order;
/// nothing where it is unknown (unknown is never zero).
struct LineChart {
    std::string id;  ///< unique on the page
    std::string title;
    std::string summary;              ///< the chart in one sentence, for those who do not see it
    std::vector<std::string> labels;  ///< "juli 2019"; the first column of the table
    std::string label_heading;        ///< heading of that column: "Månad"
    std::string so_far_label;         ///< "Hittills"
    std::vector<std::optional<double>> so_far = {};
    std::string expected_label = {};  ///< "Väntat"
    std::vector<std::optional<double>> expected = {};
    std::string forecast_label = {};                                      ///< "Prognos"
    std::vector<std::optional<std::pair<double, double>>> forecast = {};  ///< lowest, highest
    std::string target_label = {};                                        ///< "Överenskommet"
    std::optional<double> target = {};
    int digits = 0;  ///< decimals of the figures
};
void line_chart(Html& h, const Words& words, const LineChart& chart);

/// How much of something there was each month or of each kind, as columns.
struct ColumnChart {
    std::string id;
    std::string title;
    std::string summary;
    std::vector<std::string> labels;
    std::string label_heading;
    std::string value_label;
    std::vector<std::optional<double>> values = {};
    int digits = 0;
};
void column_chart(Html& h, const Words& words, const ColumnChart& chart);

/// A round top of an axis that holds `highest`, and the number of equal steps below it: 64 becomes {80, 4}. No step is
/// less than `least_step`: things that are counted have no halves.
std::pair<double, int> axis(double highest, double least_step = 0);

}  // namespace samrum::web
