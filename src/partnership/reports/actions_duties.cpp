#include "partnership/reports/actions_duties.hpp"

#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/repository_report.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

using base::Date;

constexpr int kMonthsAhead = 12;
constexpr int kDaysToApprove = 30;

std::string short_name(const Case& about) {
    return about.head.activity.empty() ? about.head.title : about.head.activity;
}

module::Duty duty(const Case& about, const Planned& planned, const std::string& what, const char* key, Date due,
                  std::string link, const std::string& party = "") {
    base::MessageArgs args{{"kind", std::string(word_of(planned.kind))},
                           {"agreement", short_name(about)},
                           {"until", planned.period.last()->iso()}};
    if (!party.empty()) args.emplace_back("party", party);
    return {"report/" + about.head.id.text() + "/" + std::string(word_of(planned.kind)) + "/" + planned.period.iso() +
                "/" + what,
            {key, std::move(args)},
            due,
            {},
            module::Role::officer,
            std::move(link),
            about.head.id.uuid()};
}

const Report* newest(const std::vector<Report>& reports, const Planned& planned) {
    for (const Report& one : reports)
        if (one.about.kind == planned.kind && one.about.period == planned.period) return &one;
    return nullptr;
}

void add_for(store::Reader& room, const Case& about, const Planned& planned, const Report* report, Date today,
             std::vector<module::Duty>& duties) {
    const store::RoomId place = *room.place();
    const bool home = place == about.home();
    const std::string below = "/agreements/" + about.head.id.text() + "/reports";
    const std::string link = report ? below + "/" + report->id.text() : below;
    const Date due = due_day(planned, report ? report->layout : layout_of(room, about, planned.kind));
    const std::string version = report && report->about.version > 1 ? "-" + std::to_string(report->about.version) : "";
    const auto add = [&](module::Duty one) {
        one.role = home ? module::Role::officer : module::Role::coordinator;
        duties.push_back(std::move(one));
    };
    if (!report) {
        const bool ours = std::any_of(planned.writers.begin(), planned.writers.end(),
                                      [&](const std::string& party) { return is_written_here(about, party, place); });
        if (ours && is_drafted_by_itself(planned, std::max(today, planned.period.last()->plus_days(1))))
            add(duty(about, planned, "write", "report.duty.write", due, link));
        return;
    }
    if (report->state == State::draft)
        for (const Part& part : report->parts) {
            if (part.submitted_on) continue;
            if (part.written_here)
                add(duty(about, planned, "part/" + part.party + version, "report.duty.write", due, link));
            else if (home && today > due)
                add(duty(about, planned, "missing/" + part.party + version, "report.duty.missing", due, link,
                         part.name));
        }
    if (home && report->state == State::submitted)
        add(duty(about, planned, "approve" + version, "report.duty.approve",
                 report->submitted_on->plus_days(kDaysToApprove), link));
}

}  // namespace

std::vector<module::Duty> duties_of_reports(store::Reader& room, Date today) {
    std::vector<module::Duty> duties;
    for (const Case& about : load_cases(room)) {
        const auto reports = load_reports(room, about.head.id);
        for (const Planned& planned : planned_reports(about.agreement, today.plus_months(kMonthsAhead))) {
            if (*planned.period.last() > today.plus_months(kMonthsAhead)) continue;
            add_for(room, about, planned, newest(reports, planned), today, duties);
        }
    }
    std::stable_sort(duties.begin(), duties.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
    return duties;
}

}  // namespace samrum::partnership::reports
