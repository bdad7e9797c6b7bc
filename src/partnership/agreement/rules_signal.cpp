#include "partnership/agreement/rules_signal.hpp"

#include "partnership/agreement/rules_disclosure.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

constexpr std::string_view kRow = "row";

}  // namespace

std::vector<SignalRow> folded_rows(std::vector<std::pair<std::string, std::int64_t>> values) {
    std::int64_t folded = 0;
    std::erase_if(values, [&](const auto& one) {
        const bool goes = one.first == kFoldedValue || one.second == 0 || are_few(one.second);
        if (goes) folded += one.second;
        return goes;
    });
    std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    for (; are_few(folded) && !values.empty(); values.pop_back()) folded += values.back().second;
    std::vector<SignalRow> rows;
    rows.reserve(values.size());
    for (const auto& [value, n] : values) rows.push_back({value, n});
    if (folded > 0) rows.push_back({std::string(kFoldedValue), are_few(folded) ? std::nullopt : std::optional(folded)});
    return rows;
}

Scope row_scope(std::string_view dimension, std::string_view value) {
    return {{std::string(kRow), std::string(dimension)}, {std::string(dimension), std::string(value)}};
}

Scope scope_without_row(const Scope& scope) {
    Scope whole = scope;
    if (const auto row = row_of(scope)) {
        whole.erase(std::string(kRow));
        whole.erase(row->first);
    }
    return whole;
}

std::optional<std::pair<std::string, std::string>> row_of(const Scope& scope) {
    const auto dimension = scope.find(kRow);
    if (dimension == scope.end()) return std::nullopt;
    const auto value = scope.find(dimension->second);
    return std::pair(dimension->second, value == scope.end() ? std::string() : value->second);
}

std::vector<Delivery> signals_of(const std::vector<Delivery>& deliveries) {
    std::vector<Delivery> signals;
    for (const Delivery& one : deliveries)
        if (row_of(one.scope)) signals.push_back(one);
    return signals;
}

}  // namespace samrum::partnership::agreement
