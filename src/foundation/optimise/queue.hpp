#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Pure solvers: numbers in, numbers out.
namespace samrum::optimise {

/// Somebody who waits.
struct QueueVisitor {
    std::string language;  ///< the language wished for
    bool complex = false;  ///< wants somebody experienced
    bool urgent = false;
    double waited = 0;                         ///< minutes
    double expected = 0;                       ///< minutes that it is thought to take; 0: not said
    std::optional<double> booked_since = {};   ///< minutes since the booked time; below zero: it is yet to come
    std::optional<std::size_t> for_desk = {};  ///< held or handed over: waits for this desk alone
};

/// Somebody who gives advice.
struct QueueDesk {
    std::vector<std::string> languages;
    bool experienced = false;
    bool free = true;
};

/// How the next one is chosen. Every number has a reason that a person can say.
struct QueueRules {
    double expert_hold = 30;  ///< minutes that a complex case is left to somebody experienced, while others wait
    double idle_hold = 2;     ///< the same where the desk would otherwise be idle
    double urgent_rate = 3;   ///< urgent visitors grow old so many times faster
    double scarcity = 6;      ///< how much it counts that few desks speak the language; 0: not at all
    double complex_head = 7;  ///< minutes that a complex case is ahead at an experienced desk
    double booked_early = 2;  ///< minutes before the booked time that it goes first
};
/// First come, first served, at any desk that speaks the language: what the rules are measured against.
QueueRules first_come_first_served();

enum class QueueReason {
    for_you,         ///< was held at or handed over to this desk
    booked,          ///< has this time booked
    urgent,          ///< is urgent
    only_you,        ///< nobody else here speaks the language
    complex_here,    ///< is complex, and this desk is experienced
    complex_waited,  ///< is complex and has waited long enough for somebody experienced
    nobody_speaks,   ///< nobody here speaks the language: an interpreter helps
    longest          ///< has waited longest of those whom this desk can help
};
struct QueueChoice {
    std::size_t visitor = 0;
    QueueReason reason = QueueReason::longest;
};

/// May this desk help this visitor now? It speaks the language, or no desk does; a complex case is left to the
/// experienced for `expert_hold` minutes.
bool may_help(const QueueVisitor& visitor, std::span<const QueueDesk> desks, std::size_t desk, const QueueRules& rules);

/// The visitor whom the desk should take next; nothing when nobody waits whom it may help. Of equals the first in the
/// list. Priority accumulates (waited × rate × scarcity), so nobody waits for ever behind those who came later.
std::optional<QueueChoice> choose_next(std::span<const QueueVisitor> waiting, std::span<const QueueDesk> desks,
                                       std::size_t desk, const QueueRules& rules = {});

/// How long a visit takes, as far as is known: minutes, and variance over the squared mean.
struct ServiceTime {
    double mean = 25;
    double squared_variation = 0.7;
};
/// Between these two in four cases of five: the 10 % and 90 % quantiles, minutes.
struct WaitRange {
    double low = 0;
    double high = 0;
    bool operator==(const WaitRange&) const = default;
};
/// How long the visitor `at` in the list (in order of service, as far as it can be told) has still to wait; nothing
/// when no desk is open. From the state of the queue: the work ahead, shared among the desks that can help, gamma
/// distributed (docs of Whitt 1999; measured in bench/README.md).
std::optional<WaitRange> wait_range(std::span<const QueueVisitor> waiting, std::size_t at,
                                    std::span<const QueueDesk> desks, const ServiceTime& service = {});

}  // namespace samrum::optimise
