#include "activity/actions_list.hpp"

#include "activity/actions_permission.hpp"
#include "activity/files_log.hpp"
#include "activity/repository_day.hpp"
#include "activity/repository_entry.hpp"
#include "activity/rules_quiet.hpp"
#include "foundation/base/text.hpp"
#include "foundation/text/words.hpp"

#include <map>

namespace samrum::activity {
namespace {

constexpr std::int64_t kExportChunk = 5'000;

void search_for(Filter& filter, std::string_view text, const RoomNames& names) {
    filter.text = text::folded(base::trim(text));
    if (!filter.text.empty()) filter.named_places = names.holding(filter.text);
}

bool is_everything(const Filter& filter) {
    return filter.kinds.empty() && !filter.place && !filter.activity && !filter.first && !filter.last &&
           filter.text.empty();
}

}  // namespace

base::Result<LogPage> list_log(store::Session& room, const module::Caller& caller, base::Date today, Filter filter,
                               std::string_view text, std::int64_t limit, std::int64_t offset) {
    if (!may(caller, kRead)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) {
        RoomNames names = RoomNames::load(reader, today);
        search_for(filter, text, names);
        return LogPage{list_entry_rows(reader, filter, limit, offset), total_entry_rows(reader, filter),
                       std::move(names), may(caller, kManage)};
    });
}

base::Result<std::string> export_log(store::Session& room, const module::Caller& caller, base::Date today,
                                     Filter filter, std::string_view text, bool in_swedish) {
    if (!may(caller, kManage)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) {
        const RoomNames names = RoomNames::load(reader, today);
        search_for(filter, text, names);
        filter.sort = Sort::oldest;
        std::string bytes;
        LogFileWriter writer(bytes, in_swedish ? FileLanguage::swedish : FileLanguage::english,
                             [&](const base::Uuid& id) { return names.name(id); });
        for (std::int64_t offset = 0;; offset += kExportChunk) {
            const auto entries = list_entry_rows(reader, filter, kExportChunk, offset);
            for (const Entry& entry : entries) writer.write(entry.facts);
            if (static_cast<std::int64_t>(entries.size()) < kExportChunk) break;
        }
        if (is_everything(filter))
            for (const StatedFigure& figure : figure_rows(reader)) writer.write(figure);
        return bytes;
    });
}

std::vector<QuietWeek> quiet_weeks_of_room(store::Reader& room, base::Date today) {
    std::map<ActivityId, std::vector<base::Date>> days;
    const base::Date since = monday_of(today).plus_days(-7 * (kRhythmWeeks + kQuietLookback));
    for (const LoggedDay& logged : logged_days(room, since)) days[logged.activity].push_back(logged.day);
    std::vector<QuietWeek> quiet;
    if (days.empty()) return quiet;
    const RoomNames names = RoomNames::load(room, today);
    for (const auto& [activity, logged] : days)
        for (base::Date monday : quiet_weeks(logged, today))
            quiet.push_back({activity, names.name(activity.uuid()), monday});
    return quiet;
}

std::vector<QuietWeek> quiet_weeks_for(store::Session& room, const module::Caller& caller, base::Date today) {
    return may(caller, kManage) ? quiet_weeks_of_room(room, today) : std::vector<QuietWeek>{};
}

}  // namespace samrum::activity
