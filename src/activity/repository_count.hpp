#pragma once
#include "activity/model.hpp"
#include "foundation/store/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace samrum::activity {

/// What is counted: ids as text, empty for all.
struct CountScope {
    std::string activity = {};
    std::string place = {};
    std::string reason = {};  ///< why volunteers left
    base::Period period = {};
};

/// The sums of the sessions in scope, from the sums of the days (repository_day.hpp).
Totals count_sessions(store::Reader& room, const CountScope& scope);

/// Events in scope whose kind stands in `kinds` (codes separated by spaces).
struct EventCount {
    std::int64_t lines = 0;  ///< cancelled ones too
    std::int64_t held = 0;
    std::int64_t participants = 0, participants_known = 0;
};
EventCount count_events(store::Reader& room, std::string_view kinds, const CountScope& scope);

/// The sum of dated counts of one kind, and how many lines there are.
struct HeadcountSum {
    std::int64_t lines = 0;
    std::int64_t sum = 0;
};
HeadcountSum count_heads(store::Reader& room, std::string_view kind, const CountScope& scope);

/// Lines in scope whose kind stands in `kinds`, by day; cancelled ones are left out.
std::vector<Entry> counted_rows(store::Reader& room, std::string_view kinds, const CountScope& scope);
/// Every dated count of volunteers up to and with a day, by activity and day.
std::vector<Entry> heads_until(store::Reader& room, std::string_view activity, base::Date last);

}  // namespace samrum::activity
