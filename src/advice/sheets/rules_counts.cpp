#include "advice/sheets/rules_counts.hpp"

#include <algorithm>
#include <map>

namespace samrum::advice::sheets {
namespace {

/// Sorted by dimension and value, so that the order of the answer is that of the codes.
using Tally = std::map<std::pair<Dimension, std::string>, std::int64_t>;

void add(Tally& tally, Dimension dimension, std::string_view value, std::int64_t n = 1) {
    tally[{dimension, std::string(value)}] += n;
}
template <class Enum>
void add_if_said(Tally& tally, Dimension dimension, const std::optional<Enum>& value) {
    if (value) add(tally, dimension, code_of(*value));
}

void add_sheet(Tally& tally, const Sheet& sheet) {
    add(tally, Dimension::visits, "");
    add(tally, Dimension::people, "", sheet.people);
    add(tally, Dimension::cases, "", static_cast<std::int64_t>(std::max<std::size_t>(sheet.topics.size(), 1)));
    for (const Topic topic : sheet.topics) add(tally, Dimension::topic, code_of(topic));
    add(tally, Dimension::language, sheet.language);
    add(tally, Dimension::language_help, code_of(sheet.help));
    if (is_gap(sheet.help)) add(tally, Dimension::language_gap, sheet.language);
    add(tally, Dimension::length, code_of(sheet.length));
    add_if_said(tally, Dimension::gender, sheet.gender);
    add(tally, Dimension::outcome, code_of(sheet.outcome));
    add_if_said(tally, Dimension::referral, sheet.referral);
    if (sheet.unit) add(tally, Dimension::referral_unit, sheet.unit->text());
    add_if_said(tally, Dimension::sent_by, sheet.sent_by);
    if (sheet.helped_before) add(tally, Dimension::helped_before, *sheet.helped_before ? "yes" : "no");
    if (sheet.returned) add(tally, Dimension::returned, "");
}

}  // namespace

std::vector<Count> counts_of_sheets(std::span<const Sheet> sheets, bool asks_gender) {
    Tally tally;
    // A session that nobody came to is counted: none, which is not the same as not known.
    for (const Dimension known : {Dimension::visits, Dimension::people, Dimension::cases}) add(tally, known, "", 0);
    if (asks_gender)
        for (const Gender gender : genders()) add(tally, Dimension::gender, code_of(gender), 0);
    for (const Sheet& sheet : sheets) add_sheet(tally, sheet);
    std::vector<Count> counts;
    for (const auto& [key, n] : tally) counts.push_back({key.first, key.second, n});
    return counts;
}

}  // namespace samrum::advice::sheets
