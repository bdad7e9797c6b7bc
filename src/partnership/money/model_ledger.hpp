#pragma once
#include "partnership/money/model.hpp"

#include <compare>

/// What persons noted and decided about money: rows that are added and never changed, save that one may be withdrawn.
namespace samrum::partnership::money {

struct LedgerKind;
using LedgerId = base::Id<LedgerKind>;

/// A decision that another payer takes over from a day on.
struct PayerDecision {
    LedgerId id;
    std::string from_payer;  ///< by key
    std::string to_payer;
    base::Date starts;
    std::string body;  ///< that decided
    base::Date decided_on;
    std::string reference;  ///< "§ 16"
    Signed by;
    bool operator==(const PayerDecision&) const = default;
};

/// A value of a price index, as published: hundredths, so that 334.25 is 33425.
struct IndexValue {
    std::string series;
    std::string month;  ///< "2020-10"
    std::int64_t hundredths = 0;
    bool preliminary = false;
    std::string source;
    Signed by;
    bool operator==(const IndexValue&) const = default;
};

/// How sure the money behind an amount is.
enum class Certainty { decided, promised, applied, unsure };
inline constexpr Word<Certainty> kCertainties[] = {{Certainty::decided, "decided"},
                                                   {Certainty::promised, "promised"},
                                                   {Certainty::applied, "applied"},
                                                   {Certainty::unsure, "unsure"}};
constexpr std::span<const Word<Certainty>> words_of(Certainty) {
    return kCertainties;
}

/// Who stands behind an amount: a share of it, a sum, or unknown how much.
struct Funder {
    LedgerId id;
    std::string amount;  ///< by key
    std::string name;
    std::optional<int> share;  ///< hundredths of a percent
    std::optional<base::Money> sum;
    Certainty certainty = Certainty::unsure;
    std::string source;
    bool operator==(const Funder&) const = default;
};

/// What a party gives that is not money; worth something in kronor only where somebody valued it.
struct InKind {
    LedgerId id;
    std::string party;  ///< name
    std::string what;
    std::string commitment;  ///< key of the promise that it is; may be empty
    std::optional<base::Money> value;
    std::string valued_how;
    bool operator==(const InKind&) const = default;
};

/// What the association says that it used of a stretch's money.
struct Use {
    std::string amount;
    base::Date stretch;  ///< its first day
    base::Money used;
    std::string source;
    Signed by;
    bool operator==(const Use&) const = default;
};

/// A person's decision about money that was not used or that the ending left over: the program lays out the working,
/// and never decides.
enum class DecisionKind { unused, claim };
inline constexpr Word<DecisionKind> kDecisionKinds[] = {{DecisionKind::unused, "unused"},
                                                        {DecisionKind::claim, "claim"}};
constexpr std::span<const Word<DecisionKind>> words_of(DecisionKind) {
    return kDecisionKinds;
}
/// For unused money: what becomes of it. For a claim: on whom, or none.
enum class Outcome { kept, returned, carried_over, on_association, on_public, none };
inline constexpr Word<Outcome> kOutcomes[] = {{Outcome::kept, "kept"},
                                              {Outcome::returned, "returned"},
                                              {Outcome::carried_over, "carried_over"},
                                              {Outcome::on_association, "on_association"},
                                              {Outcome::on_public, "on_public"},
                                              {Outcome::none, "none"}};
constexpr std::span<const Word<Outcome>> words_of(Outcome) {
    return kOutcomes;
}

struct Decision {
    LedgerId id;
    DecisionKind kind = DecisionKind::claim;
    std::string amount;                 ///< by key; empty: the whole agreement
    std::optional<base::Date> stretch;  ///< its first day; of unused money
    Outcome outcome = Outcome::none;
    base::Money sum;
    std::string body;
    base::Date decided_on;
    std::string reference;
    std::string motivation;
    std::string working;  ///< JSON of what lay before the person
    Signed by;
    std::optional<base::Date> settled_on;
    bool operator==(const Decision&) const = default;
};

/// What a body may spend in a year on its partnerships.
struct Frame {
    std::string payer;  ///< name
    int year = 0;
    base::Money sum;
    std::string source;
    Signed by;
    bool operator==(const Frame&) const = default;
};

/// How a body pays: its routine for invoices, and its accounts.
struct PayerRoutine {
    std::string payer;  ///< name
    std::string routine;
    std::string reference;  ///< "{dnr}-{nr}"; empty: written by hand each time
    std::string number;     ///< organisation number, may be empty
    std::string series = "P";
    std::string cost_account;
    std::string cost_name;
    std::string balance_account;
    std::string balance_name;
    std::string giving_id;  ///< identifier in open data: "SE-ORG-212000-1132"

    bool has_accounts() const { return !cost_account.empty() && !balance_account.empty(); }
    bool operator==(const PayerRoutine&) const = default;
};

/// All that persons noted about the money of one agreement. What was withdrawn or replaced is not here.
struct Ledger {
    std::vector<Payment> payments;  ///< oldest first
    std::vector<Answer> answers;
    std::vector<PayerDecision> payer_decisions;
    std::vector<Wait> waits;
    std::vector<IndexValue> index_values;
    std::vector<Funder> funders;
    std::vector<InKind> in_kind;
    std::vector<Use> uses;
    std::vector<Decision> decisions;

    const Answer* answer(std::string_view question) const;
};

}  // namespace samrum::partnership::money
