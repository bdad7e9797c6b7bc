#pragma once
#include "app/task_rules.hpp"
#include "foundation/store/store.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace samrum::app {

/// What a person chose, by kind; a value of nothing: switched off. Kinds that they left alone are not here.
using ReminderChoices = std::map<TaskKind, std::optional<int>>;
ReminderChoices load_choices(store::Reader& lobby, module::AccountId account, store::RoomId room);
void save_choice(store::Transaction& lobby, module::AccountId account, store::RoomId room, TaskKind kind,
                 std::optional<int> days);

/// Marks that a person is reminded of a task on its day; false when they were already.
bool mark_reminded(store::Transaction& lobby, module::AccountId account, const std::string& task, base::Date due,
                   base::Date today);
std::vector<SentMark> load_marks(store::Reader& lobby, module::AccountId account, const std::string& task);
std::int64_t delete_marks_before(store::Transaction& lobby, base::Date due);

/// All of a person's choices as JSON text, and their end.
std::string choices_json(store::Reader& lobby, module::AccountId account);
std::int64_t delete_reminders_of(store::Transaction& lobby, module::AccountId account);

}  // namespace samrum::app
