// Letters about proposals, and the night's turn of those that nobody answered.
#include "friends/people/actions_letter.hpp"

#include "foundation/jobs/runner.hpp"
#include "friends/matching/actions_proposal.hpp"

#include <nlohmann/json.hpp>

namespace samrum::friends::matching {

void send_letter(module::JobCall& call) {
    const auto arguments = nlohmann::json::parse(call.work.arguments());
    const bool both = arguments.at("kind").get<std::string>() == "both";
    const auto to = ParticipantId::parse(arguments.at("to").get<std::string>()).value();
    const auto from = people::letterhead(call);
    call.work.open()->transaction([&](store::Transaction& tx) {
        call.work.complete(tx);
        const auto one = people::find_participant(tx, to);
        // Who has left is not written to.
        const bool due = one && (one->stage == Stage::proposed || (both && one->stage == Stage::paired));
        if (due && from)
            people::write_letter(
                tx, call.house, *from, *one,
                {"friend.letter.subject", both ? "friend.letter.both" : "friend.letter.text", "/proposal"});
    });
}

void expire_over_night(module::JobCall& call) {
    const base::Date today = call.house.clocks.today();
    call.work.open()->transaction([&](store::Transaction& tx) {
        expire_proposals(tx, today);
        call.work.complete(tx);
    });
}

}  // namespace samrum::friends::matching
