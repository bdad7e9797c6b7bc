#include "activity/actions_report.hpp"

#include "activity/actions_names.hpp"
#include "activity/model_codes.hpp"
#include "activity/repository_count.hpp"

namespace samrum::activity {
namespace {

constexpr std::int64_t kMinutesOfAnHour = 60;
/// More events than this are told by their number.
constexpr std::size_t kMostEvents = 60;

std::string event_line(const text::Words& words, const RoomNames& names, const Facts& facts) {
    const std::string place = names.name(facts.place);
    std::string line = "- " + words.date(facts.day) + ": " + words("activity.kind." + std::string(code_of(facts.kind)));
    if (!facts.title.empty()) line += ", " + facts.title;
    if (!place.empty()) line += " (" + place + ")";
    return line + "\n";
}

/// What the log knows of the dimensions; another slice's names limit nothing here.
CountScope scope_in(const RoomNames& names, const base::Period& period, const module::Dimensions& of) {
    CountScope scope{.period = period};
    if (const auto found = of.find("activity"); found != of.end())
        if (const auto activity = names.activity(found->second)) scope.activity = activity->text();
    if (const auto found = of.find("place"); found != of.end())
        if (const auto place = names.place(found->second)) scope.place = place->text();
    return scope;
}

}  // namespace

std::string draft_events(store::Reader& room, const text::Words& words, const base::Period& period,
                         const module::Dimensions& of) {
    if (!period.last()) return "";
    const RoomNames names = RoomNames::load(room, *period.last());
    const CountScope scope = scope_in(names, period, of);
    const Totals totals = count_sessions(room, scope);
    std::string text;
    if (totals.sessions > 0) {
        text = words("activity.report.sessions", {{"sessions", totals.sessions}});
        if (totals.volunteer_minutes_known > 0)
            text += " " + words("activity.report.hours", {{"hours", totals.volunteer_minutes / kMinutesOfAnHour}});
        text += "\n";
    }
    const auto events = counted_rows(room, kinds_of(Family::event), scope);
    if (events.empty()) return text;
    if (!text.empty()) text += "\n";
    const bool many = events.size() > kMostEvents;
    text += words(many ? "activity.report.many" : "activity.report.events",
                  {{"count", static_cast<std::int64_t>(events.size())}}) +
            "\n";
    if (many) return text;
    text += "\n";
    for (const Entry& one : events) text += event_line(words, names, one.facts);
    return text;
}

}  // namespace samrum::activity
