#include "partnership/reports/actions_write.hpp"

#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/actions_permission.hpp"
#include "partnership/reports/rules_section.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

/// Another room's judgements are not to be slipped in: those of the promises that the draft holds, and no others.
bool judges_the_same(const SectionContent& saved, const SectionContent& next) {
    const auto key = [](const Judgement& one) { return std::string_view(one.commitment); };
    return std::ranges::equal(saved.judgements, next.judgements, {}, key, key);
}

}  // namespace

std::optional<WrittenSection> section_to_write(store::Reader& room, const module::Caller& caller,
                                               const SectionPlace& place) {
    if (!module::may_for(caller, kWriteReports, caller.room_organisation)) return std::nullopt;
    auto report = load_report(room, place.report);
    if (!report || report->about.agreement != place.agreement || report->state != State::draft) return std::nullopt;
    const auto part = std::find_if(report->parts.begin(), report->parts.end(),
                                   [&](const Part& one) { return one.party == place.party; });
    const TemplateSection* section = report->layout.section(place.section);
    if (part == report->parts.end() || !part->written_here || part->submitted_on || !section) return std::nullopt;
    WrittenSection found{{}, *part, *section, {}, asides_of(room, place.report, place.party, place.section)};
    if (auto saved = load_section(room, place.report, place.party, place.section)) found.saved = std::move(*saved);
    found.report = std::move(*report);
    return found;
}

base::Result<base::Done> write_section(store::Session& room, const module::Caller& caller, base::Date today,
                                       const SectionPlace& place, const SectionContent& content,
                                       std::int64_t read_revision) {
    bool too_late = false;
    auto done = room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("reports");
        const auto found = section_to_write(tx, caller, place);
        if (!found || !judges_the_same(found->saved.content, content)) return module::refusal();
        auto checked = checked_content(content);
        if (!checked) return checked.problems();
        too_late = false;
        if (*checked == found->saved.content) return base::Done{};
        if (!save_section(tx, place.report, place.party, place.section, {*checked, 0, today, caller.label},
                          read_revision)) {
            too_late = true;
            return base::problem("text", "report.section.changed_meanwhile",
                                 {{"who", found->saved.edited_by}, {"day", found->saved.edited_on.iso()}});
        }
        tx.journal(caller.actor(), {"report.section_written", place.report.text() + "/" + place.section, "{}"});
        return base::Done{};
    });
    if (too_late)
        room.transaction([&](store::Transaction& tx) {
            insert_aside(tx,
                         {AsideId::ordered(), place.report, place.party, place.section, content, today, caller.label});
            tx.journal(caller.actor(), {"report.text_set_aside", place.report.text() + "/" + place.section, "{}"});
        });
    return done;
}

base::Result<base::Done> drop_aside(store::Session& room, const module::Caller& caller, const SectionPlace& place,
                                    AsideId aside) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("reports");
        if (!section_to_write(tx, caller, place) || !delete_aside(tx, aside, place.report)) return module::refusal();
        tx.journal(caller.actor(), {"report.text_dropped", place.report.text() + "/" + place.section, "{}"});
        return base::Done{};
    });
}

}  // namespace samrum::partnership::reports
