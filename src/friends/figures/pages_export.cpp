// The association's own results as a spreadsheet. A file travels: figures about people leave as deliveries alone.
#include "foundation/document/spreadsheet.hpp"
#include "foundation/module/page.hpp"
#include "friends/figures/actions_figures.hpp"
#include "friends/figures/pages.hpp"
#include "friends/figures/pages_filter.hpp"

#include <algorithm>

namespace samrum::friends::figures {
namespace {

constexpr std::string_view kOwnResults[] = {"friends.pairs_started", "friends.pairs_lasted", "friends.activities"};

std::string sheet_words(const module::Call& call, std::string_view key, const base::MessageArgs& args = {}) {
    return call.words("friends.figures." + std::string(key), args);
}

document::SpreadsheetPage summary_page(const module::Call& call, const FiguresView& view) {
    document::SpreadsheetPage page;
    page.name = sheet_words(call, "sheet.summary");
    page.title = sheet_words(call, "title") + ", " + call.words.period(view.filter.days);
    page.notes = {sheet_words(call, "sheet.note")};
    page.columns = {{sheet_words(call, "what"), 36}, {sheet_words(call, "amount"), 14}};
    for (const FigureNow& one : view.figures) {
        if (std::ranges::find(kOwnResults, one.measure) == std::end(kOwnResults)) continue;
        page.rows.push_back({call.words("measure." + std::string(one.measure)),
                             one.now ? document::Cell(*one.now) : document::Cell(sheet_words(call, "not_known"))});
    }
    page.rows.push_back({sheet_words(call, "sheet.lasted_of_started"), view.cohort.lasted});
    return page;
}

document::SpreadsheetPage months_page(const module::Call& call, const FiguresView& view) {
    document::SpreadsheetPage page;
    page.name = sheet_words(call, "sheet.months");
    page.title = sheet_words(call, "lasting");
    page.columns = {{sheet_words(call, "month"), 20},
                    {call.words("measure.friends.pairs_started"), 22},
                    {call.words("measure.friends.pairs_lasted"), 28}};
    for (const StartedIn& one : view.months)
        page.rows.push_back({call.words.month(one.month), one.started, one.lasted});
    return page;
}

}  // namespace

web::Response figures_export(module::Call& call) {
    const auto view = see_figures(call.room(), call.caller, call.today(), filter_in(call));
    if (!view) return module::not_found(call);
    const document::Spreadsheet file{
        sheet_words(call, "title"), call.head->name, {summary_page(call, *view), months_page(call, *view)}};
    return web::Response::file(document::write_spreadsheet(file, call.today()), document::kSpreadsheetType,
                               "friends-" + view->filter.days.first().iso() + ".xlsx");
}

}  // namespace samrum::friends::figures
