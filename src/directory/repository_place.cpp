#include "directory/repository_place.hpp"

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

const Statement kPlaces{Scope::room, "select id, name, address, closed_on from place order by sort_key, id"};
const Statement kSavePlace{Scope::room,
                           "insert into place (id, name, folded, sort_key, address, closed_on)"
                           " values ($1, $2, $3, $4, $5, $6)"};
const Statement kClosePlace{Scope::room, "update place set closed_on = $2 where id = $1"};
const Statement kPlaceActivities{Scope::room,
                                 "select id, name, first_day, last_day from room_activity order by sort_key, id"};
const Statement kPlaceSaveActivity{Scope::room,
                                   "insert into room_activity (id, name, folded, sort_key, first_day, last_day)"
                                   " values ($1, $2, $3, $4, $5, $6)"};
const Statement kPlaceEndActivity{Scope::room, "update room_activity set last_day = $2 where id = $1"};
const Statement kPlaceBodies{Scope::room, "select id, name, type, first_day, last_day from body order by sort_key, id"};
const Statement kPlaceSaveBody{Scope::room,
                               "insert into body (id, name, folded, sort_key, type, first_day, last_day)"
                               " values ($1, $2, $3, $4, $5, $6, $7)"};
const Statement kPlaceEndBody{Scope::room, "update body set last_day = $2 where id = $1"};

base::Period period_row(const store::Row& row, int first) {
    return base::Period{row.date(first), row.maybe(first + 1, &store::Row::date)};
}

}  // namespace

std::vector<Place> load_places(store::Reader& room) {
    return room.all(kPlaces, [](const store::Row& row) {
        return Place{row.id<PlaceId>(0), row.text(1), row.maybe(2, &store::Row::text), row.maybe(3, &store::Row::date)};
    });
}

void save_place(store::Transaction& room, const Place& one, const NameKeys& keys) {
    room.run(kSavePlace, one.id, one.name, keys.folded, keys.sort_key, one.address, one.closed_on);
}

bool close_place(store::Transaction& room, PlaceId id, base::Date last) {
    return room.run(kClosePlace, id, last) > 0;
}

std::vector<Activity> load_activities(store::Reader& room) {
    return room.all(kPlaceActivities, [](const store::Row& row) {
        return Activity{row.id<ActivityId>(0), row.text(1), period_row(row, 2)};
    });
}

void save_activity(store::Transaction& room, const Activity& one, const NameKeys& keys) {
    room.run(kPlaceSaveActivity, one.id, one.name, keys.folded, keys.sort_key, one.period.first(), one.period.last());
}

bool end_activity(store::Transaction& room, ActivityId id, base::Date last) {
    return room.run(kPlaceEndActivity, id, last) > 0;
}

std::vector<Body> load_bodies(store::Reader& room) {
    return room.all(kPlaceBodies, [](const store::Row& row) {
        const auto type = body_type_named(row.view(2));
        base::ensure(type.has_value(), "a stored body has a type that exists");
        return Body{row.id<BodyId>(0), row.text(1), *type, period_row(row, 3)};
    });
}

void save_body(store::Transaction& room, const Body& one, const NameKeys& keys) {
    room.run(kPlaceSaveBody, one.id, one.name, keys.folded, keys.sort_key, body_type_name(one.type), one.period.first(),
             one.period.last());
}

bool end_body(store::Transaction& room, BodyId id, base::Date last) {
    return room.run(kPlaceEndBody, id, last) > 0;
}

}  // namespace samrum::directory
