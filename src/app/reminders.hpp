#pragma once
#include "app/repository_reminder.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/module.hpp"

#include <string>
#include <vector>

/// Reminders by mail of what is due: each person once for a task and its day.
namespace samrum::app {

/// Sends what is to be sent today of one room, a letter a person; answers how many letters. What is confidential is
/// told as a number alone: a letter lies in other people's systems.
int remind_room(const module::House& house, store::Session& room, const module::RoomHead& head);
/// The same as a daily job of each room.
void send_reminders(module::JobCall& call);

/// What a person may choose: so many days ahead, or not at all.
inline constexpr int kLeadChoices[] = {1, 3, 7, 14, 30, 60, 90};
/// The days that a person is reminded ahead of a kind: theirs, or the house's; nothing: not at all.
std::optional<int> lead_of(const ReminderChoices& choices, TaskKind kind);
/// As typed: kind and "off" or a number of days. Problem `reminders.unknown` at the kind's field.
base::Result<base::Done> choose_reminders(store::Session& lobby, const module::RoomHead& room,
                                          const module::Caller& caller,
                                          const std::vector<std::pair<std::string, std::string>>& typed);

/// For retention: marks of what was due long ago.
std::int64_t remove_old_marks(store::Transaction& lobby, base::Date today);
std::string extract_reminders(store::Reader& lobby, const base::Uuid& account);
std::int64_t erase_reminders(store::Transaction& lobby, const base::Uuid& account);

}  // namespace samrum::app
