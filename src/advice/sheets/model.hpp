#pragma once
#include "advice/sites/model.hpp"
#include "foundation/base/id.hpp"

#include <span>
#include <string>
#include <string_view>

/// The case sheet, what remains of it, and where visitors are referred.
namespace samrum::advice::sheets {

using sites::SessionId;
using sites::SiteId;
struct UnitKind;
using UnitId = base::Id<UnitKind>;

/// What a session is counted by. One-way: no count joins two of these, so none can point at a visitor.
enum class Dimension {
    visits,         ///< a family is one visit
    people,         ///< who came, the family counted one by one
    cases,          ///< a visitor may bring several
    topic,          ///< value: topic code
    language,       ///< value: the language that was wished for
    language_help,  ///< value: how it was solved: speaker, phone …
    language_gap,   ///< value: a language wished for that no adviser spoke
    length,         ///< value: length code
    gender,         ///< value: own statement
    outcome,        ///< value: outcome code
    referral,       ///< value: type of unit
    referral_unit,  ///< value: id of a unit of the directory
    sent_by,        ///< value: type of unit that sent the visitor here
    helped_before,  ///< value: yes, no: of the last referral, as the visitor tells
    waiting,        ///< value: band of waiting time
    booked,         ///< visits by booked time
    returned,       ///< visits with a return code
    no_show,        ///< tickets called that nobody answered
    left_waiting    ///< gave up waiting, as far as it was told
};
std::span<const Dimension> dimensions();
std::string_view code_of(Dimension dimension);  ///< "language_gap"

/// A count of one session.
struct Count {
    Dimension dimension = Dimension::visits;
    std::string value;  ///< empty where the dimension has none
    std::int64_t n = 0;
};

/// The sum of a dimension's value, and of a month.
struct ValueSum {
    std::string value;
    std::int64_t n = 0;
};
struct MonthSum {
    base::Date month;  ///< its first day
    std::int64_t n = 0;
};

}  // namespace samrum::advice::sheets
