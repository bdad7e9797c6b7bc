#include "friends/pairs/repository_activity.hpp"

namespace samrum::friends::pairs {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kActivitySelect =
    "select id, programme, title, day, starts, ends, place, description, places, is_public, state, came, revision "
    "from friends_activity";
const std::string kActivitiesText = kActivitySelect + " where day >= $1 and day <= $2 order by day, starts, id";
const std::string kActivityText = kActivitySelect + " where id = $1";
const Statement kActivities{Scope::room, kActivitiesText};
const Statement kActivity{Scope::room, kActivityText};
const Statement kInsertActivity{Scope::room,
                                "insert into friends_activity (id, programme, title, day, starts, ends, place, "
                                "description, places, is_public, state, came, revision) "
                                "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)"};
const Statement kUpdateActivity{
    Scope::room,
    "update friends_activity set title = $3, day = $4, starts = $5, ends = $6, place = $7, description = $8, "
    "places = $9, is_public = $10, state = $11, came = $12, revision = revision + 1 where id = $1 and revision = $2"};

const Statement kSignUps{Scope::room,
                         "select activity, participant, people from friends_signup where activity = $1 "
                         "order by signed_up_on, participant"};
const Statement kPeopleSignedUp{Scope::room,
                                "select s.activity, cast(sum(s.people) as bigint) from friends_signup s "
                                "join friends_activity a on a.id = s.activity where a.day >= $1 and a.day <= $2 "
                                "group by s.activity"};
const Statement kSignUpsOf{Scope::room,
                           "select activity, participant, people from friends_signup where participant = $1"};
const Statement kSaveSignUp{Scope::room,
                            "insert into friends_signup (activity, participant, people, signed_up_on) "
                            "values ($1, $2, $3, $4) on conflict (activity, participant) do update "
                            "set people = excluded.people"};
const Statement kDeleteSignUp{Scope::room, "delete from friends_signup where activity = $1 and participant = $2"};
const Statement kDeleteSignUps{
    Scope::room, "delete from friends_signup where activity in (select id from friends_activity where day < $1)"};

#define INCIDENT_COLUMNS \
    "select id, happened_on, reported_on, account, steps, closed_on, revision from friends_incident"
const Statement kIncidents{Scope::room, INCIDENT_COLUMNS " order by happened_on desc, id"};
const Statement kIncident{Scope::room, INCIDENT_COLUMNS " where id = $1"};
#undef INCIDENT_COLUMNS
const Statement kInsertIncident{
    Scope::room,
    "insert into friends_incident (id, happened_on, reported_on, account, steps, closed_on, "
    "revision) values ($1, $2, $3, $4, $5, $6, 1)"};
const Statement kUpdateIncident{
    Scope::room,
    "update friends_incident set happened_on = $3, account = $4, steps = $5, closed_on = $6, "
    "revision = revision + 1 where id = $1 and revision = $2"};
const Statement kDeleteIncidents{Scope::room, "delete from friends_incident where closed_on < $1"};

SocialActivity activity_of(const Row& row) {
    SocialActivity one;
    one.id = row.id<SocialActivityId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.title = row.text(2);
    one.day = row.date(3);
    one.starts.minutes = static_cast<int>(row.integer(4));
    one.ends.minutes = static_cast<int>(row.integer(5));
    one.place = row.text(6);
    one.description = row.text(7);
    one.places = static_cast<int>(row.integer(8));
    one.is_public = row.flag(9);
    one.state = activity_state_of(row.view(10)).value();
    if (!row.is_null(11)) one.came = static_cast<int>(row.integer(11));
    one.revision = row.integer(12);
    return one;
}
SignUp sign_up_of(const Row& row) {
    return {row.id<SocialActivityId>(0), row.id<ParticipantId>(1), static_cast<int>(row.integer(2))};
}
Incident incident_of(const Row& row) {
    return {row.id<IncidentId>(0),    row.date(1),   row.date(2), row.text(3), row.text(4),
            row.maybe(5, &Row::date), row.integer(6)};
}

}  // namespace

std::vector<SocialActivity> activities_between(store::Reader& room, base::Date first, base::Date last) {
    return room.all(kActivities, activity_of, first, last);
}
std::optional<SocialActivity> load_activity(store::Reader& room, SocialActivityId id) {
    return room.one(kActivity, activity_of, id);
}
void insert_activity(store::Transaction& room, const SocialActivity& one) {
    room.run(kInsertActivity, one.id, one.programme, one.title, one.day, one.starts.minutes, one.ends.minutes,
             one.place, one.description, one.places, one.is_public, code_of(one.state), one.came);
}
bool update_activity(store::Transaction& room, const SocialActivity& one) {
    return room.run(kUpdateActivity, one.id, one.revision, one.title, one.day, one.starts.minutes, one.ends.minutes,
                    one.place, one.description, one.places, one.is_public, code_of(one.state), one.came) == 1;
}

std::vector<SignUp> sign_ups_of(store::Reader& room, SocialActivityId id) {
    return room.all(kSignUps, sign_up_of, id);
}
std::map<SocialActivityId, int> people_signed_up(store::Reader& room, base::Date first, base::Date last) {
    std::map<SocialActivityId, int> people;
    room.each(kPeopleSignedUp, {store::to_value(first), store::to_value(last)},
              [&](const Row& row) { people.emplace(row.id<SocialActivityId>(0), static_cast<int>(row.integer(1))); });
    return people;
}
std::vector<SignUp> sign_ups_of_participant(store::Reader& room, ParticipantId id) {
    return room.all(kSignUpsOf, sign_up_of, id);
}
void save_sign_up(store::Transaction& room, const SignUp& one, base::Date today) {
    room.run(kSaveSignUp, one.activity, one.participant, one.people, today);
}
bool delete_sign_up(store::Transaction& room, SocialActivityId id, ParticipantId participant) {
    return room.run(kDeleteSignUp, id, participant) == 1;
}
std::int64_t delete_sign_ups_before(store::Transaction& room, base::Date day) {
    return room.run(kDeleteSignUps, day);
}

std::vector<Incident> load_incidents(store::Reader& room) {
    return room.all(kIncidents, incident_of);
}
std::optional<Incident> load_incident(store::Reader& room, IncidentId id) {
    return room.one(kIncident, incident_of, id);
}
void insert_incident(store::Transaction& room, const Incident& one) {
    room.run(kInsertIncident, one.id, one.happened_on, one.reported_on, one.account, one.steps, one.closed_on);
}
bool update_incident(store::Transaction& room, const Incident& one) {
    return room.run(kUpdateIncident, one.id, one.revision, one.happened_on, one.account, one.steps, one.closed_on) == 1;
}
std::int64_t delete_incidents_before(store::Transaction& room, base::Date day) {
    return room.run(kDeleteIncidents, day);
}

}  // namespace samrum::friends::pairs
