#include "partnership/agreement/files.hpp"

#include "foundation/base/embedded.hpp"
#include "partnership/agreement/files_describe.hpp"
#include "partnership/agreement/rules.hpp"

#include <algorithm>

std::span<const samrum::base::EmbeddedFile> partnership_criteria();

namespace samrum::partnership::agreement {
namespace {

/// Is one of `paths` this path, or something that holds it?
bool lies_under(std::string_view path, const base::Problems& problems) {
    return std::any_of(problems.begin(), problems.end(), [&](const base::Problem& one) {
        return path.starts_with(one.field) &&
               (path.size() == one.field.size() || path[one.field.size()] == '.' || path[one.field.size()] == '[');
    });
}

/// By line, so that they are mended from the top.
void sort_by_line(base::Problems& problems) {
    std::stable_sort(problems.begin(), problems.end(),
                     [](const auto& a, const auto& b) { return a.line.value_or(0) < b.line.value_or(0); });
}

constexpr int kMostCuts = 4;

/// What can be read before a line that is no TOML: all of it, else what stands before one of the tables above, for a
/// list or a text of many lines may be cut in two.
std::optional<Node> readable_start(std::string_view bytes, int broken_line) {
    std::vector<std::size_t> starts{0};  // of each line, with that of the broken one
    while (static_cast<int>(starts.size()) < broken_line) {
        const auto end = bytes.find('\n', starts.back());
        if (end == std::string_view::npos) break;
        starts.push_back(end + 1);
    }
    for (int cuts = 0; cuts < kMostCuts && starts.back() > 0; ++cuts) {
        if (auto start = parse_toml(bytes.substr(0, starts.back()))) return *std::move(start);
        do starts.pop_back();
        while (starts.back() > 0 && bytes[starts.back()] != '[');
    }
    return std::nullopt;
}

/// Is it wrong whatever else the file holds? What is missing may stand after the line that could not be read.
bool stands_by_itself(std::string_view key) {
    return key.starts_with("base.") || (key.starts_with("partnership.file.") && key != "partnership.file.missing");
}

/// The problems of a file that is no TOML, with those of the fields before the line where that begins.
base::Problems with_those_before(const base::Problems& broken, std::string_view bytes) {
    if (broken.front().message.key != "partnership.file.syntax") return broken;
    const auto start = readable_start(bytes, broken.front().line.value_or(1));
    if (!start) return broken;
    Agreement agreement;
    Gathered gathered;
    TableReader top(*start, "", gathered);
    describe(top, agreement);
    top.finish();
    base::Problems problems;
    for (const base::Problem& one : gathered.problems.all())
        if (stands_by_itself(one.message.key)) problems.push_back(one);
    sort_by_line(problems);
    problems.insert(problems.end(), broken.begin(), broken.end());
    return problems;
}

}  // namespace

base::Problems with_lines(base::Problems problems, const Lines& lines) {
    for (base::Problem& one : problems) {
        for (std::string_view path = one.field; !one.line; path = path.substr(0, path.find_last_of(".["))) {
            const auto found = lines.find(path);
            if (found != lines.end() && found->second > 0) one.line = found->second;
            if (path.find_last_of(".[") == std::string_view::npos) break;
        }
    }
    sort_by_line(problems);
    return problems;
}

base::Result<AgreementFile> read_agreement(std::string_view bytes) {
    const auto tree = parse_toml(bytes);
    if (!tree) return with_those_before(tree.problems(), bytes);
    AgreementFile file;
    Gathered gathered;
    TableReader top(*tree, "", gathered);
    describe(top, file.agreement);
    top.finish();
    file.lines = std::move(gathered.lines);
    file.criteria = shipped_criteria();
    file.criteria.insert(file.criteria.end(), file.agreement.criteria_sets.begin(), file.agreement.criteria_sets.end());

    base::Problems problems = gathered.problems.all();
    // What the file says may be judged even where its shape has problems, save under the fields that could not be read.
    for (auto& one : with_lines(check(file.agreement, file.criteria).problems, file.lines))
        if (!lies_under(one.field, gathered.problems.all())) problems.push_back(std::move(one));
    if (problems.empty()) return file;
    sort_by_line(problems);
    return problems;
}

std::string write_agreement(const Agreement& agreement) {
    TableWriter top;
    Agreement copy = agreement;
    describe(top, copy);
    return print_toml(std::move(top).table());
}

base::Result<std::vector<CriteriaSet>> read_criteria(std::string_view bytes) {
    const auto tree = parse_toml(bytes);
    if (!tree) return tree.problems();
    CriteriaFile file;
    Gathered gathered;
    TableReader top(*tree, "", gathered);
    describe(top, file);
    top.finish();
    base::Problems problems = gathered.problems.all();
    const auto sense = with_lines(check_criteria(file.sets), gathered.lines);
    problems.insert(problems.end(), sense.begin(), sense.end());
    if (!problems.empty()) return problems;
    return file.sets;
}

const std::vector<CriteriaSet>& shipped_criteria() {
    static const std::vector<CriteriaSet> sets = [] {
        std::vector<CriteriaSet> all;
        for (const auto& file : partnership_criteria()) {
            const auto read = read_criteria(file.bytes);
            base::ensure(static_cast<bool>(read), "the shipped criteria are well written");
            all.insert(all.end(), read->begin(), read->end());
        }
        return all;
    }();
    return sets;
}

std::vector<std::string> agreement_fields() {
    std::vector<std::string> names;
    FieldLister lister("", names);
    Agreement empty;
    describe(lister, empty);
    return names;
}

}  // namespace samrum::partnership::agreement
