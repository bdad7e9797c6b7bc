#pragma once
#include "partnership/money/actions.hpp"

#include <string>
#include <string_view>

/// What persons answer, tell and decide about an agreement's money. All need kHandleMoney, in its home room; what was
/// typed comes in as it was typed, and every problem is told at once.
namespace samrum::partnership::money {

struct AnswerInput {
    std::string value;
    std::string motivation;
    std::string source;
};
/// Problems `money.answer.*`, `money.motivation`; `money.unknown` when nothing asks. Answering again replaces.
base::Result<base::Done> answer_question(store::Session& room, const module::Caller& caller, base::Date today,
                                         AgreementId agreement, std::string_view question, const AnswerInput& input);

struct PayerInput {
    std::string from_payer;  ///< by key
    std::string to_payer;
    std::string starts;
    std::string body;  ///< that decided, by name
    std::string decided_on;
    std::string reference;
};
/// A payer takes over. Problems `money.payer.from`, `.to`, `.same`, `.body`, `.reference`, `.decided_ahead`.
base::Result<base::Done> decide_payer(store::Session& room, const module::Caller& caller, base::Date today,
                                      AgreementId agreement, const PayerInput& input);
/// Takes the note of a decision back while nothing was authorised or paid by the new payer: `money.payer.used`.
base::Result<base::Done> withdraw_payer(store::Session& room, const module::Caller& caller, base::Date today,
                                        AgreementId agreement, LedgerId decision);

struct DecisionInput {
    std::string amount;   ///< of unused money: by key
    std::string stretch;  ///< its first day
    std::string outcome;
    std::string sum;
    std::string body;
    std::string decided_on;
    std::string reference;
    std::string motivation;
    std::string last;  ///< of a claim: the agreement's last day, which the working was laid out for
};
/// Problems `money.decision.outcome`, `.sum`, `.more_than_unused`, `.more_than_paid`, `.body`, `.reference`,
/// `.decided_ahead`, `.last`, `money.motivation`. The working is kept with the decision.
base::Result<base::Done> decide(store::Session& room, const module::Caller& caller, base::Date today,
                                AgreementId agreement, DecisionKind kind, const DecisionInput& input);
/// Taken back, until it is settled.
base::Result<base::Done> withdraw_decided(store::Session& room, const module::Caller& caller, base::Date today,
                                          AgreementId agreement, LedgerId decision);
base::Result<base::Done> settle(store::Session& room, const module::Caller& caller, base::Date today,
                                AgreementId agreement, LedgerId decision);

struct UseInput {
    std::string amount;
    std::string stretch;
    std::string used;
    std::string source;
};
/// What the association says that it used. Problems `money.use.stretch`, `.sum`, `.source`.
base::Result<base::Done> tell_use(store::Session& room, const module::Caller& caller, base::Date today,
                                  AgreementId agreement, const UseInput& input);

struct FunderInput {
    std::string amount;
    std::string name;
    std::string share;  ///< percent, or …
    std::string sum;    ///< … kronor; neither: not known
    std::string certainty;
    std::string source;
};
/// Problems `money.funder.amount`, `.name`, `.share`, `.both`, `.sum`, `.certainty`, `.over`.
base::Result<base::Done> add_funder(store::Session& room, const module::Caller& caller, base::Date today,
                                    AgreementId agreement, const FunderInput& input);
struct InKindInput {
    std::string party;
    std::string what;
    std::string commitment;
    std::string value;  ///< empty: not valued
    std::string valued_how;
};
/// Problems `money.in_kind.party`, `.what`, `.value`, `.how`.
base::Result<base::Done> add_in_kind(store::Session& room, const module::Caller& caller, base::Date today,
                                     AgreementId agreement, const InKindInput& input);
/// A funder or an effort is not there any more.
base::Result<base::Done> end_line(store::Session& room, const module::Caller& caller, base::Date today,
                                  AgreementId agreement, LedgerId line);

}  // namespace samrum::partnership::money
