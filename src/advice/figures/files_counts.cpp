#include "advice/figures/files_counts.hpp"

#include "advice/sheets/model_values.hpp"
#include "foundation/base/number.hpp"
#include "foundation/base/text.hpp"
#include "foundation/document/csv.hpp"

#include <algorithm>
#include <map>

namespace samrum::advice::figures {
namespace {

using document::CsvRecord;
using sheets::Count;
using sheets::Dimension;

/// The columns, by every heading that means them; the first is Swedish, the second English.
enum class Column { day, site, starts, ends, cancelled, advisers, hours, remark, number, pairs };
struct CountsColumn {
    Column is;
    Dimension dimension = Dimension::visits;  ///< of `number` and `pairs`
    std::string_view headings[3] = {};
};
constexpr CountsColumn kCountsColumns[] = {
    {Column::day, {}, {"datum", "day", "dag"}},
    {Column::site, {}, {"plats", "site", "place"}},
    {Column::starts, {}, {"start", "starts", "från"}},
    {Column::ends, {}, {"slut", "ends", "till"}},
    {Column::cancelled, {}, {"inställd", "cancelled", ""}},
    {Column::advisers, {}, {"rådgivare", "advisers", ""}},
    {Column::hours, {}, {"volontärtimmar", "hours", ""}},
    {Column::remark, {}, {"kommentar", "comment", "anmärkning"}},
    {Column::number, Dimension::visits, {"besök", "visits", ""}},
    {Column::number, Dimension::people, {"personer", "people", ""}},
    {Column::number, Dimension::cases, {"ärenden", "cases", ""}},
    {Column::number, Dimension::booked, {"bokade", "booked", ""}},
    {Column::number, Dimension::no_show, {"uteblev", "no_show", ""}},
    {Column::number, Dimension::left_waiting, {"gick", "left_waiting", ""}},
    {Column::number, Dimension::returned, {"återbesök", "returned", ""}},
    {Column::pairs, Dimension::topic, {"ämnen", "topics", ""}},
    {Column::pairs, Dimension::language, {"språk", "languages", ""}},
    {Column::pairs, Dimension::language_help, {"språkhjälp", "language_help", ""}},
    {Column::pairs, Dimension::language_gap, {"språkbrist", "language_gap", ""}},
    {Column::pairs, Dimension::length, {"längd", "length", ""}},
    {Column::pairs, Dimension::gender, {"kön", "gender", ""}},
    {Column::pairs, Dimension::outcome, {"utfall", "outcome", ""}},
    {Column::pairs, Dimension::referral, {"hänvisning", "referral", ""}},
    {Column::pairs, Dimension::waiting, {"väntan", "waiting", ""}},
};

/// Each visit has one of these, so that they add up to the visits.
constexpr Dimension kOncePerVisit[] = {Dimension::language, Dimension::language_help, Dimension::length,
                                       Dimension::gender, Dimension::outcome};
/// Some visits have one of these.
constexpr Dimension kPartOfVisits[] = {Dimension::language_gap, Dimension::referral, Dimension::booked,
                                       Dimension::returned};

base::Problem at(int line, std::string_view field, const char* key, base::MessageArgs args = {}) {
    base::Problem one = base::problem(std::string(field), key, std::move(args));
    one.line = line;
    return one;
}

std::optional<std::int64_t> counted(std::string_view text) {
    const auto number = base::whole_number(text);
    return number && *number >= 0 && *number < 100'000 ? number : std::nullopt;
}

/// "2,5" or "10" hours as minutes.
std::optional<int> minutes_of(std::string text) {
    std::ranges::replace(text, '.', ',');
    const auto comma = std::min(text.find(','), text.size());
    const auto hours = counted(text.substr(0, comma));
    if (!hours) return std::nullopt;
    if (comma == text.size()) return static_cast<int>(*hours * 60);
    const std::string decimals = text.substr(comma + 1);
    const auto part = counted(decimals);
    if (!part || decimals.empty() || decimals.size() > 2) return std::nullopt;
    return static_cast<int>(*hours * 60 + *part * 60 / (decimals.size() == 1 ? 10 : 100));
}

class LineReader {
  public:
    explicit LineReader(base::ProblemList& problems) : problems_(problems) {}

    std::vector<const CountsColumn*> headings(const CsvRecord& head) {
        std::vector<const CountsColumn*> columns;
        for (const std::string& cell : head.cells) {
            const std::string heading = base::trim(cell);
            const auto* found =
                std::find_if(std::begin(kCountsColumns), std::end(kCountsColumns), [&](const auto& one) {
                    return !heading.empty() && std::ranges::find(one.headings, heading) != std::end(one.headings);
                });
            const bool known = found != std::end(kCountsColumns);
            if (!known && !heading.empty())
                problems_.add(at(head.line, "", "document.csv.heading_unknown", {{"heading", heading}}));
            if (known && std::ranges::find(columns, found) != columns.end())
                problems_.add(at(head.line, "", "document.csv.heading_twice", {{"heading", heading}}));
            columns.push_back(known ? found : nullptr);
        }
        if (std::ranges::find(columns, &kCountsColumns[0]) == columns.end())
            problems_.add(at(head.line, "", "document.csv.day_column_missing", {{"heading", std::string("datum")}}));
        return columns;
    }

    CountedLine line(const CsvRecord& record, const std::vector<const CountsColumn*>& columns) {
        CountedLine one;
        one.line = record.line;
        if (record.cells.size() > columns.size()) problems_.add(at(record.line, "", "document.csv.line_long"));
        for (std::size_t i = 0; i < std::min(columns.size(), record.cells.size()); ++i)
            if (columns[i]) cell(one, *columns[i], base::trim(document::without_formula_guard(record.cells[i])));
        judge(one);
        return one;
    }

  private:
    template <class T>
    T taken(const CountedLine& one, const CountsColumn& column, base::Result<T> result) {
        if (result) return *std::move(result);
        for (base::Problem problem : result.problems()) {
            problem.line = one.line;
            problem.field = column.headings[0];
            problems_.add(std::move(problem));
        }
        return {};
    }

    void cell(CountedLine& one, const CountsColumn& column, const std::string& text) {
        const auto bad = [&](const char* key) {
            problems_.add(at(one.line, column.headings[0], key, {{"text", text}}));
        };
        switch (column.is) {
            case Column::day:
                one.day = taken(one, column, base::Date::parse(text));
                return;
            case Column::site:
                one.site = text;
                return;
            case Column::starts:
                one.starts = taken(one, column, base::ClockTime::parse(text));
                return;
            case Column::ends:
                one.ends = taken(one, column, base::ClockTime::parse(text));
                return;
            case Column::cancelled:
                one.cancelled = text == "ja" || text == "yes";
                return;
            case Column::advisers:
                if (text.empty()) return;
                if (const auto n = counted(text)) return void(one.advisers = static_cast<int>(*n));
                return bad("advice.file.number");
            case Column::hours:
                if (text.empty()) return;
                one.minutes = minutes_of(text);
                if (!one.minutes) bad("advice.file.number");
                return;
            case Column::number:
                if (text.empty()) return;
                if (const auto n = counted(text)) return void(one.counts.push_back({column.dimension, "", *n}));
                return bad("advice.file.number");
            case Column::pairs:
                return pairs(one, column, text);
            case Column::remark:
                return;
        }
    }

    void pairs(CountedLine& one, const CountsColumn& column, std::string_view text) {
        while (!text.empty()) {
            const auto end = std::min(text.find(' '), text.size());
            const std::string_view pair = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            if (pair.empty()) continue;
            const auto equals = std::min(pair.find('='), pair.size());
            const auto n = counted(pair.substr(std::min(equals + 1, pair.size())));
            const base::MessageArgs args{{"text", std::string(pair)}};
            if (!n)
                problems_.add(at(one.line, column.headings[0], "advice.file.pair", args));
            else if (!sheets::is_value_of(column.dimension, pair.substr(0, equals)))
                problems_.add(at(one.line, column.headings[0], "advice.file.code_unknown", args));
            else
                one.counts.push_back({column.dimension, std::string(pair.substr(0, equals)), *n});
        }
    }

    void judge(const CountedLine& one) {
        if (one.site.empty()) problems_.add(at(one.line, "plats", "advice.file.site_missing"));
        if (one.ends <= one.starts) problems_.add(at(one.line, "slut", "advice.file.times"));
        std::map<Dimension, std::int64_t> sums;
        for (const Count& count : one.counts) sums[count.dimension] += count.n;
        const auto visits = sums.contains(Dimension::visits) ? sums.at(Dimension::visits) : 0;
        for (const Dimension dimension : kOncePerVisit)
            if (sums.contains(dimension) && sums.at(dimension) != visits)
                add_sum(one, dimension, sums, visits, "advice.file.sum");
        for (const Dimension dimension : kPartOfVisits)
            if (sums.contains(dimension) && sums.at(dimension) > visits)
                add_sum(one, dimension, sums, visits, "advice.file.more_than");
    }
    void add_sum(const CountedLine& one, Dimension dimension, const std::map<Dimension, std::int64_t>& sums,
                 std::int64_t visits, const char* key) {
        problems_.add(at(one.line, code_of(dimension), key, {{"sum", sums.at(dimension)}, {"visits", visits}}));
    }

    base::ProblemList& problems_;
};

}  // namespace

base::Result<std::vector<CountedLine>> read_counts_file(std::string_view bytes) {
    const auto file = document::read_csv(bytes);
    if (file.records.empty()) return file.problems;
    base::ProblemList problems;
    LineReader reader(problems);
    const auto columns = reader.headings(file.records.front());
    std::vector<CountedLine> lines;
    for (std::size_t i = 1; i < file.records.size(); ++i) lines.push_back(reader.line(file.records[i], columns));
    problems.add(file.problems);
    if (!problems.empty()) return problems.all();
    return lines;
}

}  // namespace samrum::advice::figures
