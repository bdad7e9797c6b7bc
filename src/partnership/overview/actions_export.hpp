#pragma once
#include "foundation/text/words.hpp"
#include "partnership/overview/actions_overview.hpp"

#include <string>

namespace samrum::partnership::overview {

/// A file of the overview.
struct ExportedFile {
    std::string bytes;
    std::string type;
    std::string name;
};
/// What of it a CSV file holds; a spreadsheet holds all three, a sheet each.
enum class Part { agreements, figures, money };
std::optional<Part> part_named(std::string_view word);

/// What the next date is about: "Halvårsrapport".
std::string say_next(const text::Words& words, const Next& next);
/// Whose it is to do: "Socialförvaltningen"; empty where it asks nobody.
std::string say_owner(const text::Words& words, const Next& next);

/// The agreements that fit, all of them, with their figures and money. No figure is divided by any sum.
ExportedFile export_spreadsheet(const text::Words& words, const module::RoomHead& head, const Overview& overview,
                                bool is_public_room, base::Date today);
ExportedFile export_csv(const text::Words& words, const module::RoomHead& head, const Overview& overview, Part part,
                        bool is_public_room, base::Date today);

}  // namespace samrum::partnership::overview
