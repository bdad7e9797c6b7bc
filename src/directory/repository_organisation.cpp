#include "directory/repository_organisation.hpp"

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

#define ORGANISATION_COLUMNS "id, type, name, number, website, kept_by, synthetic from organisation"
#define LINK_COLUMNS "id, organisation, type, other, first_day, last_day from organisation_link"

const Statement kOrganisationById{Scope::lobby, "select " ORGANISATION_COLUMNS " where id = $1"};
const Statement kOrganisationByNumber{Scope::lobby, "select " ORGANISATION_COLUMNS " where number = $1"};
const Statement kOrganisationByName{Scope::lobby, "select " ORGANISATION_COLUMNS " where folded = $1 order by id"};
const Statement kOrganisationAll{Scope::lobby,
                                 "select " ORGANISATION_COLUMNS " where merged_into is null order by sort_key, id"};
const Statement kOrganisationLeadsTo{Scope::lobby, "select merged_into from organisation where id = $1"};
const Statement kOrganisationSetLeadsTo{Scope::lobby,
                                        "update organisation set merged_into = $2, number = $3 where id = $1"};
const Statement kOrganisationMoveLink{Scope::lobby,
                                      "update organisation_link set organisation = $2, other = $3 where id = $1"};
const Statement kOrganisationRemoveLink{Scope::lobby, "delete from organisation_link where id = $1"};
const Statement kOrganisationSave{
    Scope::lobby,
    "insert into organisation (id, type, name, folded, sort_key, number, website, kept_by, synthetic)"
    " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Statement kOrganisationUpdate{
    Scope::lobby,
    "update organisation set type = $2, name = $3, folded = $4, sort_key = $5, number = $6,"
    " website = $7 where id = $1"};
const Statement kOrganisationSetKeeper{Scope::lobby, "update organisation set kept_by = $2 where id = $1"};
const Statement kOrganisationLinks{
    Scope::lobby, "select " LINK_COLUMNS " where organisation = $1 or other = $1 order by first_day, id"};
const Statement kOrganisationLink{Scope::lobby, "select " LINK_COLUMNS " where id = $1"};
const Statement kOrganisationSaveLink{
    Scope::lobby,
    "insert into organisation_link (id, organisation, type, other, first_day, last_day)"
    " values ($1, $2, $3, $4, $5, $6)"};
const Statement kOrganisationEndLink{Scope::lobby, "update organisation_link set last_day = $2 where id = $1"};

#undef ORGANISATION_COLUMNS
#undef LINK_COLUMNS

Organisation organisation_row(const store::Row& row) {
    const auto type = type_named(row.view(1));
    base::ensure(type.has_value(), "a stored organisation has a type that exists");
    Organisation one{.id = row.id<OrganisationId>(0), .type = *type, .name = row.text(2)};
    if (!row.is_null(3)) one.number = base::OrganisationNumber::parse(row.view(3)).value();
    one.website = row.maybe(4, &store::Row::text);
    one.kept_by = row.maybe_id<store::RoomId>(5);
    one.synthetic = row.flag(6);
    return one;
}

OrganisationLink stored_link(const store::Row& row) {
    const auto type = link_named(row.view(2));
    base::ensure(type.has_value(), "a stored link has a type that exists");
    return {.id = row.id<OrganisationLinkId>(0),
            .organisation = row.id<OrganisationId>(1),
            .type = *type,
            .other = row.id<OrganisationId>(3),
            .period = base::Period{row.date(4), row.maybe(5, &store::Row::date)}};
}

std::optional<std::string> number_text(const Organisation& one) {
    if (!one.number) return std::nullopt;
    return one.number->text();
}

}  // namespace

OrganisationId goes_on_as(store::Reader& lobby, OrganisationId id) {
    OrganisationId at = id;
    // Merges are made one at a time and never in a ring, so the way is short; the bound is for a broken table.
    for (int steps = 0; steps < 100; ++steps) {
        const auto next = lobby.one(
            kOrganisationLeadsTo, [](const store::Row& row) { return row.maybe_id<OrganisationId>(0); }, at);
        if (!next || !*next) return at;
        at = **next;
    }
    throw base::Fault("merged organisations lead in a ring");
}

std::optional<Organisation> load_entry(store::Reader& lobby, OrganisationId id) {
    return lobby.one(kOrganisationById, organisation_row, id);
}

std::optional<Organisation> load_organisation(store::Reader& lobby, OrganisationId id) {
    return load_entry(lobby, goes_on_as(lobby, id));
}

void lead_to(store::Transaction& lobby, OrganisationId gone, std::optional<OrganisationId> kept,
             const std::optional<base::OrganisationNumber>& number) {
    lobby.run(kOrganisationSetLeadsTo, gone, kept, number ? std::optional(number->text()) : std::nullopt);
}

void move_link(store::Transaction& lobby, const OrganisationLink& link) {
    lobby.run(kOrganisationMoveLink, link.id, link.organisation, link.other);
}

void remove_link(store::Transaction& lobby, OrganisationLinkId id) {
    lobby.run(kOrganisationRemoveLink, id);
}

std::optional<Organisation> load_organisation(store::Reader& lobby, const base::OrganisationNumber& number) {
    return lobby.one(kOrganisationByNumber, organisation_row, number.text());
}

std::vector<Organisation> load_organisations_named(store::Reader& lobby, std::string_view folded) {
    return lobby.all(kOrganisationByName, organisation_row, folded);
}

std::vector<Organisation> load_organisations(store::Reader& lobby) {
    return lobby.all(kOrganisationAll, organisation_row);
}

void save_organisation(store::Transaction& lobby, const Organisation& one, const NameKeys& keys) {
    lobby.run(kOrganisationSave, one.id, type_name(one.type), one.name, keys.folded, keys.sort_key, number_text(one),
              one.website, one.kept_by, one.synthetic);
}

void update_organisation(store::Transaction& lobby, const Organisation& one, const NameKeys& keys) {
    lobby.run(kOrganisationUpdate, one.id, type_name(one.type), one.name, keys.folded, keys.sort_key, number_text(one),
              one.website);
}

void set_keeper(store::Transaction& lobby, OrganisationId id, store::RoomId room) {
    lobby.run(kOrganisationSetKeeper, id, room);
}

std::vector<OrganisationLink> load_links(store::Reader& lobby, OrganisationId id) {
    return lobby.all(kOrganisationLinks, stored_link, id);
}

std::optional<OrganisationLink> load_link(store::Reader& lobby, OrganisationLinkId id) {
    return lobby.one(kOrganisationLink, stored_link, id);
}

void save_link(store::Transaction& lobby, const OrganisationLink& link) {
    lobby.run(kOrganisationSaveLink, link.id, link.organisation, link_name(link.type), link.other, link.period.first(),
              link.period.last());
}

void end_link(store::Transaction& lobby, OrganisationLinkId id, base::Date last) {
    lobby.run(kOrganisationEndLink, id, last);
}

}  // namespace samrum::directory
