#pragma once
#include "partnership/agreement/rules_money.hpp"
#include "partnership/money/model_ledger.hpp"
#include "partnership/money/rules_index.hpp"

#include <optional>
#include <string>
#include <vector>

/// The plan as it stands today: what the agreement says, together with what persons decided, answered and paid.
namespace samrum::partnership::money {

/// An amount's stretch: what is promised for it, and its instalments.
struct LiveStretch {
    std::string amount;  ///< by key
    std::string title;
    base::Period period;
    std::optional<base::Money> sum;        ///< settled, indexed; nothing while a question stands
    std::vector<IndexStep> index;          ///< how it moved the sum
    std::vector<std::string> instalments;  ///< their keys
};

struct LivePlan {
    std::vector<LiveInstalment> instalments;  ///< by day
    std::vector<LiveStretch> stretches;
    std::vector<Question> questions;  ///< that nobody answered, each once
};

/// An open end is followed to `horizon`. `today` tells who pays an instalment whose day is not stated.
LivePlan live_plan(const agreement::Agreement& agreement, const Ledger& ledger, base::Date horizon, base::Date today);

/// The agreement with the decisions on its payers and the answers on its readings in it.
agreement::Agreement with_decisions(agreement::Agreement agreement, const Ledger& ledger);

/// "year-1_2019-07-01_1"
std::string instalment_key(std::string_view amount, base::Date stretch, int number);

/// What is left of a payment after its counter entries.
base::Money net_of(const Payment& payment, const std::vector<Payment>& all);

const LiveInstalment* find_instalment(const LivePlan& plan, std::string_view key);
/// The key of the instalment whose day a question asks for; empty for other questions.
std::string_view instalment_asked(std::string_view question);

/// What an answer says, in the form it is kept in. Problems of the field "value": `money.answer.choice`, `.sum`,
/// `.day`,
/// `.month`, `.percent`, `.share`.
base::Result<std::string> read_answer(const Question& question, const std::string& value);

/// The question of this key if the agreement asks it, answered or not; a day of an instalment may always be told.
std::optional<Question> question_of(const agreement::Agreement& agreement, const Ledger& ledger, base::Date horizon,
                                    base::Date today, std::string_view key);

}  // namespace samrum::partnership::money
