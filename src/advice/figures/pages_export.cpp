// The figures as a spreadsheet.
#include "advice/figures/actions_figures.hpp"
#include "advice/figures/pages.hpp"
#include "advice/figures/pages_filter.hpp"
#include "advice/figures/pages_spreadsheet.hpp"
#include "advice/sheets/pages_parts.hpp"
#include "foundation/module/page.hpp"

namespace samrum::advice::figures {

web::Response figures_export(module::Call& call) {
    const auto filter = filter_in(call.request.query, call.today());
    if (!filter) return no_such_days(call, filter.problems());
    constexpr std::int64_t kEverySite = 10'000;
    const auto view = see_figures(call.room(), call.caller, *filter, 0, kEverySite);
    if (!view) return module::not_found(call);
    const auto value_words = [&](sheets::Dimension dimension, std::string_view value) {
        return sheets::value_words(call.words, dimension, value);
    };
    const auto file = spreadsheet_of(*view, call.words, call.head->name, value_words);
    return web::Response::file(document::write_spreadsheet(file, call.today()), document::kSpreadsheetType,
                               "radrum-" + view->filter.days.first().iso() + ".xlsx");
}

}  // namespace samrum::advice::figures
