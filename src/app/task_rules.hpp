#pragma once
#include "foundation/module/module.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Pure judgement about what is due: its kind, how near it is, what a list shows, and when somebody is reminded of it.
namespace samrum::app {

/// What a task is about, as people choose reminders and filter by it.
enum class TaskKind { report, money, meeting, action, end, change, work, other };
struct TaskKindWord {
    TaskKind kind;
    std::string_view word;
    int lead_days;  ///< a reminder comes so many days before, unless the person chose otherwise
};
inline constexpr TaskKindWord kTaskKinds[] = {
    {TaskKind::report, "report", 30}, {TaskKind::money, "money", 14}, {TaskKind::meeting, "meeting", 14},
    {TaskKind::action, "action", 7},  {TaskKind::end, "end", 60},     {TaskKind::change, "change", 7},
    {TaskKind::work, "work", 1},      {TaskKind::other, "other", 7},
};
const TaskKindWord& word_of_kind(TaskKind kind);
std::optional<TaskKind> task_kind_named(std::string_view word);
/// The kind of a duty, by what it says.
TaskKind kind_of(const base::Message& what);

enum class Urgency { late, soon, later };
std::string_view urgency_word(Urgency urgency);
std::optional<Urgency> urgency_named(std::string_view word);
/// Soon is within so many days.
inline constexpr int kSoonDays = 60;
Urgency urgency_of(base::Date due, base::Date today);

/// A duty as one person sees it.
struct Task {
    module::Duty duty;
    TaskKind kind = TaskKind::other;
    bool mine = false;
    bool may_open = false;  ///< the reader, the page behind it
    std::string said;       ///< what it is, in the reader's language
    std::string agreement;  ///< its short name; empty: of none
    std::string whose;      ///< function and organisation, in the reader's language
};

/// What a list shows; empty fields show all.
struct TaskFilter {
    bool mine = true;
    std::optional<Urgency> when = {};
    std::optional<TaskKind> kind = {};
    std::optional<base::Uuid> agreement = {};
    std::string search =
        {};  ///< words that what it says or its agreement's name hold, folded by the caller's own folding
};
/// `fold` folds a text for comparison (text::folded).
bool fits(const Task& task, const TaskFilter& filter, base::Date today, std::string (*fold)(std::string_view));

/// Tasks in the order of a column: "due", "what", "agreement"; equal ones by day. `key` makes an alphabetical key
/// (text::sort_key).
void sort_tasks(std::vector<Task>& tasks, std::string_view column, bool descending,
                std::string (*key)(std::string_view));

/// So long after its day a duty is still reminded of, where nobody was before: a mark of what was sent is kept longer.
inline constexpr int kRemindDaysAfter = 30;
inline constexpr int kMarkKeptDays = 400;
/// A reminder that was sent: of what was due when, and on which day it went.
struct SentMark {
    base::Date due;
    base::Date sent_on;
};
/// Was a person reminded of this task and its day? A day that moves on with the calendar ("within a month from now") is
/// the same day, told once.
bool was_told(const std::vector<SentMark>& marks, base::Date due, base::Date today);
/// Is it time to remind of something due on `due`? `lead` nothing: never.
bool is_reminder_due(base::Date due, base::Date today, std::optional<int> lead);

}  // namespace samrum::app
