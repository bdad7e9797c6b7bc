#include "app/reminders.hpp"

#include "app/tasks.hpp"
#include "directory/actions_account.hpp"
#include "directory/actions_room.hpp"
#include "directory/actions_succession.hpp"
#include "foundation/base/number.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/store/secrets.hpp"

#include <algorithm>

namespace samrum::app {
namespace {

/// A duty that may be reminded of, with what the lobby knows it by.
struct Candidate {
    module::Duty duty;
    std::string mark;
    bool confidential = false;
};

std::string mark_of(const module::RoomHead& head, const module::Duty& duty) {
    return store::to_hex(store::blake2b(head.id.text() + " " + duty.uid));
}

std::vector<Candidate> candidates(const module::House& house, store::Reader& room, const module::RoomHead& head,
                                  base::Date today) {
    const Doors doors(house);
    std::vector<Candidate> all;
    for (module::Duty& duty : duties_in(house, room, today)) {
        if (!is_reminder_due(duty.due, today, *std::ranges::max_element(kLeadChoices))) continue;
        const auto permission = doors.permission_of(duty.link);
        // What lies behind no page that we know of is told as little as what is confidential.
        const bool confidential = !permission || (*permission && (*permission)->guard == module::Guard::confidential);
        std::string mark = mark_of(head, duty);
        all.push_back({std::move(duty), std::move(mark), confidential});
    }
    return all;
}

std::string letter_text(const module::House& house, const module::RoomHead& head, const text::Words& words,
                        base::Date today, const std::vector<const Candidate*>& told) {
    const std::string room = house.public_address + "/" + head.short_name;
    std::string lines;
    std::int64_t confidential = 0;
    for (const Candidate* one : told) {
        if (one->confidential) {
            ++confidential;
            continue;
        }
        lines += words(one->duty.due < today ? "reminders.letter.late" : "reminders.letter.line",
                       {{"day", words.date(one->duty.due)}, {"what", said(words, one->duty)}});
        lines += "\n  " + room + one->duty.link + "\n";
    }
    if (confidential > 0) lines += words("reminders.letter.confidential", {{"count", confidential}}) + "\n";
    return words(
        "reminders.letter.text",
        {{"room", head.name}, {"lines", lines}, {"tasks", room + "/tasks"}, {"settings", room + "/tasks/reminders"}});
}

/// Marks what a person is told of and queues the letter, both or neither. What somebody else marked meanwhile is left
/// out.
bool remind(const module::House& house, store::Session& lobby, const module::RoomHead& head,
            const directory::Account& account, const std::vector<const Candidate*>& wanted, base::Date today) {
    const text::Words& words = house.catalogues->words(account.language);
    return lobby.transaction([&](store::Transaction& tx) {
        std::vector<const Candidate*> told;
        for (const Candidate* one : wanted)
            if (mark_reminded(tx, account.id, one->mark, one->duty.due, today)) told.push_back(one);
        if (told.empty()) return false;
        jobs::queue_mail(tx, {account.email,
                              words("reminders.letter.subject",
                                    {{"count", static_cast<std::int64_t>(told.size())}, {"room", head.name}}),
                              letter_text(house, head, words, today, told)});
        return true;
    });
}

}  // namespace

std::optional<int> lead_of(const ReminderChoices& choices, TaskKind kind) {
    const auto chosen = choices.find(kind);
    return chosen == choices.end() ? std::optional(word_of_kind(kind).lead_days) : chosen->second;
}

int remind_room(const module::House& house, store::Session& room, const module::RoomHead& head) {
    const base::Date today = house.clocks.today();
    const auto all = candidates(house, room, head, today);
    if (all.empty()) return 0;
    const auto lobby = house.store->lobby();
    int letters = 0;
    for (const module::Caller& caller : directory::callers_on(*lobby, head, today)) {
        const auto choices = load_choices(*lobby, *caller.account, head.id);
        std::vector<const Candidate*> wanted;
        for (const Candidate& one : all)
            if (concerns(caller, one.duty) &&
                is_reminder_due(one.duty.due, today, lead_of(choices, kind_of(one.duty.what))) &&
                !was_told(load_marks(*lobby, *caller.account, one.mark), one.duty.due, today))
                wanted.push_back(&one);
        if (wanted.empty()) continue;
        const auto account = directory::find_account(*lobby, *caller.account);
        if (account && remind(house, *lobby, head, *account, wanted, today)) ++letters;
    }
    return letters;
}

void send_reminders(module::JobCall& call) {
    const auto head = directory::find_room(*call.work.store().lobby(), call.work.place().value());
    if (head) remind_room(call.house, *call.work.open(), *head);
}

base::Result<base::Done> choose_reminders(store::Session& lobby, const module::RoomHead& room,
                                          const module::Caller& caller,
                                          const std::vector<std::pair<std::string, std::string>>& typed) {
    if (!caller.account || caller.grants.empty()) return module::refusal();
    base::ProblemList problems;
    ReminderChoices choices;
    for (const auto& [word, value] : typed) {
        const auto kind = task_kind_named(word);
        const auto days = base::whole_number(value);
        const bool known = value == "off" || (days && std::ranges::find(kLeadChoices, *days) != std::end(kLeadChoices));
        if (!kind || !known)
            problems.add(base::problem(word, "reminders.unknown"));
        else
            choices[*kind] = value == "off" ? std::nullopt : std::optional(static_cast<int>(*days));
    }
    if (!problems.empty()) return problems.all();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        for (const auto& [kind, days] : choices) save_choice(tx, *caller.account, room.id, kind, days);
        tx.journal(caller.actor(), {"reminders.chosen", caller.account->text(), "{}"});
        return base::Done{};
    });
}

std::int64_t remove_old_marks(store::Transaction& lobby, base::Date today) {
    return delete_marks_before(lobby, today.plus_days(-kMarkKeptDays));
}
std::string extract_reminders(store::Reader& lobby, const base::Uuid& account) {
    return choices_json(lobby, module::AccountId{account});
}
std::int64_t erase_reminders(store::Transaction& lobby, const base::Uuid& account) {
    return delete_reminders_of(lobby, module::AccountId{account});
}

}  // namespace samrum::app
