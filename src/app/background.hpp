#pragma once
#include "app/settings.hpp"
#include "foundation/jobs/runner.hpp"
#include "foundation/module/module.hpp"

#include <memory>

namespace samrum::app {

/// Everything that is done in the background: the slices' jobs, letters, envelopes between rooms, retention, the
/// closing of anonymous days. `house` outlives the runner. Tests give `options` a clock of their own.
std::unique_ptr<jobs::Runner> background(const module::House& house, const Settings& settings,
                                         jobs::RunnerOptions options = {});

}  // namespace samrum::app
