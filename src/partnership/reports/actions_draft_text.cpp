#include "foundation/module/module.hpp"
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/reports/actions_draft.hpp"
#include "partnership/reports/actions_phrases.hpp"
#include "partnership/reports/rules_judgement.hpp"

#include <set>

namespace samrum::partnership::reports {
namespace {

using base::Period;

/// Whose promise it is to judge.
bool judges(const Planned& planned, const Part& part, const agreement::CommitmentRow& commitment, const Case& about) {
    return judge_of(commitment, planned.writers, [&](const std::string& key) {
               const agreement::PartyRow* row = about.party(key);
               return row ? std::optional(row->side) : std::nullopt;
           }) == part.party;
}

/// "Rådgivning: 33 tillfällen under 1 juli–31 december 2019, mot 28 tillfällen under 1 januari–30 juni 2019."
std::string figure_sentence(const text::Words& words, const StatisticsRow& row) {
    base::MessageArgs args{{"what", row.title},
                           {"figure", say_value(words, row.now, row.unit)},
                           {"period", words.period(row.now->period)}};
    if (!row.before) return words("report.drafted.figure", args);
    args.emplace_back("before", say_value(words, row.before, row.unit));
    args.emplace_back("before_period", words.period(row.before->period));
    return words("report.drafted.figure_beside", args);
}

/// The figures that were handed over, a line each. What was not handed over is not spoken of.
std::string figures_text(const text::Words& words, const Report& report, const Case& about, const Planned& planned,
                         const Part& part) {
    std::string text;
    for (const StatisticsRow& row : report.statistics) {
        if (!row.now || row.commitment.empty() || row.now->value.kind != DeliveredValue::Kind::number) continue;
        for (const auto& commitment : about.commitments)
            if (commitment.key == row.commitment && judges(planned, part, commitment, about))
                text += "- " + figure_sentence(words, row) + "\n";
    }
    return text.empty()
               ? text
               : words("report.drafted.figures", {{"period", words.period(report.about.period)}}) + "\n\n" + text;
}

/// The work that an agreement is about: its activity, and where all that its promises are counted by agrees, that too.
module::Dimensions work_of(store::Reader& room, const Case& about) {
    std::map<std::string, std::set<std::string>, std::less<>> named;
    for (const agreement::CommitmentRow& commitment : about.commitments)
        for (const agreement::Binding& one : agreement::bindings_of(room, about.head.id.uuid(), commitment.key))
            for (const auto& [dimension, value] : one.scope) named[dimension].insert(value);
    module::Dimensions of;
    for (const auto& [dimension, values] : named)
        if (values.size() == 1) of.emplace(dimension, *values.begin());
    if (!about.head.activity.empty() && !named.contains("activity")) of.emplace("activity", about.head.activity);
    return of;
}

/// What the slices tell of the period; those whose key ends in `.changes` tell of changes.
std::string slices_text(store::Reader& room, const module::House& house, const text::Words& words, const Period& period,
                        const module::Dimensions& of, bool changes) {
    std::string text;
    for (const module::Module& slice : house.modules)
        for (const module::ReportSection& section : slice.report_sections) {
            if (section.key.ends_with(".changes") != changes) continue;
            const std::string said = section.draft(room, words, period, of);
            if (!said.empty()) text += (text.empty() ? "" : "\n") + said;
        }
    return text;
}

std::string deviation_words(const text::Words& words, const agreement::CommitmentRow& commitment,
                            const Suggestion& said) {
    if (!said.figure || !said.expected) return "";
    const auto& unit = commitment.settled()->target.unit();
    const auto count = [&](std::int64_t n) { return agreement::say_count(words, unit, n); };
    const char* key = said.verdict == Verdict::too_early ? "report.drafted.so_far" : "report.drafted.against";
    return words(key, {{"figure", count(*said.figure)}, {"expected", count(*said.expected)}});
}

std::vector<Judgement> judgements_of(const text::Words& words, const Report& report, const Case& about,
                                     const Planned& planned, const Part& part) {
    std::vector<Judgement> all;
    const auto days = about.head.period();
    for (const auto& commitment : about.commitments) {
        if (!judges(planned, part, commitment, about)) continue;
        std::optional<StatedValue> figure;
        for (const StatisticsRow& row : report.statistics)
            if (row.commitment == commitment.key) figure = row.now;
        const Suggestion said = days ? suggested(commitment, *days, report.about.period, figure) : Suggestion{};
        const auto* reading = commitment.settled();
        all.push_back({commitment.key, commitment.title,
                       reading ? agreement::say_target(words, reading->target) : std::string(), said.verdict,
                       deviation_words(words, commitment, said), ""});
    }
    return all;
}

}  // namespace

std::map<std::string, SectionContent, std::less<>> drafted_sections(store::Reader& room, const module::House& house,
                                                                    const Case& about, const Report& report,
                                                                    const Planned& planned, const Part& part) {
    const text::Words& words = house.catalogues->words(about.agreement.language);
    const module::Dimensions of = work_of(room, about);
    std::map<std::string, SectionContent, std::less<>> sections;
    for (const TemplateSection& one : report.layout.sections) {
        SectionContent content;
        if (one.key == "summary") content.text = figures_text(words, report, about, planned, part);
        if (one.key == "events") content.text = slices_text(room, house, words, report.about.period, of, false);
        if (one.key == "changes") content.text = slices_text(room, house, words, report.about.period, of, true);
        if (one.form == SectionForm::commitments)
            content.judgements = judgements_of(words, report, about, planned, part);
        sections.emplace(one.key, std::move(content));
    }
    return sections;
}

}  // namespace samrum::partnership::reports
