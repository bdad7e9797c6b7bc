#include "partnership/reports/actions_read.hpp"

#include "partnership/agreement/actions_read.hpp"
#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/actions_permission.hpp"
#include "partnership/reports/repository_report.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

bool same_report(const Report& a, const Report& b) {
    return a.about.kind == b.about.kind && a.about.period == b.about.period;
}

bool writes_here(const module::Caller& caller) {
    return module::may_for(caller, kWriteReports, caller.room_organisation);
}

}  // namespace

std::vector<Report> approved_reports(store::Reader& room, AgreementId agreement) {
    std::vector<Report> newest;
    for (Report& one : load_reports(room, agreement)) {
        if (!one.approved_on) continue;
        // Versions of one report stand together, the newest first.
        if (newest.empty() || !same_report(newest.back(), one)) newest.push_back(std::move(one));
    }
    return newest;
}

std::vector<Report> public_reports(store::Reader& room, AgreementId agreement) {
    const auto about = load_case(room, agreement);
    if (!about || about->home() != *room.place()) return {};
    auto all = approved_reports(room, agreement);
    std::erase_if(all, [](const Report& one) { return !one.published; });
    return all;
}

std::vector<Report> read_reports(store::Reader& room, const module::House& house, const module::Caller& caller,
                                 AgreementId agreement) {
    if (!agreement::read_agreement_of(room, caller, agreement)) return {};
    const auto about = load_case(room, agreement);
    auto all = load_reports(room, agreement);
    if (!writes_here(caller)) std::erase_if(all, [](const Report& one) { return one.state == State::draft; });
    for (Report& one : all) add_live(room, house, *about, one);
    return all;
}

std::optional<Report> read_report(store::Reader& room, const module::House& house, const module::Caller& caller,
                                  AgreementId agreement, ReportId id) {
    for (Report& one : read_reports(room, house, caller, agreement))
        if (one.id == id) return std::move(one);
    return std::nullopt;
}

std::optional<Report> version_before(store::Reader& room, const Report& report) {
    Subject about = report.about;
    --about.version;
    return about.version < 1 ? std::nullopt : load_report(room, about);
}

}  // namespace samrum::partnership::reports
