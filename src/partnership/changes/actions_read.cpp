#include "partnership/changes/actions_read.hpp"

namespace samrum::partnership::changes {

State state_of(store::Reader&, AgreementId, base::Date) {
    base::ensure(false, "not built yet");
    return {};
}
std::vector<Event> events_of(store::Reader&, AgreementId) {
    base::ensure(false, "not built yet");
    return {};
}
std::optional<base::Date> current_end(store::Reader&, AgreementId) {
    base::ensure(false, "not built yet");
    return {};
}

}  // namespace samrum::partnership::changes
