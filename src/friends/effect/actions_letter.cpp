// The letter that asks somebody again, on the day when the second self-assessment opens: once for each.
#include "friends/people/actions_letter.hpp"

#include "foundation/jobs/runner.hpp"
#include "friends/effect/actions_effect.hpp"
#include "friends/effect/repository_effect.hpp"

namespace samrum::friends::effect {

void ask_again(store::Transaction& tx, const module::House& house, const people::Letterhead& from, base::Date today) {
    for (const people::Participant& one : to_ask_again(tx, today)) {
        people::write_letter(tx, house, from, one,
                             {"friend.assess.letter.subject", "friend.assess.letter.text", "/assessment"});
        note_asked_again(tx, one.id, today);
        tx.journal({"system", "Samrum"}, {"assessment.asked_again", one.id.text(), "{}"});
    }
}

void ask_again_over_night(module::JobCall& call) {
    const base::Date today = call.house.clocks.today();
    const auto from = people::letterhead(call);
    call.work.open()->transaction([&](store::Transaction& tx) {
        if (from) ask_again(tx, call.house, *from, today);
        call.work.complete(tx);
    });
}

}  // namespace samrum::friends::effect
