#pragma once
#include "partnership/agreement/files_archive.hpp"

/// The agreement file's promises and money, field by field.
namespace samrum::partnership::agreement {

template <class A>
void describe(A& a, Choice& choice) {
    a.required("reading", choice.reading);
    a.required("by", choice.by);
    a.optional("motivation", choice.motivation);
}

template <class A>
void describe(A& a, Target& target) {
    Bound bound = target.bound();
    std::int64_t quantity = target.quantity();
    std::optional<std::int64_t> upper = target.upper();
    std::string unit = target.unit();  // NOLINT(performance-unnecessary-copy-initialization): reading writes into it
    Per per = target.per();
    a.required("rule", bound);
    a.required("quantity", quantity);
    a.optional("upper", upper);
    a.required("unit", unit);
    a.required("per", per);
    if constexpr (A::reads) a.take(Target::of(bound, quantity, upper, unit, per), target);
}

template <class A>
void describe(A& a, Payable& payable) {
    a.required("amount", payable.sum);
    a.optional("per", payable.per);
}

/// What several readings have besides their value. A text's value is called "text".
template <class A, class T>
void describe(A& a, Reading<T>& reading) {
    a.required("key", reading.key);
    if constexpr (std::is_same_v<T, std::string>)
        a.required("text", reading.value);
    else
        describe(a, reading.value);
    a.optional("source", reading.source);
}

/// Either one value, written under `single` (or, for a Payable, as the table's own fields), or a list of readings and
/// who chose between them.
template <class A, class T>
void describe_readings(A& a, std::string_view single, Readings<T>& readings) {
    const bool alone = readings.all.size() == 1 && readings.all[0].key.empty();
    std::optional<T> one;
    std::vector<Reading<T>> several;
    if (alone)
        one = readings.all[0].value;
    else
        several = readings.all;
    if constexpr (std::is_same_v<T, Payable>) {
        std::optional<Sum> sum = one ? std::optional(one->sum) : std::nullopt;
        std::optional<Per> per = one ? std::optional(one->per) : std::nullopt;
        a.optional(single, sum);
        a.optional("per", per);
        if (sum) one = Payable{*sum, per.value_or(Per::whole_period)};
    } else {
        a.optional(single, one);
    }
    a.optional("readings", several);
    a.optional("choice", readings.choice);
    if constexpr (A::reads) {
        if (one && !several.empty())
            a.problem("partnership.file.single_and_readings", {{"field", std::string(single)}});
        readings.all = std::move(several);
        if (one) readings.all.insert(readings.all.begin(), Reading<T>{"", std::move(*one), ""});
    }
}

template <class A>
void describe(A& a, MeasureBinding& one) {
    a.required("name", one.name);
    a.optional("scope", one.scope);
}

template <class A>
void describe(A& a, Reporter& one) {
    a.required("organisation", one.organisation);
    a.required("function", one.function);
    a.required("evidence", one.evidence);
}

template <class A>
void describe(A& a, Commitment& one) {
    a.required("key", one.key);
    a.required("by", one.by);
    a.required("kind", one.kind);
    a.required("title", one.title);
    a.optional("text", one.text);
    a.optional("source", one.source);
    a.optional("part", one.part);
    a.optional("first", one.first);
    a.optional("last", one.last);
    describe_readings(a, "target", one.targets);
    a.optional("measure", one.measure);
    a.optional("reported_by", one.reported_by);
}

template <class A>
void describe(A& a, Instalment& one) {
    a.optional("day", one.day);
    a.optional("amount", one.amount);
}

template <class A>
void describe(A& a, InstalmentCalendar& one) {
    a.optional("valid_from", one.valid_from);
    a.optional("times_per_year", one.times_per_year);
    a.optional("each_year", one.each_year);
    a.optional("payments", one.payments);
    a.optional("decided_by", one.decided_by);
    a.optional("source", one.source);
}

template <class A>
void describe(A& a, BudgetShare& one) {
    a.required("year", one.year);
    a.required("amount", one.amount);
}

template <class A>
void describe(A& a, Amount& one) {
    a.required("key", one.key);
    a.optional("title", one.title);
    a.required("payer", one.payer);
    a.required("recipient", one.recipient);
    a.required("kind", one.kind);
    a.optional("first", one.first);
    a.optional("last", one.last);
    a.optional("season", one.season);
    a.optional("part", one.part);
    describe_readings(a, "amount", one.sums);
    a.optional("instalments", one.instalments);
    a.optional("budget_years", one.budget_years);
    a.optional("source", one.source);
}

template <class A>
void describe(A& a, PayerChange& one) {
    a.required("from_payer", one.from_payer);
    a.required("to_payer", one.to_payer);
    a.optional("from_budget", one.from_budget);
    a.optional("to_budget", one.to_budget);
    a.required("starts", one.starts);
    a.required("decided_by", one.decided_by);
    a.optional("decided_on", one.decided_on);
    a.optional("decision", one.decision);
    a.optional("source", one.source);
}

template <class A>
void describe(A& a, Indexation& one) {
    a.optional("amounts", one.amounts);
    a.required("kind", one.kind);
    a.optional("hundredths", one.hundredths);
    a.optional("index", one.index);
    a.optional("base_month", one.base_month);
    a.optional("ceiling_hundredths", one.ceiling_hundredths);
    a.required("starts", one.starts);
    a.optional("every_months", one.every_months);
    a.optional("text", one.text);
}

}  // namespace samrum::partnership::agreement
