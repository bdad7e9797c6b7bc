#include "partnership/reports/actions_read.hpp"

namespace samrum::partnership::reports {

std::vector<Report> approved_reports(store::Reader&, AgreementId) {
    base::ensure(false, "written in the next step");
    return {};
}
std::vector<Report> read_reports(store::Reader&, const module::Caller&, AgreementId) {
    base::ensure(false, "written in the next step");
    return {};
}
std::optional<Report> read_report(store::Reader&, const module::Caller&, AgreementId, ReportId) {
    base::ensure(false, "written in the next step");
    return std::nullopt;
}
std::vector<Report> public_reports(store::Reader&, AgreementId) {
    base::ensure(false, "written in the next step");
    return {};
}

}  // namespace samrum::partnership::reports
