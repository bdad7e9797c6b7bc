#include "partnership/steering/actions_owed.hpp"

#include "foundation/jobs/jobs.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/steering/repository_owed.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership::steering {
namespace {

/// Who answers for the agreement in this room: an officer in a public party's, a coordinator in an association's.
module::Role answers_in(store::Reader& room, AgreementId agreement) {
    const auto parties = agreement::parties_of(room, agreement);
    const bool is_public = std::ranges::any_of(parties, [&](const agreement::PartyRow& one) {
        return one.room == room.place()->uuid() && one.side == agreement::Side::public_side;
    });
    return is_public ? module::Role::officer : module::Role::coordinator;
}

}  // namespace

void tell_owner(store::Transaction& tx, const Action& action) {
    for (const auto& party : agreement::parties_of(tx, action.agreement)) {
        if (party.key != action.organisation || !party.room || *party.room == tx.place()->uuid()) continue;
        nlohmann::ordered_json told{{"id", action.id.text()},
                                    {"agreement", action.agreement.text()},
                                    {"what", action.what},
                                    {"owner", action.owner},
                                    {"due", action.due.iso()}};
        if (action.closed_on) told["closed_on"] = action.closed_on->iso();
        jobs::hand_over(tx, {base::Uuid::ordered(), *tx.place(), store::RoomId{*party.room},
                             std::string(kActionEnvelope), told.dump(), base::Instant::now()});
    }
}

void receive_action(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    const auto told = nlohmann::json::parse(payload);
    const auto text = [&](const char* name) { return told.at(name).get<std::string>(); };
    OwedAction one;
    one.id = ActionId::parse(text("id")).value();
    one.agreement = AgreementId::parse(text("agreement")).value();
    one.what = text("what");
    one.owner = text("owner");
    one.due = base::Date::parse(text("due")).value();
    if (told.contains("closed_on")) one.closed_on = base::Date::parse(text("closed_on")).value();
    const auto head = agreement::find_agreement(tx, one.agreement);
    base::ensure(head && head->home_room == from.uuid(), "an action is told by the agreement's home room");
    keep_owed_action(tx, one);
    tx.journal({"system", "hand-over"}, {"steering.action_received", one.id.text(), "{}"});
}

std::vector<OwedAction> owed_actions(store::Reader& room, const module::Caller& caller, AgreementId agreement) {
    if (!agreement::read_agreement_of(room, caller, agreement)) return {};
    auto all = load_owed_actions(room);
    std::erase_if(all, [&](const OwedAction& one) { return one.agreement != agreement; });
    return all;
}

std::vector<module::Duty> owed_duties(store::Reader& room, base::Date) {
    std::vector<module::Duty> duties;
    for (const OwedAction& one : load_owed_actions(room))
        if (!one.closed_on)
            duties.push_back({"steering/action/" + one.id.text(),
                              {"partnership.steering.duty.action", {{"what", one.what}}},
                              one.due,
                              {},
                              answers_in(room, one.agreement),
                              "/agreements/" + one.agreement.text() + "/steering",
                              one.agreement.uuid()});
    return duties;
}

}  // namespace samrum::partnership::steering
