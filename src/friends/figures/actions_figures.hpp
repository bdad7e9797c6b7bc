#pragma once
#include "foundation/module/measure.hpp"
#include "foundation/text/words.hpp"
#include "friends/pairs/model.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::friends::figures {

struct FiguresFilter {
    base::Period days;           ///< closed
    std::string programme = {};  ///< id; empty: all
};
struct FigureNow {
    std::string_view measure;
    std::optional<std::int64_t> now;           ///< nothing: unknown
    std::optional<std::int64_t> minutes = {};  ///< of hours: what the notes make to the minute
};
struct StartedIn {
    base::Date month;
    std::int64_t started = 0;
    std::int64_t lasted = 0;
};
/// What became of the pairs that started in a period, whenever it came.
struct Cohort {
    std::int64_t started = 0;
    std::int64_t lasted = 0;
    std::int64_t lasted_later = 0;  ///< of them on a day after the period: after an agreement that ended with it
    std::int64_t on_their_way = 0;  ///< their months are not full yet
    std::int64_t ended_early = 0;
};
Cohort cohort_of(store::Reader& room, const FiguresFilter& filter);

struct FiguresView {
    FiguresFilter filter;
    std::vector<FigureNow> figures;
    std::vector<StartedIn> months;
    Cohort cohort;
    std::map<pairs::EndReason, std::int64_t> endings;  ///< of pairs that ended in the period
    std::int64_t ended_in_trial = 0;
    std::int64_t waiting_days = 0;  ///< in the middle: of those who wait now for a pair; 0 when nobody does
};
/// Exact, and nothing of it leaves the room. A refusal for those who do not run the programme.
base::Result<FiguresView> see_figures(store::Session& room, const module::Caller& caller, base::Date today,
                                      const FiguresFilter& filter);
/// The rows that a measure was counted from, the newest first; those of hours in minutes. A refusal as above; problem
/// `friends.figures.unknown` when there is no such measure.
base::Result<std::vector<module::TraceRow>> see_rows(store::Session& room, const module::Caller& caller,
                                                     const FiguresFilter& filter, std::string_view measure);

/// The part of a follow-up report that tells of pairs: those who started in its period, and how many of them have
/// lasted until now: the programme's own result, exact. What became of the others would give few people away and stays
/// in the room. Of the programme `of` alone where the room has one of that name. As Markdown.
std::string draft_pairs(store::Reader& room, const text::Words& words, const base::Period& period,
                        const module::Dimensions& of);

}  // namespace samrum::friends::figures
