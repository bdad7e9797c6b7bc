#pragma once
#include "activity/model.hpp"
#include "foundation/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::activity {

/// Keeps a new line. `row_key` is the key of the file line it came from.
void insert_entry(store::Transaction& tx, const Entry& entry, std::string_view title_folded,
                  const std::optional<std::string>& row_key);
/// Writes new facts over the line as `before` was read; false when it is gone or was corrected meanwhile.
bool update_entry(store::Transaction& tx, const Entry& before, const Facts& facts, std::string_view title_folded);
/// False when the line is gone or was corrected since it was read.
bool delete_entry(store::Transaction& tx, const Entry& entry);

std::optional<Entry> find_entry_row(store::Reader& room, EntryId id);
std::vector<Entry> list_entry_rows(store::Reader& room, const Filter& filter, std::int64_t limit, std::int64_t offset);
/// Every line of the days, for comparing a file with the log.
std::vector<Entry> entry_rows_between(store::Reader& room, base::Date first, base::Date last);
bool has_row_key(store::Reader& room, std::string_view row_key);
/// The sessions held last, newest first: what a new one probably looks like.
std::vector<Entry> latest_session_rows(store::Reader& room, int limit);

/// On which days sessions of each activity were logged, since a day; cancelled ones too.
struct LoggedDay {
    ActivityId activity;
    base::Date day;
};
std::vector<LoggedDay> logged_days(store::Reader& room, base::Date since);

void insert_figure(store::Transaction& tx, const StatedFigure& figure, std::string_view row_key);
bool delete_figure(store::Transaction& tx, FigureId id);
bool has_figure(store::Reader& room, std::string_view row_key);
std::vector<StatedFigure> figure_rows(store::Reader& room);

}  // namespace samrum::activity
