#include "partnership/money/actions_duties.hpp"

#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/money/actions.hpp"
#include "partnership/money/rules_working.hpp"

#include <algorithm>

namespace samrum::partnership::money {
namespace {

constexpr int kDaysBack = 30;
constexpr int kDaysAhead = 92;
/// A person who has authorised waits for the other so long at most.
constexpr int kDaysToAuthorise = 7;
constexpr int kDaysToAnswer = 30;
constexpr int kDaysToDecide = 90;

class Collecting {
  public:
    Collecting(const Case& all, base::Date today) : all_(all), today_(today) {}

    std::vector<module::Duty> collect() {
        for (const LiveInstalment& one : all_.plan.instalments) instalment(one);
        questions();
        unused();
        claim();
        return std::move(duties_);
    }

  private:
    std::string name() const { return all_.head.activity.empty() ? all_.head.title : all_.head.activity; }

    void add(const std::string& uid, const char* what, base::MessageArgs args, base::Date due,
             const std::string& below) {
        args.emplace_back("agreement", name());
        duties_.push_back({"money/" + all_.head.slug + "/" + uid,
                           {what, std::move(args)},
                           due,
                           {},
                           module::Role::officer,
                           "/agreements/" + all_.head.id.text() + "/money" + below,
                           all_.head.id.uuid()});
    }

    void instalment(const LiveInstalment& one) {
        const base::Date due = one.listed();
        const base::MessageArgs which{
            {"amount", one.title}, {"number", std::int64_t{one.number}}, {"of", std::int64_t{one.of}}};
        const std::string below = "/instalments/" + one.key;
        // What is on its way is asked for until it is there, however late.
        if (one.status == Status::authorised_once)
            add("second/" + one.key, "money.duty.second", which, one.payment->first.on.plus_days(kDaysToAuthorise),
                below);
        if (one.status == Status::authorised)
            add("pay/" + one.key, "money.duty.pay", which,
                std::max(due, one.payment->second->on.plus_days(kDaysToAuthorise)), below);
        if (one.correction)
            add("counter/" + one.key, "money.duty.counter", which, one.correction->first.on.plus_days(kDaysToAuthorise),
                below);
        const bool near = due >= today_.plus_days(-kDaysBack) && due <= today_.plus_days(kDaysAhead);
        if (one.status == Status::planned && near) add("due/" + one.key, "money.duty.due", which, due, below);
    }

    void questions() {
        // Of an agreement that lies behind us nobody is asked, save where its money waits for the answer.
        const bool is_over = all_.head.last && all_.head.last->plus_years(1) < today_;
        if (is_over || all_.plan.questions.empty()) return;
        base::Date due = today_.plus_days(kDaysToAnswer);
        for (const LiveInstalment& one : all_.plan.instalments)
            if (one.status == Status::unknown) due = std::min(due, std::max(one.listed(), today_));
        add("questions", "money.duty.questions", {{"count", static_cast<std::int64_t>(all_.plan.questions.size())}},
            due, "");
    }

    /// Money that the association has told was not used, until a person has decided what becomes of it.
    void unused() {
        for (const UnusedLine& one : unused_working(all_.plan, all_.ledger, today_))
            if (!one.decision && one.unused && one.unused->ore > 0)
                add("unused/" + one.amount + "/" + one.period.first().iso(), "money.duty.unused",
                    {{"amount", one.title}}, one.period.last()->plus_days(kDaysToDecide), "/unused");
    }

    void claim() {
        if (const auto due = claim_due(all_, today_)) add("claim", "money.duty.claim", {}, *due, "/ending");
    }

    const Case& all_;
    base::Date today_;
    std::vector<module::Duty> duties_;
};

}  // namespace

std::optional<base::Date> claim_due(const Case& all, base::Date today) {
    const auto& term = all.agreement.term;
    if (!term.ended || (term.last && term.ended->on >= *term.last)) return std::nullopt;
    const bool is_decided =
        std::ranges::any_of(all.ledger.decisions, [](const Decision& one) { return one.kind == DecisionKind::claim; });
    if (is_decided || term.ended->on > today.plus_days(kDaysAhead)) return std::nullopt;
    return term.ended->on.plus_days(kDaysToAnswer);
}

std::vector<module::Duty> money_duties(store::Reader& room, base::Date today) {
    std::vector<module::Duty> duties;
    for (const agreement::AgreementHead& head : agreement::list_agreements(room)) {
        const auto all = load_case(room, head.id, today);
        if (!all) continue;
        auto more = Collecting(*all, today).collect();
        duties.insert(duties.end(), more.begin(), more.end());
    }
    std::ranges::stable_sort(duties, {}, &module::Duty::due);
    return duties;
}

}  // namespace samrum::partnership::money
