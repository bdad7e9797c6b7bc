#include "foundation/base/told_fault.hpp"
#include "foundation/store/installation.hpp"
#include "foundation/store/portable.hpp"
#include "foundation/store/sqlite_connection.hpp"

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <fmt/format.h>
#include <list>
#include <sys/resource.h>
#include <unordered_map>

namespace samrum::store {

namespace {

namespace fs = std::filesystem;

/// Kept open where nobody reads just now: every request reads the lobby, few read the same room at once.
constexpr std::size_t kIdleLobbyReaders = 8;
constexpr std::size_t kIdleRoomReaders = 2;
/// With more rooms open than this, each keeps one reader and no writer: memory goes to having many rooms at hand.
constexpr std::size_t kManyRooms = 64;
constexpr auto kWriterPatience = std::chrono::seconds(30);

/// A room is a file, so many rooms need many of them: raises the soft limit of open files to the hard one, and answers
/// how many rooms may stay open (an open room has about five files and 0.2 MB).
std::size_t raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 32;
    const rlim_t wanted = std::min<rlim_t>(limit.rlim_max, 16384);
    if (limit.rlim_cur < wanted) {
        limit.rlim_cur = wanted;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    return std::clamp<std::size_t>(limit.rlim_cur / 16, 16, 384);
}

/// The idle connections of one file, and whether somebody writes to it.
struct OpenFile {
    std::unique_ptr<Connection> writer;  ///< closed after the readers, which leave emptying the log to it
    std::vector<std::unique_ptr<Connection>> readers;
    bool is_written = false;
    int leases = 0;  ///< connections that are out
    std::condition_variable writer_is_back;
    std::list<Place>::iterator used;  ///< where it stands in the order of use
};

class SqliteStore final : public Installation {
  public:
    SqliteStore(const Location& where, Secrets secrets)
        : Installation(where, std::move(secrets)), most_open_(raise_file_limit()) {}

    void open(bool any_schema);
    void create_lobby() override;
    void write_portable(const Place& place, const std::string& path) override;
    void read_portable(const Place& place, const std::string& path) override;
    void create_room(RoomId id) override;
    void drop_room(RoomId id) override;
    std::vector<RoomId> rooms() override;
    void notify(std::string_view topic, std::string_view data) override;
    std::unique_ptr<Listener> listen(OnNotice on_notice) override;

    Lease lease(const Place& place, bool writes) override;
    void give_back(const Place& place, bool writes, std::unique_ptr<Connection> connection) noexcept override;

  protected:
    void ensure_room(RoomId id) override;
    void drop(const Place& place) override;

  private:
    class InProcess;
    using Files = std::unordered_map<std::string, OpenFile>;

    fs::path directory() const { return location().directory; }
    fs::path path_of(const Place& place) const {
        return place ? directory() / "rooms" / (place->text() + ".sqlite") : directory() / "lobby.sqlite";
    }
    void make_file(const Place& place);
    OpenFile& touch(const Place& place);
    std::size_t idle_readers(const Place& place) const {
        if (!place) return kIdleLobbyReaders;
        return files_.size() > kManyRooms ? 1 : kIdleRoomReaders;
    }
    void take_least_used(std::vector<Files::node_type>& closed);

    std::mutex mutex_;
    Files files_;
    std::list<Place> order_;  ///< most recently used first
    std::size_t most_open_;

    std::mutex listeners_mutex_;
    std::vector<InProcess*> listeners_;
};

std::string key_of(const Place& place) {
    return place ? place->text() : std::string();
}

void SqliteStore::open(bool any_schema) {
    check_lobby(any_schema);
}

void SqliteStore::create_lobby() {
    make_file({});
}

void SqliteStore::write_portable(const Place& place, const std::string& path) {
    const Lease from = lease(place, false);
    static_cast<SqliteConnection&>(*from).copy_to(path);
}

void SqliteStore::read_portable(const Place& place, const std::string& path) {
    sync_path(path);
    fs::rename(path, path_of(place));
    sync_path(path_of(place).parent_path().string());
}

/// Makes the file under another name first, so that a room is there whole or not at all.
void SqliteStore::make_file(const Place& place) {
    const auto path = path_of(place);
    const auto unfinished = path.string() + ".new";
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(unfinished + ending);
    {
        SqliteConnection connection(unfinished, SqliteConnection::Mode::create);
        connection.begin_write();
        fill_new(place, connection);
        connection.commit();
    }
    fs::permissions(unfinished, fs::perms::owner_read | fs::perms::owner_write);
    fs::rename(unfinished, path);
    sync_path(path.parent_path().string());
}

void SqliteStore::create_room(RoomId id) {
    base::ensure(!fs::exists(path_of(id)), "a room is made once");
    make_file(id);
}

void SqliteStore::drop_room(RoomId id) {
    ensure_room(id);
    drop(id);
}

void SqliteStore::drop(const Place& place) {
    const auto path = path_of(place);
    {
        std::unique_lock guard(mutex_);
        auto& file = touch(place);
        const bool is_free = file.writer_is_back.wait_for(guard, kWriterPatience, [&] { return file.leases == 0; });
        if (!is_free) throw base::Fault("the room is in use");
        order_.erase(file.used);
        files_.erase(key_of(place));
        for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path.string() + ending);
    }
    forget_journal_key(place);
    sync_path(path.parent_path().string());
}

std::vector<RoomId> SqliteStore::rooms() {
    std::vector<RoomId> all;
    for (const auto& entry : fs::directory_iterator(directory() / "rooms")) {
        if (entry.path().extension() != ".sqlite") continue;
        if (const auto id = RoomId::parse(entry.path().stem().string())) all.push_back(*id);
    }
    std::ranges::sort(all);
    return all;
}

void SqliteStore::ensure_room(RoomId id) {
    base::ensure(fs::exists(path_of(id)), "the room is there");
}

OpenFile& SqliteStore::touch(const Place& place) {
    const auto [at, is_new] = files_.try_emplace(key_of(place));
    if (is_new) {
        order_.push_front(place);
        at->second.used = order_.begin();
    } else {
        order_.splice(order_.begin(), order_, at->second.used);
    }
    return at->second;
}

Lease SqliteStore::lease(const Place& place, bool writes) {
    std::unique_lock guard(mutex_);
    OpenFile& file = touch(place);
    ++file.leases;  // from here on the file is not closed
    std::unique_ptr<Connection> connection;
    if (writes) {
        if (!file.writer_is_back.wait_for(guard, kWriterPatience, [&] { return !file.is_written; })) {
            --file.leases;
            throw base::Fault("another change to the same room takes too long");
        }
        file.is_written = true;
        connection = std::move(file.writer);
    } else if (!file.readers.empty()) {
        connection = std::move(file.readers.back());
        file.readers.pop_back();
    }
    guard.unlock();
    if (!connection) {
        try {
            connection = std::make_unique<SqliteConnection>(
                path_of(place).string(), writes ? SqliteConnection::Mode::write : SqliteConnection::Mode::read);
        } catch (...) {
            give_back(place, writes, nullptr);
            throw;
        }
    }
    return {connection.release(), GiveBack{this, place, writes}};
}

void SqliteStore::give_back(const Place& place, bool writes, std::unique_ptr<Connection> connection) noexcept {
    std::vector<Files::node_type> closed;  // closing writes to the disk, so it waits for the end of the lock
    const std::lock_guard guard(mutex_);
    OpenFile& file = files_.at(key_of(place));
    --file.leases;
    if (writes) {
        if (!place || files_.size() <= kManyRooms) file.writer = std::move(connection);
        file.is_written = false;
    } else if (connection && file.readers.size() < idle_readers(place)) {
        file.readers.push_back(std::move(connection));
    }
    file.writer_is_back.notify_all();
    take_least_used(closed);
}

/// Takes out the rooms that nobody has used for longest while more are open than may be.
void SqliteStore::take_least_used(std::vector<Files::node_type>& closed) {
    for (auto at = order_.end(); files_.size() > most_open_ && at != order_.begin();) {
        --at;
        const auto file = files_.find(key_of(*at));
        if (file->second.leases > 0) continue;
        closed.push_back(files_.extract(file));
        at = order_.erase(at);
    }
}

/// SQLite has one server, so a notice goes to this process alone.
class SqliteStore::InProcess final : public Listener {
  public:
    InProcess(SqliteStore& store, OnNotice tell) : on_notice(std::move(tell)), store_(store) {}
    ~InProcess() override {
        const std::lock_guard guard(store_.listeners_mutex_);
        std::erase(store_.listeners_, this);
    }
    OnNotice on_notice;

  private:
    SqliteStore& store_;
};

void SqliteStore::notify(std::string_view topic, std::string_view data) {
    const std::lock_guard guard(listeners_mutex_);
    for (const auto* listener : listeners_) listener->on_notice(topic, data);
}

std::unique_ptr<Listener> SqliteStore::listen(OnNotice on_notice) {
    auto listener = std::make_unique<InProcess>(*this, std::move(on_notice));
    const std::lock_guard guard(listeners_mutex_);
    listeners_.push_back(listener.get());
    return listener;
}

}  // namespace

bool is_in_sqlite(const Location& where) {
    return fs::exists(where.directory + "/lobby.sqlite");
}

std::unique_ptr<Store> open_sqlite(const Location& where, bool any_schema) {
    if (!is_in_sqlite(where))
        throw base::ToldFault(fmt::format("there is no Samrum in {}: run samrum init", where.directory),
                              {"store.not_there", {{"where", where.directory}}});
    auto store = std::make_unique<SqliteStore>(where, Secrets::open(where.directory));
    store->open(any_schema);
    return store;
}

base::Problems judge_new_sqlite(const Location& where) {
    const fs::path folder = where.directory;
    if (is_in_sqlite(where)) return {base::problem("", "store.there_already", {{"where", where.directory}})};
    if (fs::exists(folder / "rooms") && !fs::is_empty(folder / "rooms"))
        return {base::problem("", "store.rooms_left", {{"where", (folder / "rooms").string()}})};
    return {};
}

void make_place_sqlite(const Location& where) {
    const fs::path rooms = fs::path(where.directory) / "rooms";
    fs::create_directories(rooms);
    fs::permissions(rooms, fs::perms::owner_all);
}

std::unique_ptr<Installation> bare_sqlite(const Location& where, Secrets secrets) {
    return std::make_unique<SqliteStore>(where, std::move(secrets));
}

}  // namespace samrum::store
