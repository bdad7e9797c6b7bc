#pragma once
#include "activity/model.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace samrum::activity {

/// The parts that a line of some kind may have, beside its day.
struct Shape {
    Kind kind;
    std::string_view code;  ///< in files, forms, the database and measures: "theme_evening"
    Family family;
    bool start, place, place_needed, activity_needed, participants, hours, title, count, reason;
};
std::span<const Shape> shapes();
const Shape& shape_of(Kind kind);
std::string_view code_of(Kind kind);
std::optional<Kind> kind_coded(std::string_view code);
/// The codes of a family's kinds, separated by spaces, as Filter::kinds wants them.
std::string kinds_of(Family family);

std::string_view code_of(LeaveReason reason);
std::optional<LeaveReason> reason_coded(std::string_view code);
inline constexpr LeaveReason kLeaveReasons[] = {LeaveReason::full_time_job, LeaveReason::studies, LeaveReason::moved,
                                                LeaveReason::other};
std::string_view code_of(FigureOf of);
std::optional<FigureOf> figure_coded(std::string_view code);
inline constexpr FigureOf kFigures[] = {
    FigureOf::visits,     FigureOf::visits_growth,   FigureOf::women_percent,     FigureOf::sessions,
    FigureOf::volunteers, FigureOf::volunteer_hours, FigureOf::volunteers_joined, FigureOf::volunteers_left};

}  // namespace samrum::activity
