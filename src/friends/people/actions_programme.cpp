#include "friends/people/actions_programme.hpp"

#include "friends/people/model_permissions.hpp"
#include "friends/people/repository_programme.hpp"

#include <algorithm>

namespace samrum::friends::people {
namespace {

base::Problem no_such_programme() {
    return base::problem("", "friends.people.unknown");
}

}  // namespace

base::Result<ProgrammeId> add_programme(store::Session& room, const module::Caller& caller,
                                        const ProgrammeInput& input) {
    if (!may(caller, kRunFriends)) return module::refusal();
    Programme one;
    if (const auto read = read_programme(input, one); !read) return read.problems();
    one.id = ProgrammeId::ordered();
    return room.transaction([&](store::Transaction& tx) {
        insert_programme(tx, one);
        tx.journal(caller.actor(), {"friends.programme_added", one.id.text(), "{}"});
        return base::Result<ProgrammeId>(one.id);
    });
}

base::Result<base::Done> save_programme(store::Session& room, const module::Caller& caller, ProgrammeId id,
                                        std::int64_t revision, const ProgrammeInput& input) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.programme");
        auto one = load_programme(tx, id);
        if (!one) return no_such_programme();
        if (one->revision != revision) return base::problem("", "friends.people.changed_meanwhile");
        if (const auto read = read_programme(input, *one); !read) return read.problems();
        base::ensure(update_programme(tx, *one), "a locked row has the revision it was loaded with");
        tx.journal(caller.actor(), {"friends.programme_changed", id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<Channels> list_channels(store::Session& room, const module::Caller& caller, ProgrammeId programme,
                                     base::Date today) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) {
        Channels seen;
        for (Channel& one : load_channels(reader, programme)) seen.all.push_back({std::move(one)});
        const std::string year = today.iso().substr(0, 4);
        for (const ChannelCount& count : load_channel_counts(reader, programme)) {
            const auto at = std::ranges::find_if(
                seen.all, [&](const ChannelSeen& one) { return one.channel.code == count.channel; });
            if (at == seen.all.end()) {
                seen.without += count.n;
                continue;
            }
            at->enrolled += count.n;
            if (count.month.starts_with(year)) at->this_year += count.n;
        }
        return base::Result<Channels>(std::move(seen));
    });
}

base::Result<base::Done> add_channel(store::Session& room, const module::Caller& caller, ProgrammeId programme,
                                     std::string_view code, std::string_view name) {
    if (!may(caller, kRunFriends)) return module::refusal();
    const auto read = read_channel(code, name);
    if (!read) return read.problems();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.channel");
        if (!load_programme(tx, programme)) return no_such_programme();
        const auto all = load_channels(tx, programme);
        if (std::ranges::find(all, read->code, &Channel::code) != all.end())
            return base::problem("code", "friends.people.channel.taken");
        Channel one = *read;
        one.id = ChannelId::ordered();
        one.programme = programme;
        insert_channel(tx, one);
        tx.journal(caller.actor(), {"friends.channel_added", one.code, "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> turn_channel(store::Session& room, const module::Caller& caller, ProgrammeId programme,
                                      ChannelId id, base::Date today) {
    if (!may(caller, kRunFriends)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.channel");
        const auto all = load_channels(tx, programme);
        const auto one = std::ranges::find(all, id, &Channel::id);
        if (one == all.end()) return no_such_programme();
        close_channel(tx, id, one->closed_on ? std::nullopt : std::optional(today));
        tx.journal(caller.actor(), {"friends.channel_turned", one->code, "{}"});
        return base::Done{};
    });
}

}  // namespace samrum::friends::people
