#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "partnership/agreement/model.hpp"
#include "partnership/agreement/model_delivery.hpp"
#include "partnership/agreement/model_index.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The nouns of a follow-up report: its template, the part that each party writes, its figures, and how far it has
/// come.
namespace samrum::partnership::reports {

using agreement::AgreementId;
using agreement::DeliveredValue;
using agreement::ReportKind;
using agreement::value_of;
using agreement::Word;
using agreement::word_of;

struct ReportRowKind;
using ReportId = base::Id<ReportRowKind>;

/// The kinds that parties write together; the others are told or paid elsewhere.
inline constexpr ReportKind kWrittenKinds[] = {ReportKind::half_year, ReportKind::annual, ReportKind::experience};

/// How far a report has come. The allowed arrows stand in rules_state.hpp.
enum class State { draft, submitted, approved, committee };
inline constexpr Word<State> kStates[] = {{State::draft, "draft"},
                                          {State::submitted, "submitted"},
                                          {State::approved, "approved"},
                                          {State::committee, "committee"}};
constexpr std::span<const Word<State>> words_of(State) {
    return kStates;
}

/// What a section of a report is made of, besides text.
enum class SectionForm { text, statistics, commitments, evidence, economy };
inline constexpr Word<SectionForm> kSectionForms[] = {{SectionForm::text, "text"},
                                                      {SectionForm::statistics, "statistics"},
                                                      {SectionForm::commitments, "commitments"},
                                                      {SectionForm::evidence, "evidence"},
                                                      {SectionForm::economy, "economy"}};
constexpr std::span<const Word<SectionForm>> words_of(SectionForm) {
    return kSectionForms;
}

/// A section as a body wants it: with its own words, or with the house's where they are empty.
struct TemplateSection {
    std::string key;  ///< "events"; a body's own sections are "own-1" …
    SectionForm form = SectionForm::text;
    std::string title;     ///< empty: the house's, in the reader's language
    std::string guidance;  ///< likewise
    bool operator==(const TemplateSection&) const = default;
};
/// Which sections a report of a kind has, in order. Owned by the body, and versioned: version 0 is the house's.
struct Template {
    ReportKind kind = ReportKind::half_year;
    int version = 0;
    int days_after = 45;  ///< a report is due so long after its period where the agreement names no day
    std::vector<TemplateSection> sections;

    const TemplateSection* section(std::string_view key) const {
        for (const TemplateSection& one : sections)
            if (one.key == key) return &one;
        return nullptr;
    }
    bool operator==(const Template&) const = default;
};

/// A version of a template, and who made it.
struct SavedTemplate {
    Template layout;
    base::Date made_on;
    std::string made_by;  ///< function
};

/// How a party judges a promise at the end of the period.
enum class Verdict { unjudged, kept, partly, not_kept, too_early };
inline constexpr Word<Verdict> kVerdicts[] = {{Verdict::unjudged, "unjudged"},
                                              {Verdict::kept, "kept"},
                                              {Verdict::partly, "partly"},
                                              {Verdict::not_kept, "not_kept"},
                                              {Verdict::too_early, "too_early"}};
constexpr std::span<const Word<Verdict>> words_of(Verdict) {
    return kVerdicts;
}

struct Judgement {
    std::string commitment;  ///< by key
    std::string title;       ///< of the promise, as it was when the report was drafted
    std::string promised;    ///< "minst 64 tillfällen per överenskommelseår"; empty where nobody counts
    Verdict verdict = Verdict::unjudged;
    std::string deviation;
    std::string explanation;
    bool operator==(const Judgement&) const = default;
};

/// Research or an evaluation that speaks of the work. Its author is a function or a public institution, never a private
/// person.
struct Evidence {
    std::string title;
    std::string author;       ///< "följeforskare"
    std::string institution;  ///< "Malmö universitet"
    std::string link;         ///< https, or empty
    std::optional<base::Date> day;
    bool operator==(const Evidence&) const = default;
};

/// What one party wrote in one section.
struct SectionContent {
    std::string text;  ///< Markdown
    std::vector<Judgement> judgements;
    std::vector<Evidence> evidence;
    bool operator==(const SectionContent&) const = default;
};

/// The part of one party: what it wrote, section by section.
struct Part {
    std::string party;  ///< key of the organisation in the agreement
    std::string name;   ///< of the organisation
    agreement::Side side = agreement::Side::civil;
    bool written_here = false;  ///< in this room; otherwise it comes from the party's own
    std::map<std::string, SectionContent, std::less<>> sections;  ///< by key of the template's section
    std::optional<base::Date> submitted_on;
    std::string submitted_by;  ///< function
    std::string returned;      ///< why it came back, while it is written again
    bool operator==(const Part&) const = default;
};

/// A figure as it was delivered, with the days it counts.
struct StatedValue {
    DeliveredValue value;
    base::Period period;
    base::Date as_of;
    bool operator==(const StatedValue&) const = default;
};
/// One line of the statistics: a promise's figure beside that of the period before. What nobody delivered is empty, and
/// so is what cannot be told; neither is zero.
struct StatisticsRow {
    std::string commitment;  ///< by key; empty for a row of a needs signal
    std::string party;
    std::string title;
    std::string measure;
    std::string unit;       ///< message key
    std::string dimension;  ///< of a needs signal: "language"
    std::string row;        ///< its value: "ar"
    std::optional<StatedValue> now;
    std::optional<StatedValue> before;
    bool operator==(const StatisticsRow&) const = default;
};

/// A line of the economy: what was planned for the period and what became of it. Empty is unknown.
struct EconomyRow {
    std::string what;
    std::string payer;
    std::optional<base::Money> planned;
    std::optional<base::Money> authorised;
    std::optional<base::Money> paid;
    bool operator==(const EconomyRow&) const = default;
};

/// What a report is about. It means the same in every room.
struct Subject {
    AgreementId agreement;
    ReportKind kind = ReportKind::half_year;
    base::Period period;  ///< with an end
    int version = 1;      ///< 2 corrects 1
    bool operator==(const Subject&) const = default;
};

/// A report as a room knows it. What is frozen when it is submitted changes no more.
struct Report {
    ReportId id;  ///< of this room alone
    Subject about;
    State state = State::draft;
    Template layout;
    std::vector<Part> parts;
    std::vector<StatisticsRow> statistics;
    std::vector<EconomyRow> economy;
    base::Date drafted_on;
    std::optional<base::Date> submitted_on;  ///< when the last part came in
    std::optional<base::Date> approved_on;
    std::string approved_by;  ///< "styrgruppen"
    std::string meeting;      ///< which of its meetings, in words
    std::optional<base::Date> committee_on;
    std::string committee;   ///< "Socialnämnden"
    bool published = false;  ///< anybody may read it
    std::string hash;        ///< of the frozen content, hex; empty until it is submitted
};
/// Are they versions of one report of an agreement?
inline bool same_report(const Report& a, const Report& b) {
    return a.about.kind == b.about.kind && a.about.period == b.about.period;
}

}  // namespace samrum::partnership::reports
