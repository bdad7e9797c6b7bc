#include "advice/sheets/rules_sheet.hpp"

#include "foundation/base/number.hpp"

#include <algorithm>

namespace samrum::advice::sheets {
namespace {

using base::problem;

constexpr int kIdentifyingDigits = 6;

template <class Enum>
Enum wanted(base::ProblemList& problems, const char* field, const std::optional<Enum>& value) {
    // Each says what is missing: in the summary above the form the sentences stand without their fields.
    if (!value) problems.add(problem(field, "advice.sheets.problem." + std::string(field) + "_missing"));
    return value.value_or(Enum{});
}

void read_referral(Sheet& sheet, const std::string& written, base::ProblemList& problems) {
    if (written.empty()) {
        if (sheet.outcome == Outcome::referred)
            problems.add(problem("referral", "advice.sheets.problem.referral_missing"));
        return;
    }
    sheet.referral = unit_type_of(written);
    if (sheet.referral) return;
    if (const auto unit = UnitId::parse(written))
        sheet.unit = *unit;
    else
        problems.add(problem("referral", "advice.sheets.problem.referral_unknown"));
}

void judge_note(const std::string& note, const sites::Site& site, base::ProblemList& problems) {
    if (note.empty()) return;
    if (site.note_days <= 0) problems.add(problem("note", "advice.sheets.problem.note_not_here"));
    if (note.size() > kLongestSheetNote)
        problems.add(problem("note", "advice.sheets.problem.note_too_long",
                             {{"most", static_cast<std::int64_t>(kLongestSheetNote)}}));
    if (looks_identifying(note)) problems.add(problem("note", "advice.sheets.problem.note_identifies"));
}

}  // namespace

base::Result<Sheet> read_sheet(const SheetDraft& draft, const sites::Site& site) {
    base::ProblemList problems;
    Sheet sheet;
    for (const std::string& code : draft.topics)
        if (const auto topic = topic_of(code); topic && std::ranges::find(sheet.topics, *topic) == sheet.topics.end())
            sheet.topics.push_back(*topic);
    if (sheet.topics.empty()) problems.add(problem("topics", "advice.sheets.problem.topic_missing"));
    sheet.language = draft.language;
    if (!language_of(draft.language)) problems.add(problem("language", "advice.sheets.problem.language_missing"));
    sheet.help = wanted(problems, "help", language_help_of(draft.help));
    sheet.length = wanted(problems, "length", length_of(draft.length));
    sheet.outcome = wanted(problems, "outcome", outcome_of(draft.outcome));
    // Where the site does not ask, an answer that comes all the same is not kept.
    if (site.asks_gender) sheet.gender = gender_of(draft.gender).value_or(Gender::unsaid);
    read_referral(sheet, draft.referral, problems);
    sheet.sent_by = unit_type_of(draft.sent_by);
    if (!draft.helped_before.empty()) sheet.helped_before = draft.helped_before == "yes";
    const auto people = draft.people.empty() ? std::optional<std::int64_t>(1) : base::whole_number(draft.people);
    if (!people || *people < 1 || *people > kMostPeople)
        problems.add(problem("people", "advice.sheets.problem.people", {{"most", std::int64_t{kMostPeople}}}));
    else
        sheet.people = static_cast<int>(*people);
    judge_note(draft.note, site, problems);
    if (!problems.empty()) return problems.all();
    return sheet;
}

SheetDraft draft_of(const Sheet& sheet) {
    SheetDraft draft;
    for (const Topic topic : sheet.topics) draft.topics.emplace_back(code_of(topic));
    draft.language = sheet.language;
    draft.help = code_of(sheet.help);
    draft.length = code_of(sheet.length);
    if (sheet.gender) draft.gender = code_of(*sheet.gender);
    draft.outcome = code_of(sheet.outcome);
    if (sheet.unit)
        draft.referral = sheet.unit->text();
    else if (sheet.referral)
        draft.referral = code_of(*sheet.referral);
    if (sheet.sent_by) draft.sent_by = code_of(*sheet.sent_by);
    if (sheet.helped_before) draft.helped_before = *sheet.helped_before ? "yes" : "no";
    draft.people = std::to_string(sheet.people);
    return draft;
}

bool looks_identifying(std::string_view note) {
    if (note.find('@') != std::string_view::npos) return true;
    int digits = 0;
    for (const char c : note) {
        const bool digit = c >= '0' && c <= '9';
        // A number may be written with spaces, hyphens or a plus between its groups.
        if (digit && ++digits >= kIdentifyingDigits) return true;
        if (!digit && c != ' ' && c != '-' && c != '+') digits = 0;
    }
    return false;
}

}  // namespace samrum::advice::sheets
