#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace samrum::web {

/// A few threads that run handlers, which block on the database, behind a queue that says no when it is full.
class Workers {
  public:
    Workers(unsigned threads, std::size_t queue_limit);
    ~Workers();  ///< runs what is queued, then joins
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// False when the queue is full or the workers are stopping. `work` must not throw.
    bool run(std::function<void()> work);
    std::size_t waiting() const;

  private:
    void loop();
    const std::size_t queue_limit_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> queue_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace samrum::web
