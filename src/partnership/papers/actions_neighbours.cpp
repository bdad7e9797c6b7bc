#include "partnership/papers/actions_neighbours.hpp"

#include "partnership/changes/actions_events.hpp"
#include "partnership/changes/actions_read.hpp"
#include "partnership/reports/actions_read.hpp"

namespace samrum::partnership::papers {

std::vector<reports::Report> approved_of(store::Reader& room, AgreementId agreement) {
    return reports::approved_reports(room, agreement);
}
std::optional<base::Date> amended_on(store::Reader& room, AgreementId agreement, int version) {
    for (const changes::Event& one : changes::events_of(room, agreement))
        if (one.version == version && !one.corrected) return one.on;
    return std::nullopt;
}
void tell_signed(store::Transaction& tx, const store::Actor& who, AgreementId agreement, base::Date on) {
    changes::record_signed(tx, who, agreement, on);
}

}  // namespace samrum::partnership::papers
