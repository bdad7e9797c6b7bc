#include "foundation/web/http_meters.hpp"

#include "foundation/web/guard.hpp"

#include <algorithm>
#include <string>

namespace samrum::web {

HttpMeters::HttpMeters(Metrics& metrics)
    : duration(metrics.histogram("samrum_http_request_duration_seconds", "Time from head to answer")),
      connections(metrics.gauge("samrum_http_open_connections", "Open connections")),
      streams(metrics.gauge("samrum_http_open_streams", "Open streams of live events")),
      queue(metrics.gauge("samrum_http_worker_queue", "Requests that wait for a worker")) {
    for (std::size_t m = 0; m < requests.size(); ++m)
        for (std::size_t c = 0; c < requests[m].size(); ++c)
            requests[m][c] = &metrics.counter("samrum_http_requests_total", "Requests by method and status class",
                                              "method=\"" + std::string(method_name(static_cast<Method>(m))) +
                                                  "\",status=\"" + std::to_string(c + 1) + "xx\"");
}

void HttpMeters::count(Method method, int status, std::chrono::steady_clock::duration took) {
    const auto status_class = static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
    requests[static_cast<std::size_t>(method)][status_class]->add();
    duration.observe(std::chrono::duration<double>(took).count());
}

}  // namespace samrum::web
