#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "friends/people/model.hpp"
#include "friends/people/rules_input.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// Programmes and their flyers. For the coordinator.
namespace samrum::friends::people {

/// Problems of read_programme, `friends.people.unknown`, `friends.people.changed_meanwhile`.
base::Result<ProgrammeId> add_programme(store::Session& room, const module::Caller& caller,
                                        const ProgrammeInput& input);
base::Result<base::Done> save_programme(store::Session& room, const module::Caller& caller, ProgrammeId id,
                                        std::int64_t revision, const ProgrammeInput& input);

/// A channel and how many have enrolled by it.
struct ChannelSeen {
    Channel channel;
    std::int64_t enrolled = 0;
    std::int64_t this_year = 0;
};
struct Channels {
    std::vector<ChannelSeen> all;
    std::int64_t without = 0;  ///< enrolled without a flyer
};
base::Result<Channels> list_channels(store::Session& room, const module::Caller& caller, ProgrammeId programme,
                                     base::Date today);
/// Problems of read_channel, `friends.people.channel.taken`.
base::Result<base::Done> add_channel(store::Session& room, const module::Caller& caller, ProgrammeId programme,
                                     std::string_view code, std::string_view name);
/// A flyer that hangs no longer; again: it hangs anew.
base::Result<base::Done> turn_channel(store::Session& room, const module::Caller& caller, ProgrammeId programme,
                                      ChannelId id, base::Date today);

}  // namespace samrum::friends::people
