#pragma once
#include "foundation/jobs/runner.hpp"
#include "foundation/store/store.hpp"

#include <atomic>
#include <filesystem>
#include <unistd.h>

namespace samrum::jobs {

/// A store in a temporary folder, with a clock that the test moves.
class TestHouse {
  public:
    TestHouse() {
        // In memory where the system has it: every commit waits for the disk elsewhere.
        const std::filesystem::path memory = "/dev/shm";
        const bool has_memory = access(memory.c_str(), W_OK) == 0;
        std::string name =
            ((has_memory ? memory : std::filesystem::temp_directory_path()) / "samrum-jobs-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw base::Fault("no temporary folder");
        where_.directory = name;
        store_ = store::Store::create(where_);
    }
    ~TestHouse() {
        store_.reset();
        std::filesystem::remove_all(where_.directory);
    }
    TestHouse(const TestHouse&) = delete;
    TestHouse& operator=(const TestHouse&) = delete;

    store::Store& store() { return *store_; }
    const store::Location& where() const { return where_; }
    store::RoomId add_room() {
        const auto id = store::RoomId::ordered();
        store_->create_room(id);
        return id;
    }
    base::Instant now() const { return {micros_.load()}; }
    void pass(std::chrono::seconds time) { micros_ += std::chrono::microseconds(time).count(); }
    RunnerOptions options() {
        RunnerOptions made;
        made.now = [this] { return now(); };
        return made;
    }

  private:
    store::Location where_;
    std::unique_ptr<store::Store> store_;
    std::atomic<std::int64_t> micros_ = 1'580'462'100'000'000;  // 2020-01-31 10:15 in Sweden
};

}  // namespace samrum::jobs
