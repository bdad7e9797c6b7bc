#pragma once
#include "foundation/base/ensure.hpp"
#include "foundation/store/store.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the two engines offer to the rest of the store. Not for other folders.
namespace samrum::store {

/// A room, or nothing for the lobby.
using Place = std::optional<RoomId>;

/// The engine asks for the whole transaction again (40001, 40P01, BUSY).
class TryAgain : public base::Fault {
  public:
    using Fault::Fault;
};

/// The server went away before anything was committed.
class ConnectionLost : public base::Fault {
  public:
    using Fault::Fault;
};

using OnRow = std::function<void(const Row&)>;

/// One connection, standing in the lobby or one room; used by one thread at a time.
class Connection {
  public:
    virtual ~Connection() = default;
    virtual void query(const Statement& sql, const std::vector<Value>& args, const OnRow& on_row) = 0;
    virtual std::int64_t execute(const Statement& sql, const std::vector<Value>& args) = 0;
    virtual void prepare(const Statement& sql) = 0;
    /// Runs statements without parameters, separated by `;`.
    virtual void script(const std::string& sql) = 0;
    virtual void begin_write() = 0;
    /// What is read until commit is of one moment.
    virtual void begin_read() = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    /// Waits for the named lock, which the end of the transaction gives up.
    virtual void lock(std::string_view name) = 0;
    /// Removes every trace of the named tables' rows from the files.
    virtual void wipe(const std::vector<std::string>& tables) = 0;
    /// Removes every trace of the named tables' deleted rows from the files; the others stay.
    virtual void scrub(const std::vector<std::string>& tables) = 0;
};

class ConnectionPool;
struct GiveBack {
    ConnectionPool* pool = nullptr;
    Place place;
    bool writes = false;
    void operator()(Connection* connection) const;
};
/// A connection that goes back to its pool.
using Lease = std::unique_ptr<Connection, GiveBack>;

class ConnectionPool {
  public:
    virtual ~ConnectionPool() = default;
    /// A connection to read from or, when `writes`, to run a write transaction on.
    virtual Lease lease(const Place& place, bool writes) = 0;
    virtual void give_back(const Place& place, bool writes, std::unique_ptr<Connection> connection) noexcept = 0;
};

inline void GiveBack::operator()(Connection* connection) const {
    pool->give_back(place, writes, std::unique_ptr<Connection>(connection));
}

}  // namespace samrum::store
