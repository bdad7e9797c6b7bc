#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/permission.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The nouns of the registry: numbers of cases, documents in and out with the four facts of OSL 5:2, secrecy markings,
/// the information management plan and disposals. A room whose body has a registry elsewhere never switches it on.
namespace samrum::registry {

struct SeriesKind;
struct CaseKind;
struct DocumentKind;
struct RuleKind;
struct DisposalKind;
using SeriesId = base::Id<SeriesKind>;
using CaseId = base::Id<CaseKind>;
using DocumentId = base::Id<DocumentKind>;
using RuleId = base::Id<RuleKind>;
using DisposalId = base::Id<DisposalKind>;

/// Which way a document went.
enum class Direction { in, out, made };
inline constexpr std::string_view kDirectionCodes[] = {"in", "out", "made"};
std::string_view code_of(Direction direction);
std::optional<Direction> direction_of(std::string_view code);

/// A series of numbers of one body.
struct Series {
    SeriesId id = {};
    std::string name = {};   ///< whose it is: "Socialnämnden"
    std::string shape = {};  ///< NumberTemplate: "SO {year}/{number:4}"
    std::int64_t first = 1;  ///< the first number of the year it began in: the paper registry before had those below
    base::Date begun_on = {};
    bool closed = false;  ///< gives no more numbers
};

/// A number that was given. It stands for ever: cancelled, it stays and is marked.
struct Case {
    CaseId id = {};
    SeriesId series = {};
    int year = 0;  ///< 0: the series counts on for ever
    std::int64_t ordinal = 0;
    std::string number = {};  ///< "SO 2019/0089"
    std::string about = {};   ///< what the case concerns
    base::Date opened_on = {};
    std::string cancelled_why = {};  ///< empty: it stands
    bool is_cancelled() const { return !cancelled_why.empty(); }
};

/// A reminder that a document may hold secrets (OSL 5:5): provision, day and authority. It decides nothing; each
/// request is tested anew.
struct Marking {
    std::string provision = {};  ///< "OSL 26:1"
    base::Date on = {};
    std::string authority = {};
    bool hides_counterpart = false;  ///< what the public list leaves out (OSL 5:2, second paragraph)
    bool hides_about = false;
};

/// A document in the register: OSL 5:2's four facts and what the body needs beside them.
struct Document {
    DocumentId id = {};
    CaseId in_case = {};
    std::string number = {};  ///< of its case
    int position = 1;         ///< within the case
    Direction direction = Direction::in;
    base::Date on = {};                   ///< when it came in, was sent or made
    std::string counterpart = {};         ///< sender or recipient; may be empty for what was made here
    std::string about = {};               ///< briefly what it concerns
    std::string link = {};                ///< below the room, where it lives; empty: nowhere here
    std::optional<base::Uuid> file = {};  ///< an attachment of the room
    std::optional<RuleId> rule = {};      ///< how long it is kept; nothing: not decided yet
    std::optional<Marking> marking = {};
    std::optional<DisposalId> disposal = {};  ///< set when it was disposed of; the line in the register stays
    std::string registered_by = {};
    std::int64_t revision = 1;
};

/// A document on its way into the register.
struct NewDocument {
    std::string number = {};  ///< of its case; must have been given here
    Direction direction = Direction::out;
    base::Date on = {};
    std::string counterpart = {};
    std::string about = {};
    std::string link = {};
    std::optional<base::Uuid> file = {};
    std::optional<RuleId> rule = {};
    std::optional<Marking> marking = {};
};

/// One line of the information management plan.
struct Rule {
    RuleId id = {};
    std::string what = {};          ///< "Årsrapporter"
    std::optional<int> years = {};  ///< kept so many whole years after the year of the document; nothing: kept for ever
    std::string decided = {};  ///< the decision behind it: "Informationshanteringsplan SN 2018 § 44"; empty: a proposal
    std::int64_t revision = 1;
};

/// A recorded decision under which documents were disposed of.
struct Disposal {
    DisposalId id = {};
    RuleId rule = {};
    std::string decision = {};  ///< "SN 2027-02-11 § 12"
    base::Date decided_on = {};
    base::Date carried_out_on = {};
    std::string by = {};
    std::int64_t documents = 0;
};

/// See the registry in the room, and its files.
extern const module::Permission kReadRegistry;
/// Register, mark, plan and dispose.
extern const module::Permission kKeepRegistry;
/// Take the registry into use, and out of it.
extern const module::Permission kSwitchRegistry;

}  // namespace samrum::registry
