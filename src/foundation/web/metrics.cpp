#include "foundation/web/metrics.hpp"

#include "foundation/base/ensure.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::web {

void Metrics::Histogram::observe(double seconds) {
    const auto at = std::lower_bound(kBounds.begin(), kBounds.end(), seconds) - kBounds.begin();
    buckets_[static_cast<std::size_t>(at)].fetch_add(1, std::memory_order_relaxed);
    micros_.fetch_add(static_cast<std::uint64_t>(std::max(seconds, 0.0) * 1e6), std::memory_order_relaxed);
}

std::string Metrics::Histogram::render(std::string_view name) const {
    std::string out;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < buckets_.size(); ++i) {
        total += buckets_[i].load(std::memory_order_relaxed);
        const std::string bound = i < kBounds.size() ? fmt::format("{}", kBounds[i]) : "+Inf";
        out += fmt::format("{}_bucket{{le=\"{}\"}} {}\n", name, bound, total);
    }
    out += fmt::format("{}_sum {}\n", name, static_cast<double>(micros_.load(std::memory_order_relaxed)) / 1e6);
    out += fmt::format("{}_count {}\n", name, total);
    return out;
}

Metrics::Series& Metrics::series(Kind kind, std::string_view name, std::string_view help, std::string_view labels) {
    const std::lock_guard lock(mutex_);
    for (Series& one : series_) {
        if (one.name != name) continue;
        base::ensure(one.kind == kind, "a metric is of one kind");
        if (one.labels == labels) return one;
    }
    return series_.emplace_back(kind, std::string(name), std::string(help), std::string(labels));
}

Metrics::Counter& Metrics::counter(std::string_view name, std::string_view help, std::string_view labels) {
    return series(Kind::counter, name, help, labels).counter;
}

Metrics::Gauge& Metrics::gauge(std::string_view name, std::string_view help, std::string_view labels) {
    return series(Kind::gauge, name, help, labels).gauge;
}

Metrics::Histogram& Metrics::histogram(std::string_view name, std::string_view help) {
    return series(Kind::histogram, name, help, "").histogram;
}

std::string Metrics::render() const {
    const std::lock_guard lock(mutex_);
    std::vector<const Series*> sorted;
    sorted.reserve(series_.size());
    for (const Series& one : series_) sorted.push_back(&one);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Series* a, const Series* b) { return a->name < b->name; });
    constexpr std::array<std::string_view, 3> kKinds{"counter", "gauge", "histogram"};
    std::string out;
    std::string_view last;
    for (const Series* one : sorted) {
        if (one->name != last)
            out += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n", one->name, one->help,
                               kKinds[static_cast<std::size_t>(one->kind)]);
        last = one->name;
        const std::string labels = one->labels.empty() ? "" : '{' + one->labels + '}';
        if (one->kind == Kind::histogram)
            out += one->histogram.render(one->name);
        else if (one->kind == Kind::counter)
            out += fmt::format("{}{} {}\n", one->name, labels, one->counter.value());
        else
            out += fmt::format("{}{} {}\n", one->name, labels, one->gauge.value());
    }
    return out;
}

}  // namespace samrum::web
