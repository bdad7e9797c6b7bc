#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/base/money.hpp"
#include "partnership/agreement/model.hpp"
#include "partnership/agreement/model_index.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The nouns of live money: what became of the sums that an agreement promises.
namespace samrum::partnership::money {

using agreement::AgreementId;
using agreement::Sum;
using agreement::Word;

struct PaymentKind;
using PaymentId = base::Id<PaymentKind>;

/// Who did something, and when: an account for telling persons apart, a function to show.
struct Signed {
    std::string account;
    std::string function;
    base::Date on;
    bool operator==(const Signed&) const = default;
};

/// One payment of an instalment on its way: sum and payer as they were when the first person authorised it. A counter
/// entry is a payment with the opposite sum, of the one that it corrects.
struct Payment {
    PaymentId id;
    AgreementId agreement;
    std::string instalment;  ///< key, "year-1_2019-07-01_1"
    std::string amount_title;
    base::Money sum;
    std::string payer;  ///< name
    std::string recipient;
    std::string payer_key;
    std::string reference;  ///< by the payer's routine
    std::string invoice;    ///< the recipient's own number; may be empty
    Signed first;
    std::optional<Signed> second;
    std::optional<base::Date> paid_on;
    std::optional<Signed> recorded;  ///< who noted that it was paid
    std::optional<PaymentId> corrects;
    std::string reason;                         ///< of a counter entry
    std::int64_t number = 0;                    ///< in which the room booked it, from 1, given when it is noted as paid
    std::string series = {};                    ///< of its voucher, the payer's
    std::int64_t voucher = 0;                   ///< its number in the series, from 1
    std::optional<base::Date> history_on = {};  ///< the day it left, where that was before anybody authorised it here

    bool is_counter() const { return corrects.has_value(); }
    /// "P 3"; empty where it has no voucher of ours.
    std::string voucher_name() const { return voucher > 0 ? series + " " + std::to_string(voucher) : std::string(); }
    bool operator==(const Payment&) const = default;
};

/// Where an instalment stands. `unknown` asks a question that the agreement leaves open; `stopped` falls after the end.
enum class Status { unknown, planned, waiting, authorised_once, authorised, paid, stopped };
inline constexpr Word<Status> kStatuses[] = {
    {Status::unknown, "unknown"},       {Status::planned, "planned"},
    {Status::waiting, "waiting"},       {Status::authorised_once, "authorised_once"},
    {Status::authorised, "authorised"}, {Status::paid, "paid"},
    {Status::stopped, "stopped"}};
constexpr std::span<const Word<Status>> words_of(Status) {
    return kStatuses;
}

/// A wait that the agreement gives an instalment, and whether it is over.
struct Wait {
    std::string instalment;
    std::string report;  ///< key of the report that it waits for
    std::string source;  ///< where the agreement says so
    Signed by;
    std::optional<base::Date> met_on;
    bool operator==(const Wait&) const = default;
};

/// A question that the agreement leaves open. Nothing that hangs on it is computed until a person answers.
struct Question {
    std::string key;                   ///< "amount/money/reading", "index/1/share"
    base::Message asks;                ///< arguments hold days as ISO 8601 and sums in words of the file
    std::vector<std::string> choices;  ///< keys to choose between; empty: a day, sum, month or percentage
    enum class Kind { choice, day, sum, month, percent, index_value } kind = Kind::choice;
    bool operator==(const Question&) const = default;
};
struct Answer {
    std::string question;
    std::string value;  ///< a choice, an ISO day, öre, "2020-10", hundredths of a percent
    std::string motivation;
    std::string source;
    Signed by;
    bool operator==(const Answer&) const = default;
};

/// An instalment as it stands on a day: the plan, what persons decided and answered, and what was paid.
struct LiveInstalment {
    std::string key;
    std::string amount;  ///< key in the agreement
    std::string title;
    int number = 1;
    int of = 1;
    std::optional<base::Date> day;  ///< stated, or answered by a person
    base::Period window;            ///< in which it lies when its day is unknown
    std::optional<base::Money> sum;
    std::optional<base::Money> before_index;  ///< where an index moved it
    std::string payer;                        ///< key; of a paid one the payer that it had
    std::string payer_name;
    std::string later_payer_name;  ///< when a decided change lies within its window
    std::string recipient_name;
    Status status = Status::planned;
    base::Message waits_for;            ///< key empty: for nothing
    std::optional<Payment> payment;     ///< under way or paid
    std::optional<Payment> correction;  ///< a counter entry of it that waits for a second person
    bool orphan = false;                ///< paid, and in the plan no more: the agreement was changed
    std::optional<base::Date>
        ended_on;  ///< the agreement's end, where it falls after it: nothing is paid on it any more

    /// The day it is listed under: paid, due, or the window's last.
    base::Date listed() const {
        return payment && payment->paid_on ? *payment->paid_on : day ? *day : window.last().value_or(window.first());
    }
};

}  // namespace samrum::partnership::money
