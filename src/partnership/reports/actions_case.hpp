#pragma once
#include "foundation/module/call.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/reports/rules_plan.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the actions of reports share: the agreement that a report follows up, and who writes what from which room.
namespace samrum::partnership::reports {

/// An agreement as this room holds it. Does not look at who asks.
struct Case {
    agreement::AgreementHead head;
    agreement::Agreement agreement;
    std::vector<agreement::PartyRow> parties;
    std::vector<agreement::CommitmentRow> commitments;

    const agreement::PartyRow* party(std::string_view key) const {
        for (const agreement::PartyRow& one : parties)
            if (one.key == key) return &one;
        return nullptr;
    }
    store::RoomId home() const { return store::RoomId{head.home_room}; }
};
std::optional<Case> load_case(store::Reader& room, AgreementId id);
/// Every agreement of the room.
std::vector<Case> load_cases(store::Reader& room);

/// Is a party's part written in this room? In its own; who has none is written for at the public party's.
bool is_written_here(const Case& about, std::string_view party, store::RoomId place);
/// The rooms of the other parties, each once: who gets templates and approved reports.
std::vector<store::RoomId> rooms_of_others(const Case& about);

/// The template that a report of the kind is written by: the body's newest that reached this room, else the house's.
Template layout_of(store::Reader& room, const Case& about, ReportKind kind);

/// The figures of the days, from what this room handed over or was handed.
std::vector<StatisticsRow> figures_of(store::Reader& room, const module::House& house, const Case& about,
                                      const base::Period& period);
/// What was planned and paid in the days: known in the agreement's home room only.
std::vector<EconomyRow> economy_of(store::Reader& room, const Case& about, const base::Period& period,
                                   base::Date today);

/// Fills what is not frozen yet: a draft shows the figures of today.
void add_live(store::Reader& room, const module::House& house, const Case& about, Report& report);

}  // namespace samrum::partnership::reports
