#include "advice/figures/pages_spreadsheet.hpp"

#include <algorithm>

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

/// The figures of the period, or of the one before.
using Side = std::optional<std::int64_t> Figure::*;

/// The figures about people that may stand beside each other whatever else is told of the same half-year: none of one
/// to four, and no difference to another of them of one to four. Deliveries judge by the same differences
/// (partnership/agreement/rules_disclosure.hpp), so neither tells what the other hides. The half-year before is judged
/// by its own figures, as its own file does: together the files tell no more than each.
bool is_near_another(const std::vector<Figure>& figures, std::int64_t n, Side side = &Figure::now) {
    return std::ranges::any_of(figures, [&](const Figure& other) {
        return !is_exact(other.measure) && !is_of_volunteers(other.measure) && other.*side &&
               few(std::abs(*(other.*side) - n));
    });
}
Cell people_cell(const std::vector<Figure>& figures, const Figure& one, Side side, const text::Words& words) {
    const std::optional<std::int64_t>& n = one.*side;
    if (!n) return words("advice.figures.unknown");
    const bool shared = *n == 0 || (!few(*n) && !is_near_another(figures, *n, side));
    return shared ? Cell(*n) : Cell(words("advice.figures.sheet.few"));
}

SpreadsheetPage summary_of(const FiguresView& view, const text::Words& words, bool with_people) {
    SpreadsheetPage page;
    page.name = words("advice.figures.sheet.summary");
    page.title = words("advice.figures.title") + ", " + words.period(view.filter.days);
    page.notes = {words("advice.figures.sheet.note"), words("advice.figures.sheet.half_years"),
                  words("advice.figures.sheet.volunteers")};
    if (!view.site_name.empty()) page.notes.push_back(view.site_name);
    page.columns = {{words("advice.figures.figure"), 36},
                    {words("advice.figures.now"), 14},
                    {words("advice.figures.before") + ", " + words.period(view.before), 32}};
    const std::string unknown = words("advice.figures.unknown");
    for (const Figure& one : view.figures) {
        if (is_of_volunteers(one.measure)) continue;
        const std::string label = words("measure." + std::string(one.measure));
        if (is_exact(one.measure))
            page.rows.push_back({label, cell_of(one.now, unknown), cell_of(one.before, unknown)});
        else if (with_people && one.now)
            page.rows.push_back({label, people_cell(view.figures, one, &Figure::now, words),
                                 people_cell(view.figures, one, &Figure::before, words)});
    }
    return page;
}

/// Where the sessions were: the association's own result. How many came to each stays in the room.
SpreadsheetPage sites_page(const FiguresView& view, const text::Words& words) {
    SpreadsheetPage page{words("advice.figures.sites"), words("advice.figures.sites"), {}, {}, {}};
    page.columns = {{words("advice.figures.site"), 36},
                    {words("advice.figures.municipality"), 20},
                    {words("measure.advice.sessions"), 14}};
    for (const SiteFigures& one : view.sites) page.rows.push_back({one.name, one.municipality, one.sessions});
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
    file.pages.push_back(sites_page(view, words));
    return file;
}

}  // namespace samrum::advice::figures
