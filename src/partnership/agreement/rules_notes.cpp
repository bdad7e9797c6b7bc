#include "partnership/agreement/rules_eligibility.hpp"
#include "partnership/agreement/rules_money.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

/// Gathers what a reader of the agreement should know, though nothing stands in its way.
class Notes {
  public:
    explicit Notes(const Agreement& agreement) : agreement_(agreement) {}

    void readings();
    void values_and_signatures();
    void proposals();
    void steering();
    void promises();
    void money();
    void eligibility(std::span<const Assessment> assessments);
    void written();
    base::Problems all() && { return std::move(notes_); }

  private:
    void add(std::string field, std::string key, base::MessageArgs args = {}) {
        notes_.push_back(base::problem(std::move(field), "partnership.note." + std::move(key), std::move(args)));
    }
    std::int64_t times_in_all(const Rhythm& rhythm) const {
        const auto period = agreement_.term.period();
        if (rhythm.by || !period) return rhythm.times;
        const base::Date end = period->last().value_or(period->first().plus_years(1).plus_days(-1));
        return static_cast<std::int64_t>(rhythm.times) *
               static_cast<std::int64_t>(stretches({period->first(), end}, rhythm.per, agreement_.seasons, end).size());
    }

    const Agreement& agreement_;
    base::Problems notes_;
};

void Notes::readings() {
    const auto two = [&](const auto& readings, const std::string& field, const std::string& what) {
        if (readings.contradict())
            add(field, "two_readings", {{"what", what}, {"count", static_cast<std::int64_t>(readings.all.size())}});
    };
    for (std::size_t i = 0; i < agreement_.commitments.size(); ++i)
        two(agreement_.commitments[i].targets, item("commitments", i), agreement_.commitments[i].title);
    for (std::size_t i = 0; i < agreement_.amounts.size(); ++i) {
        const Amount& one = agreement_.amounts[i];
        two(one.sums, item("amounts", i), one.title.empty() ? one.key : one.title);
    }
    for (std::size_t i = 0; i < agreement_.target_groups.size(); ++i)
        if (const auto& one = agreement_.target_groups[i].texts; one.contradict())
            add(item("target_groups", i), "two_target_groups", {{"count", static_cast<std::int64_t>(one.all.size())}});
}

void Notes::values_and_signatures() {
    const SharedValues& values = agreement_.values;
    const auto listed = static_cast<std::int64_t>(values.own.size());
    if (values.own_stated && *values.own_stated != listed)
        add("values.own", "principles_counted", {{"stated", std::int64_t{*values.own_stated}}, {"listed", listed}});
    for (std::size_t i = 0; i < agreement_.signatures.size(); ++i)
        if (const Signature& one = agreement_.signatures[i]; !one.signed_on)
            add(item("signatures", i), "signature_day_missing",
                {{"organisation", agreement_.name_of(one.organisation)}, {"function", one.function}});
    if (!agreement_.term.first || (!agreement_.term.last && !agreement_.term.open_end)) add("period", "period_unknown");
}

void Notes::proposals() {
    for (std::size_t i = 0; i < agreement_.decisions.size(); ++i) {
        const Decision& one = agreement_.decisions[i];
        const auto text = one.refers_to ? one.refers_to : agreement_.dated;
        if (one.proposed_on && text && *one.proposed_on < *text)
            add(item("decisions", i), "proposal_before_text",
                {{"proposed", one.proposed_on->iso()}, {"text", text->iso()}});
        if (!one.decided_on && one.verdict != Verdict::unknown)
            add(item("decisions", i), "decision_day_missing", {{"body", one.body}});
    }
    for (std::size_t i = 0; i < agreement_.parts.size(); ++i)
        if (const Part& one = agreement_.parts[i]; one.verdict != Verdict::approved)
            add(item("parts", i), "part_" + std::string(word_of(one.verdict)), {{"part", one.title}});
}

void Notes::steering() {
    if (!agreement_.steering || !agreement_.steering->meetings || !agreement_.steering->reports_followed) return;
    const auto meetings = times_in_all(*agreement_.steering->meetings);
    const auto reports = times_in_all(*agreement_.steering->reports_followed);
    if (reports != meetings)
        add("steering.reports_followed", "reports_and_meetings", {{"reports", reports}, {"meetings", meetings}});
}

void Notes::promises() {
    for (std::size_t i = 0; i < agreement_.commitments.size(); ++i) {
        const Commitment& one = agreement_.commitments[i];
        const bool by_contributors = std::all_of(one.by.begin(), one.by.end(), [&](const std::string& by) {
            const Party* party = agreement_.party(by);
            return party && party->standing == Standing::contributor;
        });
        if (by_contributors && !one.by.empty())
            add(item("commitments", i), "promised_by_contributor",
                {{"organisation", agreement_.name_of(one.by[0])}, {"what", one.title}});
        if (!one.targets.empty() && !one.measure && !one.reported_by)
            add(item("commitments", i), "nobody_counts", {{"what", one.title}});
    }
}

void Notes::money() {
    for (std::size_t i = 0; i < agreement_.amounts.size(); ++i) {
        const Amount& one = agreement_.amounts[i];
        const std::string what = one.title.empty() ? one.key : one.title;
        if (one.kind == AmountKind::unknown) add(item("amounts", i), "amount_unknown", {{"what", what}});
        const bool days_missing =
            std::any_of(one.instalments.begin(), one.instalments.end(), [](const InstalmentCalendar& calendar) {
                return calendar.times_per_year || std::any_of(calendar.payments.begin(), calendar.payments.end(),
                                                              [](const Instalment& p) { return !p.day; });
            });
        if (one.instalments.empty())
            add(item("amounts", i), "instalments_unknown", {{"what", what}});
        else if (days_missing)
            add(item("amounts", i), "instalment_days_unknown", {{"what", what}});
        const auto own = period_of(agreement_, one);
        const auto whole = agreement_.term.period();
        if (own && whole && own->overlaps(*whole) && whole->intersection(*own) != own)
            add(item("amounts", i), "amount_beyond_agreement", {{"what", what}});
        if (own && own->last() && own->last()->year() != own->first().year() && !one.season.empty() &&
            one.budget_years.empty())
            add(item("amounts", i), "season_crosses_budget_years", {{"what", what}});
    }
    for (std::size_t i = 0; i < agreement_.payer_changes.size(); ++i)
        if (const PayerChange& one = agreement_.payer_changes[i]; !one.decided_on)
            add(item("payer_changes", i), "payer_change_undecided",
                {{"to", agreement_.name_of(one.to_payer)},
                 {"from", agreement_.name_of(one.from_payer)},
                 {"body", agreement_.name_of(one.decided_by)}});
}

void Notes::eligibility(std::span<const Assessment> assessments) {
    if (assessments.empty()) add("assessments", "not_assessed");
    for (const Assessment& one : assessments)
        if (one.outcome != Outcome::eligible)
            add("assessments", "assessed_" + std::string(word_of(one.outcome)), {{"set", one.set.title}});
}

void Notes::written() {
    for (std::size_t i = 0; i < agreement_.notes.size(); ++i)
        add(item("notes", i), "written", {{"text", agreement_.notes[i].text}});
}

}  // namespace

base::Problems notes_of(const Agreement& agreement, std::span<const CriteriaSet> sets) {
    return notes_of(agreement, assess(agreement, sets));
}

base::Problems notes_of(const Agreement& agreement, const std::vector<Assessment>& assessments) {
    Notes notes(agreement);
    notes.readings();
    notes.values_and_signatures();
    notes.proposals();
    notes.steering();
    notes.promises();
    notes.money();
    notes.eligibility(assessments);
    notes.written();
    return std::move(notes).all();
}

}  // namespace samrum::partnership::agreement
