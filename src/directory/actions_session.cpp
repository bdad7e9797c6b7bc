#include "directory/actions_session.hpp"

#include "directory/repository_grant.hpp"
#include "directory/repository_merge.hpp"
#include "directory/repository_session.hpp"
#include "directory/rules_session.hpp"
#include "directory/rules_token.hpp"

namespace samrum::directory {

std::optional<SignedIn> find_session(store::Session& lobby, std::string_view token, base::Instant now) {
    if (token.empty() || token.size() > 100) return std::nullopt;
    const auto row = load_session(lobby, token_hash(token));
    if (!row || row->session.stage != Stage::full || !is_alive(row->session, now)) return std::nullopt;
    if (now >= row->session.last_seen.plus(kSeenEvery))
        lobby.transaction([&](store::Transaction& tx) { touch_session(tx, row->session.id, now); });
    return SignedIn{.session = row->session.id,
                    .account = row->session.account,
                    .function = row->function,
                    .language = row->language,
                    .fresh_by_link = is_fresh_by_link(row->session, now)};
}

module::Caller caller_for(store::Reader& lobby, const std::optional<SignedIn>& who, const module::RoomHead* room,
                          base::Date today) {
    module::Caller caller;
    if (room) caller.room_organisation = room->organisation;
    if (!who) return caller;
    caller.account = who->account;
    caller.label = who->function;
    for (const RoomGrant& grant : load_grants_of(lobby, who->account, room ? std::optional(room->id) : std::nullopt)) {
        if (!grant.period.contains(today)) continue;
        if (room && grant.room && caller.grants.empty()) caller.label = grant.function;
        caller.grants.push_back({grant.account, room ? room->id : store::RoomId{}, grant.role,
                                 grant.organisation.value_or(OrganisationId{}), grant.period});
        if (!room || !grant.organisation || *grant.organisation == room->organisation) continue;
        // What the room's records still say under the id of a merged entry belongs to the same organisation.
        for (const auto& merged : load_merged_into(lobby, *grant.organisation, room->id))
            caller.grants.push_back({grant.account, room->id, grant.role, merged, grant.period});
    }
    return caller;
}

}  // namespace samrum::directory
