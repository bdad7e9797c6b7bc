#include "partnership/papers/actions_case.hpp"

#include "foundation/module/measure.hpp"
#include "partnership/agreement/actions_assessment.hpp"
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/money/actions_read.hpp"
#include "partnership/money/repository.hpp"
#include "partnership/money/rules_live.hpp"
#include "partnership/papers/actions_neighbours.hpp"
#include "partnership/papers/repository.hpp"
#include "partnership/reports/actions_phrases.hpp"

#include <algorithm>

namespace samrum::partnership::papers {
namespace {

using agreement::DeliveredValue;
using text::Words;

std::string value_words(const Words& words, const DeliveredValue& value, const std::string& unit) {
    if (value.kind != DeliveredValue::Kind::number)
        return words(value.kind == DeliveredValue::Kind::hidden ? "partnership.delivery.hidden"
                                                                : "partnership.delivery.unknown");
    return words.number(value.number) + (words.has(unit) ? " " + words(unit, {{"count", value.number}}) : "");
}

/// One figure for each promise that something was delivered of: stretches that lie end to end added up, else the latest
/// one alone.
std::vector<StatedFigure> delivered_figures(store::Reader& room, const module::House& house,
                                            const module::Caller& caller, const agreement::ReadAgreement& all,
                                            const Words& words) {
    std::vector<StatedFigure> figures;
    const auto newest = agreement::newest_only(agreement::read_deliveries(room, caller, all.head.id));
    for (const agreement::CommitmentRow& promise : all.commitments) {
        const auto of = agreement::deliveries_for(newest, promise.key);
        if (of.empty()) continue;
        const agreement::Delivery& latest = of.front();
        const module::Measure* measure = house.measure(latest.measure);
        const auto sum = measure && measure->adds == module::Adds::over_time ? agreement::added_up(of) : std::nullopt;
        StatedFigure figure;
        figure.what = promise.title;
        figure.value = value_words(
            words, sum ? DeliveredValue{DeliveredValue::Kind::number, sum->number} : latest.value, latest.unit);
        figure.period = sum ? sum->period : latest.period;
        figure.source = words("papers.draft.delivered",
                              {{"party", promise.party_name}, {"day", words.date(sum ? sum->as_of : latest.as_of)}});
        if (const auto* reading = promise.settled()) figure.promised = agreement::say_target(words, reading->target);
        figures.push_back(std::move(figure));
    }
    return figures;
}

/// The approved figures that nobody has delivered anew, each with the days that the report states for it.
void add_reported(std::vector<StatedFigure>& figures, const reports::Report& report, const std::string& title,
                  const Words& words) {
    for (const reports::StatisticsRow& row : report.statistics) {
        if (!row.now) continue;
        const bool told = std::any_of(figures.begin(), figures.end(), [&](const StatedFigure& one) {
            return one.what == row.title && one.period == row.now->period;
        });
        if (told) continue;
        figures.push_back({row.row.empty() ? row.title : row.title + " (" + row.row + ")",
                           value_words(words, row.now->value, row.unit),
                           row.now->period,
                           words("papers.draft.reported", {{"title", title}}),
                           {}});
    }
}

/// What each party wrote, under its name: the committee is to see who says what.
std::string section_texts(const reports::Report& report, std::string_view key, const Words& words) {
    std::string out;
    for (const reports::Part& part : report.parts) {
        const auto found = part.sections.find(key);
        if (found == part.sections.end() || found->second.text.empty()) continue;
        out += (out.empty() ? "" : "\n\n") + words("papers.draft.writes", {{"party", part.name}}) + "\n\n" +
               found->second.text;
    }
    return out;
}
/// How each party judged the promises, with deviation and explanation.
std::string judged_items(const reports::Report& report, const Words& words) {
    std::string out;
    for (const reports::Part& part : report.parts) {
        std::string items;
        for (const auto& [key, section] : part.sections)
            for (const reports::Judgement& one : section.judgements) {
                if (one.verdict == reports::Verdict::unjudged) continue;
                items += "- " + one.title + ": " + reports::say_verdict(words, one.verdict);
                for (const std::string& more : {one.deviation, one.explanation})
                    if (!more.empty()) items += (items.ends_with('.') ? " " : ". ") + more;
                items += "\n";
            }
        if (items.empty()) continue;
        out += (out.empty() ? "" : "\n") + words("papers.draft.judges", {{"party", part.name}}) + "\n\n" + items;
    }
    return out;
}
std::string evidence_items(const reports::Report& report) {
    std::string out;
    for (const reports::Part& part : report.parts)
        for (const auto& [key, section] : part.sections)
            for (const reports::Evidence& one : section.evidence) {
                out += "- " + one.title;
                for (const std::string& more : {one.author, one.institution, one.link})
                    if (!more.empty()) out += ", " + more;
                out += "\n";
            }
    return out;
}

}  // namespace

std::vector<base::Date> committee_days(const Agreement& one, base::Date horizon) {
    std::vector<base::Date> days;
    for (const agreement::KeyDate& date : agreement::key_dates(one, {}, horizon)) {
        if (date.kind != agreement::DateKind::report || date.day > horizon) continue;
        const auto report = std::find_if(one.reports.begin(), one.reports.end(),
                                         [&](const agreement::Report& had) { return had.key == date.subject; });
        if (report != one.reports.end() && report->kind == agreement::ReportKind::committee) days.push_back(date.day);
    }
    return days;
}

std::vector<OpenAccount> open_accounts(store::Reader& room, agreement::AgreementId id, const Agreement& one,
                                       base::Date today, base::Date horizon) {
    constexpr int kDaysAgo = 60;
    const auto memos = load_memos(room, id);
    std::vector<OpenAccount> all;
    for (const base::Date day : committee_days(one, horizon)) {
        const auto begun = std::find_if(memos.begin(), memos.end(), [&](const Memo& memo) { return memo.due == day; });
        if (begun == memos.end()) {
            if (day.plus_days(kDaysAgo) >= today) all.push_back({day, std::nullopt});
        } else if (begun->state != MemoState::sent) {
            all.push_back({day, begun->id});
        }
    }
    return all;
}

DraftCase case_of(store::Reader& room, const module::House& house, const module::Caller& caller,
                  const agreement::ReadAgreement& all, MemoKind kind, base::Date today, std::optional<base::Date> due) {
    const Words& words = house.catalogues->words(all.file.agreement.language);
    DraftCase from;
    const money::Ledger ledger = money::load_ledger(room, all.head.id);
    from.agreement = money::with_decisions(all.file.agreement, ledger);
    from.payer_decisions = ledger.payer_decisions;
    from.instalments = money::instalments_of(room, all.head.id, today);
    from.kind = kind;
    from.dated = today;
    from.due = due;
    const Addressed to = addressed(from.agreement);
    from.committee = to.committee;
    from.department = to.department;
    from.assessments = agreement::read_assessments(room, all);
    from.figures = delivered_figures(room, house, caller, all, words);
    for (const reports::Report& report : approved_of(room, all.head.id)) {
        const std::string title = words(
            "papers.draft.report", {{"kind", words("papers.report_kind." + std::string(word_of(report.about.kind)))},
                                    {"period", words.period(report.about.period)}});
        add_reported(from.figures, report, title, words);
        QuotedReport quoted{title,
                            report.approved_on,
                            section_texts(report, "works_well", words),
                            section_texts(report, "to_improve", words),
                            evidence_items(report),
                            judged_items(report, words)};
        from.reports.push_back(std::move(quoted));
    }
    return from;
}

}  // namespace samrum::partnership::papers
