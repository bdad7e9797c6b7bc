#pragma once
#include "foundation/store/store.hpp"
#include "partnership/reports/model.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::reports {

/// A report with its parts and what they wrote. A submitted one is read from what was frozen.
std::optional<Report> load_report(store::Reader& room, ReportId id);
/// The one that is about this, if the room has it.
std::optional<Report> load_report(store::Reader& room, const Subject& about);
/// Of an agreement, the latest period first, the newest version first.
std::vector<Report> load_reports(store::Reader& room, AgreementId agreement);
/// Those that somebody has yet to write or to approve, whatever agreement.
std::vector<Report> open_reports(store::Reader& room);

/// Writes a new report with its parts and sections.
void insert_report(store::Transaction& tx, const Report& one);
/// Writes its state and dates, and what is frozen: nothing while it is a draft.
void save_state(store::Transaction& tx, const Report& one);
/// Writes when and by whom a part was submitted, and why it came back.
void save_part(store::Transaction& tx, ReportId report, const Part& part);
/// Puts a whole part in place of what the room had of it, from the room that it comes from.
void replace_part(store::Transaction& tx, ReportId report, const Part& part, base::Date on);

/// A section as it stands, with the revision that a save must name.
struct SavedSection {
    SectionContent content;
    std::int64_t revision = 0;
    base::Date edited_on;
    std::string edited_by;
};
std::optional<SavedSection> load_section(store::Reader& room, ReportId report, std::string_view party,
                                         std::string_view section);
/// Writes over the revision that was read; false when somebody else has written since.
bool save_section(store::Transaction& tx, ReportId report, std::string_view party, std::string_view section,
                  const SavedSection& next, std::int64_t read_revision);

/// A text that came too late.
struct AsideKind;
using AsideId = base::Id<AsideKind>;
struct Aside {
    AsideId id;
    ReportId report;
    std::string party;
    std::string section;
    SectionContent content;
    base::Date made_on;
    std::string made_by;
};
void insert_aside(store::Transaction& tx, const Aside& one);
bool delete_aside(store::Transaction& tx, AsideId id, ReportId report);
std::vector<Aside> asides_of(store::Reader& room, ReportId report, std::string_view party, std::string_view section);

/// The templates of an agreement's home room, in that room and in those of its partners.
void insert_template(store::Transaction& tx, store::RoomId home, const SavedTemplate& made);
bool has_template(store::Reader& room, store::RoomId home, ReportKind kind, int version);
/// The newest of a kind; nothing while the body uses the house's.
std::optional<Template> newest_template(store::Reader& room, store::RoomId home, ReportKind kind);
std::vector<SavedTemplate> templates_of(store::Reader& room, store::RoomId home, ReportKind kind);

}  // namespace samrum::partnership::reports
