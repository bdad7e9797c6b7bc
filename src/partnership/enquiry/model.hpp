#pragma once
#include "foundation/base/codes.hpp"
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What associations ask a public party about working together, and the guide that they may walk before they ask.
namespace samrum::partnership::enquiry {

struct EnquiryKind;
using EnquiryId = base::Id<EnquiryKind>;
struct SupportKind;
using SupportId = base::Id<SupportKind>;

/// A question of the guide and the code that was chosen: "market" → "no". Sums and months stand as typed.
using Answers = std::map<std::string, std::string, std::less<>>;

/// Which form the answers lead to.
enum class Form { none, grant, iop, procurement };
inline constexpr std::string_view kFormCodes[] = {"none", "grant", "iop", "procurement"};
inline std::string_view code_of(Form form) {
    return kFormCodes[static_cast<std::size_t>(form)];
}
inline std::optional<Form> form_of(std::string_view code) {
    return base::enum_of<Form>(kFormCodes, code);
}

enum class State { received, answered, assessment, closed };
inline constexpr std::string_view kStateCodes[] = {"received", "answered", "assessment", "closed"};
inline std::string_view code_of(State state) {
    return kStateCodes[static_cast<std::size_t>(state)];
}
inline std::optional<State> state_of(std::string_view code) {
    return base::enum_of<State>(kStateCodes, code);
}

/// What an enquiry came to when it was closed. `agreement`: a partnership was assessed, and its case tells the rest.
enum class Outcome { agreement, grant, procurement, none, withdrawn };
inline constexpr std::string_view kOutcomeCodes[] = {"agreement", "grant", "procurement", "none", "withdrawn"};
inline std::string_view code_of(Outcome outcome) {
    return kOutcomeCodes[static_cast<std::size_t>(outcome)];
}
inline std::optional<Outcome> outcome_of(std::string_view code) {
    return base::enum_of<Outcome>(kOutcomeCodes, code);
}

struct Enquiry {
    EnquiryId id;
    int year = 0;              ///< of its number
    int serial = 0;            ///< in that year, from 1, without gaps
    std::string organisation;  ///< as whoever asked wrote it
    /// Whom to answer, a person of the room by alias; nothing: they gave no contact, or it was erased.
    std::optional<base::Uuid> contact;
    std::string what;       ///< what they want to do, in their own words
    Answers answers;        ///< what was answered in the guide; empty: they wrote without it
    int guide_version = 0;  ///< of the guide that was answered; 0: none
    std::string advice;     ///< code of the form that the guide led to; empty: none
    std::string language;   ///< that they wrote in
    base::Date received;
    State state = State::received;
    std::optional<base::Date> answered_on = {};  ///< the first answer
    std::optional<base::Date> closed_on = {};
    std::optional<Outcome> outcome = {};
    std::string reason;  ///< why it was closed so, told to whoever asked
    std::int64_t revision = 1;

    /// "2020-3": what people call it.
    std::string number() const { return std::to_string(year) + "-" + std::to_string(serial); }
    bool is_open() const { return state != State::closed; }
};

/// What was written about an enquiry, by either side.
struct Letter {
    int number = 1;
    bool from_body = false;  ///< by the public party; else by whoever asked
    std::string by;          ///< function; empty: whoever asked
    base::Date on;
    std::string text;
};

}  // namespace samrum::partnership::enquiry
