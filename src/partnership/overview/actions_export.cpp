#include "partnership/overview/actions_export.hpp"

#include "foundation/document/csv.hpp"
#include "foundation/document/spreadsheet.hpp"
#include "partnership/agreement/actions_phrases.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace samrum::partnership::overview {
namespace {

using document::Cell;

constexpr std::pair<Part, std::string_view> kParts[] = {
    {Part::agreements, "agreements"}, {Part::figures, "figures"}, {Part::money, "money"}};

Cell day_cell(std::optional<base::Date> day) {
    return day ? Cell(*day) : Cell();
}
Cell kronor_cell(std::optional<base::Money> money) {
    constexpr double kOre = 100;
    return money ? Cell(static_cast<double>(money->ore) / kOre) : Cell();
}

/// A sheet of the file: made once, written in either form.
document::SpreadsheetPage agreements_sheet(const text::Words& words, const Overview& all, bool is_public_room,
                                           base::Date today) {
    document::SpreadsheetPage page{.name = words("overview.part.agreements"), .title = words("overview.title")};
    page.columns = {{words("partnership.column.agreement"), 48},
                    {words(is_public_room ? "overview.party.civil" : "overview.party.public"), 32},
                    {words("partnership.column.state")},
                    {words("overview.first")},
                    {words("overview.last")},
                    {words("overview.next.day")},
                    {words("overview.next"), 48},
                    {words("partnership.column.owed_by"), 32}};
    for (const Shown& one : all.shown) {
        const auto& next = one.detail.next;
        page.rows.push_back(
            {one.detail.title, one.listed.other_names,
             words("partnership.force." + std::string(agreement::word_of(force_of(one.listed, today)))),
             day_cell(one.listed.first), day_cell(one.listed.ended_on ? one.listed.ended_on : one.listed.last),
             day_cell(next ? std::optional(next->day) : std::nullopt), next ? Cell(say_next(words, *next)) : Cell(),
             next ? Cell(say_owner(words, *next)) : Cell()});
    }
    return page;
}

document::SpreadsheetPage figures_sheet(const text::Words& words, const Overview& all) {
    document::SpreadsheetPage page{.name = words("overview.part.figures"), .title = words("overview.part.figures")};
    page.columns = {{words("partnership.column.agreement"), 48},
                    {words("partnership.column.commitment"), 32},
                    {words("overview.delivered")},
                    {words("overview.first")},
                    {words("overview.last")},
                    {words("partnership.column.as_of")},
                    {words("overview.target"), 40}};
    for (const Shown& one : all.shown)
        for (const Figure& figure : one.detail.figures) {
            Cell value;
            if (figure.value && figure.value->kind == agreement::DeliveredValue::Kind::number)
                value = figure.value->number;
            else if (figure.value)
                value =
                    words("partnership.delivery." + std::string(agreement::delivered_kind_name(figure.value->kind)));
            page.rows.push_back({one.detail.title, figure.title, value,
                                 day_cell(figure.period ? std::optional(figure.period->first()) : std::nullopt),
                                 day_cell(figure.period ? figure.period->last() : std::nullopt), day_cell(figure.as_of),
                                 figure.target ? Cell(agreement::say_target(words, *figure.target)) : Cell()});
        }
    return page;
}

Cell year_cell(int year) {
    return year == kYearNotKnown ? Cell() : Cell(std::int64_t{year});
}

document::SpreadsheetPage money_sheet(const text::Words& words, const Overview& all) {
    document::SpreadsheetPage page{.name = words("overview.part.money"), .title = words("overview.part.money")};
    page.notes = {words("overview.money.unknown_why")};
    page.columns = {{words("partnership.column.agreement"), 48},
                    {words("partnership.column.payer"), 32},
                    {words("overview.year")},
                    {words("overview.decided")},
                    {words("overview.paid")},
                    {words("overview.unknown")}};
    for (const Shown& one : all.shown)
        for (const YearMoney& money : one.detail.money)
            page.rows.push_back({one.detail.title, money.payer, year_cell(money.year), kronor_cell(money.decided),
                                 kronor_cell(money.paid), money.unknown});
    return page;
}

std::string csv_cell(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (const auto* decimal = std::get_if<double>(&cell)) return fmt::format("{:.2f}", *decimal);
    if (const auto* day = std::get_if<base::Date>(&cell)) return day->iso();
    return {};
}

}  // namespace

std::optional<Part> part_named(std::string_view word) {
    for (const auto& [part, name] : kParts)
        if (name == word) return part;
    return std::nullopt;
}

std::string say_next(const text::Words& words, const Next& next) {
    return words("partnership.date." + next.kind, {{"subject", next.subject}, {"times", std::int64_t{next.times}}});
}

std::string say_owner(const text::Words& words, const Next& next) {
    const auto kind = agreement::value_of<agreement::DateKind>(next.kind);
    base::ensure(kind.has_value(), "the table holds words of the model");
    return agreement::say_owed_by(words, *kind, next.owner);
}

ExportedFile export_spreadsheet(const text::Words& words, const module::RoomHead& head, const Overview& overview,
                                bool is_public_room, base::Date today) {
    document::Spreadsheet sheets{.title = words("overview.title"),
                                 .author = head.name,
                                 .pages = {agreements_sheet(words, overview, is_public_room, today),
                                           figures_sheet(words, overview), money_sheet(words, overview)}};
    return {document::write_spreadsheet(sheets, today), document::kSpreadsheetType,
            "overview-" + head.short_name + "-" + today.iso() + ".xlsx"};
}

ExportedFile export_csv(const text::Words& words, const module::RoomHead& head, const Overview& overview, Part part,
                        bool is_public_room, base::Date today) {
    const document::SpreadsheetPage page = part == Part::agreements
                                               ? agreements_sheet(words, overview, is_public_room, today)
                                           : part == Part::figures ? figures_sheet(words, overview)
                                                                   : money_sheet(words, overview);
    std::string bytes = "\xEF\xBB\xBF";
    std::vector<std::string> cells;
    cells.reserve(page.columns.size());
    for (const auto& column : page.columns) cells.push_back(column.heading);
    document::write_csv_record(bytes, cells, ';');
    for (const auto& row : page.rows) {
        cells.clear();
        for (const Cell& cell : row) cells.push_back(csv_cell(cell));
        document::write_csv_record(bytes, cells, ';');
    }
    const auto word = std::ranges::find(kParts, part, &std::pair<Part, std::string_view>::first)->second;
    return {std::move(bytes), "text/csv; charset=utf-8",
            fmt::format("overview-{}-{}-{}.csv", head.short_name, word, today.iso())};
}

}  // namespace samrum::partnership::overview
