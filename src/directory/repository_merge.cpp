#include "directory/repository_merge.hpp"

#include <nlohmann/json.hpp>

namespace samrum::directory {
namespace {

using nlohmann::json;
using store::Scope;
using store::Statement;

#define MERGE_COLUMNS "id, kept, gone, room, made_at, made_by, before, undone_on from organisation_merge"

const Statement kMergeOne{Scope::lobby, "select " MERGE_COLUMNS " where id = $1"};
const Statement kMergeAll{Scope::lobby, "select " MERGE_COLUMNS " order by turn desc"};
// Ids made within a millisecond come in no order, so the turn says which merge came first.
const Statement kMergeSave{Scope::lobby,
                           "insert into organisation_merge (id, turn, kept, gone, room, made_at, made_by, before)"
                           " values ($1, (select coalesce(max(turn), 0) + 1 from organisation_merge), $2, $3, $4, $5,"
                           " $6, $7)"};
const Statement kMergeUndone{Scope::lobby, "update organisation_merge set undone_on = $2 where id = $1"};
const Statement kMergeLater{Scope::lobby,
                            "select count(*) from organisation_merge where turn > (select turn from organisation_merge"
                            " where id = $1) and undone_on is null"
                            " and (kept = $2 or kept = $3 or gone = $2 or gone = $3)"};
const Statement kMergeInto{
    Scope::lobby,
    "select gone from organisation_merge where kept = $1 and undone_on is null and (room is null or room = $2)"
    " order by id"};

#undef MERGE_COLUMNS

json facts_json(const Organisation& one) {
    json facts{{"type", type_name(one.type)}, {"name", one.name}};
    if (one.number) facts["number"] = one.number->text();
    if (one.website) facts["website"] = *one.website;
    return facts;
}

Organisation facts_of(const json& facts, OrganisationId id) {
    Organisation one{
        .id = id, .type = type_named(facts.at("type").get<std::string>()).value(), .name = facts.at("name")};
    if (facts.contains("number"))
        one.number = base::OrganisationNumber::parse(facts["number"].get<std::string>()).value();
    if (facts.contains("website")) one.website = facts["website"].get<std::string>();
    return one;
}

json link_json(const MergedLink& one) {
    json link{{"id", one.link.id.text()},
              {"organisation", one.link.organisation.text()},
              {"type", link_name(one.link.type)},
              {"other", one.link.other.text()},
              {"first", one.link.period.first().iso()},
              {"removed", one.removed}};
    if (one.link.period.last()) link["last"] = one.link.period.last()->iso();
    return link;
}

template <class Id>
Id id_of(const json& text) {
    return Id::parse(text.get<std::string>()).value();
}
base::Date day_of(const json& text) {
    return base::Date::parse(text.get<std::string>()).value();
}

MergedLink link_of(const json& stored) {
    std::optional<base::Date> last;
    if (stored.contains("last")) last = day_of(stored["last"]);
    return {{.id = id_of<OrganisationLinkId>(stored.at("id")),
             .organisation = id_of<OrganisationId>(stored.at("organisation")),
             .type = link_named(stored.at("type").get<std::string>()).value(),
             .other = id_of<OrganisationId>(stored.at("other")),
             .period = base::Period{day_of(stored.at("first")), last}},
            stored.at("removed").get<bool>()};
}

std::string before_text(const Merge& merge) {
    json links = json::array();
    for (const MergedLink& one : merge.links) links.push_back(link_json(one));
    json grants = json::array();
    for (const GrantId& one : merge.grants) grants.push_back(one.text());
    return json{{"kept", facts_json(merge.kept_before)},
                {"after", facts_json(merge.kept_after)},
                {"gone", facts_json(merge.gone_before)},
                {"links", links},
                {"grants", grants}}
        .dump();
}

Merge merge_row(const store::Row& row) {
    Merge merge{.id = row.id<MergeId>(0),
                .kept = row.id<OrganisationId>(1),
                .gone = row.id<OrganisationId>(2),
                .room = row.maybe_id<store::RoomId>(3),
                .made_at = row.instant(4),
                .made_by = row.text(5),
                .kept_before = {},
                .kept_after = {},
                .gone_before = {},
                .undone_on = row.maybe(7, &store::Row::date)};
    const json before = json::parse(row.view(6));
    merge.kept_before = facts_of(before.at("kept"), merge.kept);
    merge.kept_after = facts_of(before.at("after"), merge.kept);
    merge.gone_before = facts_of(before.at("gone"), merge.gone);
    for (const json& one : before.at("links")) merge.links.push_back(link_of(one));
    for (const json& one : before.at("grants")) merge.grants.push_back(id_of<GrantId>(one));
    return merge;
}

}  // namespace

void save_merge(store::Transaction& lobby, const Merge& merge) {
    lobby.run(kMergeSave, merge.id, merge.kept, merge.gone, merge.room, merge.made_at, merge.made_by,
              before_text(merge));
}

void set_undone(store::Transaction& lobby, MergeId id, base::Date on) {
    lobby.run(kMergeUndone, id, on);
}

std::optional<Merge> load_merge(store::Reader& lobby, MergeId id) {
    return lobby.one(kMergeOne, merge_row, id);
}

std::vector<Merge> load_merges(store::Reader& lobby) {
    return lobby.all(kMergeAll, merge_row);
}

bool later_merge_stands(store::Reader& lobby, const Merge& merge) {
    return lobby.count(kMergeLater, merge.id, merge.kept, merge.gone) > 0;
}

std::vector<OrganisationId> load_merged_into(store::Reader& lobby, OrganisationId kept, store::RoomId room) {
    std::vector<OrganisationId> all;
    const auto add = [&](OrganisationId into) {
        const auto gone = lobby.all(
            kMergeInto, [](const store::Row& row) { return row.id<OrganisationId>(0); }, into, room);
        all.insert(all.end(), gone.begin(), gone.end());
    };
    add(kept);
    for (std::size_t i = 0; i < all.size() && i < 100; ++i) add(all[i]);
    return all;
}

}  // namespace samrum::directory
