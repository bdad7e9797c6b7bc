#pragma once
#include "directory/model_organisation.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

struct CompactKind;
using CompactId = base::Id<CompactKind>;
struct AccessionKind;
using AccessionId = base::Id<AccessionKind>;

/// Where a compact holds: for the country, a region (RÖK) or a municipality (LÖK).
enum class CompactLevel { national, regional, local };
inline constexpr CompactLevel kCompactLevels[] = {CompactLevel::national, CompactLevel::regional, CompactLevel::local};
std::string_view level_name(CompactLevel level);  ///< "national"
std::optional<CompactLevel> level_named(std::string_view name);

struct Principle {
    std::string title;
    std::string text;  ///< what it means; may be empty
    bool operator==(const Principle&) const = default;
};

/// Överenskommelsen: a declaration of intent between the public sector and the idea-based sector, built on principles,
/// that the agreements of single partnerships rest on (domain.md O1 to O3).
struct Compact {
    CompactId id;
    CompactLevel level = CompactLevel::local;
    std::string title;
    std::vector<std::string> parties;  ///< as written: "Lunds kommun"
    std::string adopted_by;            ///< "kommunfullmäktige"
    base::Date adopted_on;
    std::string paragraph;  ///< "§ 16"; empty: has none
    std::optional<std::string> website;
    std::vector<Principle> principles;
};

/// How far an association has come with joining.
enum class AccessionState {
    submitted,  ///< the minutes are in, nobody has answered
    accepted,   ///< it has joined
    declined,   ///< the officer declined, with a reason
    withdrawn,  ///< the association took it back before it was answered
    left        ///< it had joined and has left
};
std::string_view state_name(AccessionState state);  ///< "submitted"
std::optional<AccessionState> accession_state_named(std::string_view name);

/// An association's joining: a decision of its board, sent in as minutes (domain.md O4).
struct Accession {
    AccessionId id;
    CompactId compact;
    OrganisationId organisation;
    std::string name;       ///< of the organisation, as it was when it applied
    base::Date decided_on;  ///< by its board
    std::string statement;  ///< its democratic value base, in its own words
    base::Uuid minutes;     ///< an attachment of the room
    base::Date submitted_on;
    std::string submitted_by;  ///< a function
    AccessionState state = AccessionState::submitted;
    std::optional<base::Date> answered_on = {};
    std::string reason = {};  ///< of the answer, or of leaving
    std::optional<base::Date> left_on = {};
};

}  // namespace samrum::directory
