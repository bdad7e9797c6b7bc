#pragma once
#include "foundation/jobs/runner.hpp"
#include "foundation/store/test_store.hpp"

#include <atomic>

namespace samrum::jobs {

/// A store in a temporary folder, with a clock that the test moves.
class TestHouse : public store::TestStore {
  public:
    using TestStore::TestStore;

    base::Instant now() const { return {micros_.load()}; }
    void pass(std::chrono::seconds time) { micros_ += std::chrono::microseconds(time).count(); }
    RunnerOptions options() {
        RunnerOptions made;
        made.now = [this] { return now(); };
        return made;
    }

  private:
    std::atomic<std::int64_t> micros_ = 1'580'462'100'000'000;  // 2020-01-31 10:15 in Sweden
};

}  // namespace samrum::jobs
