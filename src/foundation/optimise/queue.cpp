#include "foundation/optimise/queue.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace samrum::optimise {
namespace {

bool speaks(const QueueDesk& desk, const std::string& language) {
    return std::ranges::find(desk.languages, language) != desk.languages.end();
}

std::size_t speakers(std::span<const QueueDesk> desks, const std::string& language) {
    return static_cast<std::size_t>(
        std::ranges::count_if(desks, [&](const QueueDesk& one) { return speaks(one, language); }));
}

/// Is there an experienced desk that the visitor could wait for?
bool has_expert(const QueueVisitor& visitor, std::span<const QueueDesk> desks) {
    const bool nobody = speakers(desks, visitor.language) == 0;
    return std::ranges::any_of(
        desks, [&](const QueueDesk& one) { return one.experienced && (nobody || speaks(one, visitor.language)); });
}

bool is_due(const QueueVisitor& visitor, const QueueRules& rules) {
    return visitor.booked_since && *visitor.booked_since >= -rules.booked_early;
}

double priority(const QueueVisitor& visitor, std::span<const QueueDesk> desks, std::size_t desk,
                const QueueRules& rules) {
    const std::size_t helpers = speakers(desks, visitor.language);
    // A visitor whom only this desk can help weighs more than one whom any desk can: up to 1 + scarcity times.
    const double scarce =
        helpers == 0 ? 1 : 1 + rules.scarcity / static_cast<double>(helpers) * (desks.size() > 1 ? 1 : 0);
    const double rate = visitor.urgent ? rules.urgent_rate : 1;
    const double head = visitor.complex && desks[desk].experienced ? rules.complex_head : 0;
    return (visitor.waited + head) * rate * scarce;
}

QueueReason reason_for(const QueueVisitor& visitor, std::span<const QueueDesk> desks, std::size_t desk,
                       const QueueRules& rules, bool is_longest) {
    if (visitor.for_desk) return QueueReason::for_you;
    if (is_due(visitor, rules)) return QueueReason::booked;
    if (visitor.urgent && rules.urgent_rate > 1) return QueueReason::urgent;
    const std::size_t helpers = speakers(desks, visitor.language);
    if (helpers == 0) return QueueReason::nobody_speaks;
    if (visitor.complex && desks[desk].experienced) return QueueReason::complex_here;
    if (visitor.complex && rules.expert_hold > 0 && has_expert(visitor, desks)) return QueueReason::complex_waited;
    if (helpers == 1 && desks.size() > 1 && !is_longest) return QueueReason::only_you;
    return QueueReason::longest;
}

/// The quantile of a gamma distribution (Wilson and Hilferty 1931), `z` of the standard normal one.
double gamma_quantile(double shape, double mean, double z) {
    const double part = 1 / (9 * shape);
    const double root = 1 - part + z * std::sqrt(part);
    return mean * std::max(0.0, root * root * root);
}

}  // namespace

QueueRules first_come_first_served() {
    return {.expert_hold = 0, .idle_hold = 0, .urgent_rate = 1, .scarcity = 0, .complex_head = 0, .booked_early = 0};
}

bool may_help(const QueueVisitor& visitor, std::span<const QueueDesk> desks, std::size_t desk,
              const QueueRules& rules) {
    if (visitor.for_desk) return *visitor.for_desk == desk;
    if (visitor.booked_since && !is_due(visitor, rules)) return false;
    if (!speaks(desks[desk], visitor.language) && speakers(desks, visitor.language) > 0) return false;
    const bool waits_for_expert = visitor.complex && !desks[desk].experienced && visitor.waited < rules.expert_hold;
    return !waits_for_expert || !has_expert(visitor, desks);
}

std::optional<QueueChoice> choose_next(std::span<const QueueVisitor> waiting, std::span<const QueueDesk> desks,
                                       std::size_t desk, const QueueRules& rules) {
    // A desk whom nobody else waits for takes a complex case sooner: an empty chair helps nobody.
    QueueRules now = rules;
    const auto another = [&](const QueueVisitor& one) { return may_help(one, desks, desk, rules); };
    if (std::ranges::none_of(waiting, another)) now.expert_hold = std::min(rules.expert_hold, rules.idle_hold);
    std::optional<std::size_t> best;
    double longest = 0;
    const auto rank = [&](std::size_t at) {
        const QueueVisitor& one = waiting[at];
        return std::tuple(one.for_desk.has_value(), is_due(one, now), priority(one, desks, desk, now));
    };
    for (std::size_t at = 0; at < waiting.size(); ++at) {
        if (!may_help(waiting[at], desks, desk, now)) continue;
        longest = std::max(longest, waiting[at].waited);
        if (!best || rank(at) > rank(*best)) best = at;
    }
    if (!best) return std::nullopt;
    const bool is_longest = waiting[*best].waited >= longest;
    return QueueChoice{*best, reason_for(waiting[*best], desks, desk, now, is_longest)};
}

std::optional<WaitRange> wait_range(std::span<const QueueVisitor> waiting, std::size_t at,
                                    std::span<const QueueDesk> desks, const ServiceTime& service) {
    if (desks.empty()) return std::nullopt;
    constexpr double kTenPercent = -1.2816;
    const QueueVisitor& own = waiting[at];
    const auto helps = [&](const QueueDesk& desk, const QueueVisitor& visitor) {
        return speaks(desk, visitor.language) || speakers(desks, visitor.language) == 0;
    };
    double desks_of_own = 0;
    double idle = 0;
    for (const QueueDesk& desk : desks) {
        if (!helps(desk, own)) continue;
        ++desks_of_own;
        if (desk.free) ++idle;
    }
    // Those ahead count as far as they will be helped at the desks that this visitor waits for.
    double ahead = 0;
    double work = 0;
    for (std::size_t other = 0; other < at; ++other) {
        double theirs = 0;
        double shared = 0;
        for (const QueueDesk& desk : desks) {
            if (!helps(desk, waiting[other])) continue;
            ++theirs;
            if (helps(desk, own)) ++shared;
        }
        const double share = theirs == 0 ? 0 : shared / theirs;
        ahead += share;
        work += share * (waiting[other].expected > 0 ? waiting[other].expected : service.mean);
    }
    if (ahead < idle) return WaitRange{0, 0};
    // Until the first desk is free, and then until those ahead have begun.
    const double departures = std::max(0.5, ahead + 1 - idle);
    const double mean_length = ahead > 0 ? work / ahead : service.mean;
    const double mean = departures * 0.5 * (mean_length + service.mean) / desks_of_own;
    // A visit that is going on is done sooner than a new one when lengths vary little.
    const double shape = departures / std::max(0.2, service.squared_variation);
    return WaitRange{gamma_quantile(shape, mean, kTenPercent), gamma_quantile(shape, mean, -kTenPercent)};
}

}  // namespace samrum::optimise
