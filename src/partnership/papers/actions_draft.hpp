#pragma once
#include "foundation/text/words.hpp"
#include "partnership/agreement/rules_assessment.hpp"
#include "partnership/money/model_ledger.hpp"
#include "partnership/papers/model.hpp"

#include <optional>
#include <string>
#include <vector>

/// The draft of an officer's report, written from what the case holds. Nothing is made up: what the case does not hold
/// is left to a person, and said so. No database, no clock.
namespace samrum::partnership::papers {

/// A figure with the days it counts. One that says no days is printed as undated, never as of the report's own period.
struct StatedFigure {
    std::string what;
    std::string value;
    std::optional<base::Period> period;
    std::string source;         ///< "levererad av IM 31 januari 2020"
    std::string promised = {};  ///< "minst 64 tillfällen per överenskommelseår"; empty: nothing is counted against it
};
/// What an approved report says of itself that the committee is to read.
struct QuotedReport {
    std::string title;  ///< "Halvårsrapport 1 juli–31 december 2019"
    std::optional<base::Date> approved_on;
    std::string works;        ///< Markdown, each party's below its name
    std::string improve;      ///< likewise
    std::string research;     ///< Markdown
    std::string judged = {};  ///< Markdown: how each party judged the promises
};
/// The case, as far as it speaks to a committee.
struct DraftCase {
    Agreement agreement;
    MemoKind kind = MemoKind::account;
    base::Date dated;
    std::optional<base::Date> due;
    std::string committee;
    std::string department;
    std::vector<agreement::AssessedSet> assessments;
    std::vector<StatedFigure> figures;
    std::vector<QuotedReport> reports;
    std::vector<money::LiveInstalment> instalments = {};  ///< as they stand: who pays, and what is paid
    std::vector<money::PayerDecision> payer_decisions = {};
};

/// "- Rådgivningstillfällen: 34 tillfällen (1 juli–31 december 2019, levererad …)", or "(odaterad uppgift, …)".
std::string figure_line(const text::Words& words, const StatedFigure& figure);

SectionTexts draft_sections(const text::Words& words, const DraftCase& from);
/// What a draft asks a person to write in place of what it says: a report is not ready while it stands there.
SectionTexts asked_of_a_person(const text::Words& words, const Agreement& agreement);
std::string draft_title(const text::Words& words, const DraftCase& from);

/// The body that an agreement's officer's report goes to, and the department that writes it: what its reports to a
/// committee name, else the committee of its first public party.
struct Addressed {
    std::string sender;  ///< the municipality
    std::string department;
    std::string committee;
    std::string signed_by;  ///< function that signs for it, where the agreement names one
};
Addressed addressed(const Agreement& agreement);

/// "520 000 kr för 1 juli 2019–30 juni 2020", an item each.
std::vector<std::string> amount_lines(const text::Words& words, const Agreement& agreement);
/// A criterion as a sentence: one that is written for any organisation gets the association's name at its end.
std::string criterion_sentence(const text::Words& words, const Agreement& agreement, const std::string& criterion);
/// Who promises what, one line for each of those who promise, in the order of the agreement.
struct PromisedBy {
    std::string who;
    std::vector<const agreement::Commitment*> promises;
};
std::vector<PromisedBy> promises_of(const Agreement& agreement);
/// "RådRum", or the title where the activity has no name.
std::string activity_of(const Agreement& agreement);
/// The parties of one side that sign, by name: "A och B".
std::string parties_named(const text::Words& words, const Agreement& agreement,
                          std::optional<agreement::Side> side = std::nullopt);

}  // namespace samrum::partnership::papers
