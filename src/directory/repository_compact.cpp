#include "directory/repository_compact.hpp"

#include <algorithm>

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

#define COMPACT_COLUMNS "id, level, title, adopted_by, adopted_on, paragraph, website from compact"
#define ACCESSION_COLUMNS                                                                                  \
    "id, compact, organisation, name, decided_on, statement, minutes, submitted_on, submitted_by, state, " \
    "answered_on, reason, left_on from compact_accession"

const Statement kCompactAll{Scope::room, "select " COMPACT_COLUMNS " order by adopted_on desc, id"};
const Statement kCompactOne{Scope::room, "select " COMPACT_COLUMNS " where id = $1"};
const Statement kCompactCount{Scope::room, "select count(*) from compact"};
const Statement kCompactParties{Scope::room, "select name from compact_party where compact = $1 order by position"};
const Statement kCompactPrinciples{
    Scope::room, "select title, description from compact_principle where compact = $1 order by position"};
const Statement kCompactSave{Scope::room,
                             "insert into compact (id, level, title, adopted_by, adopted_on, paragraph, website)"
                             " values ($1, $2, $3, $4, $5, $6, $7)"};
const Statement kCompactUpdate{Scope::room,
                               "update compact set level = $2, title = $3, adopted_by = $4, adopted_on = $5,"
                               " paragraph = $6, website = $7 where id = $1"};
const Statement kCompactClearParties{Scope::room, "delete from compact_party where compact = $1"};
const Statement kCompactClearPrinciples{Scope::room, "delete from compact_principle where compact = $1"};
const Statement kCompactSaveParty{Scope::room,
                                  "insert into compact_party (compact, position, name) values ($1, $2, $3)"};
const Statement kCompactSavePrinciple{
    Scope::room, "insert into compact_principle (compact, position, title, description) values ($1, $2, $3, $4)"};
const Statement kAccessionAll{Scope::room,
                              "select " ACCESSION_COLUMNS " where compact = $1 order by sort_key, submitted_on, id"};
const Statement kAccessionWaiting{Scope::room,
                                  "select " ACCESSION_COLUMNS " where state = $1 order by submitted_on, id"};
const Statement kAccessionOne{Scope::room, "select " ACCESSION_COLUMNS " where id = $1"};
const Statement kAccessionSave{
    Scope::room,
    "insert into compact_accession (id, compact, organisation, name, sort_key, decided_on, statement, minutes,"
    " submitted_on, submitted_by, state, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};
const Statement kAccessionUpdate{Scope::room,
                                 "update compact_accession set state = $2, answered_on = $3, reason = $4, left_on = $5"
                                 " where id = $1"};

#undef COMPACT_COLUMNS
#undef ACCESSION_COLUMNS

Compact compact_row(const store::Row& row) {
    return {.id = row.id<CompactId>(0),
            .level = level_named(row.view(1)).value(),
            .title = row.text(2),
            .parties = {},
            .adopted_by = row.text(3),
            .adopted_on = row.date(4),
            .paragraph = row.text(5),
            .website = row.maybe(6, &store::Row::text),
            .principles = {}};
}

Accession accession_row(const store::Row& row) {
    return {.id = row.id<AccessionId>(0),
            .compact = row.id<CompactId>(1),
            .organisation = row.id<OrganisationId>(2),
            .name = row.text(3),
            .decided_on = row.date(4),
            .statement = row.text(5),
            .minutes = row.id<base::Uuid>(6),
            .submitted_on = row.date(7),
            .submitted_by = row.text(8),
            .state = accession_state_named(row.view(9)).value(),
            .answered_on = row.maybe(10, &store::Row::date),
            .reason = row.text(11),
            .left_on = row.maybe(12, &store::Row::date)};
}

void load_lists(store::Reader& room, Compact& compact) {
    compact.parties = room.all(
        kCompactParties, [](const store::Row& row) { return row.text(0); }, compact.id);
    compact.principles = room.all(
        kCompactPrinciples,
        [](const store::Row& row) {
            return Principle{row.text(0), row.text(1)};
        },
        compact.id);
}

void save_lists(store::Transaction& room, const Compact& compact) {
    std::int64_t position = 0;
    for (const std::string& party : compact.parties) room.run(kCompactSaveParty, compact.id, position++, party);
    position = 0;
    for (const Principle& one : compact.principles)
        room.run(kCompactSavePrinciple, compact.id, position++, one.title, one.text);
}

}  // namespace

std::vector<Compact> load_compacts(store::Reader& room) {
    auto all = room.all(kCompactAll, compact_row);
    for (Compact& one : all) load_lists(room, one);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.level < b.level; });
    return all;
}

std::optional<Compact> load_compact(store::Reader& room, CompactId id) {
    auto one = room.one(kCompactOne, compact_row, id);
    if (one) load_lists(room, *one);
    return one;
}

std::int64_t count_compacts(store::Reader& room) {
    return room.count(kCompactCount);
}

void save_compact(store::Transaction& room, const Compact& compact) {
    room.run(kCompactSave, compact.id, level_name(compact.level), compact.title, compact.adopted_by, compact.adopted_on,
             compact.paragraph, compact.website);
    save_lists(room, compact);
}

void update_compact(store::Transaction& room, const Compact& compact) {
    room.run(kCompactUpdate, compact.id, level_name(compact.level), compact.title, compact.adopted_by,
             compact.adopted_on, compact.paragraph, compact.website);
    room.run(kCompactClearParties, compact.id);
    room.run(kCompactClearPrinciples, compact.id);
    save_lists(room, compact);
}

std::vector<Accession> load_accessions(store::Reader& room, CompactId compact) {
    return room.all(kAccessionAll, accession_row, compact);
}

std::vector<Accession> load_waiting_accessions(store::Reader& room) {
    return room.all(kAccessionWaiting, accession_row, state_name(AccessionState::submitted));
}

std::optional<Accession> load_accession(store::Reader& room, AccessionId id) {
    return room.one(kAccessionOne, accession_row, id);
}

void save_accession(store::Transaction& room, const Accession& accession, const store::Bytes& sort_key) {
    room.run(kAccessionSave, accession.id, accession.compact, accession.organisation, accession.name, sort_key,
             accession.decided_on, accession.statement, accession.minutes, accession.submitted_on,
             accession.submitted_by, state_name(accession.state), accession.reason);
}

void update_accession(store::Transaction& room, const Accession& accession) {
    room.run(kAccessionUpdate, accession.id, state_name(accession.state), accession.answered_on, accession.reason,
             accession.left_on);
}

}  // namespace samrum::directory
