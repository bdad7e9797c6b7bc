#pragma once
#include "foundation/web/metrics.hpp"

#include <string>

namespace samrum::app {

/// The counters of this process.
web::Metrics& metrics();
/// The secret that opens /metrics to other machines; set once, before the server runs. Empty: this machine alone.
void set_metrics_token(std::string token);

}  // namespace samrum::app
