#include "partnership/agreement/rules.hpp"
#include "partnership/agreement/rules_money.hpp"

#include <algorithm>
#include <set>

namespace samrum::partnership::agreement {
namespace {

/// Looks an agreement through and gathers its problems; the notes are rules_notes.cpp's.
class Checker {
  public:
    Checker(const Agreement& agreement, std::span<const CriteriaSet> sets) : agreement_(agreement), sets_(sets) {}

    void keys();
    void term();
    void parties();
    void commitments();
    void amounts();
    void payer_changes_and_indexation();
    void follow_up();
    void assessments();
    base::Problems all() && { return std::move(problems_); }

  private:
    void add(std::string field, std::string key, base::MessageArgs args = {}) {
        problems_.push_back(base::problem(std::move(field), "partnership.check." + std::move(key), std::move(args)));
    }
    template <class List, class Key>
    void unique(const char* name, const List& list, Key key, const char* field = "key") {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (const std::string one = key(list[i]); !one.empty() && !seen.insert(one).second)
                add(item(name, i) + "." + field, "twice", {{"key", one}});
    }
    /// The organisation must be one of the file's.
    void organisation(const std::string& key, const std::string& field) {
        if (!key.empty() && !agreement_.organisation(key)) add(field, "no_such_organisation", {{"key", key}});
    }
    void organisations(const std::vector<std::string>& keys, const std::string& field) {
        for (std::size_t i = 0; i < keys.size(); ++i) organisation(keys[i], field + "[" + std::to_string(i + 1) + "]");
    }
    /// Who promises or pays must stand among the parties, as party or contributor.
    void participant(const std::string& key, const std::string& field) {
        organisation(key, field);
        if (agreement_.organisation(key) && !agreement_.party(key)) add(field, "not_among_parties", {{"key", key}});
    }
    void part(const std::string& key, const std::string& field) {
        if (!key.empty() && !agreement_.part(key)) add(field, "no_such_part", {{"key", key}});
    }
    void days(const std::optional<base::Date>& first, const std::optional<base::Date>& last, const std::string& field) {
        if (first && last && *last < *first)
            add(field, "ends_before_it_begins", {{"first", first->iso()}, {"last", last->iso()}});
    }
    template <class T>
    void readings(const Readings<T>& readings, const std::string& field) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < readings.all.size(); ++i)
            if (!seen.insert(readings.all[i].key).second)
                add(item(field + ".readings", i) + ".key", "twice", {{"key", readings.all[i].key}});
        if (readings.choice && !seen.contains(readings.choice->reading))
            add(field + ".choice.reading", "no_such_reading", {{"key", readings.choice->reading}});
    }
    void organisation_tree();
    void amount(const Amount& one, const std::string& field);
    void sums(const Amount& one, const std::string& field);

    const Agreement& agreement_;
    std::span<const CriteriaSet> sets_;
    base::Problems problems_;
};

void Checker::keys() {
    const auto key = [](const auto& one) { return one.key; };
    unique("organisations", agreement_.organisations, key);
    unique("parts", agreement_.parts, key);
    unique("seasons", agreement_.seasons, key);
    unique("commitments", agreement_.commitments, key);
    unique("amounts", agreement_.amounts, key);
    unique("reports", agreement_.reports, key);
    unique(
        "parties", agreement_.parties, [](const Party& one) { return one.organisation; }, "organisation");
    if (agreement_.kind == AgreementKind::sub_agreement && agreement_.framework.empty())
        add("agreement.framework", "framework_missing");
    if (agreement_.kind != AgreementKind::sub_agreement && !agreement_.framework.empty())
        add("agreement.framework", "framework_unwanted");
    for (std::size_t i = 0; i < agreement_.seasons.size(); ++i)
        days(agreement_.seasons[i].first, agreement_.seasons[i].last, item("seasons", i));
}

void Checker::term() {
    const Term& term = agreement_.term;
    days(term.first, term.last, "period.last");
    if (term.first && term.last && *term.last > term.first->plus_years(50))
        add("period.last", "longer_than_fifty_years");
    if (term.review_by && term.last && *term.review_by > *term.last) add("period.review_by", "review_after_the_end");
    if (term.review_by && term.first && *term.review_by < *term.first)
        add("period.review_by", "review_before_the_beginning");
    if (term.renewal && term.renewal->every_months < 1) add("period.renewal.every_months", "at_least_one");
    if (term.ended && term.first && term.ended->on < *term.first) add("period.ended.on", "ended_before_it_began");
}

/// An assembly or a committee belongs to a municipality, a department to a committee or a municipality; nothing belongs
/// to itself.
void Checker::organisation_tree() {
    for (std::size_t i = 0; i < agreement_.organisations.size(); ++i) {
        const Organisation& one = agreement_.organisations[i];
        const std::string field = item("organisations", i) + ".part_of";
        organisation(one.part_of, field);
        const Organisation* above = agreement_.organisation(one.part_of);
        if (!above) continue;
        const bool committee_ok = above->type == OrganisationType::municipality;
        const bool department_ok = committee_ok || above->type == OrganisationType::committee;
        if (above == &one)
            add(field, "part_of_itself");
        else if ((one.type == OrganisationType::committee || one.type == OrganisationType::assembly) && !committee_ok)
            add(field, "committee_part_of");
        else if (one.type == OrganisationType::department && !department_ok)
            add(field, "department_part_of");
    }
}

void Checker::parties() {
    organisation_tree();
    bool has_public = false;
    bool has_civil = false;
    std::set<Side> leads;
    for (std::size_t i = 0; i < agreement_.parties.size(); ++i) {
        const Party& one = agreement_.parties[i];
        organisation(one.organisation, item("parties", i) + ".organisation");
        days(one.joined, one.left, item("parties", i) + ".left");
        if (one.joined && agreement_.term.last && *one.joined > *agreement_.term.last)
            add(item("parties", i) + ".joined", "joins_after_the_end");
        if (one.standing != Standing::party) continue;
        (one.side == Side::civil ? has_civil : has_public) = true;
        if (one.lead && !one.left && !leads.insert(one.side).second) add(item("parties", i) + ".lead", "two_leads");
    }
    if (!has_public) add("parties", "no_public_party");
    if (!has_civil) add("parties", "no_civil_party");
}

void Checker::commitments() {
    for (std::size_t i = 0; i < agreement_.commitments.size(); ++i) {
        const Commitment& one = agreement_.commitments[i];
        const std::string field = item("commitments", i);
        if (one.by.empty()) add(field + ".by", "nobody_promises");
        for (std::size_t k = 0; k < one.by.size(); ++k)
            participant(one.by[k], field + ".by[" + std::to_string(k + 1) + "]");
        part(one.part, field + ".part");
        days(one.first, one.last, field + ".last");
        readings(one.targets, field);
        if (one.measure && one.reported_by) add(field + ".reported_by", "measured_and_reported");
        if (one.measure && one.targets.empty()) add(field + ".measure", "measure_without_target");
        if (one.reported_by) organisation(one.reported_by->organisation, field + ".reported_by.organisation");
    }
}

void Checker::sums(const Amount& one, const std::string& field) {
    if (one.sums.empty()) return add(field, "amount_missing");
    for (const auto& reading : one.sums.all) {
        if (one.kind == AmountKind::unknown && reading.value.sum.is_known())
            add(field + ".amount", "unknown_but_given");
        if (one.kind != AmountKind::unknown && !reading.value.sum.is_known())
            add(field + ".amount", "kind_without_sum", {{"kind", std::string(word_of(one.kind))}});
    }
    const auto* settled = one.sums.settled();
    if (!settled || !settled->value.sum.is_exact() || settled->value.per != Per::whole_period) return;
    const base::Money whole = *settled->value.sum.from();
    base::Money shares;
    for (const BudgetShare& share : one.budget_years) shares += share.amount;
    if (!one.budget_years.empty() && shares != whole)
        add(field + ".budget_years", "shares_do_not_sum", {{"sum", shares.ore / 100}, {"whole", whole.ore / 100}});
    base::Money paid;
    bool all_stated = !one.instalments.empty();
    for (const InstalmentCalendar& calendar : one.instalments) {
        all_stated = all_stated && !calendar.payments.empty() && one.instalments.size() == 1;
        for (const Instalment& payment : calendar.payments) {
            all_stated = all_stated && payment.amount;
            if (payment.amount) paid += *payment.amount;
        }
    }
    if (paid > whole || (all_stated && paid != whole))
        add(field + ".instalments", "payments_do_not_sum", {{"sum", paid.ore / 100}, {"whole", whole.ore / 100}});
}

void Checker::amount(const Amount& one, const std::string& field) {
    participant(one.payer, field + ".payer");
    participant(one.recipient, field + ".recipient");
    part(one.part, field + ".part");
    days(one.first, one.last, field + ".last");
    readings(one.sums, field);
    sums(one, field);
    if (!one.season.empty() && !agreement_.season(one.season))
        add(field + ".season", "no_such_season", {{"key", one.season}});
    if (!one.season.empty() && (one.first || one.last)) add(field + ".season", "season_and_days");
    const auto own = period_of(agreement_, one);
    const auto whole = agreement_.term.period();
    if (own && whole && !own->overlaps(*whole)) add(field + ".first", "outside_the_agreement");
    for (std::size_t k = 0; k < one.instalments.size(); ++k) {
        const InstalmentCalendar& calendar = one.instalments[k];
        const std::string here = field + ".instalments[" + std::to_string(k + 1) + "]";
        const int ways = calendar.times_per_year.has_value() + !calendar.each_year.empty() + !calendar.payments.empty();
        if (ways != 1) add(here, "one_way_to_pay");
        if (calendar.times_per_year && (*calendar.times_per_year < 1 || *calendar.times_per_year > 52))
            add(here + ".times_per_year", "times_per_year");
        for (std::size_t other = 0; other < k; ++other)
            if (one.instalments[other].valid_from == calendar.valid_from)
                add(here + ".valid_from", "calendars_at_once");
    }
}

void Checker::amounts() {
    for (std::size_t i = 0; i < agreement_.amounts.size(); ++i) amount(agreement_.amounts[i], item("amounts", i));
}

void Checker::payer_changes_and_indexation() {
    for (std::size_t i = 0; i < agreement_.payer_changes.size(); ++i) {
        const PayerChange& one = agreement_.payer_changes[i];
        const std::string field = item("payer_changes", i);
        participant(one.from_payer, field + ".from_payer");
        participant(one.to_payer, field + ".to_payer");
        organisation(one.from_budget, field + ".from_budget");
        organisation(one.to_budget, field + ".to_budget");
        organisation(one.decided_by, field + ".decided_by");
        if (one.from_payer == one.to_payer) add(field + ".to_payer", "same_payer");
    }
    for (std::size_t i = 0; i < agreement_.indexation.size(); ++i) {
        const Indexation& one = agreement_.indexation[i];
        const std::string field = item("indexation", i);
        for (const std::string& key : one.amounts)
            if (std::none_of(agreement_.amounts.begin(), agreement_.amounts.end(),
                             [&](const Amount& a) { return a.key == key; }))
                add(field + ".amounts", "no_such_amount", {{"key", key}});
        if (one.kind == IndexKind::percent && !one.hundredths) add(field + ".hundredths", "percent_missing");
        if (one.kind == IndexKind::index && one.index.empty()) add(field + ".index", "index_missing");
        if (one.every_months < 1) add(field + ".every_months", "at_least_one");
        if (one.hundredths.value_or(0) > 10'000) add(field + ".hundredths", "over_hundred_percent");
    }
}

void Checker::follow_up() {
    for (std::size_t i = 0; i < agreement_.target_groups.size(); ++i)
        readings(agreement_.target_groups[i].texts, item("target_groups", i));
    for (std::size_t i = 0; i < agreement_.target_groups.size(); ++i)
        if (agreement_.target_groups[i].texts.empty()) add(item("target_groups", i), "text_missing");
    for (std::size_t i = 0; i < agreement_.development.size(); ++i)
        organisations(agreement_.development[i].responsible, item("development", i) + ".responsible");
    for (std::size_t i = 0; i < agreement_.contacts.size(); ++i)
        organisation(agreement_.contacts[i].organisation, item("contacts", i) + ".organisation");
    for (std::size_t i = 0; i < agreement_.signatures.size(); ++i)
        organisation(agreement_.signatures[i].organisation, item("signatures", i) + ".organisation");
    for (std::size_t i = 0; i < agreement_.reports.size(); ++i)
        organisations(agreement_.reports[i].from, item("reports", i) + ".from");
    for (std::size_t i = 0; i < agreement_.notice.size(); ++i)
        if (agreement_.notice[i].months > 120) add(item("notice", i) + ".months", "notice_too_long");
    if (!agreement_.steering) return;
    const Steering& steering = *agreement_.steering;
    organisations(steering.called_by, "steering.called_by");
    int conveners = 0;
    for (std::size_t i = 0; i < steering.members.size(); ++i) {
        organisation(steering.members[i].organisation, item("steering.members", i) + ".organisation");
        conveners += steering.members[i].convener;
    }
    if (conveners > 1) add("steering.members", "two_conveners");
}

void Checker::assessments() {
    for (std::size_t i = 0; i < agreement_.assessments.size(); ++i) {
        const AnsweredSet& one = agreement_.assessments[i];
        const std::string field = item("assessments", i);
        part(one.part, field + ".part");
        for (std::size_t other = 0; other < i; ++other)
            if (agreement_.assessments[other].set == one.set && agreement_.assessments[other].part == one.part)
                add(field + ".set", "twice", {{"key", one.set}});
        const CriteriaSet* set = criteria_set(sets_, one.set, one.version);
        if (!set) {
            add(field + ".set", "no_such_set", {{"key", one.set}, {"version", std::int64_t{one.version}}});
            continue;
        }
        std::set<std::string> answered;
        for (std::size_t k = 0; k < one.answers.size(); ++k) {
            const std::string& key = one.answers[k].criterion;
            const std::string here = field + ".answers[" + std::to_string(k + 1) + "].criterion";
            if (std::none_of(set->criteria.begin(), set->criteria.end(),
                             [&](const Criterion& c) { return c.key == key; }))
                add(here, "no_such_criterion", {{"key", key}});
            else if (!answered.insert(key).second)
                add(here, "twice", {{"key", key}});
        }
    }
}

}  // namespace

Findings check(const Agreement& agreement, std::span<const CriteriaSet> sets) {
    Checker checker(agreement, sets);
    checker.keys();
    checker.term();
    checker.parties();
    checker.commitments();
    checker.amounts();
    checker.payer_changes_and_indexation();
    checker.follow_up();
    checker.assessments();
    base::Problems problems = std::move(checker).all();
    const base::Problems own_sets = check_criteria(agreement.criteria_sets);
    problems.insert(problems.end(), own_sets.begin(), own_sets.end());
    return {std::move(problems), notes_of(agreement, sets)};
}

const CriteriaSet* criteria_set(std::span<const CriteriaSet> sets, std::string_view key, int version) {
    for (const CriteriaSet& one : sets)
        if (one.key == key && one.version == version) return &one;
    return nullptr;
}

base::Problems check_criteria(std::span<const CriteriaSet> sets) {
    base::Problems problems;
    std::set<std::pair<std::string, int>> seen;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const std::string field = item("criteria_sets", i);
        if (!seen.insert({sets[i].key, sets[i].version}).second)
            problems.push_back(base::problem(field + ".key", "partnership.check.twice", {{"key", sets[i].key}}));
        if (sets[i].criteria.empty())
            problems.push_back(base::problem(field + ".criteria", "partnership.check.no_criteria"));
        std::set<std::string> keys;
        for (std::size_t k = 0; k < sets[i].criteria.size(); ++k) {
            const Criterion& one = sets[i].criteria[k];
            const std::string here = field + ".criteria[" + std::to_string(k + 1) + "]";
            if (!keys.insert(one.key).second)
                problems.push_back(base::problem(here + ".key", "partnership.check.twice", {{"key", one.key}}));
            if (one.longest_months && (*one.longest_months < 1 || *one.longest_months > 1200))
                problems.push_back(base::problem(here + ".longest_months", "partnership.check.longest_months"));
        }
    }
    return problems;
}

}  // namespace samrum::partnership::agreement
