#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/money.hpp"
#include "partnership/enquiry/model.hpp"

#include <optional>
#include <string>
#include <vector>

/// The guide "Which form fits?" and the limits that it counts against: data, read from files.
namespace samrum::partnership::enquiry {

/// Every question that a condition names was answered with one of its codes.
struct Condition {
    std::string question;
    std::vector<std::string> options;
};

/// How a question is answered: by one of its options, by a sum in kronor, or by a number of months. Sums and months may
/// be left open ("do not know yet").
enum class QuestionKind { choice, sum, months };
inline constexpr std::string_view kQuestionKindCodes[] = {"choice", "sum", "months"};

/// Its words are messages: partnership.enquiry.q.<key>, ….q.<key>.hint and ….q.<key>.<option>.
struct Question {
    std::string key;
    QuestionKind kind = QuestionKind::choice;
    std::vector<std::string> options = {};
    std::vector<Condition> when = {};  ///< asked only then
};

/// What some answers mean. The first rule with a form that holds decides; every rule that holds gives its reason,
/// partnership.enquiry.reason.<key>.
struct Rule {
    std::string key;
    std::vector<Condition> when;
    std::optional<Form> form = {};
    std::string source;  ///< key of a source
};

/// A legal warning sign: advice with its source, never a verdict (L-IOP-02 to L-IOP-04).
struct Warning {
    std::string key;
    std::vector<Condition> when;
    std::string over = {};  ///< only where the sum is over the limit of this kind: "direct_award"
    std::string source;
};

/// Where a rule comes from; its words are partnership.enquiry.source.<key>.
struct Source {
    std::string key;
    std::string law;         ///< id of the requirement or seed, for whoever keeps the file: "L-IOP-02", "S0"
    std::string url;         ///< may be empty
    std::string limit = {};  ///< kind of limit whose own source on the day is told instead: "de_minimis"
};

struct Guide {
    int version = 1;
    std::vector<Source> sources;
    std::vector<Question> questions;
    std::vector<Rule> rules;
    std::vector<Warning> warnings;
};

/// A limit from a day on: "direct_award/other", "de_minimis/general".
struct Limit {
    std::string kind;
    std::string category;
    base::Date from;
    std::optional<base::Date> checked_until;  ///< nothing: still in force as far as anybody has looked
    std::int64_t amount = 0;                  ///< öre, or cents of a euro
    bool in_euro = false;
    int window_months = 0;         ///< of de minimis
    bool by_fiscal_years = false;  ///< the window is this calendar year and those before it, not to the day
    std::string source;            ///< in words: the law and the page where it was read
};

struct Limits {
    int version = 1;
    std::string owner;  ///< who keeps the file
    std::vector<Limit> limits;
};

/// Support of minor importance, as the register holds it (EU 2023/2831 art. 6).
struct Support {
    SupportId id;
    base::Uuid organisation;        ///< of the directory
    std::string organisation_name;  ///< as it was when noted
    base::Date granted_on;
    base::Money amount;     ///< gross grant equivalent
    std::int64_t rate = 0;  ///< kronor for a euro on that day, in ten-thousandths
    std::string rate_source;
    std::string regulation;  ///< category of de minimis limits: "general", "sgei"
    std::string giver;       ///< who granted it
    std::string instrument;  ///< code: "grant", "premises", "loan", "guarantee", "other"
    std::string sector;      ///< NACE, may be empty
    std::string purpose;
    std::string reference;  ///< registry number or agreement, may be empty
    bool economic = true;   ///< false: no economic activity, so outside the limit; the assessment tells why
    std::string assessment;
    bool declared = false;  ///< told by the undertaking, granted by somebody else
    base::Date noted_on;
    std::string noted_by;
    std::optional<base::Date> cancelled_on = {};
    std::string cancelled_why = {};
    std::int64_t revision = 1;

    bool counts() const { return economic && !cancelled_on; }
};
inline constexpr std::string_view kInstruments[] = {"grant", "premises", "loan", "guarantee", "other"};

}  // namespace samrum::partnership::enquiry
