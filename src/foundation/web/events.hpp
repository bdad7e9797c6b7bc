#pragma once
#include "foundation/web/http.hpp"

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace samrum::web {

/// The hub of live events. An event tells *that* something changed, never what: the client fetches again, under its own
/// permissions; so nothing is lost when a stream breaks and comes back. On the stream an event is
/// `event: changed`, first data line the topic, then the data. Safe for threads.
class EventHub : public Events {
  public:
    using Clock = std::chrono::steady_clock;
    using Unheard = std::chrono::milliseconds;
    static constexpr Unheard kEver{std::chrono::hours(24 * 365)};  ///< after a reconnect

    /// An open stream. `take()` gives bytes to send; a client too slow to take them is `dropped()`.
    class Stream;

    /// A stream holds at most `queue_limit` events of different topic or data; equal ones that wait are sent once.
    explicit EventHub(std::size_t queue_limit = 64) : queue_limit_(queue_limit) {}
    ~EventHub() override;

    /// Tells this server's streams, and then the others through `on_publish`.
    void publish(std::string_view topic, std::string_view data) override;
    /// Tells this server's streams only: for what another server published.
    void deliver_local(std::string_view topic, std::string_view data);
    /// Tells this server's streams that any of their topics may have changed: events of other servers may have been
    /// missed.
    void tell_all();
    /// How events reach other servers (the store's NOTIFY). Set once, before the server runs.
    void on_publish(std::function<void(std::string_view topic, std::string_view data)> forward);

    /// Opens a stream on topics. `wake` is called, on any thread and under a lock, when it has something to take or was
    /// dropped; never again once the stream is gone. What was told in the time that the client has not heard of (since
    /// its page was asked for) waits on it at once; beyond what the hub remembers, every topic counts as changed.
    std::shared_ptr<Stream> open(std::vector<std::string> topics, Unheard unheard, std::function<void()> wake);
    std::size_t open_streams() const;

  private:
    friend class Stream;
    void close(Stream* stream);
    void remember(std::string_view topic);
    bool may_be_news(const std::string& topic, Clock::time_point since) const;

    struct Told {
        Clock::time_point at;
        std::string topic;
    };

    const std::size_t queue_limit_;
    mutable std::mutex mutex_;
    std::uint64_t last_id_ = 0;
    std::size_t open_ = 0;
    std::unordered_map<std::string, std::vector<Stream*>> by_topic_;
    std::function<void(std::string_view, std::string_view)> forward_;
    std::deque<Told> told_;  ///< the last ones, oldest first
    Clock::time_point remembers_from_ = Clock::now();
};

class EventHub::Stream {
  public:
    Stream(EventHub& hub, std::vector<std::string> topics, std::function<void()> wake)
        : hub_(hub), topics_(std::move(topics)), wake_(std::move(wake)) {}
    ~Stream() { hub_.close(this); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    /// What waits, in the text/event-stream format; empty when nothing does.
    std::string take();
    bool dropped() const;

  private:
    friend class EventHub;
    bool put(std::string_view topic, std::string_view data, std::uint64_t id);

    EventHub& hub_;
    const std::vector<std::string> topics_;
    const std::function<void()> wake_;
    struct Waiting {
        std::uint64_t id;
        std::string topic;
        std::string data;
    };
    std::deque<Waiting> queue_;
    bool dropped_ = false;
};

}  // namespace samrum::web
