#pragma once
#include "advice/sites/model.hpp"
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {
struct PersonAliasKind;
}

/// The people who give advice: who they are is the directory's, what they speak, have learnt and can do is here.
namespace samrum::advice::volunteers {

/// A volunteer is a person of the room.
using VolunteerId = base::Id<directory::PersonAliasKind>;

enum class Stage { applied, interviewed, training, active, left, declined };
std::string_view code_of(Stage stage);  ///< "applied"
std::optional<Stage> stage_of(std::string_view code);

/// Own statement, never asked for twice; used only to mix groups (seed 002).
enum class Background { unsaid, established, newcomer };
std::string_view code_of(Background background);
std::optional<Background> background_of(std::string_view code);

/// A job and studies are goals reached (seed 002).
enum class LeaveReason { full_time_job, studies, moved, health, time, other };
std::string_view code_of(LeaveReason reason);
std::optional<LeaveReason> leave_reason_of(std::string_view code);

/// Somebody began or ended, as a count without a name: it outlives the person's data.
struct Move {
    base::Date day;  ///< the first, or the last
    bool joined = true;
    std::optional<LeaveReason> reason = {};
    std::int64_t n = 1;
};

/// When a volunteer usually can.
struct Availability {
    unsigned weekday = 1;
    std::optional<sites::SiteId> site = {};  ///< nothing: at any
    bool operator==(const Availability&) const = default;
};

struct Volunteer {
    VolunteerId id;
    Stage stage = Stage::applied;
    base::Date stage_on;  ///< since when
    base::Date applied_on;
    std::string message = {};  ///< the applicant's own line
    std::string interview_note = {};
    std::optional<base::Date> trained_on = {};  ///< missing training warns and never blocks
    std::optional<base::Date> started_on = {};
    bool experienced = false;
    Background background = Background::unsaid;
    int most_shifts = 0;  ///< in a calendar month; 0: not said
    std::optional<std::string> account = {};
    std::optional<base::Date> left_on = {};
    std::optional<LeaveReason> leave_reason = {};
    std::vector<std::string> languages = {};  ///< codes, as said
    std::vector<base::Period> breaks = {};
    std::vector<Availability> availability = {};
    std::int64_t revision = 1;

    /// In the rota on a day: active, begun, not left, not on a break.
    bool is_there_on(base::Date day) const;
};

}  // namespace samrum::advice::volunteers
