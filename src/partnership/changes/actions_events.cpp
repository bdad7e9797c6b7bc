#include "partnership/changes/actions_events.hpp"

namespace samrum::partnership::changes {

void record_signed(store::Transaction&, const store::Actor&, AgreementId, base::Date) {
    base::ensure(false, "not built yet");
}

}  // namespace samrum::partnership::changes
