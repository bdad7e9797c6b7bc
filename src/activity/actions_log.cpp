#include "activity/actions_log.hpp"

#include "activity/actions_names.hpp"
#include "activity/actions_permission.hpp"
#include "activity/repository_entry.hpp"
#include "activity/rules_entry.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::activity {
namespace {

/// Whoever writes the log of a room holds it: the sums of the days are made anew under it.
constexpr std::string_view kLogLock = "activity";
constexpr int kLookedAt = 40;  ///< sessions, for the usual ones
constexpr std::size_t kOffered = 4;

base::Problem gone() {
    return base::problem("", "activity.problem.gone");
}

/// What could not be read, and what else is wrong: of a field that was not read the rules know nothing.
base::Problems all_wrong(const base::Problems& unread, base::Problems judged) {
    std::erase_if(judged, [&](const base::Problem& one) {
        return std::any_of(unread.begin(), unread.end(),
                           [&](const base::Problem& other) { return other.field == one.field; });
    });
    judged.insert(judged.begin(), unread.begin(), unread.end());
    return judged;
}

/// Is the same occasion in the log already, beside the line `own`?
bool is_logged_already(store::Reader& room, const Facts& facts, EntryId own) {
    const auto same_day = entry_rows_between(room, facts.day, facts.day);
    return std::any_of(same_day.begin(), same_day.end(),
                       [&](const Entry& other) { return other.id != own && may_be_same(facts, other.facts); });
}

bool may_mend(const module::Caller& caller, const Entry& entry, base::Date today) {
    return may(caller, kManage) || (may(caller, kLog) && is_fresh(entry, today));
}

/// The line, if the caller may mend it and nobody corrected it since `revision`.
base::Result<Entry> entry_to_mend(store::Reader& room, const module::Caller& caller, base::Date today, EntryId id,
                                  std::int64_t revision) {
    auto entry = find_entry_row(room, id);
    if (!entry) return gone();
    if (!may_mend(caller, *entry, today)) return module::refusal();
    if (entry->revision != revision) return base::problem("", "activity.problem.changed_meanwhile");
    return *entry;
}

}  // namespace

std::string counts_json(const Facts& facts) {
    std::string json = fmt::format(R"({{"kind":"{}","day":"{}")", code_of(facts.kind), facts.day.iso());
    const auto number = [&](std::string_view name, const std::optional<int>& value) {
        if (value) json += fmt::format(R"(,"{}":{})", name, *value);
    };
    if (facts.start) json += fmt::format(R"(,"start":"{}")", facts.start->iso());
    if (facts.place) json += fmt::format(R"(,"place":"{}")", facts.place->text());
    if (facts.activity) json += fmt::format(R"(,"activity":"{}")", facts.activity->text());
    number("participants", facts.participants);
    number("women", facts.women);
    number("volunteers", facts.volunteers);
    number("volunteer_minutes", facts.volunteer_minutes);
    number("count", facts.count);
    if (facts.reason) json += fmt::format(R"(,"reason":"{}")", code_of(*facts.reason));
    if (facts.cancelled) json += R"(,"cancelled":true)";
    return json + "}";
}

base::Result<EntryId> log_entry(store::Session& room, const module::Caller& caller, base::Date today,
                                const Draft& draft, bool even_if_same, const base::Problems& unread) {
    if (!may(caller, kLog)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<EntryId> {
        tx.lock(kLogLock);
        const RoomNames names = RoomNames::load(tx, today);
        auto facts = read_facts(draft, names.lookup(), today);
        if (!facts || !unread.empty()) return all_wrong(unread, facts.problems());
        const Entry entry{EntryId::random(), 1, today, *facts};
        if (!even_if_same && is_logged_already(tx, entry.facts, entry.id))
            return base::problem("even_if_same", "activity.problem.logged_already");
        insert_entry(tx, entry, text::folded(entry.facts.title), std::nullopt);
        tx.journal(caller.actor(), {"activity.logged", entry.id.text(), counts_json(entry.facts)});
        return entry.id;
    });
}

base::Result<base::Done> correct_entry(store::Session& room, const module::Caller& caller, base::Date today, EntryId id,
                                       std::int64_t revision, const Draft& draft) {
    if (!may(caller, kLog)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kLogLock);
        auto entry = entry_to_mend(tx, caller, today, id, revision);
        if (!entry) return entry.problems();
        const RoomNames names = RoomNames::load(tx, today);
        auto facts = read_facts(draft, names.lookup(), today);
        if (!facts) return facts.problems();
        if (!update_entry(tx, *entry, *facts, text::folded(facts->title))) return gone();
        tx.journal(caller.actor(),
                   {"activity.corrected", id.text(),
                    fmt::format(R"({{"before":{},"after":{}}})", counts_json(entry->facts), counts_json(*facts))});
        return base::Done{};
    });
}

base::Result<base::Done> remove_entry(store::Session& room, const module::Caller& caller, base::Date today, EntryId id,
                                      std::int64_t revision) {
    if (!may(caller, kLog)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock(kLogLock);
        const auto entry = entry_to_mend(tx, caller, today, id, revision);
        if (!entry) return entry.problems();
        if (!delete_entry(tx, *entry)) return gone();
        tx.journal(caller.actor(), {"activity.removed", id.text(), counts_json(entry->facts)});
        return base::Done{};
    });
}

base::Result<SeenEntry> see_entry(store::Session& room, const module::Caller& caller, base::Date today, EntryId id) {
    if (!may(caller, kRead)) return module::refusal();
    const auto entry = find_entry_row(room, id);
    if (!entry) return gone();
    return SeenEntry{*entry, may_mend(caller, *entry, today)};
}

base::Result<Draft> suggested_draft(store::Session& room, const module::Caller& caller, base::Date today,
                                    std::optional<EntryId> like) {
    if (!may(caller, kLog)) return module::refusal();
    Draft draft;
    draft.kind = code_of(Kind::session);
    draft.day = today.iso();
    std::optional<Entry> model = like ? find_entry_row(room, *like) : std::nullopt;
    if (!model)
        for (Entry& last : latest_session_rows(room, 1)) model = std::move(last);
    if (model) {
        const Draft last = draft_of(model->facts);
        draft.place = last.place;
        draft.activity = last.activity;
        draft.start = last.start;
        draft.volunteers = last.volunteers;
        draft.hours = last.hours;
        return draft;
    }
    const RoomNames names = RoomNames::load(room, today);
    if (names.places().size() == 1) draft.place = names.places().front().id.text();
    if (names.activities().size() == 1) draft.activity = names.activities().front().id.text();
    return draft;
}

base::Result<std::vector<Entry>> usual_sessions(store::Session& room, const module::Caller& caller) {
    if (!may(caller, kLog)) return module::refusal();
    std::vector<Entry> usual;
    for (Entry& last : latest_session_rows(room, kLookedAt)) {
        const bool met = std::any_of(usual.begin(), usual.end(), [&](const Entry& one) {
            return one.facts.place == last.facts.place && one.facts.activity == last.facts.activity;
        });
        if (!met && usual.size() < kOffered) usual.push_back(std::move(last));
    }
    return usual;
}

}  // namespace samrum::activity
