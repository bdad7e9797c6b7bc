#include "partnership/enquiry/files_guide.hpp"

#include "foundation/base/embedded.hpp"
#include "partnership/agreement/files_tree.hpp"

#include <algorithm>
#include <set>

/// What the build put into the binary.
std::span<const samrum::base::EmbeddedFile> partnership_guide();

namespace samrum::partnership::enquiry {
namespace {

using agreement::Node;

constexpr int kGuideFormat = 1;
constexpr std::int64_t kMostUnits = 1'000'000'000'000;
constexpr std::int64_t kLongestWindow = 240;

struct Known {
    std::string_view kind;
    std::string_view category;
    bool in_euro;
};
constexpr Known kKnownLimits[] = {{"direct_award", "other", false},
                                  {"direct_award", "social", false},
                                  {"de_minimis", "general", true},
                                  {"de_minimis", "sgei", true}};

/// Reads one table of the file, and notes what is missing, wrong or unknown with its line.
class TableOf {
  public:
    TableOf(const Node& node, std::string path, base::ProblemList& problems)
        : node_(node), path_(std::move(path)), problems_(problems) {}

    void wrong(std::string_view key, std::string_view what) {
        const Node* at = node_.find(key);
        auto one = base::problem(path_ + std::string(key), "partnership.enquiry.file." + std::string(what));
        one.line = at ? at->line : node_.line;
        problems_.add(std::move(one));
    }
    /// Nothing, with a problem when it has to be there or is of another kind.
    template <class T>
    const T* get(std::string_view key, bool required) {
        seen_.emplace(key);
        const Node* at = node_.find(key);
        if (!at) {
            if (required) wrong(key, "missing");
            return nullptr;
        }
        const T* value = std::get_if<T>(&at->value);
        if (!value) wrong(key, "wrong");
        return value;
    }
    std::string text(std::string_view key, bool required = true) {
        const auto* value = get<std::string>(key, required);
        if (value && value->empty() && required) wrong(key, "missing");
        return value ? *value : "";
    }
    std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most, bool required = true) {
        const auto* value = get<std::int64_t>(key, required);
        if (value && (*value < least || *value > most)) return wrong(key, "wrong"), least;
        return value ? *value : least;
    }
    std::optional<base::Date> day(std::string_view key, bool required = true) {
        const auto* value = get<agreement::DayText>(key, required);
        if (!value) return std::nullopt;
        const auto read = base::Date::parse(value->iso);
        if (!read) wrong(key, "wrong");
        return read ? std::optional(*read) : std::nullopt;
    }
    std::vector<std::string> texts(std::string_view key, bool required) {
        std::vector<std::string> all;
        const auto* list = get<Node::Array>(key, required);
        if (!list) return all;
        for (const Node& one : *list) {
            const auto* value = std::get_if<std::string>(&one.value);
            value ? all.push_back(*value) : wrong(key, "wrong");
        }
        return all;
    }
    template <class Read>
    void each(std::string_view key, const Read& read) {
        const auto* list = get<Node::Array>(key, true);
        if (!list) return;
        int number = 0;
        for (const Node& one : *list) {
            ++number;
            TableOf inside(one, path_ + std::string(key) + "[" + std::to_string(number) + "].", problems_);
            read(inside);
            inside.finish();
        }
    }
    std::vector<Condition> conditions() {
        std::vector<Condition> all;
        const auto* table = get<Node::Table>("when", false);
        if (!table) return all;
        TableOf inside(*node_.find("when"), path_ + "when.", problems_);
        for (const auto& entry : *table) all.push_back({entry.key, inside.texts(entry.key, true)});
        return all;
    }
    /// What the format does not know is told, so that a slip of the pen is not passed over.
    void finish() {
        const auto* table = std::get_if<Node::Table>(&node_.value);
        if (!table) return;
        for (const auto& entry : *table)
            if (!seen_.contains(entry.key)) wrong(entry.key, "unknown");
    }

  private:
    const Node& node_;
    std::string path_;
    base::ProblemList& problems_;
    std::set<std::string, std::less<>> seen_;
};

Limit read_limit(TableOf& table) {
    Limit one;
    one.kind = table.text("kind");
    one.category = table.text("category");
    const auto known = std::ranges::find_if(
        kKnownLimits, [&](const Known& row) { return row.kind == one.kind && row.category == one.category; });
    if (known == std::end(kKnownLimits)) table.wrong("category", "category");
    one.from = table.day("from").value_or(base::Date{});
    one.checked_until = table.day("checked_until", false);
    if (one.checked_until && *one.checked_until < one.from) table.wrong("checked_until", "wrong");
    one.amount = table.number("amount", 1, kMostUnits) * 100;
    const std::string currency = table.text("currency");
    one.in_euro = currency == "EUR";
    if ((currency != "SEK" && !one.in_euro) || (known != std::end(kKnownLimits) && known->in_euro != one.in_euro))
        table.wrong("currency", "wrong");
    one.window_months =
        static_cast<int>(table.number("window_months", one.in_euro ? 1 : 0, kLongestWindow, one.in_euro));
    const std::string window = table.text("window", one.in_euro);
    one.by_fiscal_years = window == "fiscal_years";
    if (!window.empty() && window != "days" && !one.by_fiscal_years) table.wrong("window", "wrong");
    one.source = table.text("source");
    return one;
}

Question read_question(TableOf& table) {
    Question one;
    one.key = table.text("key");
    const std::string kind = table.text("kind", false);
    const auto known = kind.empty() ? QuestionKind::choice : base::enum_of<QuestionKind>(kQuestionKindCodes, kind);
    if (!known) table.wrong("kind", "wrong");
    one.kind = known.value_or(QuestionKind::choice);
    one.options = table.texts("options", one.kind == QuestionKind::choice);
    one.when = table.conditions();
    return one;
}

void check_conditions(const Guide& guide, const std::vector<Condition>& when, base::ProblemList& problems) {
    for (const Condition& one : when) {
        const auto asked = std::ranges::find(guide.questions, one.question, &Question::key);
        const bool known = asked != guide.questions.end() && std::ranges::all_of(one.options, [&](const auto& option) {
                               return std::ranges::find(asked->options, option) != asked->options.end();
                           });
        if (!known) problems.add(base::problem("when." + one.question, "partnership.enquiry.file.wrong"));
    }
}

std::string_view guide_file(std::string_view name) {
    for (const base::EmbeddedFile& file : partnership_guide())
        if (file.path == name) return file.bytes;
    base::ensure(false, "the guide's files are in the binary");
    return {};
}

}  // namespace

base::Result<Guide> read_guide(std::string_view bytes) {
    const auto tree = agreement::parse_toml(bytes);
    if (!tree) return tree.problems();
    base::ProblemList problems;
    Guide guide;
    TableOf top(*tree, "", problems);
    top.number("format", kGuideFormat, kGuideFormat);
    guide.version = static_cast<int>(top.number("version", 1, kMostUnits));
    top.each("sources", [&](TableOf& table) {
        guide.sources.push_back(
            {table.text("key"), table.text("law"), table.text("url", false), table.text("limit", false)});
    });
    top.each("questions", [&](TableOf& table) { guide.questions.push_back(read_question(table)); });
    top.each("rules", [&](TableOf& table) {
        Rule one{table.text("key"), table.conditions(), {}, table.text("source")};
        if (const std::string form = table.text("form", false); !form.empty()) {
            one.form = form_of(form);
            if (!one.form) table.wrong("form", "wrong");
        }
        guide.rules.push_back(std::move(one));
    });
    top.each("warnings", [&](TableOf& table) {
        guide.warnings.push_back(
            {table.text("key"), table.conditions(), table.text("over", false), table.text("source")});
    });
    top.finish();
    for (const Question& one : guide.questions) check_conditions(guide, one.when, problems);
    for (const Rule& one : guide.rules) check_conditions(guide, one.when, problems);
    for (const Warning& one : guide.warnings) check_conditions(guide, one.when, problems);
    if (!problems.empty()) return problems.all();
    return guide;
}

const Guide& shipped_guide() {
    static const Guide guide = read_guide(guide_file("guide.toml")).value();
    return guide;
}

base::Result<Limits> read_limits(std::string_view bytes) {
    const auto tree = agreement::parse_toml(bytes);
    if (!tree) return tree.problems();
    base::ProblemList problems;
    Limits limits;
    TableOf top(*tree, "", problems);
    top.number("format", kGuideFormat, kGuideFormat);
    limits.version = static_cast<int>(top.number("version", 1, kMostUnits));
    limits.owner = top.text("owner");
    std::set<std::string> days;
    top.each("limits", [&](TableOf& table) {
        Limit one = read_limit(table);
        if (!days.insert(one.kind + "/" + one.category + "/" + one.from.iso()).second) table.wrong("from", "twice");
        limits.limits.push_back(std::move(one));
    });
    top.finish();
    if (!problems.empty()) return problems.all();
    return limits;
}

const Limits& shipped_limits() {
    static const Limits limits = read_limits(shipped_limits_file()).value();
    return limits;
}
std::string_view shipped_limits_file() {
    return guide_file("limits.toml");
}

}  // namespace samrum::partnership::enquiry
