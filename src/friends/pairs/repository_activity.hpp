#pragma once
#include "foundation/store/store.hpp"
#include "friends/pairs/model.hpp"

#include <map>
#include <optional>
#include <vector>

namespace samrum::friends::pairs {

/// By day and time.
std::vector<SocialActivity> activities_between(store::Reader& room, base::Date first, base::Date last);
std::optional<SocialActivity> load_activity(store::Reader& room, SocialActivityId id);
void insert_activity(store::Transaction& room, const SocialActivity& one);
/// False when somebody changed it since its revision.
bool update_activity(store::Transaction& room, const SocialActivity& one);

struct SignUp {
    SocialActivityId activity;
    ParticipantId participant;
    int people = 1;
};
std::vector<SignUp> sign_ups_of(store::Reader& room, SocialActivityId id);
/// People signed up to each activity of days between.
std::map<SocialActivityId, int> people_signed_up(store::Reader& room, base::Date first, base::Date last);
std::vector<SignUp> sign_ups_of_participant(store::Reader& room, ParticipantId id);
void save_sign_up(store::Transaction& room, const SignUp& one, base::Date today);
bool delete_sign_up(store::Transaction& room, SocialActivityId id, ParticipantId participant);
/// Of activities before a day; answers how many.
std::int64_t delete_sign_ups_before(store::Transaction& room, base::Date day);

std::vector<Incident> load_incidents(store::Reader& room);
std::optional<Incident> load_incident(store::Reader& room, IncidentId id);
void insert_incident(store::Transaction& room, const Incident& one);
bool update_incident(store::Transaction& room, const Incident& one);
/// Those closed before a day; answers how many.
std::int64_t delete_incidents_before(store::Transaction& room, base::Date day);

}  // namespace samrum::friends::pairs
