#include "directory/actions_room.hpp"

#include "directory/repository_organisation.hpp"
#include "directory/repository_room.hpp"
#include "directory/rules_room.hpp"

namespace samrum::directory {
namespace {

/// What stands in the way of a room, looked up inside the transaction that makes it.
base::Problems judge(store::Reader& lobby, const NewRoom& input, const std::optional<Organisation>& organisation) {
    base::ProblemList problems;
    problems.take(judge_short_name(input.short_name), "short_name");
    if (load_room(lobby, input.short_name))
        problems.add(base::problem("short_name", "directory.room.short_name.taken", {{"name", input.short_name}}));
    if (!organisation)
        problems.add(base::problem("organisation", "directory.organisation.unknown"));
    else if (const auto other = load_room_of(lobby, input.organisation))
        problems.add(
            base::problem("organisation", "directory.room.organisation_has_one", {{"name", other->short_name}}));
    return problems.all();
}

base::Result<module::RoomHead> register_room(store::Transaction& tx, const store::Actor& who, const NewRoom& input,
                                             store::RoomId id) {
    tx.lock("room");
    const auto organisation = load_organisation(tx, input.organisation);
    if (auto problems = judge(tx, input, organisation); !problems.empty()) return problems;
    const module::RoomHead head{.id = id,
                                .short_name = input.short_name,
                                .name = organisation->name,
                                .organisation = organisation->id,
                                .is_public_party = is_public(organisation->type)};
    save_room(tx, head, base::Instant::now());
    set_keeper(tx, organisation->id, id);
    tx.journal(who, {"room.created", head.short_name, "{}"});
    return head;
}

}  // namespace

std::optional<module::RoomHead> find_room(store::Reader& lobby, std::string_view short_name) {
    return load_room(lobby, short_name);
}
std::optional<module::RoomHead> find_room(store::Reader& lobby, store::RoomId id) {
    return load_room(lobby, id);
}
std::optional<module::RoomHead> room_of(store::Reader& lobby, module::OrganisationId organisation) {
    return load_room_of(lobby, goes_on_as(lobby, organisation));
}
std::vector<module::RoomHead> list_rooms(store::Reader& lobby) {
    return load_rooms(lobby);
}

base::Result<module::RoomHead> create_room(store::Store& store, const store::Actor& who, const NewRoom& input) {
    const auto lobby = store.lobby();
    // Asked before any storage is made, and again in the transaction that counts.
    if (auto problems = judge(*lobby, input, load_organisation(*lobby, input.organisation)); !problems.empty())
        return problems;
    const auto id = store::RoomId::ordered();
    store.create_room(id);
    // Storage without a row in the lobby is reached by nobody, so a failure between the two loses nothing.
    auto made = lobby->transaction([&](store::Transaction& tx) { return register_room(tx, who, input, id); });
    if (!made) store.drop_room(id);
    return made;
}

}  // namespace samrum::directory
