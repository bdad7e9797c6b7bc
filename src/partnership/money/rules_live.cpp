#include "partnership/money/rules_live.hpp"

#include "partnership/agreement/rules_dates.hpp"
#include "partnership/money/rules_index.hpp"

#include <algorithm>
#include <set>

namespace samrum::partnership::money {
namespace {

using agreement::Agreement;
using agreement::Amount;
using agreement::AmountKind;
using agreement::AmountPlan;
using agreement::PlannedInstalment;
using agreement::PlannedSum;
using agreement::ReadingPlan;

std::vector<std::int64_t> ore_of(const std::vector<base::Money>& parts) {
    std::vector<std::int64_t> ore;
    ore.reserve(parts.size());
    for (const base::Money one : parts) ore.push_back(one.ore);
    return ore;
}

/// The parts of a sum that became another sum. What no instalment had, none gets.
std::vector<base::Money> moved_parts(base::Money before, base::Money now, const std::vector<base::Money>& parts) {
    auto weights = ore_of(parts);
    base::Money left = before;
    for (const base::Money one : parts) left = left - one;
    weights.push_back(std::max<std::int64_t>(0, left.ore));
    auto moved = spread(now, weights);
    moved.pop_back();
    return moved;
}

/// What each instalment of a stretch gets of its sum: what the agreement says, and of the rest equal parts. A person's
/// answer for a stretch that is cut short moves them alike. None where the agreement's own instalments are more.
std::vector<base::Money> instalment_parts(base::Money sum, const PlannedSum& planned) {
    std::vector<base::Money> stated;
    base::Money all;
    for (const PlannedInstalment& one : planned.instalments)
        if (one.amount) stated.push_back(*one.amount), all += *one.amount;
    const std::size_t open = planned.instalments.size() - stated.size();
    if (open == 0 && planned.sum.is_exact())
        return sum == *planned.sum.from() ? stated : moved_parts(*planned.sum.from(), sum, stated);
    if (all > sum) return {};
    std::vector<base::Money> parts;
    parts.reserve(planned.instalments.size());
    const auto rest = open > 0 ? (sum - all).split(static_cast<int>(open)) : std::vector<base::Money>{};
    std::size_t next = 0;
    for (const PlannedInstalment& one : planned.instalments) parts.push_back(one.amount ? *one.amount : rest[next++]);
    return parts;
}

/// Builds the plan; each question is kept once.
class Building {
  public:
    Building(const Agreement& agreement, const Ledger& ledger, base::Date horizon, base::Date today)
        : agreement_(agreement), ledger_(ledger), horizon_(horizon), today_(today) {}

    LivePlan build() {
        for (const AmountPlan& plan : agreement::payment_plan(agreement_, horizon_))
            if (!plan.refused) add_amount(plan);
        add_orphans();
        std::ranges::stable_sort(out_.instalments, {}, &LiveInstalment::listed);
        return std::move(out_);
    }

  private:
    void ask(Question question) {
        if (std::ranges::find(out_.questions, question.key, &Question::key) == out_.questions.end())
            out_.questions.push_back(std::move(question));
    }

    void add_amount(const AmountPlan& plan) {
        const Amount& amount = *plan.amount;
        const ReadingPlan* settled = nullptr;
        for (const ReadingPlan& one : plan.readings)
            if (one.chosen) settled = &one;
        if (!settled) {
            Question question{"amount/" + amount.key + "/reading",
                              {"money.question.reading", {{"amount", title_of(amount)}}},
                              {},
                              Question::Kind::choice};
            for (const ReadingPlan& one : plan.readings) question.choices.push_back(one.reading);
            ask(std::move(question));
            // Every reading pays as often as the first one says, as far as we know: sums are unknown all the same.
            if (!plan.readings.empty())
                for (const PlannedSum& sum : plan.readings.front().sums)
                    if (!is_cut_by_horizon(plan, sum)) add_stretch(amount, sum, std::nullopt);
            return;
        }
        for (const PlannedSum& sum : settled->sums)
            if (!is_cut_by_horizon(plan, sum)) add_stretch(amount, sum, promised(amount, sum));
    }

    /// Of an agreement without end the last stretch reaches beyond what we look at: it comes when it is near.
    bool is_cut_by_horizon(const AmountPlan& plan, const PlannedSum& sum) const {
        return !plan.period->last() && sum.partial && sum.stretch.within.last() == horizon_;
    }

    std::string title_of(const Amount& amount) const { return amount.title.empty() ? amount.key : amount.title; }

    /// What is promised for a stretch, before any index; asks where the agreement does not settle it.
    std::optional<base::Money> promised(const Amount& amount, const PlannedSum& sum) {
        const bool is_promise = amount.kind == AmountKind::fixed || amount.kind == AmountKind::granted;
        if (sum.sum.is_exact() && !sum.partial && is_promise) return sum.sum.from();
        const std::string key = "amount/" + amount.key + "/" + sum.stretch.within.first().iso() + "/sum";
        if (const Answer* found = ledger_.answer(key)) return base::Money{std::stoll(found->value)};
        const char* why = sum.partial ? "money.question.partial" : "money.question.sum";
        ask({key,
             {why,
              {{"amount", title_of(amount)},
               {"first", sum.stretch.within.first().iso()},
               {"last", sum.stretch.within.last()->iso()}}},
             {},
             Question::Kind::sum});
        return std::nullopt;
    }

    /// The rules that move an amount, by their position.
    std::vector<std::size_t> rules_for(const Amount& amount) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < agreement_.indexation.size(); ++i) {
            const auto& keys = agreement_.indexation[i].amounts;
            if (keys.empty() || std::ranges::find(keys, amount.key) != keys.end()) found.push_back(i);
        }
        return found;
    }

    /// How several rules for one amount go together is asked, once more than one of them has begun.
    std::optional<std::string> together(const Amount& amount) {
        const std::string key = "amount/" + amount.key + "/rules";
        if (const Answer* found = ledger_.answer(key)) return found->value;
        ask({key,
             {"money.question.rules", {{"amount", title_of(amount)}}},
             {"from_reached", "from_original", "both"},
             Question::Kind::choice});
        return std::nullopt;
    }

    /// The sum on a day by the rules that have begun; nothing while one of them asks.
    std::optional<base::Money> moved(const Amount& amount, base::Money sum, base::Date day,
                                     std::vector<IndexStep>& steps) {
        auto rules = rules_for(amount);
        std::erase_if(rules, [&](std::size_t one) { return agreement_.indexation[one].starts > day; });
        std::ranges::stable_sort(rules, {}, [&](std::size_t one) { return agreement_.indexation[one].starts; });
        const auto how = rules.size() > 1 ? together(amount) : std::optional<std::string>("both");
        if (!how) return std::nullopt;
        if (*how == "from_original") rules.erase(rules.begin(), rules.end() - 1);
        std::optional<base::Money> now = sum;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            // A rule that another one takes over from holds to the day before.
            const bool taken_over = *how == "from_reached" && i + 1 < rules.size();
            const base::Date until = taken_over ? agreement_.indexation[rules[i + 1]].starts.plus_days(-1) : day;
            Indexed one = indexed_sum(agreement_.indexation[rules[i]], rules[i], ledger_, *now, until);
            for (Question& question : one.questions) ask(std::move(question));
            if (!one.sum) return std::nullopt;
            steps.insert(steps.end(), one.steps.begin(), one.steps.end());
            now = one.sum;
        }
        return now;
    }

    /// Does a step of an index fall inside the stretch? Then a person says whether payments follow it at once.
    std::optional<bool> follows_at_once(const Amount& amount, const base::Period& stretch) {
        for (const std::size_t rule : rules_for(amount)) {
            const auto& one = agreement_.indexation[rule];
            const int months = std::max(1, one.every_months);
            for (int step = 0; one.starts.plus_months(step * months) <= *stretch.last(); ++step) {
                if (one.starts.plus_months(step * months) <= stretch.first()) continue;
                const std::string key = index_key(rule) + "/within";
                if (const Answer* found = ledger_.answer(key)) return found->value == "at_once";
                ask({key, {"money.question.within", {}}, {"next_stretch", "at_once"}, Question::Kind::choice});
                return std::nullopt;
            }
        }
        return false;
    }

    std::optional<base::Date> day_of(const std::string& key, const PlannedInstalment& planned) const {
        if (planned.day) return planned.day;
        const Answer* told = ledger_.answer("instalment/" + key + "/day");
        return told ? std::optional(base::Date::parse(told->value).value()) : std::nullopt;
    }

    void add_stretch(const Amount& amount, const PlannedSum& planned, std::optional<base::Money> sum) {
        const base::Period& period = planned.stretch.within;
        std::vector<LiveInstalment> made;
        made.reserve(planned.instalments.size());
        for (const PlannedInstalment& one : planned.instalments) made.push_back(instalment_of(amount, period, one));
        LiveStretch stretch{amount.key, title_of(amount), period, sum, {}, {}};
        if (sum) stretch.sum = set_sums(amount, stretch, *sum, instalment_parts(*sum, planned), made);
        for (LiveInstalment& one : made) {
            settle(one);
            stop_after_ending(one);
            stretch.instalments.push_back(one.key);
            out_.instalments.push_back(std::move(one));
        }
        out_.stretches.push_back(std::move(stretch));
    }

    LiveInstalment instalment_of(const Amount& amount, const base::Period& stretch, const PlannedInstalment& planned) {
        LiveInstalment one;
        one.key = instalment_key(amount.key, stretch.first(), planned.number);
        one.amount = amount.key;
        one.title = title_of(amount);
        one.number = planned.number;
        one.of = planned.of;
        one.day = day_of(one.key, planned);
        one.window = planned.window;
        const base::Date last = planned.window.last().value_or(horizon_);
        const base::Date pays_on = one.day.value_or(std::clamp(today_, planned.window.first(), last));
        one.payer = agreement::payer_on(agreement_, amount, pays_on);
        one.payer_name = agreement_.name_of(one.payer);
        const std::string later = agreement::payer_on(agreement_, amount, one.day.value_or(last));
        if (later != one.payer) one.later_payer_name = agreement_.name_of(later);
        one.recipient_name = agreement_.name_of(amount.recipient);
        return one;
    }

    /// Gives each instalment its part of the stretch's sum, moved by the index; answers the stretch's sum. Payments
    /// that follow a step at once are moved each by itself, else the whole is moved and cut.
    std::optional<base::Money> set_sums(const Amount& amount, LiveStretch& stretch, base::Money sum,
                                        const std::vector<base::Money>& plain, std::vector<LiveInstalment>& made) {
        const auto at_once = follows_at_once(amount, stretch.period);
        if (!at_once) return std::nullopt;
        if (*at_once) return move_each(amount, stretch, sum, plain, made);
        const auto whole = moved(amount, sum, stretch.period.first(), stretch.index);
        if (!whole) return std::nullopt;
        const auto parts = *whole == sum ? plain : moved_parts(sum, *whole, plain);
        for (std::size_t i = 0; i < parts.size(); ++i) set_sum(made[i], plain[i], parts[i]);
        return whole;
    }

    std::optional<base::Money> move_each(const Amount& amount, LiveStretch& stretch, base::Money sum,
                                         const std::vector<base::Money>& plain, std::vector<LiveInstalment>& made) {
        std::optional<base::Money> total = sum;
        for (std::size_t i = 0; i < plain.size(); ++i) {
            const base::Date by = std::max(made[i].day.value_or(made[i].window.first()), stretch.period.first());
            std::vector<IndexStep> steps;
            const auto part = moved(amount, plain[i], by, steps);
            stretch.index.insert(stretch.index.end(), steps.begin(), steps.end());
            if (part) set_sum(made[i], plain[i], *part);
            total = total && part ? std::optional(*total + (*part - plain[i])) : std::nullopt;
        }
        return total;
    }

    static void set_sum(LiveInstalment& one, base::Money before, base::Money now) {
        one.sum = now;
        if (now != before) one.before_index = before;
    }

    /// What was paid or is on its way keeps its sum and payer; else what it waits for.
    void settle(LiveInstalment& one) {
        for (const Payment& payment : ledger_.payments) {
            if (payment.is_counter() || payment.instalment != one.key) continue;
            if (payment.paid_on && net_of(payment, ledger_.payments) == base::Money{}) continue;
            one.payment = payment;
        }
        if (one.payment) {
            one.status = one.payment->paid_on  ? Status::paid
                         : one.payment->second ? Status::authorised
                                               : Status::authorised_once;
            if (one.payment->paid_on) {
                one.sum = net_of(*one.payment, ledger_.payments);
                one.payer = one.payment->payer_key;
                one.payer_name = one.payment->payer;
                one.later_payer_name.clear();
                for (const Payment& waits : ledger_.payments)
                    if (waits.corrects == one.payment->id && !waits.paid_on) one.correction = waits;
            }
            return;
        }
        if (!one.sum) {
            one.status = Status::unknown;
            return;
        }
        for (const Wait& wait : ledger_.waits) {
            if (wait.instalment != one.key || wait.met_on) continue;
            const auto report = std::ranges::find(agreement_.reports, wait.report, &agreement::Report::key);
            one.status = Status::waiting;
            one.waits_for = {"money.waits.report",
                             {{"report", report == agreement_.reports.end() ? wait.report : report->title}}};
        }
    }

    /// An agreement that ended pays nothing after its last day. Whose day nobody knows is not paid either, once the end
    /// has come before its time was out: what is owed for the days before is a claim, which a person decides.
    void stop_after_ending(LiveInstalment& one) const {
        const auto& ended = agreement_.term.ended;
        if (!ended || one.status == Status::paid) return;
        const bool has_come = agreement::force_on(agreement_.term, today_) == agreement::Force::over;
        const bool after =
            one.day ? *one.day > ended->on
                    : one.window.first() > ended->on || (has_come && one.window.last().value_or(horizon_) > ended->on);
        if (!after) return;
        one.ended_on = ended->on;
        if (!one.payment) one.status = Status::stopped;
    }

    /// Payments of instalments that the plan has no more: the agreement was changed since.
    void add_orphans() {
        for (const Payment& payment : ledger_.payments) {
            if (payment.is_counter() || find_instalment(out_, payment.instalment)) continue;
            if (payment.paid_on && net_of(payment, ledger_.payments) == base::Money{}) continue;
            LiveInstalment one;
            one.key = payment.instalment;
            one.amount = payment.instalment.substr(0, payment.instalment.find('_'));
            one.title = payment.amount_title;
            one.day = payment.paid_on.value_or(payment.first.on);
            one.window = {*one.day, *one.day};
            one.sum = payment.sum;
            one.payer = payment.payer_key;
            one.payer_name = payment.payer;
            one.recipient_name = payment.recipient;
            one.orphan = true;
            settle(one);
            out_.instalments.push_back(std::move(one));
        }
    }

    const Agreement& agreement_;
    const Ledger& ledger_;
    base::Date horizon_;
    base::Date today_;
    LivePlan out_;
};

}  // namespace

Agreement with_decisions(Agreement agreement, const Ledger& ledger) {
    for (Amount& amount : agreement.amounts)
        if (const Answer* answer = ledger.answer("amount/" + amount.key + "/reading"))
            amount.sums.choice = agreement::Choice{answer->value, answer->by.function, answer->motivation};
    for (const PayerDecision& one : ledger.payer_decisions) {
        const auto planned = std::ranges::find_if(agreement.payer_changes, [&](const agreement::PayerChange& change) {
            return !change.decided_on && change.from_payer == one.from_payer && change.to_payer == one.to_payer;
        });
        agreement::PayerChange change;
        if (planned != agreement.payer_changes.end()) {
            change = *planned;
            agreement.payer_changes.erase(planned);
        }
        change.from_payer = one.from_payer;
        change.to_payer = one.to_payer;
        change.starts = one.starts;
        change.decided_on = one.decided_on;
        change.decision = one.reference;
        agreement.payer_changes.push_back(std::move(change));
    }
    return agreement;
}

LivePlan live_plan(const Agreement& agreement, const Ledger& ledger, base::Date horizon, base::Date today) {
    const Agreement decided = with_decisions(agreement, ledger);
    return Building(decided, ledger, horizon, today).build();
}

std::string instalment_key(std::string_view amount, base::Date stretch, int number) {
    return std::string(amount) + "_" + stretch.iso() + "_" + std::to_string(number);
}

base::Money net_of(const Payment& payment, const std::vector<Payment>& all) {
    base::Money net = payment.sum;
    for (const Payment& one : all)
        if (one.corrects == payment.id && one.paid_on) net += one.sum;
    return net;
}

const LiveInstalment* find_instalment(const LivePlan& plan, std::string_view key) {
    const auto found = std::ranges::find(plan.instalments, key, &LiveInstalment::key);
    return found == plan.instalments.end() ? nullptr : &*found;
}

std::string_view instalment_asked(std::string_view question) {
    constexpr std::string_view kBefore = "instalment/";
    constexpr std::string_view kAfter = "/day";
    if (!question.starts_with(kBefore) || !question.ends_with(kAfter)) return {};
    return question.substr(kBefore.size(), question.size() - kBefore.size() - kAfter.size());
}

std::optional<Question> question_of(const Agreement& agreement, const Ledger& ledger, base::Date horizon,
                                    base::Date today, std::string_view key) {
    // Asked again as if nobody had answered it: an answer may be given anew.
    Ledger without = ledger;
    std::erase_if(without.answers, [&](const Answer& one) { return one.question == key; });
    const LivePlan plan = live_plan(agreement, without, horizon, today);
    const auto found = std::ranges::find(plan.questions, key, &Question::key);
    if (found != plan.questions.end()) return *found;
    if (instalment_asked(key).empty()) return std::nullopt;
    const LiveInstalment* one = find_instalment(plan, instalment_asked(key));
    if (!one || one->day || one->payment) return std::nullopt;
    return Question{std::string(key),
                    {"money.question.day",
                     {{"amount", one->title}, {"number", std::int64_t{one->number}}, {"of", std::int64_t{one->of}}}},
                    {},
                    Question::Kind::day};
}

}  // namespace samrum::partnership::money
