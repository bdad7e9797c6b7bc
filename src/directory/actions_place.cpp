#include "directory/actions_place.hpp"

#include "directory/actions_names.hpp"
#include "directory/model_permissions.hpp"
#include "directory/repository_place.hpp"
#include "directory/rules_organisation.hpp"
#include "foundation/base/text.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::directory {

namespace {

bool may_keep(const module::Caller& caller) {
    return module::may_for(caller, kKeepPlaces, caller.room_organisation);
}

template <class Thing>
std::optional<Thing> named(std::vector<Thing> all, std::string_view name) {
    const std::string wanted = text::folded(base::trim(name));
    for (auto& one : all)
        if (text::folded(one.name) == wanted) return std::move(one);
    return std::nullopt;
}

base::Period read_period(base::ProblemList& problems, const std::string& first_text, const std::string& last_text) {
    const base::Date first = problems.take(base::Date::parse(first_text), "first");
    std::optional<base::Date> last;
    if (!last_text.empty()) last = problems.take(base::Date::parse(last_text), "last", first);
    return problems.take(base::Period::of(first, last), "last", base::Period{first, std::nullopt});
}

std::string detail(std::string_view name) {
    return nlohmann::json{{"name", name}}.dump();
}

base::Problem taken(const std::string& name) {
    return base::problem("name", "directory.place.taken", {{"name", name}});
}

/// The first day of what an id names, so that it does not end before it began; nothing when there is no such thing.
template <class Thing, class Id>
std::optional<base::Date> begins(const std::vector<Thing>& all, Id id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Thing& one) { return one.id == id; });
    if (found == all.end()) return std::nullopt;
    return found->period.first();
}

}  // namespace

std::vector<Place> list_places(store::Reader& room) {
    return load_places(room);
}
std::vector<Activity> list_activities(store::Reader& room) {
    return load_activities(room);
}
std::vector<Body> list_bodies(store::Reader& room) {
    return load_bodies(room);
}
std::optional<Place> find_place(store::Reader& room, std::string_view name) {
    return named(load_places(room), name);
}
std::optional<Activity> find_activity(store::Reader& room, std::string_view name) {
    return named(load_activities(room), name);
}

base::Result<PlaceId> add_place(store::Session& room, const module::Caller& caller, const PlaceInput& input) {
    if (!may_keep(caller)) return module::refusal();
    base::ProblemList problems;
    Place one;
    one.id = PlaceId::ordered();
    one.name = problems.take(judge_name(input.name, "name"), "name");
    if (!base::trim(input.address).empty())
        one.address = problems.take(judge_name(input.address, "address"), "address");
    if (!problems.empty()) return problems.all();
    return room.transaction([&](store::Transaction& tx) -> base::Result<PlaceId> {
        tx.lock("place");
        if (find_place(tx, one.name)) return taken(one.name);
        save_place(tx, one, keys_of(one.name));
        tx.journal(caller.actor(), {"place.added", one.id.text(), detail(one.name)});
        return one.id;
    });
}

base::Result<ActivityId> add_activity(store::Session& room, const module::Caller& caller, const ActivityInput& input) {
    if (!may_keep(caller)) return module::refusal();
    base::ProblemList problems;
    Activity one;
    one.id = ActivityId::ordered();
    one.name = problems.take(judge_name(input.name, "name"), "name");
    one.period = read_period(problems, input.first, input.last);
    if (!problems.empty()) return problems.all();
    return room.transaction([&](store::Transaction& tx) -> base::Result<ActivityId> {
        tx.lock("place");
        if (find_activity(tx, one.name)) return taken(one.name);
        save_activity(tx, one, keys_of(one.name));
        tx.journal(caller.actor(), {"activity.added", one.id.text(), detail(one.name)});
        return one.id;
    });
}

base::Result<BodyId> add_body(store::Session& room, const module::Caller& caller, const BodyInput& input) {
    if (!may_keep(caller)) return module::refusal();
    base::ProblemList problems;
    Body one;
    one.id = BodyId::ordered();
    one.name = problems.take(judge_name(input.name, "name"), "name");
    const auto type = body_type_named(input.type);
    if (!type) problems.add(base::problem("type", "directory.body.type"));
    one.type = type.value_or(BodyType::steering_group);
    one.period = read_period(problems, input.first, input.last);
    if (!problems.empty()) return problems.all();
    return room.transaction([&](store::Transaction& tx) -> base::Result<BodyId> {
        tx.lock("place");
        if (named(load_bodies(tx), one.name)) return taken(one.name);
        save_body(tx, one, keys_of(one.name));
        tx.journal(caller.actor(), {"body.added", one.id.text(), detail(one.name)});
        return one.id;
    });
}

base::Result<base::Done> end_listed(store::Session& room, const module::Caller& caller, std::string_view what,
                                    std::string_view id, std::string_view last) {
    if (!may_keep(caller)) return module::refusal();
    base::ProblemList problems;
    const base::Date day = problems.take(base::Date::parse(last), "last");
    const base::Uuid uuid = problems.take(base::Uuid::parse(id), "id");
    if (!problems.empty()) return problems.all();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const auto first = what == "activity" ? begins(load_activities(tx), ActivityId{uuid})
                           : what == "body"   ? begins(load_bodies(tx), BodyId{uuid})
                                              : std::optional<base::Date>{};
        if (first) problems.take(base::Period::of(*first, day), "last");
        if (!problems.empty()) return problems.all();
        const bool ended = what == "place"      ? close_place(tx, PlaceId{uuid}, day)
                           : what == "activity" ? end_activity(tx, ActivityId{uuid}, day)
                           : what == "body"     ? end_body(tx, BodyId{uuid}, day)
                                                : false;
        if (!ended) return base::problem("", "directory.place.unknown");
        tx.journal(caller.actor(),
                   {std::string(what) + ".ended", uuid.text(), nlohmann::json{{"last", day.iso()}}.dump()});
        return base::Done{};
    });
}

PlaceId place_named(store::Transaction& room, const store::Actor& who, std::string_view name) {
    room.lock("place");
    if (const auto known = find_place(room, name)) return known->id;
    Place one;
    one.id = PlaceId::ordered();
    one.name = judge_name(name, "name").value();
    save_place(room, one, keys_of(one.name));
    room.journal(who, {"place.added", one.id.text(), detail(one.name)});
    return one.id;
}

ActivityId activity_named(store::Transaction& room, const store::Actor& who, std::string_view name, base::Date first) {
    room.lock("place");
    if (const auto known = find_activity(room, name)) return known->id;
    Activity one;
    one.id = ActivityId::ordered();
    one.name = judge_name(name, "name").value();
    one.period = base::Period{first, std::nullopt};
    save_activity(room, one, keys_of(one.name));
    room.journal(who, {"activity.added", one.id.text(), detail(one.name)});
    return one.id;
}

}  // namespace samrum::directory
