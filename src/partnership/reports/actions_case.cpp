#include "partnership/reports/actions_case.hpp"

#include "foundation/module/module.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/agreement/rules_index.hpp"
#include "partnership/money/actions_read.hpp"
#include "partnership/reports/repository_report.hpp"
#include "partnership/reports/rules_statistics.hpp"
#include "partnership/reports/rules_template.hpp"

#include <algorithm>

namespace samrum::partnership::reports {

std::optional<Case> load_case(store::Reader& room, AgreementId id) {
    const auto head = agreement::find_agreement(room, id);
    const auto version = head ? agreement::find_version(room, id, head->version) : std::nullopt;
    if (!version) return std::nullopt;
    auto file = agreement::read_agreement(version->document);
    base::ensure(static_cast<bool>(file), "an agreement that was let in reads again");
    agreement::note_ending(file.value().agreement, *head);
    return Case{*head, std::move(file.value().agreement), agreement::parties_of(room, id),
                agreement::commitments_of(room, id)};
}

std::vector<Case> load_cases(store::Reader& room) {
    std::vector<Case> all;
    for (const agreement::AgreementHead& head : agreement::list_agreements(room))
        if (auto one = load_case(room, head.id)) all.push_back(std::move(*one));
    return all;
}

bool is_written_here(const Case& about, std::string_view party, store::RoomId place) {
    const agreement::PartyRow* row = about.party(party);
    const bool has_own = row && row->room && *row->room != about.head.home_room;
    return has_own ? *row->room == place.uuid() : place == about.home();
}

std::vector<store::RoomId> rooms_of_others(const Case& about) {
    std::vector<store::RoomId> rooms;
    for (const agreement::PartyRow& one : about.parties) {
        if (!one.room || *one.room == about.head.home_room) continue;
        const store::RoomId room{*one.room};
        if (std::find(rooms.begin(), rooms.end(), room) == rooms.end()) rooms.push_back(room);
    }
    return rooms;
}

Template layout_of(store::Reader& room, const Case& about, ReportKind kind) {
    auto own = newest_template(room, about.home(), kind);
    return own ? std::move(*own) : shipped_template(kind);
}

std::vector<StatisticsRow> figures_of(store::Reader& room, const module::House& house, const Case& about,
                                      const base::Period& period) {
    Delivered delivered{agreement::newest_only(agreement::deliveries_of(room, about.head.id.uuid())), {}};
    if (!about.agreement.predecessor.empty())
        if (const auto before = agreement::find_agreement_by_slug(room, about.home(), about.agreement.predecessor))
            delivered.predecessor = agreement::newest_only(agreement::deliveries_of(room, before->id.uuid()));
    return statistics_of(about.commitments, delivered, period, [&](std::string_view name) {
        const module::Measure* measure = house.measure(name);
        return measure && measure->adds == module::Adds::over_time;
    });
}

std::vector<EconomyRow> economy_of(store::Reader& room, const Case& about, const base::Period& period,
                                   base::Date today) {
    std::vector<EconomyRow> rows;
    if (*room.place() != about.home()) return rows;
    for (const money::LiveInstalment& one : money::instalments_of(room, about.head.id, today)) {
        if (one.status == money::Status::stopped || !period.contains(one.listed())) continue;
        EconomyRow row{one.title + (one.of > 1 ? " " + std::to_string(one.number) + "/" + std::to_string(one.of) : ""),
                       one.payer_name, one.sum, std::nullopt, std::nullopt};
        if (one.status == money::Status::authorised || one.status == money::Status::paid)
            row.authorised = one.payment ? std::optional(one.payment->sum) : one.sum;
        else
            row.authorised = base::Money{};
        row.paid = one.status == money::Status::paid && one.payment ? one.payment->sum : base::Money{};
        rows.push_back(std::move(row));
    }
    return rows;
}

void add_live(store::Reader& room, const module::House& house, const Case& about, Report& report) {
    if (report.state != State::draft) return;
    report.statistics = figures_of(room, house, about, report.about.period);
    report.economy = economy_of(room, about, report.about.period, house.clocks.today());
}

}  // namespace samrum::partnership::reports
