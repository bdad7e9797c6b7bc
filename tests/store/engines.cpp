#include "engines.hpp"

#include "foundation/store/postgresql_connection.hpp"
#include "foundation/store/sqlite_connection.hpp"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <unistd.h>

namespace samrum::store {

namespace {

const Statement kMakeSqlite{Scope::room,
                            "create table sample (id text primary key, n integer, t text, b blob, f integer) strict"};
const Statement kMakePostgresql{Scope::room,
                                "create table sample (id text primary key, n bigint, t text, b bytea, f boolean)"};

}  // namespace

std::string test_address(const std::string& database) {
    const char* address = std::getenv("SAMRUM_TEST_POSTGRES");
    if (!address) return {};
    std::string text = address;
    const auto at = text.find("/samrum?");
    base::ensure(at != std::string::npos, "SAMRUM_TEST_POSTGRES names the database samrum");
    return text.replace(at, 8, "/" + database + "?");
}

TestLocation::TestLocation(Engine engine) {
    static std::atomic<int> next = 0;
    // In memory where there is such a folder: nothing here is to survive a power cut.
    const std::filesystem::path memory = "/dev/shm";
    const auto parent = access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
    std::string name = (parent / "samrum-store-XXXXXX").string();
    base::ensure(mkdtemp(name.data()) != nullptr, "a temporary folder can be made");
    where_ = {engine, name, {}};
    if (engine == Engine::sqlite) return;
    database_ = "test_" + std::to_string(getpid()) + "_" + std::to_string(next++);
    where_.connection = test_address(database_);
}

TestLocation::~TestLocation() {
    std::filesystem::remove_all(where_.directory);
    if (database_.empty()) return;
    const auto failed = fault_of([&] {
        PgConnection server(test_address("postgres"));
        server.run("drop database if exists " + database_ + " with (force)");
    });
    EXPECT_EQ(failed, "");
}

void tamper(const Location& where, std::optional<RoomId> place, const std::string& sql) {
    if (where.engine == Engine::sqlite) {
        const auto file = place ? "/rooms/" + place->text() + ".sqlite" : std::string("/lobby.sqlite");
        SqliteConnection(where.directory + file, SqliteConnection::Mode::write).script(sql);
    } else {
        PgConnection connection(where.connection);
        connection.stand_in(place);
        connection.script(sql);
    }
}

void in_threads(int count, const std::function<void(int)>& work) {
    std::exception_ptr first;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int number = 0; number < count; ++number) {
        threads.emplace_back([&, number] {
            try {
                work(number);
            } catch (...) {
                const std::lock_guard guard(mutex);
                if (!first) first = std::current_exception();
            }
        });
    }
    for (auto& thread : threads) thread.join();
    if (first) std::rethrow_exception(first);
}

std::string fault_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const base::Fault& fault) {
        return fault.what();
    }
    return {};
}

SampleRoom::SampleRoom(Store& store) : id(RoomId::ordered()) {
    store.create_room(id);
    store.room(id)->transaction(
        [&](Transaction& tx) { tx.run(store.engine() == Engine::sqlite ? kMakeSqlite : kMakePostgresql); });
}

}  // namespace samrum::store
