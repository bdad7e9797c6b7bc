#pragma once
#include "foundation/module/call.hpp"
#include "foundation/store/store.hpp"

#include <map>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>

namespace samrum::app {

/// The rooms by short name, remembered for a few seconds so that a request need not ask the lobby. A name that is not
/// there is asked for each time, so a new room is reached at once; one that left is gone within `kRemembered`.
class RoomList {
  public:
    static constexpr std::chrono::seconds kRemembered{5};

    explicit RoomList(store::Store& store) : store_(store) {}
    std::optional<module::RoomHead> find(std::string_view short_name);

  private:
    struct Entry {
        module::RoomHead head;
        std::chrono::steady_clock::time_point until;
    };
    store::Store& store_;
    std::shared_mutex guard_;
    std::map<std::string, Entry, std::less<>> known_;
};

}  // namespace samrum::app
