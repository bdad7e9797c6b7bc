#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/money.hpp"
#include "partnership/agreement/model_delivery.hpp"
#include "partnership/agreement/model_index.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// What the overview shows of many agreements at once.
namespace samrum::partnership::overview {

using agreement::AgreementId;

/// So many agreements' details are read by one statement each: a page of a list.
inline constexpr std::size_t kPage = 50;

/// The one next date of an agreement, as it is kept.
struct Next {
    base::Date day;
    std::string kind;     ///< word of the kind of date: "report"
    std::string subject;  ///< in the file's own words
    int times = 1;
    std::string owner = {};  ///< whose it is to do, by name; empty: all parties', or nobody's
};

/// One agreement, as little as choosing and ordering asks for.
struct Listed {
    AgreementId id;
    std::optional<base::Date> first;
    std::optional<base::Date> last;
    bool open_end = false;
    std::optional<base::Date> ended_on;
    std::optional<base::Date> ending_from;
    std::string ended_how;
    std::optional<base::Date> next_day;
    std::string other_names;  ///< the parties of the other side than the room's
    std::string other_order;  ///< alphabetical key of them, as bytes
    std::string found;        ///< folded: what a search looks in; empty where nobody searches
};

/// The latest delivered figure of a promise, beside what was promised.
struct Figure {
    std::string commitment;  ///< key
    std::string title;
    std::optional<agreement::Target> target;         ///< nothing while several readings stand
    std::optional<agreement::DeliveredValue> value;  ///< nothing: none was delivered
    std::string unit;
    std::optional<base::Period> period;
    std::optional<base::Date> as_of;
};

/// The year of money that comes on a day that nobody has set, within days of two years.
inline constexpr int kYearNotKnown = 0;

/// Money of one payer and year.
struct YearMoney {
    std::string payer;
    int year = kYearNotKnown;
    base::Money decided;
    std::optional<base::Money> paid;  ///< nothing: the payments are not in this room
    std::int64_t unknown = 0;         ///< so many instalments of an unknown sum
};

/// What is shown of an agreement on a page.
struct Detail {
    AgreementId id;
    std::string title;
    std::string activity;
    std::optional<Next> next;
    bool computed = false;  ///< false: it came a moment ago, and its row is being computed
    std::vector<Figure> figures;
    std::vector<YearMoney> money;
};

/// All that is computed of an agreement.
struct Computed {
    AgreementId id;
    std::string stamp;
    std::optional<Next> next;
    std::string public_names;
    std::string civil_names;
    std::string found;
    std::vector<Figure> figures;
    std::vector<YearMoney> money;
};

}  // namespace samrum::partnership::overview
