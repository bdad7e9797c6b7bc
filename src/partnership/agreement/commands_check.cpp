#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/commands.hpp"
#include "partnership/agreement/commands_paper.hpp"
#include "partnership/agreement/rules.hpp"
#include "partnership/agreement/rules_eligibility.hpp"

#include <algorithm>
#include <ostream>

namespace samrum::partnership::agreement {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Prints the check of one file, a section a function.
class Printout {
  public:
    Printout(const AgreementFile& file, base::Date today, std::ostream& out, const text::Words& words)
        : file_(file), agreement_(file.agreement), today_(today), paper_(out), words_(words) {}

    void head();
    void assessment();
    void promises();
    void money();
    void dates();
    void ending();
    void notes();

  private:
    std::string say(const std::string& key, const base::MessageArgs& args = {}) const {
        return words_("partnership.report." + key, args);
    }
    std::string name(const std::string& organisation) const { return agreement_.name_of(organisation); }
    std::string joined(const std::vector<std::string>& organisations) const;
    void answers(const Assessment& assessment);
    void amount(const AmountPlan& plan);
    void reading(const AmountPlan& plan, const ReadingPlan& reading);
    std::vector<std::string> instalment(const PlannedInstalment& one) const;
    std::string promise(const Commitment& commitment) const;
    std::string counted_by(const Commitment& commitment) const;

    const AgreementFile& file_;
    const Agreement& agreement_;
    base::Date today_;
    Paper paper_;
    const text::Words& words_;
};

std::string Printout::joined(const std::vector<std::string>& organisations) const {
    std::string out;
    for (const std::string& one : organisations) out += (out.empty() ? "" : " · ") + name(one);
    return out;
}

void Printout::head() {
    paper_.title(agreement_.title);
    Rows rows;
    const auto row = [&](const char* label, const std::string& value) {
        if (!value.empty()) rows.push_back({say(label), value});
    };
    row("key", agreement_.key);
    row("registry_number", agreement_.registry_number);
    row("dated", agreement_.dated ? agreement_.dated->iso() : "");
    row("applies", say_term(words_, agreement_.term));
    row("today", say("standing", {{"day", today_.iso()},
                                  {"standing", say_word(words_, "force", force_on(agreement_.term, today_))}}));
    row("predecessor", agreement_.predecessor);
    row("successor", agreement_.successor);
    for (const Party& one : agreement_.parties)
        row(one.side == Side::civil ? "civil_party" : "public_party",
            name(one.organisation) + (one.standing == Standing::contributor ? " " + say("contributor") : "") +
                (one.lead ? " " + say("lead") : ""));
    paper_.table(0, rows);
}

void Printout::answers(const Assessment& assessment) {
    const auto sign = [](Judgement judgement) {
        switch (judgement) {
            case Judgement::met:
                return "✓";
            case Judgement::not_met:
                return "✗";
            default:
                return "?";
        }
    };
    for (const CriterionVerdict& one : assessment.verdicts) {
        paper_.table(2, {{sign(one.judgement), one.criterion.text}});
        for (const base::Message& reason : one.reasons) paper_.text(5, words_(reason));
        if (!one.answer) continue;
        if (!one.answer->motivation.empty()) paper_.text(5, one.answer->motivation);
        if (!one.answer->by.empty())
            paper_.text(5, "– " + one.answer->by + (one.answer->on ? ", " + one.answer->on->iso() : ""));
    }
}

void Printout::assessment() {
    paper_.heading(say("assessment"));
    const auto assessments = assess(agreement_, file_.criteria);
    if (assessments.empty()) paper_.text(0, say("no_assessment"));
    for (const Assessment& one : assessments) {
        std::int64_t met = 0;
        for (const auto& verdict : one.verdicts) met += verdict.judgement == Judgement::met;
        const Part* part = agreement_.part(one.part);
        paper_.line();
        paper_.text(0, say("set", {{"set", one.set.title + (part ? " – " + part->title : "")},
                                   {"outcome", say_word(words_, "outcome", one.outcome)},
                                   {"met", met},
                                   {"all", static_cast<std::int64_t>(one.verdicts.size())}}));
        answers(one);
    }
}

std::string Printout::promise(const Commitment& commitment) const {
    std::string said;
    for (const auto& one : commitment.targets.all)
        said +=
            (said.empty() ? "" : " / ") + say_target(words_, one.value) + (one.key.empty() ? "" : " [" + one.key + "]");
    if (said.empty()) said = commitment.text;
    if (is_refused(agreement_, commitment.part)) said += " " + say("refused");
    return said;
}

std::string Printout::counted_by(const Commitment& commitment) const {
    if (commitment.measure) return say("measured", {{"measure", commitment.measure->name}});
    if (commitment.reported_by)
        return say("reported", {{"function", commitment.reported_by->function},
                                {"organisation", name(commitment.reported_by->organisation)}});
    return "";
}

void Printout::promises() {
    if (agreement_.commitments.empty()) return;
    paper_.heading(say("promises"));
    std::vector<std::vector<std::string>> who;
    for (const Commitment& one : agreement_.commitments)
        if (std::find(who.begin(), who.end(), one.by) == who.end()) who.push_back(one.by);
    for (const auto& by : who) {
        paper_.line();
        paper_.text(0, joined(by));
        Rows rows;
        for (const Commitment& one : agreement_.commitments) {
            if (one.by != by) continue;
            rows.push_back({say_word(words_, "commitment_kind", one.kind), one.title});
            if (auto said = promise(one); !said.empty()) rows.push_back({"", std::move(said)});
            if (auto said = counted_by(one); !said.empty()) rows.push_back({"", std::move(said)});
        }
        paper_.table(2, rows);
    }
}

std::vector<std::string> Printout::instalment(const PlannedInstalment& one) const {
    const std::string day = one.day ? one.day->iso() : say("day_unknown");
    const std::string money = one.amount ? words_.money(*one.amount) : words_("partnership.sum.unknown");
    std::string payer = name(one.payer);
    if (!one.later_payer.empty()) payer += " → " + name(one.later_payer);
    return {say("number_of", {{"number", std::int64_t{one.number}}, {"of", std::int64_t{one.of}}}), money, day, payer};
}

void Printout::reading(const AmountPlan& plan, const ReadingPlan& reading) {
    const Reading<Payable>* stated = nullptr;
    for (const auto& one : plan.amount->sums.all)
        if (one.key == reading.reading) stated = &one;
    if (!reading.reading.empty())
        paper_.text(2, say(reading.chosen ? "reading_chosen" : "reading", {{"reading", reading.reading},
                                                                           {"sum", say_payable(words_, stated->value)},
                                                                           {"source", reading.source}}));
    const bool many = reading.sums.size() > 1 || reading.per != Per::whole_period;
    for (const PlannedSum& sum : reading.sums) {
        if (many) paper_.text(4, words_.period(sum.stretch.whole) + ": " + say_sum(words_, sum.sum));
        if (sum.partial) paper_.text(6, say("partial", {{"within", words_.period(sum.stretch.within)}}));
        Rows rows;
        for (const PlannedInstalment& one : sum.instalments) rows.push_back(instalment(one));
        paper_.table(many ? 6 : 4, rows);
    }
}

void Printout::amount(const AmountPlan& plan) {
    const Amount& one = *plan.amount;
    const auto* settled = one.sums.settled();
    paper_.line();
    std::string head = one.title.empty() ? one.key : one.title;
    if (settled) head += ": " + say_payable(words_, settled->value);
    head += " (" + say_word(words_, "amount_kind", one.kind) + ")";
    if (plan.period) head += ", " + words_.period(*plan.period);
    if (plan.refused) head += " " + say("refused");
    paper_.text(0, head);
    paper_.text(2, name(one.payer) + " → " + name(one.recipient));
    for (const ReadingPlan& reading_plan : plan.readings) reading(plan, reading_plan);
    for (const BudgetShare& share : one.budget_years)
        paper_.text(4, say("budget_year", {{"year", std::to_string(share.year)}, {"sum", words_.money(share.amount)}}));
}

void Printout::money() {
    if (agreement_.amounts.empty()) return;
    paper_.heading(say("money"));
    paper_.text(0, say("total", {{"sum", say_sum(words_, promised_in_all(agreement_))}}));
    for (const AmountPlan& plan : payment_plan(agreement_, horizon_of(agreement_, today_))) amount(plan);
    for (const PayerChange& one : agreement_.payer_changes) {
        paper_.line();
        paper_.text(0, say(one.decided_on ? "payer_moves" : "payer_stays",
                           {{"from", name(one.from_payer)},
                            {"to", name(one.to_payer)},
                            {"day", one.starts.iso()},
                            {"body", name(one.decided_by)},
                            {"decided", one.decided_on ? one.decided_on->iso() : ""}}));
    }
    for (const Indexation& one : agreement_.indexation) paper_.text(0, say("indexation", {{"text", one.text}}));
    if (agreement_.unused_money != UnusedMoney::unstated)
        paper_.text(0, say_word(words_, "unused_money", agreement_.unused_money));
}

void Printout::dates() {
    paper_.heading(say("dates"));
    Rows rows;
    bool past = true;
    for (const KeyDate& one : key_dates(agreement_, file_.criteria, horizon_of(agreement_, today_))) {
        if (past && one.day >= today_ && !rows.empty())
            rows.push_back({"", today_.iso(), "", "── " + say("today") + " ──"});
        past = past && one.day < today_;
        rows.push_back({say_word(words_, "when", one.when), one.day.iso(), say_word(words_, "origin", one.origin),
                        say_owed_date(words_, agreement_, one)});
    }
    paper_.table(0, rows);
}

void Printout::ending() {
    if (agreement_.notice.empty() && !agreement_.termination) return;
    paper_.heading(say("ending"));
    for (const NoticeRule& one : agreement_.notice) paper_.text(0, say_notice(words_, one));
    if (!agreement_.termination) return;
    paper_.text(0, words_("partnership.termination." +
                          std::string(agreement_.termination->after_time_to_mend ? "mend" : "at_once")));
    if (agreement_.termination->repayment != Repayment::unstated)
        paper_.text(0, say_word(words_, "repayment", agreement_.termination->repayment));
}

void Printout::notes() {
    const auto notes = with_lines(notes_of(agreement_, file_.criteria), file_.lines);
    if (!notes.empty()) paper_.heading(say("notes"));
    Rows rows;
    for (const base::Problem& one : notes)
        rows.push_back({one.line ? say("line", {{"line", std::to_string(*one.line)}}) : "", words_(one.message)});
    paper_.table(0, rows);
    paper_.line();
    paper_.text(0, say("summary", {{"notes", static_cast<std::int64_t>(notes.size())}}));
}

}  // namespace

void print_check(const AgreementFile& file, base::Date today, std::ostream& out, const text::Words& words) {
    Printout printout(file, today, out, words);
    printout.head();
    printout.assessment();
    printout.promises();
    printout.money();
    printout.dates();
    printout.ending();
    printout.notes();
}

}  // namespace samrum::partnership::agreement
