#include "partnership/steering/actions_agenda.hpp"

namespace samrum::partnership::steering {

void propose(store::Transaction&, AgreementId, std::string_view, base::Message, std::string) {
    base::ensure(false, "not built yet");
}

}  // namespace samrum::partnership::steering
