#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samrum::web {

/// Counters for /metrics in the Prometheus text format. Names and labels are fixed in the code: no address, no room, no
/// path ever becomes a label. What counter(), gauge() and histogram() return lives as long as the registry; safe for
/// threads.
class Metrics {
  public:
    class Counter {
      public:
        void add(std::uint64_t n = 1) { value_.fetch_add(n, std::memory_order_relaxed); }
        std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

      private:
        std::atomic<std::uint64_t> value_{0};
    };
    class Gauge {
      public:
        void set(std::int64_t v) { value_.store(v, std::memory_order_relaxed); }
        void add(std::int64_t n) { value_.fetch_add(n, std::memory_order_relaxed); }
        std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

      private:
        std::atomic<std::int64_t> value_{0};
    };
    /// How long things take: upper bounds in seconds, from 1 ms to 10 s.
    class Histogram {
      public:
        static constexpr std::array<double, 11> kBounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 10};
        void observe(double seconds);
        std::string render(std::string_view name) const;

      private:
        std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> buckets_{};
        std::atomic<std::uint64_t> micros_{0};
    };

    /// Registers or finds; `labels` as Prometheus writes them, `method="GET",status="2xx"`.
    Counter& counter(std::string_view name, std::string_view help, std::string_view labels = {});
    Gauge& gauge(std::string_view name, std::string_view help, std::string_view labels = {});
    Histogram& histogram(std::string_view name, std::string_view help);
    std::string render() const;

  private:
    enum class Kind { counter, gauge, histogram };
    struct Series {
        Series(Kind k, std::string n, std::string h, std::string l)
            : kind(k), name(std::move(n)), help(std::move(h)), labels(std::move(l)) {}
        Kind kind;
        std::string name;
        std::string help;
        std::string labels;
        Counter counter;
        Gauge gauge;
        Histogram histogram;
    };
    Series& series(Kind kind, std::string_view name, std::string_view help, std::string_view labels);
    mutable std::mutex mutex_;
    std::deque<Series> series_;
};

}  // namespace samrum::web
