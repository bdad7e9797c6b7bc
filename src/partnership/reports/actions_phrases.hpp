#pragma once
#include "foundation/text/words.hpp"
#include "partnership/reports/model.hpp"

#include <optional>
#include <string>

/// How a report says its values: pages, files and commands alike.
namespace samrum::partnership::reports {

/// "33 tillfällen", "färre än fem", "inte lämnat".
std::string say_value(const text::Words& words, const std::optional<StatedValue>& value, const std::string& unit);
/// "Halvårsrapport", "Årsrapport", "Erfarenhetsrapport"
std::string say_kind(const text::Words& words, ReportKind kind);
/// "Halvårsrapport 1 juli 2019–31 december 2019", with its version from the second on
std::string say_subject(const text::Words& words, const Subject& about);
std::string say_state(const text::Words& words, State state);
std::string say_verdict(const text::Words& words, Verdict verdict);
/// A section's title and guidance: the body's, else the house's.
std::string say_title(const text::Words& words, const TemplateSection& section);
std::string say_guidance(const text::Words& words, const TemplateSection& section);

}  // namespace samrum::partnership::reports
