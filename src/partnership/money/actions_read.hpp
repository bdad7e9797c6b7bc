#pragma once
#include "foundation/module/call.hpp"
#include "partnership/money/model.hpp"

#include <optional>
#include <vector>

/// What other slices read of the money of an agreement, in its home room. The caller has looked at who asks.
namespace samrum::partnership::money {

/// Sums of a period. What is not known stays unknown and is never zero.
struct MoneyOfPeriod {
    Sum planned;                         ///< instalments that are listed in the period; unknown while one of them is
    base::Money authorised;              ///< by two persons and not paid
    base::Money paid;                    ///< less what was taken back by counter entries
    std::optional<base::Money> used;     ///< as the association told of the stretches within the period
    base::Money claimed_back;            ///< decided claims on the association
    base::Money claimed_by_association;  ///< decided claims on the public party
};
MoneyOfPeriod money_of(store::Reader& room, AgreementId agreement, const base::Period& period, base::Date today);

/// Every instalment by its day.
std::vector<LiveInstalment> instalments_of(store::Reader& room, AgreementId agreement, base::Date today);

/// The questions of the agreement's money that nobody answered.
std::vector<Question> open_questions(store::Reader& room, AgreementId agreement, base::Date today);

}  // namespace samrum::partnership::money
