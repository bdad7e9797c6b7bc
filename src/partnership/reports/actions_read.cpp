#include "partnership/reports/actions_read.hpp"

#include "partnership/agreement/actions_read.hpp"
#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/actions_permission.hpp"
#include "partnership/reports/repository_report.hpp"

#include <algorithm>

namespace samrum::partnership::reports {
namespace {

/// The newest version of each report that was approved, or also published.
std::vector<Report> newest_versions(store::Reader& room, AgreementId agreement, bool published_only) {
    std::vector<Report> newest;
    for (Report& one : load_reports(room, agreement)) {
        if (!one.approved_on || (published_only && !one.published)) continue;
        // Versions of one report stand together, the newest first.
        if (newest.empty() || !same_report(newest.back(), one)) newest.push_back(std::move(one));
    }
    return newest;
}

bool writes_here(const module::Caller& caller) {
    return module::may_for(caller, kWriteReports, caller.room_organisation);
}

}  // namespace

std::vector<Report> approved_reports(store::Reader& room, AgreementId agreement) {
    return newest_versions(room, agreement, false);
}

std::vector<Report> public_reports(store::Reader& room, AgreementId agreement) {
    const auto about = load_case(room, agreement);
    if (!about || about->home() != *room.place()) return {};
    return newest_versions(room, agreement, true);
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
