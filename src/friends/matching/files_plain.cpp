#include "friends/matching/files_plain.hpp"

#include "foundation/base/text.hpp"
#include "friends/matching/files_number.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace samrum::friends::matching {
namespace {

using Json = nlohmann::ordered_json;
using optimise::match::WideGraph;
namespace solver = optimise::match;

using optimise::match::at;

/// Problems of a file that may have millions of lines: the first are told, the rest counted.
class LineProblems {
  public:
    void add(int line, std::string key, base::MessageArgs args = {}) {
        if (++count_ > kMostProblemsTold) return;
        base::Problem one = base::problem("", "friends.matching.plain." + std::move(key), std::move(args));
        one.line = line;
        all_.push_back(std::move(one));
    }
    bool empty() const { return count_ == 0; }
    base::Problems told() {
        std::ranges::stable_sort(all_, {}, [](const base::Problem& one) { return one.line; });
        if (count_ > kMostProblemsTold)
            all_.push_back(base::problem("", "friends.matching.plain.more",
                                         {{"more", static_cast<std::int64_t>(count_ - kMostProblemsTold)}}));
        return std::move(all_);
    }

  private:
    base::Problems all_;
    std::size_t count_ = 0;
};

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// The whole numbers of a line, three at the most; -1: anything else, -2: a number that 64 bits do not hold.
int numbers_of(const char* here, const char* end, std::int64_t (&numbers)[3]) {
    int count = 0;
    while (true) {
        while (here != end && is_space(*here)) ++here;
        if (here == end) return count;
        if (count == 3) return -1;
        const char* digits = here + (*here == '+' && end - here > 1 && here[1] != '-');
        const auto [after, error] = std::from_chars(digits, end, numbers[count]);
        if (error == std::errc::result_out_of_range) return -2;
        if (error != std::errc() || (after != end && !is_space(*after))) return -1;
        here = after;
        ++count;
    }
}

/// Calls `then(line number, first, last)` for every line with anything in it until it answers false.
template <class Then>
void each_line(std::string_view text, Then then) {
    const char* here = text.data();
    const char* const end = here + text.size();
    for (int line = 1; here != end; ++line) {
        const char* stop = std::find(here, end, '\n');
        if (!std::all_of(here, stop, is_space) && !then(line, here, stop)) return;
        here = stop == end ? end : stop + 1;
    }
}

struct Entry {
    std::int32_t row, column;
    std::int64_t cost;
    int line;
};

std::vector<Entry> read_entries(std::string_view text, std::int64_t& rows, std::int64_t& columns,
                                LineProblems& problems) {
    std::vector<Entry> entries;
    bool first = true, known = false;
    each_line(text, [&](int line, const char* begin, const char* end) {
        std::int64_t numbers[3];
        const int count = numbers_of(begin, end, numbers);
        if (std::exchange(first, false)) {
            known = count == 2 && std::min(numbers[0], numbers[1]) >= 0 &&
                    std::max(numbers[0], numbers[1]) <= kMostPlainRows;
            if (known)
                rows = numbers[0], columns = numbers[1];
            else
                problems.add(line, "size_wanted", {{"most", kMostPlainRows}});
            return true;
        }
        if (count == -2) return problems.add(line, "too_large_a_number"), true;
        if (count != 3) return problems.add(line, "three_numbers"), true;
        bool fits = true;
        const auto range = [&](std::int64_t number, std::int64_t most, const char* key) {
            if (!known || (number >= 0 && number < most)) return;
            fits = false;
            problems.add(line, key, {{"number", std::to_string(number)}, {"count", most}});
        };
        range(numbers[0], rows, "no_such_row");
        range(numbers[1], columns, "no_such_column");
        if (numbers[2] < -kHighestPlainCost || numbers[2] > kHighestPlainCost) {
            fits = false;
            problems.add(line, "cost_range", {{"most", kHighestPlainCost}});
        }
        if (fits && known)
            entries.push_back(
                {static_cast<std::int32_t>(numbers[0]), static_cast<std::int32_t>(numbers[1]), numbers[2], line});
        return true;
    });
    if (first) problems.add(1, "size_wanted", {{"most", kMostPlainRows}});
    return entries;
}

WideGraph graph_of(const std::vector<Entry>& entries, std::int64_t rows, std::int64_t columns, LineProblems& problems) {
    WideGraph graph;
    graph.columns = static_cast<int>(columns);
    graph.begin.assign(at(rows) + 1, 0);
    for (const Entry& one : entries) ++graph.begin[at(one.row) + 1];
    for (std::size_t i = 1; i < graph.begin.size(); ++i) graph.begin[i] += graph.begin[i - 1];
    graph.arcs.resize(entries.size());
    std::vector<std::size_t> place(graph.begin.begin(), graph.begin.end());
    std::vector<int> line_of(entries.size());
    for (const Entry& one : entries) {
        line_of[place[at(one.row)]] = one.line;
        graph.arcs[place[at(one.row)]++] = {one.column, one.cost};
    }
    // The row that had a column last, and on which line.
    std::vector<std::pair<int, int>> seen(at(columns), {-1, 0});
    for (int i = 0; i < graph.rows(); ++i)
        for (auto k = at(graph.begin[at(i)]); k < at(graph.begin[at(i) + 1]); ++k) {
            auto& [row, line] = seen[at(graph.arcs[k].column)];
            if (row == i) problems.add(line_of[k], "twice", {{"line", std::int64_t{line}}});
            row = i;
            line = line_of[k];
        }
    graph.sort();
    return graph;
}

}  // namespace

bool is_plain_file(std::string_view text) {
    bool plain = false;
    each_line(base::without_byte_order_mark(text).substr(0, 4096), [&](int, const char* begin, const char* end) {
        std::int64_t numbers[3];
        plain = numbers_of(begin, end, numbers) == 2;
        return false;
    });
    return plain;
}

base::Result<WideGraph> read_plain_file(std::string_view text) {
    LineProblems problems;
    std::int64_t rows = 0, columns = 0;
    const std::vector<Entry> entries = read_entries(base::without_byte_order_mark(text), rows, columns, problems);
    WideGraph graph = graph_of(entries, rows, columns, problems);
    if (!problems.empty()) return problems.told();
    if (!solver::unmatched_prices(graph, solver::Rule::most))
        return base::problem("", "friends.matching.plain.costs_too_large");
    return graph;
}

std::string plain_answer_json(const WideGraph& graph, solver::Rule rule, const solver::Answer& answer) {
    Json pairs = Json::array();
    for (int i = 0; i < graph.rows(); ++i)
        if (answer.column_of[at(i)] >= 0) pairs.push_back({i, answer.column_of[at(i)]});
    const Json json{{"pairs", std::move(pairs)},
                    {"cost", answer.cost},
                    {"rule", rule == solver::Rule::perfect ? "perfect" : "most"},
                    {"certificate",
                     {{"rows", answer.certificate.row},
                      {"columns", answer.certificate.column},
                      {"unmatched", answer.certificate.unmatched.empty() ? 0 : answer.certificate.unmatched.front()},
                      {"holds", check(graph, rule, answer.column_of, answer.certificate).holds()}}}};
    return json.dump();
}

base::Result<PlainAnswer> read_plain_answer(std::string_view text, const WideGraph& graph) {
    const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
    if (!json.is_object() || !json.contains("pairs") || !json["pairs"].is_array())
        return base::problem("", "friends.matching.answer.no_pairs");
    base::ProblemList problems;
    PlainAnswer answer;
    answer.column_of.assign(at(graph.rows()), -1);
    const auto number = [](const Json& one, std::int64_t below) {
        return is_whole_number(one) && one.get<std::int64_t>() >= 0 && one.get<std::int64_t>() < below;
    };
    for (std::size_t k = 0; k < json["pairs"].size(); ++k) {
        const Json& one = json["pairs"][k];
        const std::string field = "pairs[" + std::to_string(k) + "]";
        if (!one.is_array() || one.size() != 2 || !number(one[0], graph.rows()) || !number(one[1], graph.columns)) {
            problems.add(base::problem(field, "friends.matching.answer.pair_wanted"));
            continue;
        }
        int& column = answer.column_of[one[0].get<std::size_t>()];
        if (column >= 0)
            problems.add(
                base::problem(field, "friends.matching.answer.row_twice", {{"row", one[0].get<std::int64_t>()}}));
        column = one[1].get<int>();
    }
    if (json.contains("cost")) {
        if (is_whole_number(json["cost"]))
            answer.cost = json["cost"].get<std::int64_t>();
        else
            problems.add(base::problem("cost", "friends.matching.answer.number_wanted"));
    }
    if (json.contains("certificate")) {
        const auto list = [&](const char* name, std::size_t size) {
            std::vector<std::int64_t> all;
            const Json& given = json["certificate"];
            if (given.is_object() && given.contains(name) && given[name].is_array() && given[name].size() == size &&
                std::ranges::all_of(given[name], is_whole_number))
                return given[name].get<std::vector<std::int64_t>>();
            problems.add(base::problem("certificate." + std::string(name), "friends.matching.answer.prices_wanted",
                                       {{"count", static_cast<std::int64_t>(size)}}));
            return all;
        };
        solver::Certificate certificate{list("rows", at(graph.rows())), list("columns", at(graph.columns)), {}};
        const Json& given = json["certificate"];
        if (given.is_object() && given.contains("unmatched") && is_whole_number(given["unmatched"]))
            certificate.unmatched.assign(at(graph.rows()), given["unmatched"].get<std::int64_t>());
        else
            problems.add(base::problem("certificate.unmatched", "friends.matching.answer.number_wanted"));
        answer.certificate = std::move(certificate);
    }
    if (!problems.empty()) return problems.all();
    return answer;
}

}  // namespace samrum::friends::matching
