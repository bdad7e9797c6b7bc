#include "partnership/papers/actions_neighbours.hpp"

#include "partnership/changes/actions_events.hpp"
#include "partnership/reports/actions_read.hpp"

namespace samrum::partnership::papers {

std::vector<reports::Report> approved_of(store::Reader& room, AgreementId agreement) {
    return reports::approved_reports(room, agreement);
}
void tell_signed(store::Transaction& tx, const store::Actor& who, AgreementId agreement, base::Date on) {
    changes::record_signed(tx, who, agreement, on);
}

}  // namespace samrum::partnership::papers
