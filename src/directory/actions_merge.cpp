#include "directory/actions_merge.hpp"

#include "directory/actions_names.hpp"
#include "directory/actions_organisation.hpp"
#include "directory/model_permissions.hpp"
#include "directory/repository_grant.hpp"
#include "directory/repository_merge.hpp"
#include "directory/repository_organisation.hpp"
#include "directory/repository_room.hpp"
#include "foundation/text/words.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::directory {
namespace {

/// Who merges: the people of a room, or operators.
struct Merger {
    store::Actor who;
    const module::RoomHead* room = nullptr;
    const module::Caller* caller = nullptr;

    bool keeps(store::Reader& lobby, const Organisation& one) const {
        return !room || may_keep(lobby, *caller, *room, one);
    }
};

bool merges_here(const module::RoomHead& room, const module::Caller& caller) {
    return caller.room_organisation == room.organisation &&
           module::may_for(caller, kKeepOrganisations, room.organisation);
}

MergeGround ground_of(store::Reader& lobby, const Merger& merger, const Organisation& kept, const Organisation& gone,
                      const std::vector<RoomGrant>& grants) {
    MergeGround ground{.gone_has_room = load_room_of(lobby, gone.id).has_value(),
                       .may_keep_gone = merger.keeps(lobby, gone),
                       .may_keep_kept = merger.keeps(lobby, kept)};
    // A room's people decide nothing about who enters other rooms.
    if (merger.room)
        ground.grants_elsewhere = std::count_if(grants.begin(), grants.end(),
                                                [&](const RoomGrant& one) { return one.room != merger.room->id; });
    return ground;
}

/// An entry that stands for itself: what is merged already is reached by its kept one.
std::optional<Organisation> standing_entry(store::Reader& lobby, OrganisationId id) {
    if (goes_on_as(lobby, id) != id) return std::nullopt;
    return load_entry(lobby, id);
}

void carry_out(store::Transaction& tx, const Merge& merge) {
    lead_to(tx, merge.gone, merge.kept, std::nullopt);
    update_organisation(tx, merge.kept_after, keys_of(merge.kept_after.name));
    for (const MergedLink& one : merge.links) {
        if (one.removed)
            remove_link(tx, one.link.id);
        else
            move_link(tx, moved_link(one.link, merge.gone, merge.kept));
    }
    for (const GrantId& one : merge.grants) move_grant(tx, one, merge.kept);
}

void take_back(store::Transaction& tx, const Merge& merge) {
    update_organisation(tx, merge.kept_before, keys_of(merge.kept_before.name));
    lead_to(tx, merge.gone, std::nullopt, merge.gone_before.number);
    for (const MergedLink& one : merge.links) {
        if (one.removed)
            save_link(tx, one.link);
        else
            move_link(tx, one.link);
    }
    for (const GrantId& one : merge.grants) {
        const auto grant = load_grant(tx, one);
        if (grant && grant->organisation == merge.kept) move_grant(tx, one, merge.gone);
    }
}

std::string detail_of(const Merge& merge) {
    return nlohmann::json{
        {"merge", merge.id.text()},      {"gone", merge.gone.text()},   {"gone_name", merge.gone_before.name},
        {"name", merge.kept_after.name}, {"links", merge.links.size()}, {"grants", merge.grants.size()}}
        .dump();
}

base::Result<MergeId> merge_now(store::Transaction& tx, const Merger& merger, OrganisationId kept_id,
                                OrganisationId gone_id, const MergeChoice& choice) {
    tx.lock("organisation");
    const auto kept = standing_entry(tx, kept_id);
    const auto gone = standing_entry(tx, gone_id);
    if (!kept || !gone) return base::problem("gone", "directory.organisation.unknown");
    const auto grants = load_grants_for(tx, gone->id);
    const auto after = judge_merge(*kept, *gone, choice, ground_of(tx, merger, *kept, *gone, grants));
    if (!after) return after.problems();
    auto links = judge_links(*after, gone->id, load_links(tx, kept->id), load_links(tx, gone->id),
                             [&](OrganisationId id) { return load_entry(tx, id).value(); });
    if (!links) return links.problems();
    Merge merge{.id = MergeId::ordered(),
                .kept = kept->id,
                .gone = gone->id,
                .room = merger.room ? std::optional(merger.room->id) : std::nullopt,
                .made_at = base::Instant::now(),
                .made_by = merger.who.label,
                .kept_before = *kept,
                .kept_after = *after,
                .gone_before = *gone,
                .links = std::move(links).value()};
    merge.grants.reserve(grants.size());
    for (const RoomGrant& one : grants) merge.grants.push_back(one.id);
    carry_out(tx, merge);
    save_merge(tx, merge);
    tx.journal(merger.who, {"organisation.merged", merge.kept.text(), detail_of(merge)});
    return merge.id;
}

base::Result<base::Done> undo_now(store::Transaction& tx, const store::Actor& who, base::Date today,
                                  const Merge& merge) {
    if (auto problems = judge_undo(merge, load_entry(tx, merge.kept).value(), later_merge_stands(tx, merge));
        !problems.empty())
        return problems;
    take_back(tx, merge);
    set_undone(tx, merge.id, today);
    tx.journal(who, {"organisation.merge_undone", merge.kept.text(), detail_of(merge)});
    return base::Done{};
}

std::string fold_name(std::string_view name) {
    return text::folded(name);
}

}  // namespace

std::vector<Candidate> list_all_candidates(store::Reader& lobby) {
    return find_candidates(load_organisations(lobby), fold_name);
}

std::vector<Candidate> list_candidates(store::Reader& lobby, const module::RoomHead& room,
                                       const module::Caller& caller) {
    auto all = list_all_candidates(lobby);
    std::erase_if(all, [&](const Candidate& one) {
        return !may_keep(lobby, caller, room, one.first) && !may_keep(lobby, caller, room, one.second);
    });
    return all;
}

OrganisationId kept_at_first(store::Reader& lobby, const module::RoomHead& room, const module::Caller& caller,
                             const Organisation& first, const Organisation& second) {
    const Merger merger{caller.actor(), &room, &caller};
    const auto may_go_on = [&](const Organisation& stays, const Organisation& goes) {
        return judge_merge(stays, goes, {}, ground_of(lobby, merger, stays, goes, load_grants_for(lobby, goes.id)))
            .problems()
            .empty();
    };
    return !may_go_on(first, second) && may_go_on(second, first) ? second.id : first.id;
}

base::Result<MergeId> merge_organisations(store::Session& lobby, const module::RoomHead& room,
                                          const module::Caller& caller, OrganisationId kept, OrganisationId gone,
                                          const MergeChoice& choice) {
    if (!merges_here(room, caller)) return module::refusal();
    return lobby.transaction([&](store::Transaction& tx) {
        return merge_now(tx, {caller.actor(), &room, &caller}, kept, gone, choice);
    });
}

base::Result<base::Done> undo_merge(store::Session& lobby, const module::RoomHead& room, const module::Caller& caller,
                                    base::Date today, MergeId id) {
    if (!merges_here(room, caller)) return module::refusal();
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("organisation");
        const auto merge = load_merge(tx, id);
        if (!merge || merge->room != room.id) return module::refusal();
        return undo_now(tx, caller.actor(), today, *merge);
    });
}

std::vector<Merge> list_merges(store::Reader& lobby, const module::RoomHead& room) {
    auto all = load_merges(lobby);
    std::erase_if(all, [&](const Merge& one) { return one.room != room.id; });
    return all;
}

base::Result<MergeId> merge_by_command(store::Session& lobby, const store::Actor& who, OrganisationId kept,
                                       OrganisationId gone, const MergeChoice& choice) {
    return lobby.transaction([&](store::Transaction& tx) {
        return merge_now(tx, {who, nullptr, nullptr}, kept, gone, choice);
    });
}

base::Result<base::Done> undo_merge_by_command(store::Session& lobby, const store::Actor& who, base::Date today,
                                               MergeId id) {
    return lobby.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("organisation");
        const auto merge = load_merge(tx, id);
        if (!merge) return base::problem("merge", "directory.merge.unknown");
        return undo_now(tx, who, today, *merge);
    });
}

}  // namespace samrum::directory
