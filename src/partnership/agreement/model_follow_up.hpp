#pragma once
#include "foundation/base/date.hpp"
#include "partnership/agreement/model_commitment.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::partnership::agreement {

/// A function in the steering group; people come and go, the function stays.
struct SteeringMember {
    std::string function;
    std::string organisation;
    bool convener = false;
    bool operator==(const SteeringMember&) const = default;
};

/// How decisions are made.
enum class DecisionRule { unstated, consensus_sought, consensus, majority };
inline constexpr Word<DecisionRule> kDecisionRules[] = {{DecisionRule::unstated, "unstated"},
                                                        {DecisionRule::consensus_sought, "consensus_sought"},
                                                        {DecisionRule::consensus, "consensus"},
                                                        {DecisionRule::majority, "majority"}};
constexpr std::span<const Word<DecisionRule>> words_of(DecisionRule) {
    return kDecisionRules;
}

/// "Once per half-year", or "twice by 2019-06-30": so many times in every stretch of the agreement's time.
struct Rhythm {
    int times = 1;
    Per per = Per::whole_period;
    std::optional<base::Date> by;  ///< instead of the end of the agreement
    std::string source;
    bool operator==(const Rhythm&) const = default;
};

/// The steering group: the parties' responsible representatives (I31, I32).
struct Steering {
    std::vector<SteeringMember> members;
    std::vector<std::string> duties;
    std::optional<Rhythm> meetings;
    std::optional<Rhythm> reports_followed;  ///< how often it follows the work up by reports
    std::vector<std::string> called_by;      ///< organisations that call and document, by key
    DecisionRule decisions = DecisionRule::unstated;
    std::string text;  ///< "meets together with other associations"
    bool operator==(const Steering&) const = default;
};

enum class ReportKind { half_year, annual, experience, committee, financial, other };
inline constexpr Word<ReportKind> kReportKinds[] = {
    {ReportKind::half_year, "half_year"}, {ReportKind::annual, "annual"},       {ReportKind::experience, "experience"},
    {ReportKind::committee, "committee"}, {ReportKind::financial, "financial"}, {ReportKind::other, "other"}};
constexpr std::span<const Word<ReportKind>> words_of(ReportKind) {
    return kReportKinds;
}

/// A report that the agreement, or the decision behind it, asks for again and again.
struct Report {
    std::string key;
    ReportKind kind = ReportKind::other;
    std::string title;
    std::vector<std::string> from;  ///< organisations, by key
    std::string to;
    Per per = Per::whole_period;
    std::optional<int> days_after;  ///< so many days after the stretch; empty: the agreement names no day
    std::vector<base::Date> due;    ///< or stated days
    bool at_turn_of_year = false;   ///< or at each turn of the year within the period
    bool template_given = false;
    std::string contents;
    std::string source;
    bool operator==(const Report&) const = default;
};

/// Where an agreement gives a right to end it early, and where not.
enum class NoticeCase { any_time, breach, changed_circumstances, breach_or_changed_circumstances, end_of_period };
inline constexpr Word<NoticeCase> kNoticeCases[] = {
    {NoticeCase::any_time, "any_time"},
    {NoticeCase::breach, "breach"},
    {NoticeCase::changed_circumstances, "changed_circumstances"},
    {NoticeCase::breach_or_changed_circumstances, "breach_or_changed_circumstances"},
    {NoticeCase::end_of_period, "end_of_period"}};
constexpr std::span<const Word<NoticeCase>> words_of(NoticeCase) {
    return kNoticeCases;
}

/// A notice rule. `any_time` and `end_of_period` (else it is prolonged) give a day; the other cases must happen first.
struct NoticeRule {
    NoticeCase on = NoticeCase::any_time;
    int months = 0;
    bool after_dialogue = false;
    std::string text;
    bool operator==(const NoticeRule&) const = default;
};

/// What happens to paid money when a party ends the agreement for breach. Never computed: the working is laid out.
enum class Repayment { unstated, none, part_or_all, all };
inline constexpr Word<Repayment> kRepayments[] = {{Repayment::unstated, "unstated"},
                                                  {Repayment::none, "none"},
                                                  {Repayment::part_or_all, "part_or_all"},
                                                  {Repayment::all, "all"}};
constexpr std::span<const Word<Repayment>> words_of(Repayment) {
    return kRepayments;
}

/// Termination for breach, after the other party had time to mend it.
struct Termination {
    bool after_time_to_mend = true;
    Repayment repayment = Repayment::unstated;
    std::string text;
    bool operator==(const Termination&) const = default;
};

/// Prolonging an agreement that runs on.
struct Renewal {
    int every_months = 12;
    std::optional<int> notice_months;  ///< unless somebody says no so long before
    std::string text;
    bool operator==(const Renewal&) const = default;
};

/// How it ended before its time.
struct Ending {
    base::Date on;
    std::string how;  ///< "notice", "breach", "agreed" or own words
    std::string text;
    bool operator==(const Ending&) const = default;
};

}  // namespace samrum::partnership::agreement
