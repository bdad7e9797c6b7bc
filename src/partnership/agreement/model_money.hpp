#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/money.hpp"
#include "foundation/base/result.hpp"
#include "partnership/agreement/model_commitment.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::agreement {

/// How sure a sum is, and on which way through the decision it stands.
enum class AmountKind { fixed, ceiling, estimate, applied, proposed, granted, probable, unknown };
inline constexpr Word<AmountKind> kAmountKinds[] = {
    {AmountKind::fixed, "fixed"},       {AmountKind::ceiling, "ceiling"},   {AmountKind::estimate, "estimate"},
    {AmountKind::applied, "applied"},   {AmountKind::proposed, "proposed"}, {AmountKind::granted, "granted"},
    {AmountKind::probable, "probable"}, {AmountKind::unknown, "unknown"}};
constexpr std::span<const Word<AmountKind>> words_of(AmountKind) {
    return kAmountKinds;
}

/// A sum as an agreement states it: exact, a range, or unknown. Unknown is never zero.
class Sum {
  public:
    Sum() = default;  ///< unknown
    static Sum exact(base::Money sum) { return Sum{sum, sum}; }
    /// Problem `partnership.sum.upside_down` when `from` is above `to`.
    static base::Result<Sum> range(base::Money from, base::Money to);

    bool is_known() const { return from_.has_value(); }
    bool is_exact() const { return from_ && from_ == to_; }
    std::optional<base::Money> from() const { return from_; }
    std::optional<base::Money> to() const { return to_; }
    /// Unknown with anything is unknown; so is a sum too large to count.
    Sum operator+(const Sum& other) const;
    bool operator==(const Sum&) const = default;

  private:
    Sum(base::Money from, base::Money to) : from_(from), to_(to) {}
    std::optional<base::Money> from_;
    std::optional<base::Money> to_;
};

/// A sum and the stretch it is promised for; `whole_period` is the amount's own period.
struct Payable {
    Sum sum;
    Per per = Per::whole_period;
    bool operator==(const Payable&) const = default;
};

/// A day of every year, "02-15".
struct MonthDay {
    unsigned month = 1;
    unsigned day = 1;
    /// Problem `partnership.month_day.unreadable`; 29 February is none.
    static base::Result<MonthDay> parse(std::string_view text);
    base::Date in(int year) const { return base::Date::of(year, month, day); }
    std::string text() const;
    bool operator==(const MonthDay&) const = default;
};

/// One payment; what the agreement leaves out is empty, never guessed.
struct Instalment {
    std::optional<base::Date> day;
    std::optional<base::Money> amount;
    bool operator==(const Instalment&) const = default;
};

/// When an amount is paid, from a day on until the next calendar of the same amount takes over.
struct InstalmentCalendar {
    std::optional<base::Date> valid_from;  ///< empty: from the beginning
    std::optional<int> times_per_year;     ///< so often, days unknown
    std::vector<MonthDay> each_year;       ///< or on these days of every year
    std::vector<Instalment> payments;      ///< or these payments, one by one
    std::string decided_by;
    std::string source;
    bool operator==(const InstalmentCalendar&) const = default;
};

/// The share of an amount that lies on one budget year.
struct BudgetShare {
    int year = 0;
    base::Money amount;
    bool operator==(const BudgetShare&) const = default;
};

/// Money for a part of the agreement's time, from one organisation to another.
struct Amount {
    std::string key;
    std::string title;
    std::string payer;
    std::string recipient;
    AmountKind kind = AmountKind::fixed;
    std::optional<base::Date> first;  ///< empty: as the agreement
    std::optional<base::Date> last;
    std::string season;  ///< or a season, by key
    std::string part;
    Readings<Payable> sums;
    std::vector<InstalmentCalendar> instalments;
    std::vector<BudgetShare> budget_years;
    std::string source;
    bool operator==(const Amount&) const = default;
};

/// Another payer from a day on. Without `decided_on` it is a plan, and nothing moves.
struct PayerChange {
    std::string from_payer;
    std::string to_payer;
    std::string from_budget;  ///< whose budget the money leaves; may differ from who pays (committee, department)
    std::string to_budget;
    base::Date starts;
    std::string decided_by;  ///< the body that decides
    std::optional<base::Date> decided_on;
    std::string decision;  ///< its number, "§ 16"
    std::string source;
    bool operator==(const PayerChange&) const = default;
};

/// How sums follow prices: a fixed percentage, a named index, or what the parties agree each time.
enum class IndexKind { percent, index, agreed };
inline constexpr Word<IndexKind> kIndexKinds[] = {
    {IndexKind::percent, "percent"}, {IndexKind::index, "index"}, {IndexKind::agreed, "agreed"}};
constexpr std::span<const Word<IndexKind>> words_of(IndexKind) {
    return kIndexKinds;
}

struct Indexation {
    std::vector<std::string> amounts;  ///< by key; empty: all
    IndexKind kind = IndexKind::agreed;
    std::optional<int> hundredths;  ///< of a percent a year, 250 is 2.5 %; with `percent`
    std::string index;              ///< "KPI", "PKV"; with `index`
    std::string base_month;         ///< "2020-10"; with `index`
    std::optional<int> ceiling_hundredths;
    base::Date starts;  ///< the first day that a raised sum applies
    int every_months = 12;
    std::string text;
    bool operator==(const Indexation&) const = default;
};

/// What becomes of money that was not used.
enum class UnusedMoney { unstated, kept, returned, carried_over, by_dialogue };
inline constexpr Word<UnusedMoney> kUnusedMoney[] = {{UnusedMoney::unstated, "unstated"},
                                                     {UnusedMoney::kept, "kept"},
                                                     {UnusedMoney::returned, "returned"},
                                                     {UnusedMoney::carried_over, "carried_over"},
                                                     {UnusedMoney::by_dialogue, "by_dialogue"}};
constexpr std::span<const Word<UnusedMoney>> words_of(UnusedMoney) {
    return kUnusedMoney;
}

}  // namespace samrum::partnership::agreement
