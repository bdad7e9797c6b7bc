#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "partnership/reports/repository_report.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace samrum::partnership::reports {

/// A section of a part that this room writes.
struct SectionPlace {
    AgreementId agreement;
    ReportId report;
    std::string party;
    std::string section;
};

/// What a person needs to write it: how it stands, its revision, and texts that came too late.
struct WrittenSection {
    Report report;
    Part part;
    TemplateSection section;
    SavedSection saved;
    std::vector<Aside> asides;
};
/// Nothing where the caller may not write it: another party's part, one that was submitted, a section that the template
/// does not have.
std::optional<WrittenSection> section_to_write(store::Reader& room, const module::Caller& caller,
                                               const SectionPlace& place);

/// Saves a section over the revision that was read. When somebody else saved meanwhile, nothing is overwritten: the
/// text is kept aside, `report.section.changed_meanwhile` is told, and both are shown. Needs kWriteReports. Other
/// problems: those of checked_content.
base::Result<base::Done> write_section(store::Session& room, const module::Caller& caller, base::Date today,
                                       const SectionPlace& place, const SectionContent& content,
                                       std::int64_t read_revision);
/// Takes a text away that came too late, when a person has seen it.
base::Result<base::Done> drop_aside(store::Session& room, const module::Caller& caller, const SectionPlace& place,
                                    AsideId aside);

}  // namespace samrum::partnership::reports
