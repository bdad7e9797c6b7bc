#include "directory/repository_organisation.hpp"

namespace samrum::directory {
namespace {

using store::Scope;
using store::Statement;

#define ORGANISATION_COLUMNS "id, type, name, number, website, kept_by, synthetic from organisation"
#define LINK_COLUMNS "id, organisation, type, other, first_day, last_day from organisation_link"

const Statement kById{Scope::lobby, "select " ORGANISATION_COLUMNS " where id = $1"};
const Statement kByNumber{Scope::lobby, "select " ORGANISATION_COLUMNS " where number = $1"};
const Statement kByName{Scope::lobby, "select " ORGANISATION_COLUMNS " where folded = $1 order by id"};
const Statement kAll{Scope::lobby, "select " ORGANISATION_COLUMNS " order by sort_key, id"};
const Statement kSave{Scope::lobby,
                      "insert into organisation (id, type, name, folded, sort_key, number, website, kept_by, synthetic)"
                      " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Statement kUpdate{Scope::lobby,
                        "update organisation set type = $2, name = $3, folded = $4, sort_key = $5, number = $6,"
                        " website = $7 where id = $1"};
const Statement kSetKeeper{Scope::lobby, "update organisation set kept_by = $2 where id = $1"};
const Statement kLinks{Scope::lobby,
                       "select " LINK_COLUMNS " where organisation = $1 or other = $1 order by first_day, id"};
const Statement kLink{Scope::lobby, "select " LINK_COLUMNS " where id = $1"};
const Statement kSaveLink{Scope::lobby,
                          "insert into organisation_link (id, organisation, type, other, first_day, last_day)"
                          " values ($1, $2, $3, $4, $5, $6)"};
const Statement kEndLink{Scope::lobby, "update organisation_link set last_day = $2 where id = $1"};

#undef ORGANISATION_COLUMNS
#undef LINK_COLUMNS

Organisation organisation_of(const store::Row& row) {
    const auto type = type_named(row.view(1));
    base::ensure(type.has_value(), "a stored organisation has a type that exists");
    Organisation one{.id = row.id<OrganisationId>(0), .type = *type, .name = row.text(2)};
    if (!row.is_null(3)) one.number = base::OrganisationNumber::parse(row.view(3)).value();
    one.website = row.maybe(4, &store::Row::text);
    one.kept_by = row.maybe_id<store::RoomId>(5);
    one.synthetic = row.flag(6);
    return one;
}

OrganisationLink link_of(const store::Row& row) {
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

std::optional<Organisation> load_organisation(store::Reader& lobby, OrganisationId id) {
    return lobby.one(kById, organisation_of, id);
}

std::optional<Organisation> load_organisation(store::Reader& lobby, const base::OrganisationNumber& number) {
    return lobby.one(kByNumber, organisation_of, number.text());
}

std::vector<Organisation> load_organisations_named(store::Reader& lobby, std::string_view folded) {
    return lobby.all(kByName, organisation_of, folded);
}

std::vector<Organisation> load_organisations(store::Reader& lobby) { return lobby.all(kAll, organisation_of); }

void save_organisation(store::Transaction& lobby, const Organisation& one, const NameKeys& keys) {
    lobby.run(kSave, one.id, type_name(one.type), one.name, keys.folded, keys.sort_key, number_text(one), one.website,
              one.kept_by, one.synthetic);
}

void update_organisation(store::Transaction& lobby, const Organisation& one, const NameKeys& keys) {
    lobby.run(kUpdate, one.id, type_name(one.type), one.name, keys.folded, keys.sort_key, number_text(one), one.website);
}

void set_keeper(store::Transaction& lobby, OrganisationId id, store::RoomId room) { lobby.run(kSetKeeper, id, room); }

std::vector<OrganisationLink> load_links(store::Reader& lobby, OrganisationId id) {
    return lobby.all(kLinks, link_of, id);
}

std::optional<OrganisationLink> load_link(store::Reader& lobby, OrganisationLinkId id) {
    return lobby.one(kLink, link_of, id);
}

void save_link(store::Transaction& lobby, const OrganisationLink& link) {
    lobby.run(kSaveLink, link.id, link.organisation, link_name(link.type), link.other, link.period.first(),
              link.period.last());
}

void end_link(store::Transaction& lobby, OrganisationLinkId id, base::Date last) { lobby.run(kEndLink, id, last); }

}  // namespace samrum::directory
