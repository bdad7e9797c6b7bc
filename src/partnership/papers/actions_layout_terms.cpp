#include "partnership/papers/actions_layout_terms.hpp"

#include "foundation/base/text.hpp"
#include "partnership/agreement/actions_phrases.hpp"

#include <algorithm>

namespace samrum::partnership::papers {
namespace {

using text::Words;

std::string phrase(const Words& words, std::string_view key, const base::MessageArgs& args = {}) {
    return words("papers.layout." + std::string(key), args);
}
std::string joined(const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& one : all) out += (out.empty() ? "" : ", ") + one;
    return out;
}
std::string often(const Words& words, const agreement::Rhythm& rhythm) {
    return phrase(words, rhythm.by ? "often.by" : "often",
                  {{"times", std::int64_t{rhythm.times}},
                   {"per", agreement::say_word(words, "per", rhythm.per)},
                   {"day", rhythm.by ? words.date(*rhythm.by) : ""}});
}
std::string title_of(const agreement::Amount& amount) {
    return amount.title.empty() ? amount.key : amount.title;
}

/// "15 februari": a date without its year.
std::string month_day(const Words& words, agreement::MonthDay day) {
    constexpr int kAnyYear = 2001;
    std::string said = words.date(day.in(kAnyYear));
    if (const auto year = said.find(std::to_string(kAnyYear)); year != std::string::npos) said.erase(year, 4);
    return base::trim(said);
}
std::string paid_when(const Words& words, const agreement::InstalmentCalendar& calendar) {
    std::vector<std::string> days;
    for (const agreement::MonthDay& day : calendar.each_year) days.push_back(month_day(words, day));
    if (!days.empty()) return phrase(words, "paid.each_year", {{"days", joined(days)}});
    for (const agreement::Instalment& one : calendar.payments)
        days.push_back((one.amount ? words.money(*one.amount) : words("partnership.sum.unknown")) + " " +
                       (one.day ? words.date(*one.day) : phrase(words, "paid.no_day")));
    if (!days.empty()) return joined(days);
    return phrase(words, "paid.times", {{"times", std::int64_t{calendar.times_per_year.value_or(1)}}});
}
std::string payer_change(const Words& words, const Agreement& agreement, const agreement::PayerChange& one) {
    return phrase(words, one.decided_on ? "payer_change.decided" : "payer_change",
                  {{"to", agreement.name_of(one.to_payer)},
                   {"from", agreement.name_of(one.from_payer)},
                   {"starts", words.date(one.starts)},
                   {"named", one.decided_by.empty() ? "no" : "yes"},
                   {"body", agreement.name_of(one.decided_by)},
                   {"day", one.decided_on ? words.date(*one.decided_on) : ""}});
}
std::string percentage(const Words& words, int hundredths) {
    constexpr double kWhole = 10'000;
    return words.percent(hundredths / kWhole, hundredths % 100 == 0 ? 0 : 2);
}
std::string index_term(const Words& words, const Agreement& agreement, const agreement::Indexation& rule) {
    std::vector<std::string> titles;
    for (const agreement::Amount& amount : agreement.amounts)
        if (std::ranges::find(rule.amounts, amount.key) != rule.amounts.end()) titles.push_back(title_of(amount));
    std::string line = phrase(words, "index." + std::string(agreement::word_of(rule.kind)),
                              {{"amounts", titles.empty() ? phrase(words, "index.all") : joined(titles)},
                               {"starts", words.date(rule.starts)},
                               {"months", std::int64_t{rule.every_months}},
                               {"percent", percentage(words, rule.hundredths.value_or(0))},
                               {"index", rule.index},
                               {"month", rule.base_month.empty() ? "none" : rule.base_month}});
    if (rule.ceiling_hundredths)
        line += " " + phrase(words, "index.ceiling", {{"percent", percentage(words, *rule.ceiling_hundredths)}});
    if (!rule.text.empty()) line += " " + rule.text;
    return line;
}
/// When a report is due: on stated days, so long after its time, at the turn of the year, or as the parties settle it.
std::string due_when(const Words& words, const agreement::Report& report) {
    if (report.at_turn_of_year) return phrase(words, "report.turn_of_year");
    std::vector<std::string> days;
    for (const base::Date& day : report.due) days.push_back(words.date(day));
    if (!days.empty()) return phrase(words, "report.days", {{"days", joined(days)}});
    const std::string per = agreement::say_word(words, "per", report.per);
    if (report.days_after)
        return phrase(words, "report.after", {{"per", per}, {"days", std::int64_t{*report.days_after}}});
    return phrase(words, "report.per", {{"per", per}});
}
const agreement::Organisation* numbered_above(const Agreement& agreement, std::string key) {
    const agreement::Organisation* top = nullptr;
    for (int steps = 0; steps < 8 && !key.empty(); ++steps) {
        const agreement::Organisation* one = agreement.organisation(key);
        if (!one) break;
        top = one;
        if (one->number) break;
        key = one->part_of;
    }
    return top;
}

}  // namespace

std::vector<std::string> steering_terms(const Words& words, const Agreement& agreement) {
    std::vector<std::string> lines;
    if (!agreement.steering) return lines;
    const agreement::Steering& group = *agreement.steering;
    if (group.meetings) lines.push_back(phrase(words, "steering.meetings", {{"often", often(words, *group.meetings)}}));
    if (group.reports_followed)
        lines.push_back(phrase(words, "steering.reports", {{"often", often(words, *group.reports_followed)}}));
    if (group.decisions != agreement::DecisionRule::unstated)
        lines.push_back(phrase(words, "steering.decides." + std::string(agreement::word_of(group.decisions))));
    return lines;
}

std::vector<std::string> report_terms(const Words& words, const Agreement& agreement) {
    std::vector<std::string> lines;
    for (const agreement::Report& report : agreement.reports) {
        std::string line = report.title;
        if (!report.to.empty() && report.kind != agreement::ReportKind::committee)
            line += ", " + phrase(words, "report.to", {{"who", agreement.name_of(report.to)}});
        line += ", " + due_when(words, report);
        if (!report.contents.empty()) line += ". " + report.contents;
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> renewal_terms(const Words& words, const Agreement& agreement) {
    if (!agreement.term.renewal) return {};
    const agreement::Renewal& renewal = *agreement.term.renewal;
    if (!renewal.text.empty()) return {renewal.text};
    return {phrase(
        words, renewal.notice_months ? "renewal.unless" : "renewal",
        {{"months", std::int64_t{renewal.every_months}}, {"notice", std::int64_t{renewal.notice_months.value_or(0)}}})};
}

std::vector<std::string> money_terms(const Words& words, const Agreement& agreement) {
    std::vector<std::string> lines;
    for (const agreement::Amount& amount : agreement.amounts)
        for (const agreement::InstalmentCalendar& calendar : amount.instalments)
            lines.push_back(phrase(words, calendar.valid_from ? "paid.from" : "paid",
                                   {{"what", title_of(amount)},
                                    {"when", paid_when(words, calendar)},
                                    {"day", calendar.valid_from ? words.date(*calendar.valid_from) : ""}}));
    for (const agreement::PayerChange& one : agreement.payer_changes)
        lines.push_back(payer_change(words, agreement, one));
    for (const agreement::Indexation& rule : agreement.indexation) lines.push_back(index_term(words, agreement, rule));
    if (agreement.unused_money != agreement::UnusedMoney::unstated)
        lines.push_back(agreement::say_word(words, "unused_money", agreement.unused_money));
    return lines;
}

std::vector<std::string> ending_terms(const Words& words, const Agreement& agreement) {
    std::vector<std::string> lines;
    const auto written = agreement.text.find(agreement::Section::renegotiation);
    const bool is_written = written != agreement.text.end() &&
                            text::folded(written->second).find(phrase(words, "notice.word")) != std::string::npos;
    if (!is_written)
        for (const agreement::NoticeRule& rule : agreement.notice)
            lines.push_back(agreement::say_notice_rule(words, rule));
    if (const auto& one = agreement.termination; one && !one->text.empty()) {
        lines.push_back(one->text);
    } else if (one) {
        lines.push_back(
            words(one->after_time_to_mend ? "partnership.termination.mend" : "partnership.termination.at_once"));
        if (one->repayment != agreement::Repayment::unstated)
            lines.back() += " " + phrase(words, "repayment." + std::string(agreement::word_of(one->repayment)));
    }
    if (!agreement.disputes.empty()) lines.push_back(agreement.disputes);
    return lines;
}

std::string party_in_full(const Words& words, const Agreement& agreement, const std::string& key) {
    const agreement::Organisation* body = numbered_above(agreement, key);
    const std::string name = agreement.name_of(key);
    if (!body) return name;
    const std::string whole = body->number ? body->name + " (" + body->number->text() + ")" : body->name;
    return body->key == key ? whole : phrase(words, "through", {{"body", whole}, {"part", name}});
}

}  // namespace samrum::partnership::papers
