#pragma once
#include "partnership/money/actions.hpp"

#include <string>
#include <string_view>

/// A payment's way out. All need kHandleMoney, in the agreement's home room; problems are those of rules_payment.hpp,
/// and `money.unknown` for what is not there.
namespace samrum::partnership::money {

struct AuthoriseInput {
    std::string reference;
    std::string invoice;
    std::string paid_before = {};  ///< a day: it was paid before it was authorised here
};
/// The first person, or the second one, who is never the same. The first writes the references; without one the body's
/// routine gives it, and where it gives none `money.payment.reference` is a problem. What was paid before is paid on
/// that day once the second person agrees; it stands in earlier books and gets no voucher.
base::Result<base::Done> authorise(store::Session& room, const module::Caller& caller, base::Date today,
                                   AgreementId agreement, std::string_view instalment, const AuthoriseInput& input);
/// Takes the own authorisation back, until it is paid.
base::Result<base::Done> withdraw(store::Session& room, const module::Caller& caller, base::Date today,
                                  AgreementId agreement, std::string_view instalment);
/// Notes that the money left on a day. It gets the next voucher number of its payer's series and is never changed
/// again.
base::Result<base::Done> note_paid(store::Session& room, const module::Caller& caller, base::Date today,
                                   AgreementId agreement, std::string_view instalment, const std::string& paid_on);
/// Takes all or a part of a paid instalment back by an entry of its own: one person writes it, another one confirms it.
struct CounterInput {
    std::string sum;
    std::string reason;
};
base::Result<base::Done> counter(store::Session& room, const module::Caller& caller, base::Date today,
                                 AgreementId agreement, std::string_view instalment, const CounterInput& input);

/// The second person's word: the entry is made today, and never changed.
base::Result<base::Done> confirm_counter(store::Session& room, const module::Caller& caller, base::Date today,
                                         AgreementId agreement, std::string_view instalment);
/// Takes the own counter entry back, until it is confirmed.
base::Result<base::Done> withdraw_counter(store::Session& room, const module::Caller& caller, base::Date today,
                                          AgreementId agreement, std::string_view instalment);

/// Lets an instalment wait for a report, because the agreement says so. Problems `money.wait.report`, `.source`,
/// `.begun`.
struct WaitInput {
    std::string report;
    std::string source;
};
base::Result<base::Done> let_wait(store::Session& room, const module::Caller& caller, base::Date today,
                                  AgreementId agreement, std::string_view instalment, const WaitInput& input);
/// It waits no more: the report came (`met`), or it was a mistake.
base::Result<base::Done> end_wait(store::Session& room, const module::Caller& caller, base::Date today,
                                  AgreementId agreement, std::string_view instalment, bool met);

}  // namespace samrum::partnership::money
