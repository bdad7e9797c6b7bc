#include "activity/repository_entry.hpp"

#include "activity/model_codes.hpp"
#include "activity/repository_day.hpp"
#include "activity/repository_row.hpp"

namespace samrum::activity {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kListedEntries = " from activity_entry where " + std::string(kSelected);
const std::string kPage = " limit $8 offset $9";

const std::string kListNewestText =
    "select " + kEntryColumns + kListedEntries + " order by day desc, coalesce(start, -1) desc, id" + kPage;
const std::string kListOldestText =
    "select " + kEntryColumns + kListedEntries + " order by day, coalesce(start, -1), id" + kPage;
const std::string kListMostText =
    "select " + kEntryColumns + kListedEntries + " order by coalesce(participants, -1) desc, day desc, id" + kPage;
const std::string kListLeastText =
    "select " + kEntryColumns + kListedEntries + " order by coalesce(participants, -1), day desc, id" + kPage;
const Statement kListNewest{Scope::room, kListNewestText};
const Statement kListOldest{Scope::room, kListOldestText};
const Statement kListMost{Scope::room, kListMostText};
const Statement kListLeast{Scope::room, kListLeastText};

const Statement kInsert{
    Scope::room,
    "insert into activity_entry (id, kind, day, start, place, activity, participants, women, volunteers, "
    "minutes, cancelled, title, title_folded, amount, reason, row_key, logged_on, revision) values "
    "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1)"};
const Statement kUpdate{Scope::room,
                        "update activity_entry set kind = $3, day = $4, start = $5, place = $6, activity = $7, "
                        "participants = $8, women = $9, volunteers = $10, minutes = $11, cancelled = $12, title = $13, "
                        "title_folded = $14, amount = $15, reason = $16, revision = revision + 1 "
                        "where id = $1 and revision = $2"};
const Statement kDelete{Scope::room, "delete from activity_entry where id = $1 and revision = $2"};

const std::string kFindText = "select " + kEntryColumns + " from activity_entry where id = $1";
const Statement kFind{Scope::room, kFindText};
const std::string kBetweenText = "select " + kEntryColumns + " from activity_entry where day >= $1 and day <= $2";
const Statement kBetween{Scope::room, kBetweenText};
const std::string kLatestText =
    "select " + kEntryColumns +
    " from activity_entry where kind = 'session' and not cancelled order by day desc, id limit $1";
const Statement kLatest{Scope::room, kLatestText};
const Statement kRowKey{Scope::room, "select count(*) from activity_entry where row_key = $1"};
const Statement kLoggedDays{
    Scope::room, "select distinct activity, day from activity_entry where kind = 'session' and day >= $1 order by day"};

std::optional<std::int64_t> minutes_of(const std::optional<base::ClockTime>& start) {
    return start ? std::optional<std::int64_t>(start->minutes) : std::nullopt;
}
std::optional<std::string_view> code_of_reason(const Facts& facts) {
    return facts.reason ? std::optional(code_of(*facts.reason)) : std::nullopt;
}

const Statement& list_statement(Sort sort) {
    switch (sort) {
        case Sort::newest:
            return kListNewest;
        case Sort::oldest:
            return kListOldest;
        case Sort::most_visited:
            return kListMost;
        case Sort::least_visited:
            return kListLeast;
    }
    return kListNewest;
}

}  // namespace

void insert_entry(store::Transaction& tx, const Entry& entry, std::string_view title_folded,
                  const std::optional<std::string>& row_key) {
    const Facts& f = entry.facts;
    tx.run(kInsert, entry.id, code_of(f.kind), f.day, minutes_of(f.start), f.place, f.activity, f.participants, f.women,
           f.volunteers, f.volunteer_minutes, f.cancelled, f.title, title_folded, f.count, code_of_reason(f), row_key,
           entry.logged_on);
    refresh_day(tx, f);
}

bool update_entry(store::Transaction& tx, const Entry& before, const Facts& facts, std::string_view title_folded) {
    const bool updated =
        tx.run(kUpdate, before.id, before.revision, code_of(facts.kind), facts.day, minutes_of(facts.start),
               facts.place, facts.activity, facts.participants, facts.women, facts.volunteers, facts.volunteer_minutes,
               facts.cancelled, facts.title, title_folded, facts.count, code_of_reason(facts)) == 1;
    refresh_day(tx, before.facts);
    refresh_day(tx, facts);
    return updated;
}

bool delete_entry(store::Transaction& tx, const Entry& entry) {
    const bool deleted = tx.run(kDelete, entry.id, entry.revision) == 1;
    refresh_day(tx, entry.facts);
    return deleted;
}

std::optional<Entry> find_entry_row(store::Reader& room, EntryId id) {
    return room.one(kFind, entry_of, id);
}

std::vector<Entry> list_entry_rows(store::Reader& room, const Filter& filter, std::int64_t limit, std::int64_t offset) {
    auto args = selection_arguments(filter);
    args.push_back(limit);
    args.push_back(offset);
    std::vector<Entry> entries;
    room.each(list_statement(filter.sort), args, [&](const Row& row) { entries.push_back(entry_of(row)); });
    return entries;
}

std::vector<Entry> entry_rows_between(store::Reader& room, base::Date first, base::Date last) {
    return room.all(kBetween, entry_of, first, last);
}
bool has_row_key(store::Reader& room, std::string_view row_key) {
    return room.count(kRowKey, row_key) > 0;
}
std::vector<Entry> latest_session_rows(store::Reader& room, int limit) {
    return room.all(kLatest, entry_of, limit);
}

std::vector<LoggedDay> logged_days(store::Reader& room, base::Date since) {
    return room.all(
        kLoggedDays,
        [](const Row& row) {
            return LoggedDay{row.id<ActivityId>(0), row.date(1)};
        },
        since);
}

}  // namespace samrum::activity
