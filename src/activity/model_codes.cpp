#include "activity/model_codes.hpp"

#include <algorithm>

namespace samrum::activity {
namespace {

using enum Family;
constexpr bool yes = true, no = false;

// Which parts each kind has: start, place, place needed, activity needed, participants, hours, title, count, reason.
constexpr Shape kShapes[] = {
    {Kind::session, "session", session, yes, yes, yes, yes, yes, yes, no, no, no},
    {Kind::training, "training", event, yes, yes, no, no, yes, yes, yes, no, no},
    {Kind::theme_evening, "theme_evening", event, yes, yes, no, no, yes, yes, yes, no, no},
    {Kind::network_meeting, "network_meeting", event, yes, yes, no, no, yes, yes, yes, no, no},
    {Kind::workshop, "workshop", event, yes, yes, no, no, yes, yes, yes, no, no},
    {Kind::exchange, "exchange", event, yes, yes, no, no, yes, yes, yes, no, no},
    {Kind::outreach, "outreach", event, yes, yes, no, no, yes, yes, yes, no, no},
    {Kind::other_event, "other_event", event, yes, yes, no, no, yes, yes, yes, no, no},
    {Kind::volunteers_active, "volunteers_active", headcount, no, no, no, yes, no, no, no, yes, no},
    {Kind::volunteers_joined, "volunteers_joined", headcount, no, no, no, yes, no, no, no, yes, no},
    {Kind::volunteers_left, "volunteers_left", headcount, no, no, no, yes, no, no, no, yes, yes},
};
constexpr std::string_view kReasonCodes[] = {"full_time_job", "studies", "moved", "other"};
constexpr std::string_view kFigureCodes[] = {
    "figure_sessions",   "figure_visits",          "figure_visits_growth",     "figure_women_percent",
    "figure_volunteers", "figure_volunteer_hours", "figure_volunteers_joined", "figure_volunteers_left"};

}  // namespace

std::span<const Shape> shapes() {
    return kShapes;
}
const Shape& shape_of(Kind kind) {
    return kShapes[static_cast<std::size_t>(kind)];
}
std::string_view code_of(Kind kind) {
    return shape_of(kind).code;
}
std::optional<Kind> kind_coded(std::string_view code) {
    for (const Shape& shape : kShapes)
        if (shape.code == code) return shape.kind;
    return std::nullopt;
}

std::string kinds_of(Family family) {
    std::string codes;
    for (const Shape& shape : kShapes)
        if (shape.family == family) codes += std::string(shape.code) + " ";
    return codes;
}

std::string_view code_of(LeaveReason reason) {
    return kReasonCodes[static_cast<std::size_t>(reason)];
}
std::optional<LeaveReason> reason_coded(std::string_view code) {
    const auto found = std::find(std::begin(kReasonCodes), std::end(kReasonCodes), code);
    if (found == std::end(kReasonCodes)) return std::nullopt;
    return static_cast<LeaveReason>(found - std::begin(kReasonCodes));
}
std::string_view code_of(FigureOf of) {
    return kFigureCodes[static_cast<std::size_t>(of)];
}
std::optional<FigureOf> figure_coded(std::string_view code) {
    const auto found = std::find(std::begin(kFigureCodes), std::end(kFigureCodes), code);
    if (found == std::end(kFigureCodes)) return std::nullopt;
    return static_cast<FigureOf>(found - std::begin(kFigureCodes));
}

}  // namespace samrum::activity
