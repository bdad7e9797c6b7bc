#include "partnership/reports/actions_agenda.hpp"

namespace samrum::partnership::reports {

void put_on_agenda(store::Transaction&, const Case&, const Report&) {}

std::vector<std::string> meetings_to_choose(store::Reader&, const module::Caller&, AgreementId, const text::Words&) {
    return {};
}

}  // namespace samrum::partnership::reports
