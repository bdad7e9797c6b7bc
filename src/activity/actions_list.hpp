#pragma once
#include "activity/actions_names.hpp"
#include "activity/model.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <vector>

namespace samrum::activity {

/// A page of the log, what the whole selection adds up to, and the names to show.
struct LogPage {
    std::vector<Entry> entries;
    Totals totals;
    RoomNames names;
    bool may_manage = false;
};
/// `text` is what the person wrote; it is folded and looked for in titles and in the names of places and activities.
base::Result<LogPage> list_log(store::Session& room, const module::Caller& caller, base::Date today, Filter filter,
                               std::string_view text, std::int64_t limit, std::int64_t offset);

/// Every line of the selection, oldest first, and with an empty selection the stated figures too, in the log's file
/// format.
base::Result<std::string> export_log(store::Session& room, const module::Caller& caller, base::Date today,
                                     Filter filter, std::string_view text, bool in_swedish);

/// A week in which nothing was logged although the activity had a rhythm.
struct QuietWeek {
    ActivityId activity;
    std::string name;
    base::Date monday;
};
/// Quiet weeks of the room, for its coordinator; nothing for anybody else.
std::vector<QuietWeek> quiet_weeks_for(store::Session& room, const module::Caller& caller, base::Date today);
/// The same for duties, where the house asks on the coordinator's behalf.
std::vector<QuietWeek> quiet_weeks_of_room(store::Reader& room, base::Date today);

}  // namespace samrum::activity
