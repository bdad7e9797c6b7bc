#pragma once
#include "foundation/store/store.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <unistd.h>

/// Installations in temporary folders, for unit tests.
namespace samrum::store {

/// A temporary folder that is gone afterwards.
class TestFolder {
  public:
    TestFolder() {
        // In memory where the system has it: every commit waits for the disk elsewhere.
        const std::filesystem::path memory = "/dev/shm";
        const bool has_memory = access(memory.c_str(), W_OK) == 0;
        std::string name =
            ((has_memory ? memory : std::filesystem::temp_directory_path()) / "samrum-test-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw base::Fault("no temporary folder");
        where_.directory = name;
    }
    ~TestFolder() { std::filesystem::remove_all(where_.directory); }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    const Location& where() const { return where_; }
    void copy_from(const TestFolder& other) const {
        std::filesystem::copy(other.where_.directory, where_.directory, std::filesystem::copy_options::recursive);
    }

  private:
    Location where_;
};

/// An installation that is made once and copied by each test that begins with it, for making one takes longer than most
/// tests. Declare it static.
class StoreTemplate {
  public:
    /// A lobby alone.
    StoreTemplate() { Store::create(folder_.where()).value(); }
    /// Like another one, to be filled with more.
    StoreTemplate(const StoreTemplate& like) { folder_.copy_from(like.folder_); }
    StoreTemplate& operator=(const StoreTemplate&) = delete;
    void fill(const std::function<void(Store&)>& with) { with(*Store::open(folder_.where())); }
    static const StoreTemplate& lobby_alone() {
        static const StoreTemplate made;
        return made;
    }
    const TestFolder& folder() const { return folder_; }

  private:
    TestFolder folder_;
};

/// An installation of one test's own.
class TestStore {
  public:
    explicit TestStore(const StoreTemplate& like = StoreTemplate::lobby_alone()) {
        folder_.copy_from(like.folder());
        store_ = Store::open(folder_.where());
    }
    TestStore(const TestStore&) = delete;
    TestStore& operator=(const TestStore&) = delete;

    Store& store() { return *store_; }
    const Location& where() const { return folder_.where(); }
    RoomId add_room() {
        const auto id = RoomId::ordered();
        store_->create_room(id);
        return id;
    }

  private:
    TestFolder folder_;
    std::unique_ptr<Store> store_;
};

}  // namespace samrum::store
