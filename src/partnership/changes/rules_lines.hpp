#pragma once
#include "partnership/changes/rules.hpp"

#include <algorithm>
#include <utility>

/// What the rules ask of the lines that were written before.
namespace samrum::partnership::changes {

/// The order in which lines count: the day they happened, then the order they were written.
inline bool is_before(const Event& a, const Event& b) {
    return std::pair(a.on, a.number) < std::pair(b.on, b.number);
}
/// The latest line that counts and is such a one; null: there is none.
template <class Is>
const Event* latest(const Course& course, Is is) {
    const Event* found = nullptr;
    for (const Event& one : course.events)
        if (!one.corrected && is(one)) found = &one;
    return found;
}
inline const Event* latest_of(const Course& course, EventKind kind) {
    return latest(course, [&](const Event& one) { return one.kind == kind; });
}
inline bool has_answer(const Course& course, const Event& to_line, EventKind kind) {
    return latest(course, [&](const Event& one) { return one.kind == kind && one.about == to_line.id; }) != nullptr;
}
/// Does this case of notice need something that happened first?
inline bool needs_cause(agreement::NoticeCase on) {
    using enum agreement::NoticeCase;
    return on == breach || on == changed_circumstances || on == breach_or_changed_circumstances;
}

}  // namespace samrum::partnership::changes
