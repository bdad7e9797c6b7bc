#pragma once
#include "foundation/module/module.hpp"
#include "foundation/store/store.hpp"

#include <cstdint>
#include <functional>
#include <span>

/// The index is made of the room's records by a job, and only of what the slices' sources give: it can always be made
/// anew. What changes is found by the journal, for each durable change writes a line there.
namespace samrum::search {

/// How much of the records is gone through: what the journal has told of since the last time, everything, or
/// everything into an empty index.
enum class Extent { news, all, anew };

struct Refreshed {
    std::int64_t entries = 0;  ///< in the sources that were asked
    std::int64_t written = 0;
    std::int64_t removed = 0;
    bool overtaken = false;  ///< another run began later and goes on in this one's place
};
using OnEntries = std::function<void(std::int64_t done, std::int64_t of)>;

/// Brings the index of a room up to its records. Reads at one moment and writes in short transactions; of two runs at
/// a time the later one, which has read later, goes on.
Refreshed refresh(store::Session& room, const module::House& house, const module::RoomHead& head, Extent extent,
                  const OnEntries& on_entries = {});

inline constexpr std::string_view kRefreshJob = "search.refresh";
/// The job: with the arguments of a daily turn it goes through everything.
void run_refresh(module::JobCall& call);
/// From now on each transaction that tells the journal of what can be found puts the job into the room's queue.
void keep_fresh(store::Store& store, std::span<const module::Module> modules);

}  // namespace samrum::search
