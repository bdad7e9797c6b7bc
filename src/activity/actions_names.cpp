#include "activity/actions_names.hpp"

#include "directory/actions_place.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>

namespace samrum::activity {
namespace {

const Named* find(const std::vector<Named>& all, std::string_view written) {
    const auto where = [&](const auto& fits) {
        const auto found = std::find_if(all.begin(), all.end(), fits);
        return found == all.end() ? nullptr : &*found;
    };
    if (const auto id = base::Uuid::parse(written)) return where([&](const Named& one) { return one.id == *id; });
    const std::string folded = text::folded(written);
    if (const Named* named = where([&](const Named& one) { return text::folded(one.name) == folded; })) return named;
    return where([&](const Named& one) { return text::file_word(one.name) == written; });
}

}  // namespace

RoomNames RoomNames::load(store::Reader& room, base::Date today) {
    RoomNames names;
    for (const directory::Place& place : directory::list_places(room))
        names.places_.push_back({place.id.uuid(), place.name, !place.closed_on || *place.closed_on >= today});
    for (const directory::Activity& activity : directory::list_activities(room))
        names.activities_.push_back(
            {activity.id.uuid(), activity.name, !activity.period.last() || *activity.period.last() >= today});
    return names;
}

std::string RoomNames::name(const base::Uuid& id) const {
    for (const auto* all : {&places_, &activities_})
        for (const Named& one : *all)
            if (one.id == id) return one.name;
    return {};
}

std::optional<PlaceId> RoomNames::place(std::string_view written) const {
    const Named* found = find(places_, written);
    return found ? std::optional(PlaceId{found->id}) : std::nullopt;
}
std::optional<ActivityId> RoomNames::activity(std::string_view written) const {
    const Named* found = find(activities_, written);
    return found ? std::optional(ActivityId{found->id}) : std::nullopt;
}

Names RoomNames::lookup() const {
    return {[this](std::string_view written) { return place(written); },
            [this](std::string_view written) { return activity(written); }};
}

std::string RoomNames::holding(std::string_view folded) const {
    std::string ids;
    for (const auto* all : {&places_, &activities_})
        for (const Named& one : *all)
            if (text::folded(one.name).find(folded) != std::string::npos) ids += one.id.text() + " ";
    return ids;
}

}  // namespace samrum::activity
