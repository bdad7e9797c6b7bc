#pragma once
#include "foundation/base/result.hpp"
#include "friends/pairs/model.hpp"

#include <optional>
#include <string>
#include <vector>

// What a pair has promised and how far it has come; when the coordinator is to ask. Judged from days alone.
namespace samrum::friends::pairs {

/// A pair that begins today, with the programme's promise of today.
Pair new_pair(const people::Programme& programme, ParticipantId newcomer, ParticipantId established, base::Date today);

/// Days of pause before `day`, one that goes on among them.
int paused_days_before(const Pair& pair, base::Date day);

/// One of the months of the promise, counted from the day on which the pair began; pauses stand still.
struct PairMonth {
    int number = 1;
    std::int64_t minutes = 0;
    bool is_full = false;  ///< as many hours as promised, or more
    bool is_now = false;
    bool is_coming = false;
};
/// How far a pair has come, as the pair sees it: nothing here says that they did too little.
struct PairProgress {
    std::vector<PairMonth> months;  ///< of the promise
    int month_now = 1;              ///< beyond the promise it goes on counting
    std::int64_t minutes_now = 0;   ///< of this month
    std::int64_t minutes_in_all = 0;
    bool is_full = false;  ///< the months of the promise have passed
};
PairProgress progress_of(const Pair& pair, const std::vector<Meeting>& meetings, base::Date today);

/// So many days without a note are a mark for the coordinator, and so many a task. Nobody else sees either.
inline constexpr int kMarkDays = 14;
inline constexpr int kTaskDays = 30;
enum class Quiet { no, mark, task };
/// Since when nothing was heard: the last note, the beginning, the end of a pause, or the coordinator's own question.
base::Date quiet_since(const Pair& pair, std::optional<base::Date> last_meeting);
/// Of pairs that go on and have months left of their promise; those who are paused, ended or have kept it are left
/// alone.
Quiet quiet_of(const Pair& pair, std::optional<base::Date> last_meeting, base::Date today);
/// The trial month is over and nobody has asked how it was.
bool awaits_trial_talk(const Pair& pair, base::Date today);
/// They go on on the day on which the months are full: counted on that day, once.
bool lasts_by(const Pair& pair, base::Date today);

/// "We met", as tapped or typed: the day (empty: today) and the hours (halves too).
struct MetInput {
    std::string day = {};
    std::string hours;
};
inline constexpr int kMostMeetingHours = 12;  ///< of one day
inline constexpr int kNotedDaysBack = 60;
/// Problems `friends.pairs.met.hours`, `.future`, `.too_early`, `.too_long_ago`, `base.date.*`, all at once.
base::Result<Meeting> read_met(const MetInput& input, const Pair& pair, NotedBy who, base::Date today);

/// Where a participant goes when the pair ends.
enum class After { waits, leaves };
struct EndInput {
    std::string day;          ///< the last one; ISO date
    std::string reason;       ///< code
    std::string newcomer;     ///< "waits" or "leaves"; not needed of one who is erased
    std::string established;  ///< …
};
struct PairEnd {
    base::Date day;
    EndReason reason = EndReason::other;
    After newcomer = After::leaves;
    After established = After::leaves;
};
/// Problems `friends.pairs.end.reason`, `.after`, `.day`, `base.date.*`, all at once.
base::Result<PairEnd> read_end(const EndInput& input, const Pair& pair, base::Date today);

/// Begins a pause, or ends it. Problems `friends.pairs.pause.not_going`, `.not_paused`, `.day`, `base.date.*`.
base::Result<base::Done> pause(Pair& pair, std::string_view first_day, base::Date today);
base::Result<base::Done> resume(Pair& pair, base::Date today);

}  // namespace samrum::friends::pairs
