#include "directory/rules_compact.hpp"

#include "directory/rules_organisation.hpp"
#include "foundation/base/codes.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>

namespace samrum::directory {
namespace {

constexpr std::size_t kMostParties = 20;
constexpr std::size_t kMostPrinciples = 20;
constexpr std::size_t kMostText = 4'000;
constexpr std::size_t kLeastStatement = 20;
constexpr std::size_t kMostReason = 1'000;
constexpr std::size_t kMostMinutes = 10 * 1024 * 1024;

constexpr std::string_view kActNames[] = {"accept", "decline", "withdraw", "leave"};

std::size_t characters_of(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (std::string line = base::trim(text.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

Principle principle_of(const std::string& line) {
    const auto colon = line.find(':');
    if (colon == std::string::npos) return {line, {}};
    return {base::trim(std::string_view(line).substr(0, colon)), base::trim(std::string_view(line).substr(colon + 1))};
}

/// "16" and "§16" are "§ 16".
std::string paragraph_of(std::string_view typed) {
    std::string text = base::trim(typed);
    constexpr std::string_view kSign = "§";
    if (text.starts_with(kSign)) text = base::trim(std::string_view(text).substr(kSign.size()));
    return text.empty() ? text : std::string(kSign) + " " + text;
}

base::Result<std::optional<std::string>> website_of(const std::string& typed) {
    const auto judged = judge_organisation({"association", "Namn", "", typed, false});
    if (!judged) return base::problem("website", "directory.organisation.website");
    return judged->website;
}

base::Result<std::string> short_text(std::string_view typed, const std::string& field, bool needed) {
    std::string text = base::trim(typed);
    const std::size_t length = characters_of(text);
    const bool one_line =
        std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if ((needed && text.empty()) || length > 200 || !one_line)
        return base::problem(field, "directory.compact.text", {{"longest", std::int64_t{200}}});
    return text;
}

}  // namespace

base::Result<Compact> judge_compact(const CompactInput& input, base::Date today) {
    base::ProblemList problems;
    Compact one;
    const auto level = level_named(input.level);
    if (!level) problems.add(base::problem("level", "directory.compact.level.unknown"));
    one.level = level.value_or(CompactLevel::local);
    one.title = problems.take(judge_name(input.title, "title"), "title");
    one.parties = lines_of(input.parties);
    if (one.parties.size() < 2 || one.parties.size() > kMostParties)
        problems.add(
            base::problem("parties", "directory.compact.parties.count", {{"most", std::int64_t{kMostParties}}}));
    for (const std::string& party : one.parties)
        if (!judge_name(party, "parties"))
            problems.add(base::problem("parties", "directory.compact.line", {{"longest", std::int64_t{200}}}));
    one.adopted_by = problems.take(short_text(input.adopted_by, "adopted_by", true), "adopted_by");
    one.adopted_on = problems.take(base::Date::parse(input.adopted_on), "adopted_on");
    if (one.adopted_on > today) problems.add(base::problem("adopted_on", "directory.compact.not_yet"));
    one.paragraph = problems.take(short_text(paragraph_of(input.paragraph), "paragraph", false), "paragraph");
    one.website = problems.take(website_of(input.website), "website");
    for (const std::string& line : lines_of(input.principles)) one.principles.push_back(principle_of(line));
    const bool well = std::all_of(one.principles.begin(), one.principles.end(), [](const Principle& principle) {
        return judge_name(principle.title, "principles") && characters_of(principle.text) <= 1'000;
    });
    if (one.principles.empty() || one.principles.size() > kMostPrinciples || !well)
        problems.add(base::problem("principles", "directory.compact.principles.count",
                                   {{"most", std::int64_t{kMostPrinciples}}}));
    if (!problems.empty()) return problems.all();
    return one;
}

CompactInput input_of(const Compact& compact) {
    CompactInput input{.level = std::string(level_name(compact.level)),
                       .title = compact.title,
                       .parties = {},
                       .adopted_by = compact.adopted_by,
                       .adopted_on = compact.adopted_on.iso(),
                       .paragraph = compact.paragraph,
                       .website = compact.website.value_or(""),
                       .principles = {}};
    for (const std::string& party : compact.parties) input.parties += party + "\n";
    for (const Principle& one : compact.principles)
        input.principles += one.text.empty() ? one.title + "\n" : one.title + ": " + one.text + "\n";
    return input;
}

std::string_view minutes_type(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) return "application/pdf";
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return "image/png";
    if (bytes.starts_with("\xff\xd8\xff")) return "image/jpeg";
    return {};
}

base::Result<Accession> judge_accession(const AccessionInput& input, const Compact& compact, base::Date today) {
    base::ProblemList problems;
    Accession one;
    one.compact = compact.id;
    const auto organisation = OrganisationId::parse(input.organisation);
    if (organisation)
        one.organisation = *organisation;
    else
        problems.add(base::problem("organisation", "directory.accession.organisation"));
    const auto day = base::Date::parse(input.decided_on);
    one.decided_on = problems.take(day, "decided_on");
    if (day && *day > today) problems.add(base::problem("decided_on", "directory.accession.not_yet"));
    if (day && *day < compact.adopted_on) problems.add(base::problem("decided_on", "directory.accession.before"));
    one.statement = base::trim(input.statement);
    const std::size_t length = characters_of(one.statement);
    if (length < kLeastStatement || length > kMostText)
        problems.add(base::problem("statement", "directory.accession.statement",
                                   {{"least", std::int64_t{kLeastStatement}}, {"most", std::int64_t{kMostText}}}));
    if (!input.equal_worth) problems.add(base::problem("equal_worth", "directory.accession.equal_worth"));
    if (!input.interest) problems.add(base::problem("interest", "directory.accession.interest"));
    if (input.file.empty())
        problems.add(base::problem("minutes", "directory.accession.minutes"));
    else if (minutes_type(input.file).empty() || input.file.size() > kMostMinutes)
        problems.add(base::problem("minutes", "directory.accession.minutes_kind",
                                   {{"megabytes", static_cast<std::int64_t>(kMostMinutes / (1024 * 1024))}}));
    one.submitted_on = today;
    if (!problems.empty()) return problems.all();
    return one;
}

std::string_view act_name(AccessionAct act) {
    return kActNames[static_cast<std::size_t>(act)];
}
std::optional<AccessionAct> act_named(std::string_view name) {
    return base::enum_of<AccessionAct>(kActNames, name);
}

const std::vector<AccessionStep>& accession_steps() {
    using enum AccessionState;
    using enum AccessionAct;
    using enum AccessionDoor;
    // clang-format off
    static const std::vector<AccessionStep> steps{
        {submitted, accept,   officer,     accepted,  false},
        {submitted, decline,  officer,     declined,  true},
        {submitted, withdraw, association, withdrawn, false},
        {accepted,  leave,    association, left,      false},
        {accepted,  leave,    officer,     left,      true},
    };
    // clang-format on
    return steps;
}

std::optional<AccessionStep> accession_step(AccessionState from, AccessionAct act, AccessionDoor door) {
    for (const AccessionStep& step : accession_steps())
        if (step.from == from && step.act == act && step.door == door) return step;
    return std::nullopt;
}

base::Problems judge_no_other(const std::vector<Accession>& known, OrganisationId organisation) {
    const bool there = std::any_of(known.begin(), known.end(), [&](const Accession& one) {
        return one.organisation == organisation &&
               (one.state == AccessionState::submitted || one.state == AccessionState::accepted);
    });
    if (there) return {base::problem("organisation", "directory.accession.there")};
    return {};
}

base::Result<std::string> judge_reason(std::string_view typed, bool needed) {
    std::string reason = base::trim(typed);
    if ((needed && reason.empty()) || characters_of(reason) > kMostReason)
        return base::problem("reason", "directory.accession.reason", {{"most", std::int64_t{kMostReason}}});
    return reason;
}

}  // namespace samrum::directory
