#pragma once
#include "foundation/base/result.hpp"
#include "partnership/enquiry/model.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::enquiry {

inline constexpr std::size_t kLongestLine = 200;
inline constexpr std::size_t kLongestText = 6000;
/// A contact is kept so long after the enquiry was closed, or after it came in when nobody closed it (months). The
/// enquiry itself is a public document and is disposed of by the body's own plan (arkivlagen 10 §).
inline constexpr int kContactKeptMonths = 12;
inline constexpr int kOpenContactKeptMonths = 24;

/// What may be done with an enquiry in a state.
enum class Deed { answer, assess, close, write, withdraw, reopen };
inline constexpr std::string_view kDeedCodes[] = {"answer", "assess", "close", "write", "withdraw", "reopen"};
inline std::string_view code_of(Deed deed) {
    return kDeedCodes[static_cast<std::size_t>(deed)];
}
/// One row of the table: in this state this may be done, and leads there.
struct Step {
    State from;
    Deed deed;
    State to;
};
/// The whole table, readable.
std::span<const Step> steps();
/// Where a deed leads; nothing: it may not be done in that state.
std::optional<State> after(State from, Deed deed);
/// Problem `partnership.enquiry.not_now.<deed>` when it may not be done in that state.
base::Result<State> judge_deed(State from, Deed deed);

/// As typed in the public form.
struct EnquiryInput {
    std::string organisation;
    std::string what;
    std::string name;  ///< by own choice, as the three that follow
    std::string email;
    std::string phone;
    Answers answers = {};
    int guide_version = 0;
    std::string advice = {};
    bool synthetic = false;

    bool has_contact() const { return !name.empty() || !email.empty() || !phone.empty(); }
};
/// Trimmed and judged; contact details are judged by the directory. Problems with their fields, all at once:
/// `partnership.enquiry.organisation_missing`, `partnership.enquiry.what_missing`, `….too_long`.
base::Result<EnquiryInput> judge_enquiry(EnquiryInput input);
/// A letter's text, trimmed. Problems `partnership.enquiry.letter_missing`, `….too_long`, in `field`.
base::Result<std::string> judge_letter(std::string_view typed, const std::string& field);

/// The number of days that an enquiry has waited for what comes next; nothing when it is closed.
std::optional<int> age_in_days(const Enquiry& one, base::Date today);

/// What one year's enquiries came to: for the public log.
struct YearCount {
    int year = 0;
    std::int64_t received = 0;
    std::int64_t open = 0;
    std::map<Outcome, std::int64_t> outcomes = {};
    std::optional<int> median_days = {};  ///< to the first answer, of those that have one
};
/// By the year in which they were received, the latest first (S0 "Hur blir vi valda?": the log shows what became of
/// those who asked).
std::vector<YearCount> count_by_year(const std::vector<Enquiry>& all);

}  // namespace samrum::partnership::enquiry
