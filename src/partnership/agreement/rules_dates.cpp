#include "partnership/agreement/rules_dates.hpp"

#include "foundation/base/swedish_holidays.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace samrum::partnership::agreement {
namespace {

/// Gathers the dates of one agreement.
class Calendar {
  public:
    Calendar(const Agreement& agreement, base::Date horizon)
        : agreement_(agreement), horizon_(horizon), period_(agreement.term.period()) {}

    void term();
    void parties();
    void money();
    void targets();
    void follow_up();
    void ending(std::span<const CriteriaSet> sets);
    std::vector<KeyDate> sorted() &&;

  private:
    KeyDate& add(DateKind kind, When when, base::Date day, Origin origin, std::string field) {
        KeyDate one;
        one.kind = kind, one.when = when, one.day = day, one.origin = origin, one.field = std::move(field);
        return dates_.emplace_back(std::move(one));
    }
    std::vector<Stretch> over(Per per) const {
        return period_ ? stretches(*period_, per, agreement_.seasons, horizon_) : std::vector<Stretch>{};
    }
    void rhythm(DateKind kind, const Rhythm& rhythm, const std::string& field);
    void instalments(const PlannedSum& sum, const Amount& amount, const std::string& reading, const std::string& field);
    void report(const Report& report, const std::string& field);
    void notice(const NoticeRule& rule, const std::string& field);
    void renewals(const Renewal& renewal);

    const Agreement& agreement_;
    base::Date horizon_;
    std::optional<base::Period> period_;
    std::vector<KeyDate> dates_;
};

void Calendar::term() {
    const Term& term = agreement_.term;
    if (term.first) add(DateKind::begins, When::on, *term.first, Origin::stated, "period.first");
    if (term.review_by)
        add(DateKind::review, When::by, *term.review_by, Origin::stated, "period.review_by").source = term.review;
    if (term.last) add(DateKind::ends, When::on, *term.last, Origin::stated, "period.last");
    if (term.ended)
        add(DateKind::ends, When::on, term.ended->on, Origin::stated, "period.ended").source = term.ended->text;
    if (term.renewal && term.renewal->every_months > 0) renewals(*term.renewal);
    for (std::size_t i = 0; i < agreement_.decisions.size(); ++i)
        if (const auto& one = agreement_.decisions[i]; one.posted_on)
            add(DateKind::appeal_ends, When::on, base::statutory_weeks_from(*one.posted_on, kAppealWeeks),
                Origin::statutory, item("decisions", i))
                .source = "KL 13:5; lag (1930:173)";
}

void Calendar::renewals(const Renewal& renewal) {
    if (!period_) return;
    const base::Date first = agreement_.term.open_end ? period_->first() : period_->last()->plus_days(1);
    for (int step = agreement_.term.open_end ? 1 : 0;; ++step) {
        const base::Date day = first.plus_months(step * renewal.every_months);
        add(DateKind::renewal, When::on, day, Origin::computed, "period.renewal").source = renewal.text;
        if (renewal.notice_months)
            add(DateKind::notice, When::by, day.plus_days(-1).plus_months(-*renewal.notice_months), Origin::computed,
                "period.renewal.notice_months");
        if (day > horizon_) return;
    }
}

void Calendar::parties() {
    for (std::size_t i = 0; i < agreement_.parties.size(); ++i) {
        const Party& one = agreement_.parties[i];
        if (one.joined)
            add(DateKind::joins, When::on, *one.joined, Origin::stated, item("parties", i) + ".joined").subject =
                one.organisation;
        if (one.left)
            add(DateKind::leaves, When::on, *one.left, Origin::stated, item("parties", i) + ".left").subject =
                one.organisation;
    }
}

/// The days of one stretch's payments; those without a day are told together.
void Calendar::instalments(const PlannedSum& sum, const Amount& amount, const std::string& reading,
                           const std::string& field) {
    const std::string where = field + (amount.instalments.empty() ? "" : ".instalments");
    const base::Period* window = nullptr;
    for (const PlannedInstalment& one : sum.instalments) {
        if (!one.day && window && *window == one.window) {
            ++dates_.back().times;
            continue;
        }
        window = one.day ? nullptr : &one.window;
        auto& date = add(DateKind::instalment, one.day ? When::on : When::within, one.day.value_or(*one.window.last()),
                         one.day ? Origin::stated : Origin::computed, where);
        date.subject = amount.key;
        date.owed_by = {one.payer};
        date.reading = reading;
        if (!one.day) date.covers = one.window;
    }
}

void Calendar::money() {
    const auto plans = payment_plan(agreement_, horizon_);
    std::map<int, std::set<std::string>> payers;  // by budget year
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (plans[i].refused) continue;
        for (const int year : plans[i].budget_years) payers[year].insert(plans[i].amount->payer);
        for (const ReadingPlan& reading : plans[i].readings)
            for (const PlannedSum& sum : reading.sums)
                instalments(sum, *plans[i].amount, reading.reading, item("amounts", i));
    }
    for (const auto& [year, who] : payers) {
        auto& date =
            add(DateKind::year_end_account, When::on, base::Date::of(year, 12, 31), Origin::computed, "amounts");
        date.owed_by.assign(who.begin(), who.end());
        date.source = "lag (2018:597)";
    }
    for (std::size_t i = 0; i < agreement_.payer_changes.size(); ++i) {
        const PayerChange& one = agreement_.payer_changes[i];
        auto& date = add(DateKind::payer_change, When::on, one.starts, Origin::stated, item("payer_changes", i));
        date.subject = one.to_payer;
        date.undecided = !one.decided_on;
        date.source = one.source;
    }
    for (std::size_t i = 0; i < agreement_.indexation.size(); ++i) {
        const Indexation& one = agreement_.indexation[i];
        const base::Date end = agreement_.term.last.value_or(horizon_);
        for (int step = 0; one.every_months > 0 && one.starts.plus_months(step * one.every_months) <= end; ++step)
            add(DateKind::indexation, When::on, one.starts.plus_months(step * one.every_months),
                step == 0 ? Origin::stated : Origin::computed, item("indexation", i))
                .source = one.text;
    }
}

void Calendar::targets() {
    for (std::size_t i = 0; i < agreement_.commitments.size(); ++i) {
        const Commitment& one = agreement_.commitments[i];
        if (is_refused(agreement_, one.part)) continue;
        for (const auto& reading : one.targets.all)
            for (const Stretch& stretch : over(reading.value.per())) {
                if (!stretch.whole.last()) continue;
                auto& date =
                    add(DateKind::counted, When::on, *stretch.whole.last(), Origin::computed, item("commitments", i));
                date.covers = stretch.whole;
                // By the agreement's own days: those of the stretch end with the horizon where the end is open.
                const auto counted = stretch.whole.intersection(*period_);
                if (counted && !(*counted == stretch.whole)) date.cut_to = counted;
                date.subject = one.key;
                date.reading = reading.key;
                date.source = reading.source.empty() ? one.source : reading.source;
            }
    }
}

void Calendar::rhythm(DateKind kind, const Rhythm& rhythm, const std::string& field) {
    const auto put = [&](base::Date day, Origin origin, std::optional<base::Period> covers) {
        auto& date = add(kind, When::by, day, origin, field);
        date.times = rhythm.times;
        if (kind == DateKind::meeting) date.owed_by = agreement_.steering->called_by;
        date.covers = std::move(covers);
        date.source = rhythm.source;
    };
    if (rhythm.by) return put(*rhythm.by, Origin::stated, {});
    for (const Stretch& one : over(rhythm.per))
        if (one.within.last()) put(*one.within.last(), Origin::computed, one.within);
}

void Calendar::report(const Report& report, const std::string& field) {
    const auto put = [&](When when, base::Date day, Origin origin, std::optional<base::Period> covers) {
        auto& date = add(DateKind::report, when, day, origin, field);
        date.subject = report.key;
        date.owed_by = report.from;
        date.covers = std::move(covers);
        date.source = report.source;
    };
    for (const base::Date day : report.due) put(When::by, day, Origin::stated, {});
    if (!report.due.empty()) return;
    for (const Stretch& one : over(report.at_turn_of_year ? Per::calendar_year : report.per)) {
        if (!one.within.last()) continue;
        const base::Date last = *one.within.last();
        if (report.at_turn_of_year) {
            if (one.whole.last() == last) put(When::on, last, Origin::computed, one.within);
        } else if (report.days_after) {
            put(When::by, last.plus_days(*report.days_after), Origin::computed, one.within);
        } else {
            put(When::after, last, Origin::computed, one.within);
        }
    }
}

void Calendar::follow_up() {
    if (agreement_.steering && agreement_.steering->meetings)
        rhythm(DateKind::meeting, *agreement_.steering->meetings, "steering.meetings");
    if (agreement_.steering && agreement_.steering->reports_followed)
        rhythm(DateKind::follow_up, *agreement_.steering->reports_followed, "steering.reports_followed");
    for (std::size_t i = 0; i < agreement_.reports.size(); ++i) report(agreement_.reports[i], item("reports", i));
}

void Calendar::notice(const NoticeRule& rule, const std::string& field) {
    // After a breach or changed circumstances nothing can be reckoned until they happen (domain.md 0).
    if (rule.on != NoticeCase::any_time && rule.on != NoticeCase::end_of_period) return;
    if (agreement_.term.last)
        add(DateKind::notice, When::by, agreement_.term.last->plus_months(-rule.months), Origin::computed, field)
            .source = rule.text;
}

void Calendar::ending(std::span<const CriteriaSet> sets) {
    for (std::size_t i = 0; i < agreement_.notice.size(); ++i) notice(agreement_.notice[i], item("notice", i));
    if (!agreement_.term.first) return;
    for (std::size_t i = 0; i < agreement_.assessments.size(); ++i) {
        const CriteriaSet* set = criteria_set(sets, agreement_.assessments[i].set, agreement_.assessments[i].version);
        if (!set) continue;
        for (const Criterion& one : set->criteria)
            if (one.longest_months)
                add(DateKind::longest_end, When::by, last_day_of_months(*agreement_.term.first, *one.longest_months),
                    Origin::computed, item("assessments", i))
                    .source = set->title;
    }
}

std::vector<KeyDate> Calendar::sorted() && {
    std::stable_sort(dates_.begin(), dates_.end(), [](const KeyDate& a, const KeyDate& b) {
        return std::pair(a.day, a.kind) < std::pair(b.day, b.kind);
    });
    return std::move(dates_);
}

}  // namespace

std::vector<KeyDate> key_dates(const Agreement& agreement, std::span<const CriteriaSet> sets, base::Date horizon) {
    Calendar calendar(agreement, horizon);
    calendar.term();
    calendar.parties();
    calendar.money();
    calendar.targets();
    calendar.follow_up();
    calendar.ending(sets);
    return std::move(calendar).sorted();
}

bool is_for_all_parties(DateKind kind) {
    return kind == DateKind::review || kind == DateKind::renewal || kind == DateKind::indexation ||
           kind == DateKind::report || kind == DateKind::step;
}

Force force_on(const Term& term, base::Date today) {
    if (term.ended && today > term.ended->on) return Force::over;
    if (term.last && today > *term.last) return Force::over;
    if (!term.first) return Force::unknown;
    if (today < *term.first) return Force::not_begun;
    if (!term.last && !term.open_end) return Force::unknown;
    return Force::in_force;
}

Force force_of(const AgreementHead& head, base::Date today) {
    if (head.ended_on && head.ended_how == "breach" && today >= *head.ended_on) return Force::terminated;
    if (head.ended_on && head.ended_how == "notice" && today > *head.ended_on) return Force::by_notice;
    Term term;
    term.first = head.first;
    term.last = head.last;
    term.open_end = head.open_end;
    if (head.ended_on) term.ended = Ending{*head.ended_on, "", ""};
    const Force force = force_on(term, today);
    return force == Force::in_force && head.ending_from && today >= *head.ending_from ? Force::ending : force;
}

}  // namespace samrum::partnership::agreement
