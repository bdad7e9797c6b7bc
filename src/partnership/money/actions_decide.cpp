#include "partnership/money/actions_decide.hpp"

#include "partnership/money/repository.hpp"
#include "partnership/money/rules_text.hpp"
#include "partnership/money/rules_working.hpp"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

namespace samrum::partnership::money {
namespace {

using Json = nlohmann::json;

/// What an action has in its hands while the room's money is locked.
struct Locked {
    store::Transaction& tx;
    const Case& all;
    const Signed& by;
    AgreementId id() const { return all.head.id; }
};

/// Runs `change` with the case; what it answers is the journal's line, or its problems.
using ChangeCase = std::function<base::Result<Json>(const Locked&)>;
base::Result<base::Done> change_case(store::Session& room, const module::Caller& caller, base::Date today,
                                     AgreementId agreement, const char* what, const ChangeCase& change) {
    if (!may_handle(caller)) return module::refusal();
    const Signed by = signed_by(caller, today);
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("partnership.money");
        const auto all = load_case(tx, agreement, today);
        if (!all) return base::problem("", "money.unknown");
        auto changed = change({tx, *all, by});
        if (!changed) return changed.problems();
        Json detail = *std::move(changed);
        detail["agreement"] = all->head.slug;
        tx.journal(caller.actor(), {what, agreement.text(), detail.dump()});
        return base::Done{};
    });
}

/// Reads a day that must not lie ahead.
base::Date day_past(base::ProblemList& problems, const std::string& text, const char* field, base::Date today,
                    const char* ahead) {
    const auto day = base::Date::parse(text);
    const base::Date read = problems.take(day, field);
    if (day && read > today) problems.add(base::problem(field, ahead));
    return read;
}
void need(base::ProblemList& problems, const std::string& text, const char* field, const char* key) {
    if (text.empty()) problems.add(base::problem(field, key));
}
std::optional<base::Money> sum_above_zero(base::ProblemList& problems, const std::string& text, const char* key,
                                          bool zero_too = false) {
    const auto sum = base::Money::parse(text);
    if (sum && (sum->ore > 0 || (zero_too && sum->ore == 0))) return *sum;
    problems.add(base::problem("sum", key));
    return std::nullopt;
}

Json optional_ore(const std::optional<base::Money>& sum) {
    return sum ? Json(sum->ore) : Json(nullptr);
}
Json working_json(const std::vector<EndingLine>& lines, base::Date last) {
    Json all = Json::array();
    for (const EndingLine& one : lines)
        all.push_back({{"amount", one.amount},
                       {"period", one.period.iso()},
                       {"promised", optional_ore(one.promised)},
                       {"paid", one.paid.ore},
                       {"used", optional_ore(one.used)},
                       {"unspent", optional_ore(one.unspent)},
                       {"days", one.days},
                       {"days_run", one.days_run},
                       {"by_days", optional_ore(one.by_days)},
                       {"over_by_days", optional_ore(one.over_by_days)},
                       {"months", one.months},
                       {"months_run", one.months_run},
                       {"by_months", optional_ore(one.by_months)},
                       {"over_by_months", optional_ore(one.over_by_months)}});
    return {{"last", last.iso()}, {"lines", all}};
}

/// Is it an organisation of the agreement's public side that may pay?
bool may_pay(const agreement::Agreement& agreement, const std::string& key) {
    const auto* one = agreement.organisation(key);
    if (!one) return false;
    const auto* party = agreement.party(key);
    return !party || party->side == agreement::Side::public_side;
}

/// Unused money: what the stretch left over is what may be decided about.
base::Result<Decision> read_unused(const Locked& held, const DecisionInput& input, base::ProblemList& problems,
                                   base::Date today) {
    Decision one;
    const auto lines = unused_working(held.all.plan, held.all.ledger, today);
    const auto line = std::ranges::find_if(lines, [&](const UnusedLine& each) {
        return each.amount == input.amount && each.period.first().iso() == input.stretch;
    });
    if (line == lines.end() || !line->unused) {
        problems.add(base::problem("", "money.decision.nothing_told"));
        return problems.all();
    }
    one.amount = line->amount;
    one.stretch = line->period.first();
    const auto sum = sum_above_zero(problems, input.sum, "money.decision.sum");
    if (sum && *sum > *line->unused) problems.add(base::problem("sum", "money.decision.more_than_unused"));
    one.sum = sum.value_or(base::Money{});
    one.working = Json{{"paid", line->paid.ore}, {"used", line->used->ore}, {"unused", line->unused->ore}}.dump();
    return one;
}

base::Result<Decision> read_claim(const Locked& held, const DecisionInput& input, base::ProblemList& problems) {
    Decision one;
    const auto last = base::Date::parse(input.last);
    const base::Date day = problems.take(last, "last");
    const auto lines = ending_working(held.all.plan, held.all.ledger, day);
    if (input.outcome != "none")
        one.sum = sum_above_zero(problems, input.sum, "money.decision.sum").value_or(base::Money{});
    const EndingLine total = sum_of(lines);
    if (input.outcome == "on_association" && one.sum > total.paid)
        problems.add(base::problem("sum", "money.decision.more_than_paid"));
    one.working = working_json(lines, day).dump();
    return one;
}

std::optional<Outcome> outcome_of(DecisionKind kind, const std::string& word) {
    const auto outcome = agreement::value_of<Outcome>(word);
    if (!outcome) return std::nullopt;
    const bool of_claim =
        *outcome == Outcome::on_association || *outcome == Outcome::on_public || *outcome == Outcome::none;
    return of_claim == (kind == DecisionKind::claim) ? outcome : std::nullopt;
}

}  // namespace

base::Result<base::Done> answer_question(store::Session& room, const module::Caller& caller, base::Date today,
                                         AgreementId agreement, std::string_view question, const AnswerInput& input) {
    return change_case(room, caller, today, agreement, "money.answered", [&](const Locked& held) -> base::Result<Json> {
        const auto asked = question_of(held.all.agreement, held.all.ledger, horizon_of(today), today, question);
        if (!asked) return base::problem("", "money.unknown");
        // A day that is written after the end would start what the end has stopped.
        const LiveInstalment* about = find_instalment(held.all.plan, instalment_asked(question));
        if (about && about->status == Status::stopped)
            return base::problem("", "money.payment.after_end", {{"day", about->ended_on->iso()}});
        base::ProblemList problems;
        const std::string value = problems.take(read_answer(*asked, input.value), "value");
        // A day is told, the rest is decided.
        problems.add(judge_lengths({{"motivation", input.motivation}, {"source", input.source}}));
        if (asked->kind != Question::Kind::day) need(problems, input.motivation, "motivation", "money.motivation");
        if (!problems.empty()) return problems.all();
        insert_answer(held.tx, held.id(), {asked->key, value, input.motivation, input.source, held.by});
        return Json{{"question", asked->key}, {"value", value}};
    });
}

base::Result<base::Done> decide_payer(store::Session& room, const module::Caller& caller, base::Date today,
                                      AgreementId agreement, const PayerInput& input) {
    const auto change = [&](const Locked& held) -> base::Result<Json> {
        base::ProblemList problems;
        PayerDecision one{LedgerId::ordered(), input.from_payer, input.to_payer, {}, input.body, {},
                          input.reference,     held.by};
        if (!may_pay(held.all.agreement, one.from_payer)) problems.add(base::problem("from_payer", "money.payer.from"));
        if (!may_pay(held.all.agreement, one.to_payer)) problems.add(base::problem("to_payer", "money.payer.to"));
        if (one.from_payer == one.to_payer) problems.add(base::problem("to_payer", "money.payer.same"));
        one.starts = problems.take(base::Date::parse(input.starts), "starts");
        one.decided_on = day_past(problems, input.decided_on, "decided_on", today, "money.payer.decided_ahead");
        problems.add(judge_lengths({{"body", input.body, kLongestLine}, {"reference", input.reference, kLongestLine}}));
        need(problems, input.body, "body", "money.payer.body");
        need(problems, input.reference, "reference", "money.payer.reference");
        if (!problems.empty()) return problems.all();
        insert_payer_decision(held.tx, held.id(), one);
        return Json{
            {"from", one.from_payer}, {"to", one.to_payer}, {"starts", one.starts.iso()}, {"reference", one.reference}};
    };
    return change_case(room, caller, today, agreement, "money.payer_decided", change);
}

base::Result<base::Done> withdraw_payer(store::Session& room, const module::Caller& caller, base::Date today,
                                        AgreementId agreement, LedgerId decision) {
    const auto change = [&](const Locked& held) -> base::Result<Json> {
        const auto& all = held.all.ledger.payer_decisions;
        const auto found = std::ranges::find(all, decision, &PayerDecision::id);
        if (found == all.end()) return base::problem("", "money.unknown");
        for (const Payment& one : held.all.ledger.payments)
            if (one.payer_key == found->to_payer && one.first.on >= found->by.on)
                return base::problem("", "money.payer.used");
        withdraw_payer_decision(held.tx, decision, today);
        return Json{{"from", found->from_payer}, {"to", found->to_payer}, {"starts", found->starts.iso()}};
    };
    return change_case(room, caller, today, agreement, "money.payer_withdrawn", change);
}

base::Result<base::Done> decide(store::Session& room, const module::Caller& caller, base::Date today,
                                AgreementId agreement, DecisionKind kind, const DecisionInput& input) {
    const auto change = [&](const Locked& held) -> base::Result<Json> {
        base::ProblemList problems;
        const auto outcome = outcome_of(kind, input.outcome);
        if (!outcome) problems.add(base::problem("outcome", "money.decision.outcome"));
        const auto read =
            kind == DecisionKind::claim ? read_claim(held, input, problems) : read_unused(held, input, problems, today);
        const base::Date decided_on =
            day_past(problems, input.decided_on, "decided_on", today, "money.decision.decided_ahead");
        problems.add(judge_lengths({{"body", input.body, kLongestLine},
                                    {"reference", input.reference, kLongestLine},
                                    {"motivation", input.motivation}}));
        need(problems, input.body, "body", "money.decision.body");
        need(problems, input.motivation, "motivation", "money.motivation");
        if (!problems.empty()) return problems.all();
        Decision one = *read;
        one.id = LedgerId::ordered();
        one.kind = kind;
        one.outcome = *outcome;
        one.decided_on = decided_on;
        one.body = input.body;
        one.reference = input.reference;
        one.motivation = input.motivation;
        one.by = held.by;
        insert_decision(held.tx, held.id(), one);
        return Json{{"kind", agreement::word_of(kind)}, {"outcome", input.outcome}, {"ore", one.sum.ore}};
    };
    return change_case(room, caller, today, agreement, "money.decided", change);
}

base::Result<base::Done> withdraw_decided(store::Session& room, const module::Caller& caller, base::Date today,
                                          AgreementId agreement, LedgerId decision) {
    const auto change = [&](const Locked& held) -> base::Result<Json> {
        const auto& all = held.all.ledger.decisions;
        if (std::ranges::find(all, decision, &Decision::id) == all.end()) return base::problem("", "money.unknown");
        if (!withdraw_decision(held.tx, decision, today)) return base::problem("", "money.decision.settled");
        return Json{{"decision", decision.text()}};
    };
    return change_case(room, caller, today, agreement, "money.decision_withdrawn", change);
}

base::Result<base::Done> settle(store::Session& room, const module::Caller& caller, base::Date today,
                                AgreementId agreement, LedgerId decision) {
    const auto change = [&](const Locked& held) -> base::Result<Json> {
        const auto& all = held.all.ledger.decisions;
        if (std::ranges::find(all, decision, &Decision::id) == all.end()) return base::problem("", "money.unknown");
        if (!settle_decision(held.tx, decision, today)) return base::problem("", "money.decision.settled");
        return Json{{"decision", decision.text()}};
    };
    return change_case(room, caller, today, agreement, "money.decision_settled", change);
}

base::Result<base::Done> tell_use(store::Session& room, const module::Caller& caller, base::Date today,
                                  AgreementId agreement, const UseInput& input) {
    return change_case(room, caller, today, agreement, "money.use_told", [&](const Locked& held) -> base::Result<Json> {
        base::ProblemList problems;
        const auto& stretches = held.all.plan.stretches;
        const auto found = std::ranges::find_if(stretches, [&](const LiveStretch& one) {
            return one.amount == input.amount && one.period.first().iso() == input.stretch;
        });
        if (found == stretches.end()) problems.add(base::problem("stretch", "money.use.stretch"));
        const auto used = base::Money::parse(input.used);
        if (!used || used->ore < 0) problems.add(base::problem("used", "money.use.sum"));
        problems.add(judge_lengths({{"source", input.source}}));
        need(problems, input.source, "source", "money.use.source");
        if (!problems.empty()) return problems.all();
        insert_use(held.tx, held.id(), {found->amount, found->period.first(), *used, input.source, held.by});
        return Json{{"amount", found->amount}, {"stretch", input.stretch}, {"ore", used->ore}};
    });
}

base::Result<base::Done> add_funder(store::Session& room, const module::Caller& caller, base::Date today,
                                    AgreementId agreement, const FunderInput& input) {
    const auto change = [&](const Locked& held) -> base::Result<Json> {
        base::ProblemList problems;
        Funder one{LedgerId::ordered(), input.amount, input.name, {}, {}, Certainty::unsure, input.source};
        const auto& amounts = held.all.agreement.amounts;
        if (std::ranges::find(amounts, input.amount, &agreement::Amount::key) == amounts.end())
            problems.add(base::problem("amount", "money.funder.amount"));
        problems.add(judge_lengths({{"name", input.name, kLongestLine}, {"source", input.source}}));
        need(problems, input.name, "name", "money.funder.name");
        if (!input.share.empty() && !input.sum.empty()) problems.add(base::problem("sum", "money.funder.both"));
        if (!input.share.empty()) {
            Question percent;
            percent.kind = Question::Kind::percent;
            const auto read = read_answer(percent, input.share);
            one.share = read ? std::optional(std::stoi(*read)) : std::nullopt;
            int all = one.share.value_or(0);
            for (const Funder& other : held.all.ledger.funders)
                if (other.amount == one.amount) all += other.share.value_or(0);
            if (!one.share || *one.share <= 0)
                problems.add(base::problem("share", "money.funder.share"));
            else if (all > 10'000)
                problems.add(base::problem("share", "money.funder.over"));
        } else if (!input.sum.empty()) {
            one.sum = sum_above_zero(problems, input.sum, "money.funder.sum");
        }
        const auto certainty = agreement::value_of<Certainty>(input.certainty);
        if (!certainty) problems.add(base::problem("certainty", "money.funder.certainty"));
        if (!problems.empty()) return problems.all();
        one.certainty = *certainty;
        insert_funder(held.tx, held.id(), one, today);
        return Json{{"amount", one.amount}, {"funder", one.name}, {"certainty", input.certainty}};
    };
    return change_case(room, caller, today, agreement, "money.funder_added", change);
}

base::Result<base::Done> add_in_kind(store::Session& room, const module::Caller& caller, base::Date today,
                                     AgreementId agreement, const InKindInput& input) {
    const auto change = [&](const Locked& held) -> base::Result<Json> {
        base::ProblemList problems;
        InKind one{LedgerId::ordered(), input.party, input.what, input.commitment, {}, input.valued_how};
        problems.add(judge_lengths({{"party", input.party, kLongestLine},
                                    {"what", input.what},
                                    {"commitment", input.commitment, kLongestLine},
                                    {"valued_how", input.valued_how}}));
        need(problems, input.party, "party", "money.in_kind.party");
        need(problems, input.what, "what", "money.in_kind.what");
        if (!input.value.empty()) {
            const auto value = base::Money::parse(input.value);
            if (!value || value->ore <= 0)
                problems.add(base::problem("value", "money.in_kind.value"));
            else
                one.value = *value;
            need(problems, input.valued_how, "valued_how", "money.in_kind.how");
        }
        if (!problems.empty()) return problems.all();
        insert_in_kind(held.tx, held.id(), one, today);
        return Json{{"party", one.party}, {"what", one.what}, {"ore", optional_ore(one.value)}};
    };
    return change_case(room, caller, today, agreement, "money.in_kind_added", change);
}

base::Result<base::Done> end_line(store::Session& room, const module::Caller& caller, base::Date today,
                                  AgreementId agreement, LedgerId line) {
    const auto change = [&](const Locked& held) -> base::Result<Json> {
        const auto& funders = held.all.ledger.funders;
        const auto& efforts = held.all.ledger.in_kind;
        if (std::ranges::find(funders, line, &Funder::id) != funders.end())
            end_funder(held.tx, line, today);
        else if (std::ranges::find(efforts, line, &InKind::id) != efforts.end())
            end_in_kind(held.tx, line, today);
        else
            return base::problem("", "money.unknown");
        return Json{{"line", line.text()}};
    };
    return change_case(room, caller, today, agreement, "money.line_ended", change);
}

}  // namespace samrum::partnership::money
