#include "partnership/agreement/rules_next_date.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

/// Days that tell and ask nobody for anything.
bool only_tells(DateKind kind) {
    return kind == DateKind::counted || kind == DateKind::longest_end;
}
/// Days that come though the agreement has ended: what was promised about its time is still to be told.
bool outlives(DateKind kind) {
    return kind == DateKind::report || kind == DateKind::follow_up || kind == DateKind::year_end_account ||
           kind == DateKind::appeal_ends;
}

}  // namespace

std::optional<KeyDate> next_date(std::span<const KeyDate> dates, const AgreementHead& head, base::Date today,
                                 std::span<const KeyDate> open) {
    std::optional<KeyDate> next;
    const auto take = [&](const KeyDate& one) {
        if (!next || one.day < next->day) next = one;
    };
    for (const KeyDate& one : open) take(one);
    for (const KeyDate& one : dates) {
        if (only_tells(one.kind) || one.day < today) continue;
        if (head.ended_on && (one.kind == DateKind::ends || (one.day > *head.ended_on && !outlives(one.kind))))
            continue;
        take(one);
    }
    if (head.ended_on && *head.ended_on >= today) {
        KeyDate end;
        end.kind = DateKind::ends;
        end.day = *head.ended_on;
        end.origin = Origin::computed;
        take(end);
    }
    return next;
}

}  // namespace samrum::partnership::agreement
