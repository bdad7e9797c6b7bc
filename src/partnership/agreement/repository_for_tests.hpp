#pragma once
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_delivery.hpp"

namespace samrum::partnership::agreement {

/// Lets a measure count a promise from `since` to the agreement's end, whatever unit both have: what tests of figures
/// about people need, and rebind() refuses.
inline void count_by(store::Session& room, AgreementId agreement, std::string_view commitment, std::string_view measure,
                     base::Date since) {
    room.transaction([&](store::Transaction& tx) {
        for (const Binding& old : bindings_of(tx, agreement.uuid(), commitment)) delete_binding(tx, old.id);
        const auto days = find_agreement(tx, agreement)->period();
        insert_binding(tx, {BindingId::ordered(),
                            agreement.uuid(),
                            std::string(commitment),
                            std::string(measure),
                            {},
                            base::Period{since, days->last()}});
    });
}

}  // namespace samrum::partnership::agreement
