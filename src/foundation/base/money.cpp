#include "foundation/base/money.hpp"

#include "foundation/base/readable.hpp"
#include "foundation/base/text.hpp"

namespace samrum::base {
namespace {
constexpr std::int64_t kLargest = 1'000'000'000'000'000;
}

Result<Money> Money::parse(std::string_view text) {
    const MessageArgs args{{"text", readable_text(text, 60)}};
    const auto unreadable = problem("", "base.money.unreadable", args);
    std::string plain = without_group_separators(trim(text));
    if (plain.empty()) return problem("", "base.money.missing");
    if (plain.ends_with("kr")) plain = trim(plain.substr(0, plain.size() - 2));
    const bool negative = plain.starts_with('-');
    if (negative) plain.erase(0, 1);
    std::string whole = plain;
    std::string ore = "00";
    if (const auto comma = plain.find(','); comma != std::string::npos) {
        whole = plain.substr(0, comma);
        ore = plain.substr(comma + 1);
        if (ore.size() == 1) ore += '0';
        if (ore.size() != 2) return unreadable;
    }
    std::int64_t value = 0;
    for (const char c : whole + ore) {
        if (c < '0' || c > '9') return unreadable;
        value = value * 10 + (c - '0');
        if (value > kLargest) return problem("", "base.money.too_large", args);
    }
    if (whole.empty()) return unreadable;
    return Money{negative ? -value : value};
}

std::vector<Money> Money::split(int parts) const {
    ensure(parts > 0, "money is split into at least one part");
    std::vector<Money> all(static_cast<std::size_t>(parts), Money{ore / parts});
    all.back().ore += ore % parts;
    return all;
}

}  // namespace samrum::base
