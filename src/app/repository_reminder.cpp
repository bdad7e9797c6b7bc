#include "app/repository_reminder.hpp"

#include <nlohmann/json.hpp>

namespace samrum::app {
namespace {

using store::Row;
using store::Statement;

constexpr auto kLobby = store::Scope::lobby;

const Statement kChoices{kLobby, "select kind, days from reminder_choice where account = $1 and room = $2"};
const Statement kSaveChoice{kLobby, R"(
    insert into reminder_choice (account, room, kind, days) values ($1, $2, $3, $4)
    on conflict (account, room, kind) do update set days = excluded.days)"};
const Statement kMark{kLobby, R"(
    insert into reminder_mark (account, task, due, sent_on) values ($1, $2, $3, $4)
    on conflict (account, task, due) do nothing)"};
const Statement kMarksOf{kLobby, "select due, sent_on from reminder_mark where account = $1 and task = $2"};
const Statement kDropMarks{kLobby, "delete from reminder_mark where due < $1"};
const Statement kChoicesOfAccount{kLobby, R"(
    select room, kind, days from reminder_choice where account = $1 order by room, kind)"};
const Statement kDropChoicesOf{kLobby, "delete from reminder_choice where account = $1"};
const Statement kDropMarksOf{kLobby, "delete from reminder_mark where account = $1"};

std::optional<int> days_of(const Row& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
}

}  // namespace

ReminderChoices load_choices(store::Reader& lobby, module::AccountId account, store::RoomId room) {
    ReminderChoices choices;
    lobby.each(kChoices, {store::to_value(account), store::to_value(room)}, [&](const Row& row) {
        if (const auto kind = task_kind_named(row.view(0))) choices[*kind] = days_of(row, 1);
    });
    return choices;
}
void save_choice(store::Transaction& lobby, module::AccountId account, store::RoomId room, TaskKind kind,
                 std::optional<int> days) {
    lobby.run(kSaveChoice, account, room, word_of_kind(kind).word, days);
}

bool mark_reminded(store::Transaction& lobby, module::AccountId account, const std::string& task, base::Date due,
                   base::Date today) {
    return lobby.run(kMark, account, task, due, today) > 0;
}
std::vector<SentMark> load_marks(store::Reader& lobby, module::AccountId account, const std::string& task) {
    return lobby.all(
        kMarksOf,
        [](const Row& row) {
            return SentMark{row.date(0), row.date(1)};
        },
        account, task);
}
std::int64_t delete_marks_before(store::Transaction& lobby, base::Date due) {
    return lobby.run(kDropMarks, due);
}

std::string choices_json(store::Reader& lobby, module::AccountId account) {
    nlohmann::json all = nlohmann::json::array();
    lobby.each(kChoicesOfAccount, {store::to_value(account)}, [&](const Row& row) {
        const auto days = days_of(row, 2);
        all.push_back({{"room", row.text(0)},
                       {"kind", row.text(1)},
                       {"days", days ? nlohmann::json(*days) : nlohmann::json(nullptr)}});
    });
    return all.dump();
}
std::int64_t delete_reminders_of(store::Transaction& lobby, module::AccountId account) {
    return lobby.run(kDropChoicesOf, account) + lobby.run(kDropMarksOf, account);
}

}  // namespace samrum::app
