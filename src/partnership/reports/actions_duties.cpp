#include "partnership/reports/actions_duties.hpp"

#include "partnership/reports/actions_open.hpp"

#include <algorithm>
#include <optional>

namespace samrum::partnership::reports {
namespace {

using base::Date;

constexpr int kMonthsAhead = 12;

std::string short_name(const Case& about) {
    return about.head.activity.empty() ? about.head.title : about.head.activity;
}

/// The task that it makes, and for whom: the officer where the agreement is at home, else the coordinator.
module::Duty duty(const Case& about, const OpenReport& open, bool at_home, const std::string& what, const char* key,
                  base::MessageArgs more = {}) {
    const Planned& planned = open.planned;
    base::MessageArgs args{{"kind", std::string(word_of(planned.kind))},
                           {"agreement", short_name(about)},
                           {"until", planned.period.last()->iso()}};
    args.insert(args.end(), more.begin(), more.end());
    const std::string below = "/agreements/" + about.head.id.text() + "/reports";
    return {"report/" + about.head.id.text() + "/" + std::string(word_of(planned.kind)) + "/" + planned.period.iso() +
                "/" + what + (open.version > 1 ? "-" + std::to_string(open.version) : ""),
            {key, std::move(args)},
            open.due,
            {},
            at_home ? module::Role::officer : module::Role::coordinator,
            open.report ? below + "/" + open.report->text() : below,
            about.head.id.uuid()};
}

std::optional<module::Duty> duty_of(const Case& about, const OpenReport& open, bool at_home, Date today) {
    switch (open.wanted) {
        case Wanted::begin:
            return duty(about, open, at_home, "write", "report.duty.write");
        case Wanted::part:
            return duty(about, open, at_home, "part/" + open.parties.front(), "report.duty.write");
        case Wanted::awaited:  // another room's task, until it is late
            if (today <= open.due) return std::nullopt;
            return duty(about, open, at_home, "missing/" + open.parties.front(), "report.duty.missing",
                        {{"party", about.agreement.name_of(open.parties.front())}});
        case Wanted::approval:
            return duty(about, open, at_home, "approve", "report.duty.approve");
    }
    return std::nullopt;
}

}  // namespace

std::vector<module::Duty> duties_of_reports(store::Reader& room, Date today) {
    std::vector<module::Duty> duties;
    for (const Case& about : load_cases(room)) {
        const bool at_home = *room.place() == about.home();
        for (const OpenReport& open : open_reports_of(room, about, today, today.plus_months(kMonthsAhead)))
            if (auto one = duty_of(about, open, at_home, today)) duties.push_back(std::move(*one));
    }
    std::stable_sort(duties.begin(), duties.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
    return duties;
}

}  // namespace samrum::partnership::reports
