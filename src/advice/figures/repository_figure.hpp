#pragma once
#include "advice/sheets/repository_count.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::advice::figures {

using sheets::CountedOver;

/// What the sessions of a stretch come to.
struct HeldSessions {
    std::int64_t rows = 0;  ///< planned and cancelled ones too: that there are any tells a nought from not known
    std::int64_t held = 0;
    std::int64_t minutes = 0;  ///< of all volunteers together
    std::int64_t minutes_known = 0;
};
HeldSessions count_held(store::Reader& room, const CountedOver& over);

struct HeldRow {
    sheets::SessionId session;
    sheets::SiteId site;
    base::Date day;
    std::optional<std::int64_t> minutes;
};
/// The held sessions, by day.
std::vector<HeldRow> held_rows(store::Reader& room, const CountedOver& over);
/// How many were held each month, in time's order.
std::vector<sheets::MonthSum> held_by_month(store::Reader& room, const CountedOver& over);

/// Who came and went, as counts. `what` is "joined" or "left"; empty reason: any.
struct Move {
    base::Date day;
    bool joined = true;
    std::string reason;
    std::int64_t n = 0;
};
std::vector<Move> moves_between(store::Reader& room, base::Date first, base::Date last);

}  // namespace samrum::advice::figures
