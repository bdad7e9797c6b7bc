#include "partnership/money/actions_recorded.hpp"

#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/money/repository.hpp"

#include <algorithm>

namespace samrum::partnership::money {

std::vector<std::string> recorded_payer_changes(store::Reader& room, const base::Uuid& agreement) {
    const AgreementId id{agreement};
    const auto head = agreement::find_agreement(room, id);
    if (!head) return {};
    const auto decisions = load_ledger(room, id).payer_decisions;
    if (decisions.empty()) return {};
    const agreement::Agreement document = agreement::load_document(room, *head);
    std::vector<std::string> fields;
    for (std::size_t i = 0; i < document.payer_changes.size(); ++i) {
        const agreement::PayerChange& plan = document.payer_changes[i];
        if (std::ranges::any_of(decisions, [&](const PayerDecision& one) {
                return one.from_payer == plan.from_payer && one.to_payer == plan.to_payer;
            }))
            fields.push_back(agreement::item("payer_changes", i));
    }
    return fields;
}

}  // namespace samrum::partnership::money
