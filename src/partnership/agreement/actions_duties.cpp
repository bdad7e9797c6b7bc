#include "partnership/agreement/actions_duties.hpp"

#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/agreement/rules_next_date.hpp"

#include <algorithm>

namespace samrum::partnership::agreement {
namespace {

constexpr int kDaysBack = 30;
constexpr int kMonthsAhead = 12;
constexpr int kDaysToFindSomebody = 7;

/// Days that ask somebody to do something; the others (begins, ends, counted) are for the timeline. Reviews are asked
/// for by the changes and meetings by the steering group, which know when they were held.
bool asks(DateKind kind) {
    switch (kind) {
        case DateKind::report:
        case DateKind::follow_up:
        case DateKind::instalment:
        case DateKind::year_end_account:
        case DateKind::notice:
        case DateKind::renewal:
            return true;
        default:
            return false;
    }
}

/// What another slice asks for, which knows more than the day: money what is paid, papers what was sent to the
/// committee (both at home), reports what is written.
bool is_asked_elsewhere(const Agreement& agreement, const KeyDate& date, bool at_home) {
    if (date.kind == DateKind::instalment) return at_home;
    if (date.kind != DateKind::report) return false;
    const auto report = std::ranges::find(agreement.reports, date.subject, &Report::key);
    if (report == agreement.reports.end()) return false;
    switch (report->kind) {
        case ReportKind::half_year:
        case ReportKind::annual:
        case ReportKind::experience:
            return true;
        case ReportKind::committee:
            return at_home;
        default:
            return false;
    }
}

/// In a copy, only what is that room's own parties' to do, or all parties' together.
bool is_of_others(const std::vector<PartyRow>& parties, const std::optional<store::RoomId>& place,
                  const KeyDate& date) {
    return place && !date.owed_by.empty() && std::ranges::none_of(parties, [&](const PartyRow& one) {
               return one.room == place->uuid() && std::ranges::find(date.owed_by, one.key) != date.owed_by.end();
           });
}

/// Who there is in the room: an officer in a public party's, a coordinator in an association's, whether anything of the
/// agreement is counted there or not.
module::Role asked_role(const AgreementHead& head, store::Reader& room) {
    const auto place = room.place();
    if (!place || head.home_room == place->uuid()) return module::Role::officer;
    for (const PartyRow& one : parties_of(room, head.id))
        if (one.room == place->uuid() && one.side == Side::public_side) return module::Role::officer;
    return module::Role::coordinator;
}

/// Figures that leave by themselves rest while nobody coordinates the room: its administrator finds somebody.
void add_resting(store::Reader& room, std::vector<module::Duty>& duties) {
    for (const StandingDelivery& rule : standing_rules(room)) {
        if (!rule.paused_on) continue;
        duties.push_back({"delivery/standing/paused/" + rule.paused_on->iso(),
                          {"partnership.duty.standing_paused", {}},
                          rule.paused_on->plus_days(kDaysToFindSomebody),
                          {},
                          module::Role::administrator,
                          "/grants"});
        return;
    }
}

}  // namespace

std::vector<module::Duty> duties_of_room(store::Reader& room, base::Date today) {
    std::vector<module::Duty> duties;
    add_resting(room, duties);
    for (const AgreementHead& head : list_agreements(room)) {
        if (!head.in_force(today) && !(head.last && head.last->plus_days(kDaysBack) >= today)) continue;
        const auto version = find_version(room, head.id, head.version);
        auto file = read_agreement(version->document);
        base::ensure(static_cast<bool>(file), "an agreement that was let in reads again");
        const module::Role role = asked_role(head, room);
        const bool at_home = room.place() && room.place()->uuid() == head.home_room;
        const auto parties = at_home ? std::vector<PartyRow>{} : parties_of(room, head.id);
        const base::Date horizon = today.plus_months(kMonthsAhead);
        for (const KeyDate& one : as_things_stand(key_dates(file->agreement, file->criteria, horizon), head)) {
            if (!asks(one.kind) || one.day < today.plus_days(-kDaysBack) || one.day > horizon) continue;
            if (is_asked_elsewhere(file->agreement, one, at_home)) continue;
            if (!at_home && is_of_others(parties, room.place(), one)) continue;
            const base::Message what{"partnership.duty",
                                     {{"kind", std::string(word_of(one.kind))},
                                      {"subject", date_subject(file->agreement, one)},
                                      {"agreement", head.activity.empty() ? head.title : head.activity}}};
            duties.push_back({"agreement/" + head.slug + "/" + std::string(word_of(one.kind)) + "/" + one.day.iso() +
                                  "/" + one.subject,
                              what,
                              one.day,
                              {},
                              role,
                              "/agreements/" + head.id.text() + "/dates",
                              head.id.uuid()});
        }
    }
    std::stable_sort(duties.begin(), duties.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
    return duties;
}

}  // namespace samrum::partnership::agreement
