#pragma once
#include <array>
#include <chrono>

#include "foundation/web/http.hpp"
#include "foundation/web/metrics.hpp"

namespace samrum::web {

/// The server's own counters and gauges in the registry, found once.
struct HttpMeters {
    explicit HttpMeters(Metrics& metrics);
    void count(Method method, int status, std::chrono::steady_clock::duration took);

    std::array<std::array<Metrics::Counter*, 5>, 7> requests{};  ///< by method, by status class from 1xx
    Metrics::Histogram& duration;
    Metrics::Gauge& connections;
    Metrics::Gauge& streams;
    Metrics::Gauge& queue;
};

}  // namespace samrum::web
