#include "advice/figures/pages_spreadsheet.hpp"

#include <algorithm>
#include <set>

namespace samrum::advice::figures {
namespace {

using document::Cell;
using document::SpreadsheetPage;

/// The association's own results: nobody's row.
constexpr std::string_view kExactFigures[] = {"advice.sessions", "advice.volunteer_hours"};

/// Who came and who went, beside how many there are: each would tell of the others. They leave as deliveries alone.
bool is_of_volunteers(std::string_view measure) {
    return measure.starts_with("advice.volunteers");
}

bool is_exact(std::string_view measure) {
    return std::ranges::find(kExactFigures, measure) != std::end(kExactFigures);
}
Cell cell_of(const std::optional<std::int64_t>& n, const std::string& otherwise) {
    return n ? Cell(*n) : Cell(otherwise);
}

bool few(std::int64_t n) {
    return n > 0 && n < 5;
}

/// The figures about people that may stand beside each other whatever else is told of the same half-year: none of one
/// to four, and no difference to another of them of one to four. Deliveries judge by the same differences
/// (partnership/agreement/rules_disclosure.hpp), so neither tells what the other hides.
bool is_near_another(const std::vector<Figure>& figures, std::int64_t n) {
    return std::ranges::any_of(figures, [&](const Figure& other) {
        return !is_exact(other.measure) && !is_of_volunteers(other.measure) && other.now &&
               few(std::abs(*other.now - n));
    });
}
std::set<std::string_view> shareable(const std::vector<Figure>& figures) {
    std::set<std::string_view> names;
    for (const Figure& one : figures) {
        if (is_exact(one.measure) || !one.now || few(*one.now)) continue;
        if (!is_near_another(figures, *one.now)) names.insert(one.measure);
    }
    return names;
}

SpreadsheetPage summary_of(const FiguresView& view, const text::Words& words, bool with_people) {
    SpreadsheetPage page;
    page.name = words("advice.figures.sheet.summary");
    page.title = words("advice.figures.title") + ", " + words.period(view.filter.days);
    page.notes = {words("advice.figures.sheet.note"), words("advice.figures.sheet.half_years")};
    if (!view.site_name.empty()) page.notes.push_back(view.site_name);
    page.columns = {{words("advice.figures.figure"), 36}, {words("advice.figures.now"), 14}};
    const auto shared = shareable(view.figures);
    for (const Figure& one : view.figures) {
        if (is_of_volunteers(one.measure)) continue;
        const std::string label = words("measure." + std::string(one.measure));
        if (is_exact(one.measure))
            page.rows.push_back({label, cell_of(one.now, words("advice.figures.unknown"))});
        else if (with_people && one.now)
            page.rows.push_back({label, shared.contains(one.measure) || *one.now == 0
                                            ? Cell(*one.now)
                                            : Cell(words("advice.figures.sheet.few"))});
    }
    return page;
}

/// Its rows add up, so a table tells its total.
bool may_stand(const FiguresView& view, const DimensionTable& table) {
    std::int64_t total = 0;
    for (const ValueFigure& one : table.rows) total += one.now;
    return total > 0 && !few(total) && !is_near_another(view.figures, total);
}

SpreadsheetPage table_page(const DimensionTable& table, const text::Words& words,
                           const std::function<std::string(sheets::Dimension, std::string_view)>& value_words) {
    SpreadsheetPage page;
    page.name = words("advice.dimension." + std::string(code_of(table.dimension)));
    page.title = page.name;
    page.columns = {{page.name, 36}, {words("advice.figures.now"), 14}};
    std::vector<sheets::ValueSum> values;
    values.reserve(table.rows.size());
    for (const ValueFigure& one : table.rows) values.push_back({one.value, one.now});
    for (const SharedRow& row : shared_table(std::move(values)))
        page.rows.push_back(
            {row.value == kFolded ? words("advice.figures.sheet.folded") : value_words(table.dimension, row.value),
             cell_of(row.n, words("advice.figures.sheet.few"))});
    return page;
}

}  // namespace

document::Spreadsheet spreadsheet_of(
    const FiguresView& view, const text::Words& words, const std::string& author,
    const std::function<std::string(sheets::Dimension, std::string_view)>& value_words) {
    const bool one_half_year = is_half_years(view.filter.days) && view.filter.days.days().value_or(0) < 190;
    // One site's figures about people beside those of all would tell of another: only all of the room's are shared.
    const bool with_people = one_half_year && !view.filter.site && view.filter.municipality.empty();
    document::Spreadsheet file{words("advice.figures.title"), author, {summary_of(view, words, with_people)}};
    SpreadsheetPage sessions{words("advice.figures.sheet.months"), words("measure.advice.sessions"), {}, {}, {}};
    sessions.columns = {{words("advice.figures.month"), 20}, {words("measure.advice.sessions"), 14}};
    for (const MonthFigure& one : view.months) sessions.rows.push_back({words.month(one.month), one.sessions});
    file.pages.push_back(std::move(sessions));
    // Tables of which one is a part of another (languages asked for, gaps, how they were solved) never stand in one
    // file.
    constexpr sheets::Dimension kShared[] = {sheets::Dimension::topic, sheets::Dimension::waiting,
                                             sheets::Dimension::length};
    if (with_people)
        for (const DimensionTable& one : view.tables)
            if (may_stand(view, one) && std::ranges::find(kShared, one.dimension) != std::end(kShared))
                file.pages.push_back(table_page(one, words, value_words));
    return file;
}

}  // namespace samrum::advice::figures
