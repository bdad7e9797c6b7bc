#pragma once
#include "foundation/base/result.hpp"
#include "partnership/enquiry/model_guide.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::enquiry {

/// A limit as it stands on a day.
struct FoundLimit {
    Limit limit;
    bool unchecked = false;  ///< nobody has looked whether it still applies on that day
};
/// The limit in force on a day: the one that began last. Nothing before the first.
std::optional<FoundLimit> limit_on(const Limits& limits, std::string_view kind, std::string_view category,
                                   base::Date day);

/// What an undertaking costs over its whole period with every possible extension: that is what is held against the
/// limit (L-IOP-03; LOU 5 kap.). Part of a year counts by the month, rounded up to the öre.
base::Money whole_sum(base::Money a_year, int months, int extension_months);

/// Cents of a euro at a rate of ten-thousandths of a krona, rounded up: a limit is never kept by rounding.
std::int64_t euro_cents(base::Money amount, std::int64_t rate);
/// Reads "10,5678" or "10.5678": kronor for a euro. Problem `partnership.enquiry.support_wrong.rate`.
base::Result<std::int64_t> read_rate(std::string_view typed);
/// The rate as people write it, "10,5678".
std::string rate_words(std::int64_t rate);
/// "187 512,34" is written by the page; here the plain form of a file, "187512.34".
std::string plain_euro(std::int64_t cents);

/// The support of a regulation that counts on a day, and what room there is left (L-IOP-04).
struct Window {
    std::optional<FoundLimit> limit;
    base::Date from;        ///< the first day that counts
    std::int64_t used = 0;  ///< cents
    std::int64_t left = 0;  ///< cents; below zero: over
    std::vector<SupportId> counted;
    std::optional<base::Date> eases_on = {};  ///< the first day on which the oldest of them counts no more
};
/// Three years to the day: what was granted on 2024-03-15 counts through 2027-03-14. Under the regulation that applied
/// before 2024 the window is the calendar year and the two before it. Cancelled support and what is no economic
/// activity do not count.
Window window_on(const Limits& limits, std::string_view regulation, const std::vector<Support>& all, base::Date day);

/// Is it noted already: the same day, sum, giver and purpose, and not cancelled? A form that was sent twice would count
/// the sum twice.
bool is_noted(const std::vector<Support>& all, const Support& one);

/// As typed.
struct SupportInput {
    std::string organisation;
    std::string granted_on;
    std::string amount;
    std::string rate;
    std::string rate_source;
    std::string regulation;
    std::string giver;
    std::string instrument;
    std::string sector;
    std::string purpose;
    std::string reference;
    std::string economic;  ///< "yes" or "no"
    std::string assessment;
    bool declared = false;
};
/// Reads and judges; id, organisation and who noted it are left empty. Problems `partnership.enquiry.support.*`, all at
/// once: work that is no economic activity needs the assessment that says why.
base::Result<Support> judge_support(const SupportInput& input, base::Date today, const Limits& limits);

}  // namespace samrum::partnership::enquiry
