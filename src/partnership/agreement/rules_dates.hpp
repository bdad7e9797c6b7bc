#pragma once
#include "partnership/agreement/model_index.hpp"
#include "partnership/agreement/rules.hpp"
#include "partnership/agreement/rules_money.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace samrum::partnership::agreement {

/// `step` is a step of what happens beside the document (a dialogue, a breach to be mended), never in key_dates().
enum class DateKind {
    begins,
    joins,
    leaves,
    payer_change,
    review,
    report,
    follow_up,
    meeting,
    counted,
    instalment,
    indexation,
    year_end_account,
    appeal_ends,
    notice,
    renewal,
    longest_end,
    ends,
    step
};
inline constexpr Word<DateKind> kDateKinds[] = {{DateKind::begins, "begins"},
                                                {DateKind::joins, "joins"},
                                                {DateKind::leaves, "leaves"},
                                                {DateKind::payer_change, "payer_change"},
                                                {DateKind::review, "review"},
                                                {DateKind::report, "report"},
                                                {DateKind::follow_up, "follow_up"},
                                                {DateKind::meeting, "meeting"},
                                                {DateKind::counted, "counted"},
                                                {DateKind::instalment, "instalment"},
                                                {DateKind::indexation, "indexation"},
                                                {DateKind::year_end_account, "year_end_account"},
                                                {DateKind::appeal_ends, "appeal_ends"},
                                                {DateKind::notice, "notice"},
                                                {DateKind::renewal, "renewal"},
                                                {DateKind::longest_end, "longest_end"},
                                                {DateKind::ends, "ends"},
                                                {DateKind::step, "step"}};
constexpr std::span<const Word<DateKind>> words_of(DateKind) {
    return kDateKinds;
}

/// How the day binds: on it, at the latest, at the earliest after it, or somewhere within a stretch whose day is not
/// stated.
enum class When { on, by, after, within };
inline constexpr Word<When> kWhens[] = {
    {When::on, "on"}, {When::by, "by"}, {When::after, "after"}, {When::within, "within"}};
constexpr std::span<const Word<When>> words_of(When) {
    return kWhens;
}

/// Does the day stand in the agreement, or did a rule reckon it; and may statute move it past holidays?
enum class Origin { stated, computed, statutory };
inline constexpr Word<Origin> kOrigins[] = {
    {Origin::stated, "stated"}, {Origin::computed, "computed"}, {Origin::statutory, "statutory"}};
constexpr std::span<const Word<Origin>> words_of(Origin) {
    return kOrigins;
}

/// A day that somebody has to know of.
struct KeyDate {
    DateKind kind = DateKind::begins;
    When when = When::on;
    base::Date day;  ///< with `within`: the last day of the stretch
    Origin origin = Origin::stated;
    std::optional<base::Period> covers;  ///< the half-year that a report is about
    std::optional<base::Period> cut_to;  ///< what of it the agreement reaches, where not all
    int times = 1;                       ///< so many of them by this day
    std::string subject;                 ///< key of the report, amount, commitment or organisation; word of the step
    std::vector<std::string> owed_by;    ///< whose it is to do, by key; empty: all parties', or nobody's
    std::string reading;                 ///< under which reading, where several stand
    bool undecided = false;              ///< planned by somebody who has not decided it
    std::string source;
    std::string field;  ///< path in the file
};

/// Every stated and computed day, in order. An open end is followed to `horizon`. Dates that the agreement states stay
/// where they are; the appeal period after an announced decision is statutory and moves past rest days (L-KL-09,
/// L-KL-10). A day for notice is given only where the agreement gives a right to end it, whatever happens; every
/// reading gives its own days.
std::vector<KeyDate> key_dates(const Agreement& agreement, std::span<const CriteriaSet> sets, base::Date horizon);

/// Days of which no party is named and that all of them see to together: a review, a renewal, higher amounts, a report.
bool is_for_all_parties(DateKind kind);

/// Weeks to appeal a municipal decision from its announcement (KL 13:5).
inline constexpr int kAppealWeeks = 3;

/// Where an agreement stands on a day: today within its period and not ended is in force; signatures are another
/// matter. `ending` is in force too, with its end settled.
enum class Force { not_begun, in_force, ending, over, by_notice, terminated, unknown };
inline constexpr Word<Force> kForces[] = {{Force::not_begun, "not_begun"}, {Force::in_force, "in_force"},
                                          {Force::ending, "ending"},       {Force::over, "over"},
                                          {Force::by_notice, "by_notice"}, {Force::terminated, "terminated"},
                                          {Force::unknown, "unknown"}};
constexpr std::span<const Word<Force>> words_of(Force) {
    return kForces;
}
Force force_on(const Term& term, base::Date today);
/// The same of its row, where what happened since it was signed counts too.
Force force_of(const AgreementHead& head, base::Date today);

}  // namespace samrum::partnership::agreement
