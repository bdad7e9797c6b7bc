#include "partnership/agreement/model.hpp"

#include <fmt/format.h>

namespace samrum::partnership::agreement {

base::Result<Target> Target::of(Bound bound, std::int64_t quantity, std::optional<std::int64_t> upper, std::string unit,
                                Per per) {
    base::ProblemList problems;
    const bool between = bound == Bound::between;
    if (quantity < 0) problems.add(base::problem("quantity", "partnership.target.negative"));
    if (between && !upper) problems.add(base::problem("upper", "partnership.target.upper_missing"));
    if (!between && upper) problems.add(base::problem("upper", "partnership.target.upper_unwanted"));
    if (between && upper && *upper < quantity) problems.add(base::problem("upper", "partnership.target.upside_down"));
    if (unit.empty()) problems.add(base::problem("unit", "partnership.target.unit_missing"));
    if (!problems.empty()) return problems.all();
    Target target;
    target.bound_ = bound;
    target.quantity_ = quantity;
    target.upper_ = upper;
    target.unit_ = std::move(unit);
    target.per_ = per;
    return target;
}

bool Target::kept_by(std::int64_t count) const {
    switch (bound_) {
        case Bound::at_least:
            return count >= quantity_;
        case Bound::at_most:
            return count <= quantity_;
        case Bound::exactly:
            return count == quantity_;
        case Bound::between:
            return count >= quantity_ && count <= *upper_;
    }
    return false;
}

base::Result<Sum> Sum::range(base::Money from, base::Money to) {
    if (from > to) return base::problem("", "partnership.sum.upside_down");
    return Sum{from, to};
}

Sum Sum::operator+(const Sum& other) const {
    if (!is_known() || !other.is_known()) return {};
    Sum sum{*from_, *to_};
    if (__builtin_add_overflow(from_->ore, other.from_->ore, &sum.from_->ore)) return {};
    if (__builtin_add_overflow(to_->ore, other.to_->ore, &sum.to_->ore)) return {};
    return sum;
}

base::Result<MonthDay> MonthDay::parse(std::string_view text) {
    const auto day = base::Date::parse("2019-" + std::string(text));  // no leap year: 29 February is not in every year
    if (!day) return base::problem("", "partnership.month_day.unreadable", {{"text", std::string(text)}});
    return MonthDay{day->month(), day->day()};
}

std::string MonthDay::text() const {
    return fmt::format("{:02}-{:02}", month, day);
}

const Organisation* Agreement::organisation(std::string_view wanted) const {
    for (const Organisation& one : organisations)
        if (one.key == wanted) return &one;
    return nullptr;
}

const Party* Agreement::party(std::string_view of_organisation) const {
    for (const Party& one : parties)
        if (one.organisation == of_organisation) return &one;
    return nullptr;
}

const Part* Agreement::part(std::string_view wanted) const {
    for (const Part& one : parts)
        if (one.key == wanted) return &one;
    return nullptr;
}

const Season* Agreement::season(std::string_view wanted) const {
    for (const Season& one : seasons)
        if (one.key == wanted) return &one;
    return nullptr;
}

std::string Agreement::name_of(std::string_view organisation_key) const {
    const Organisation* found = organisation(organisation_key);
    return found ? found->name : std::string(organisation_key);
}

}  // namespace samrum::partnership::agreement
