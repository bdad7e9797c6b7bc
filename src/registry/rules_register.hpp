#pragma once
#include "foundation/base/result.hpp"
#include "registry/model.hpp"

#include <optional>
#include <string_view>

/// What may stand in the register, and how long it is kept. Pure.
namespace samrum::registry {

/// What is wrong with a document on its way in, all at once: `registry.document.about`, `.about_long`,
/// `.counterpart` (what came in or went out has one), `.counterpart_long`, `.day` (not after today), and the marking's.
base::Problems judge_document(const NewDocument& document, base::Date today);
/// `registry.marking.provision`, `.authority`, `.day`.
base::Problems judge_marking(const Marking& marking, base::Date today);
/// May a case be described so? Not empty, and not too long.
bool is_about(std::string_view text);
/// Was a number given before its series began here, in the registry that was there before? `year` is 0 in a series that
/// counts on for ever.
bool is_older(const Series& series, int year, std::int64_t ordinal);
/// `registry.rule.what`, `.years` (0 to 200).
base::Problems judge_rule(const Rule& rule);
/// A disposal needs a decision that was made: `registry.disposal.decision`, `.decided_on`, and `registry.disposal.rule`
/// when nothing under the rule may be disposed of: it is kept for ever, or stands on no decision.
base::Problems judge_disposal(const Rule& rule, std::string_view decision, std::optional<base::Date> decided_on,
                              base::Date today);

/// Documents of before this day have been kept as long as the rule says; nothing: kept for ever.
std::optional<base::Date> kept_until(const Rule& rule, base::Date today);

}  // namespace samrum::registry
