#pragma once
#include "partnership/drafting/model.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What of a draft is written at a time: a section's text, a group of facts, or the whole as an agreement file.
namespace samrum::partnership::drafting {

/// Facts that belong together, in one form.
enum class Facts { parties, parts, promises, reports, period, money, ending };
inline constexpr Word<Facts> kFacts[] = {
    {Facts::parties, "parties"}, {Facts::parts, "parts"}, {Facts::promises, "promises"}, {Facts::reports, "reports"},
    {Facts::period, "period"},   {Facts::money, "money"}, {Facts::ending, "ending"}};
constexpr std::span<const Word<Facts>> words_of(Facts) {
    return kFacts;
}
/// The section that these facts stand below.
constexpr Section section_of(Facts facts) {
    switch (facts) {
        case Facts::parties:
            return Section::partners;
        case Facts::parts:
            return Section::form;
        case Facts::promises:
            return Section::contributions;
        case Facts::reports:
            return Section::reports;
        case Facts::period:
            return Section::period;
        case Facts::money:
            return Section::economy;
        default:
            return Section::renegotiation;
    }
}

/// Valid by construction; its name stands in addresses: "background", "facts-money", "file".
class DraftPart {
  public:
    static DraftPart text(Section section) { return {section, {}}; }
    static DraftPart facts(Facts facts) { return {{}, facts}; }
    static DraftPart file() { return {{}, {}}; }
    static std::optional<DraftPart> named(std::string_view name) {
        constexpr std::string_view kPrefix = "facts-";
        if (name == "file") return file();
        if (name.starts_with(kPrefix)) {
            const auto found = agreement::value_of<Facts>(name.substr(kPrefix.size()));
            return found ? std::optional(facts(*found)) : std::nullopt;
        }
        const auto section = agreement::value_of<Section>(name);
        return section ? std::optional(text(*section)) : std::nullopt;
    }

    std::optional<Section> section() const { return section_; }
    std::optional<Facts> group() const { return facts_; }
    bool is_file() const { return !section_ && !facts_; }
    std::string name() const {
        if (section_) return std::string(word_of(*section_));
        return facts_ ? "facts-" + std::string(word_of(*facts_)) : "file";
    }
    bool operator==(const DraftPart&) const = default;

  private:
    DraftPart(std::optional<Section> section, std::optional<Facts> facts) : section_(section), facts_(facts) {}
    std::optional<Section> section_;
    std::optional<Facts> facts_;
};

}  // namespace samrum::partnership::drafting
