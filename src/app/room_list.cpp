#include "app/room_list.hpp"

#include "directory/actions_room.hpp"

#include <mutex>

namespace samrum::app {

std::optional<module::RoomHead> RoomList::find(std::string_view short_name) {
    const auto now = std::chrono::steady_clock::now();
    {
        const std::shared_lock lock(guard_);
        const auto found = known_.find(short_name);
        if (found != known_.end() && found->second.until > now) return found->second.head;
    }
    auto head = directory::find_room(*store_.lobby(), short_name);
    const std::unique_lock lock(guard_);
    if (head)
        known_.insert_or_assign(std::string(short_name), Entry{*head, now + kRemembered});
    else if (const auto gone = known_.find(short_name); gone != known_.end())
        known_.erase(gone);
    return head;
}

}  // namespace samrum::app
