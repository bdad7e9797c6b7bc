#pragma once
#include "foundation/web/http.hpp"
#include "foundation/web/metrics.hpp"

#include <array>
#include <chrono>

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
