#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "friends/people/model.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Two parties that meet: the trial month, "we met", pauses, the end, and what only the coordinator sees.
namespace samrum::friends::pairs {

using people::ParticipantId;
using people::ProgrammeId;
struct PairKind;
using PairId = base::Id<PairKind>;

/// Moving, a job and studies are no failures, and friends who need no programme any more are its best end.
enum class EndReason { without_us, moved, job, studies, no_time, did_not_fit, no_contact, health, other };
std::string_view code_of(EndReason reason);
std::optional<EndReason> end_reason_of(std::string_view code);
std::span<const EndReason> end_reasons();

/// going: they meet. broken: one of them has withdrawn, and nobody has told the pair's end yet.
enum class PairState { going, paused, broken, ended };
std::string_view code_of(PairState state);
std::optional<PairState> pair_state_of(std::string_view code);

struct Pair {
    PairId id;
    ProgrammeId programme;
    std::optional<ParticipantId> newcomer;     ///< nothing: erased
    std::optional<ParticipantId> established;  ///< nothing: erased
    int hours_a_month = 6;                     ///< what they promised each other
    int months = 6;
    base::Date started_on;
    base::Date trial_until;
    std::optional<base::Date> trial_talk_on = {};  ///< the coordinator has asked how the trial month was
    base::Date planned_until;                      ///< the day on which the months are full; pauses move it
    std::optional<base::Date> paused_from = {};
    std::optional<base::Date> resumed_on = {};
    std::optional<base::Date> talked_on = {};  ///< the coordinator has asked why there are no notes
    std::optional<base::Date> lasted_on = {};  ///< they went on until the months were full
    std::optional<base::Date> ended_on = {};
    std::optional<EndReason> end_reason = {};
    std::vector<base::Period> pauses = {};  ///< those that are over, the earliest first
    std::int64_t revision = 1;

    PairState state() const;
    std::optional<ParticipantId> of(Side side) const { return side == Side::newcomer ? newcomer : established; }
    /// Which of the two somebody is in this pair, whatever they are now.
    Side side_of(ParticipantId who) const { return newcomer == who ? Side::newcomer : Side::established; }
};

/// Who wrote that a pair has met.
enum class NotedBy { newcomer, established, coordinator };
std::string_view code_of(NotedBy who);
std::optional<NotedBy> noted_by_of(std::string_view code);

struct Meeting {
    PairId pair;
    base::Date day;
    int minutes = 0;
    NotedBy noted_by = NotedBy::coordinator;
};

struct SocialActivityKind;
using SocialActivityId = base::Id<SocialActivityKind>;
enum class ActivityState { planned, held, cancelled };
std::string_view code_of(ActivityState state);
std::optional<ActivityState> activity_state_of(std::string_view code);

/// A social activity: free, for everybody who takes part.
struct SocialActivity {
    SocialActivityId id;
    ProgrammeId programme;
    std::string title;
    base::Date day;
    base::ClockTime starts;
    base::ClockTime ends;
    std::string place;
    std::string description = {};
    int places = 0;          ///< 0: as many as want to
    bool is_public = false;  ///< stands in the public list and calendar
    ActivityState state = ActivityState::planned;
    std::optional<int> came = {};  ///< people counted at the door; nothing: nobody counted
    std::int64_t revision = 1;
};

struct IncidentKind;
using IncidentId = base::Id<IncidentKind>;
/// A safeguarding incident. It names nobody by id, so that it is part of nobody's extract.
struct Incident {
    IncidentId id;
    base::Date happened_on;
    base::Date reported_on;
    std::string account;  ///< what happened, in as few words as it takes
    std::string steps;    ///< what was done
    std::optional<base::Date> closed_on = {};
    std::int64_t revision = 1;
};

}  // namespace samrum::friends::pairs
