#include "app/task_rules.hpp"

#include <algorithm>
#include <utility>

namespace samrum::app {
namespace {

/// Which kind the keys of duties are of: the longest beginning that fits wins.
struct KindOfKey {
    std::string_view begins;
    TaskKind kind;
};
constexpr KindOfKey kKindsOfKey[] = {
    {"report.duty.", TaskKind::report},
    {"papers.duty.account", TaskKind::report},
    {"papers.duty.", TaskKind::change},
    {"money.duty.", TaskKind::money},
    {"partnership.steering.duty.", TaskKind::meeting},
    {"partnership.steering.duty.action", TaskKind::action},
    {"partnership.changes.duty", TaskKind::change},
    {"partnership.drafting.", TaskKind::change},
    {"activity.", TaskKind::work},
    {"advice.", TaskKind::work},
    {"friends.", TaskKind::work},
};
/// Of duties that say several things, by an argument of theirs.
constexpr KindOfKey kWords[] = {
    {"report", TaskKind::report},    {"year_end_account", TaskKind::report},
    {"instalment", TaskKind::money}, {"follow_up", TaskKind::meeting},
    {"meeting", TaskKind::meeting},  {"notice", TaskKind::end},
    {"renewal", TaskKind::end},      {"review", TaskKind::end},
    {"prepare", TaskKind::end},      {"wind_up", TaskKind::end},
};

std::string_view text_argument(const base::Message& what, std::string_view name) {
    for (const auto& [key, value] : what.args)
        if (key == name)
            if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return {};
}

constexpr std::pair<Urgency, std::string_view> kUrgencies[] = {
    {Urgency::late, "late"}, {Urgency::soon, "soon"}, {Urgency::later, "later"}};

}  // namespace

const TaskKindWord& word_of_kind(TaskKind kind) {
    return *std::ranges::find(kTaskKinds, kind, &TaskKindWord::kind);
}
std::optional<TaskKind> task_kind_named(std::string_view word) {
    const auto found = std::ranges::find(kTaskKinds, word, &TaskKindWord::word);
    return found == std::end(kTaskKinds) ? std::nullopt : std::optional(found->kind);
}

TaskKind kind_of(const base::Message& what) {
    if (what.key == "partnership.duty" || what.key == "partnership.changes.duty") {
        const std::string_view word = text_argument(what, what.key == "partnership.duty" ? "kind" : "step");
        const auto found = std::ranges::find(kWords, word, &KindOfKey::begins);
        if (found != std::end(kWords)) return found->kind;
    }
    const KindOfKey* best = nullptr;
    for (const KindOfKey& one : kKindsOfKey)
        if (what.key.starts_with(one.begins) && (best == nullptr || one.begins.size() > best->begins.size()))
            best = &one;
    return best == nullptr ? TaskKind::other : best->kind;
}

std::string_view urgency_word(Urgency urgency) {
    return std::ranges::find(kUrgencies, urgency, &std::pair<Urgency, std::string_view>::first)->second;
}
std::optional<Urgency> urgency_named(std::string_view word) {
    for (const auto& [urgency, name] : kUrgencies)
        if (name == word) return urgency;
    return std::nullopt;
}
Urgency urgency_of(base::Date due, base::Date today) {
    if (due < today) return Urgency::late;
    return due <= today.plus_days(kSoonDays) ? Urgency::soon : Urgency::later;
}

bool fits(const Task& task, const TaskFilter& filter, base::Date today, std::string (*fold)(std::string_view)) {
    if (filter.mine && !task.mine) return false;
    if (filter.when && urgency_of(task.duty.due, today) != *filter.when) return false;
    if (filter.kind && task.kind != *filter.kind) return false;
    if (filter.agreement && task.duty.agreement != filter.agreement) return false;
    const std::string wanted = fold(filter.search);
    const std::string text = fold(task.said + " " + task.agreement + " " + task.whose);
    for (std::size_t from = 0; from < wanted.size();) {
        const std::size_t end = std::min(wanted.find(' ', from), wanted.size());
        if (text.find(wanted.substr(from, end - from)) == std::string::npos) return false;
        from = end + 1;
    }
    return true;
}

void sort_tasks(std::vector<Task>& tasks, std::string_view column, bool descending,
                std::string (*key)(std::string_view)) {
    std::ranges::stable_sort(tasks, {}, [](const Task& one) { return one.duty.due; });
    if (column == "what" || column == "agreement") {
        std::vector<std::pair<std::string, std::size_t>> order;
        order.reserve(tasks.size());
        for (std::size_t at = 0; at < tasks.size(); ++at)
            order.emplace_back(key(column == "what" ? tasks[at].said : tasks[at].agreement), at);
        std::ranges::stable_sort(order, {}, &std::pair<std::string, std::size_t>::first);
        std::vector<Task> sorted;
        sorted.reserve(tasks.size());
        for (const auto& [text, at] : order) sorted.push_back(std::move(tasks[at]));
        tasks = std::move(sorted);
    }
    if (descending) std::ranges::reverse(tasks);
}

bool was_told(const std::vector<SentMark>& marks, base::Date due, base::Date today) {
    return std::ranges::any_of(marks, [&](const SentMark& one) {
        return one.due == due || one.due.days_until(due) == one.sent_on.days_until(today);
    });
}

bool is_reminder_due(base::Date due, base::Date today, std::optional<int> lead) {
    return lead && today >= due.plus_days(-*lead) && today <= due.plus_days(kRemindDaysAfter);
}

}  // namespace samrum::app
