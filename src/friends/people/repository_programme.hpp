#pragma once
#include "foundation/store/store.hpp"
#include "friends/people/model.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::friends::people {

std::vector<Programme> load_programmes(store::Reader& room);  ///< the newest first
std::optional<Programme> load_programme(store::Reader& room, ProgrammeId id);
std::int64_t count_programmes(store::Reader& room);
void insert_programme(store::Transaction& room, const Programme& one);
/// False when somebody changed it since its revision.
bool update_programme(store::Transaction& room, const Programme& one);

std::vector<Channel> load_channels(store::Reader& room, ProgrammeId programme);  ///< in the order of their codes
void insert_channel(store::Transaction& room, const Channel& one);
bool close_channel(store::Transaction& room, ChannelId id, std::optional<base::Date> day);

/// How many enrolled by a channel in a month. An empty code: without a flyer.
struct ChannelCount {
    std::string channel;
    std::string month;  ///< "2019-02"
    std::int64_t n = 0;
};
std::vector<ChannelCount> load_channel_counts(store::Reader& room, ProgrammeId programme);
void count_channel(store::Transaction& room, ProgrammeId programme, std::string_view channel, base::Date day);

}  // namespace samrum::friends::people
