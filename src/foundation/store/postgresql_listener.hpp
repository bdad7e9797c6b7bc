#pragma once
#include "foundation/store/store.hpp"

#include <memory>
#include <string>

namespace samrum::store {

inline constexpr const char* kNoticeChannel = "samrum";

/// A thread with a connection of its own that waits for notices. Not for other folders.
std::unique_ptr<Listener> listen_to_postgresql(const std::string& address, OnNotice on_notice);

}  // namespace samrum::store
