#include "partnership/steering/actions_read.hpp"

namespace samrum::partnership::steering {

std::optional<ReadMeeting> find_meeting(store::Reader&, const module::Caller&, MeetingId) {
    base::ensure(false, "not built yet");
    return {};
}
std::vector<Meeting> meetings_of(store::Reader&, const module::Caller&, AgreementId) {
    base::ensure(false, "not built yet");
    return {};
}
std::vector<Group> groups(store::Reader&, const module::Caller&) {
    base::ensure(false, "not built yet");
    return {};
}

}  // namespace samrum::partnership::steering
