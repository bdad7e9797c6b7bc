// The rules by which a room's figures leave by themselves: chosen, ended, resting.
#include "directory/actions_grant.hpp"
#include "directory/actions_room.hpp"
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/agreement/rules_delivery.hpp"

namespace samrum::partnership::agreement {

using base::Date;
using base::problem;

base::Result<base::Done> choose_standing(store::Session& room, const module::House& house, const module::Caller& caller,
                                         AgreementId agreement, std::string_view commitment, Every every, Date since,
                                         bool published) {
    if (!module::may_anywhere(caller, kDeliver)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("deliveries");
        const auto head = find_agreement(tx, agreement);
        if (!head) return module::refusal();
        const auto bindings = bindings_of(tx, agreement.uuid(), commitment);
        const module::Measure* measure = bindings.empty() ? nullptr : house.measure(bindings.back().measure);
        if (!measure) return problem("commitment", "partnership.delivery.not_counted");
        if (measure->about_people && every == Every::month)
            return problem("every", "partnership.delivery.half_years_only");
        for (const StandingDelivery& old : standing_rules(tx))
            if (old.agreement == agreement.uuid() && old.commitment == commitment)
                end_standing(tx, old.id, house.clocks.today());
        insert_standing(tx, {StandingDeliveryId::ordered(), agreement.uuid(), std::string(commitment), every, published,
                             since, std::nullopt, caller.label, house.clocks.today(), std::nullopt});
        tx.journal(caller.actor(), {"delivery.standing_chosen", head->slug + "/" + std::string(commitment),
                                    std::string("{\"every\":\"") + std::string(every_name(every)) + "\"}"});
        return base::Done{};
    });
}

base::Result<base::Done> end_standing_delivery(store::Session& room, const module::Caller& caller, Date today,
                                               StandingDeliveryId id) {
    if (!module::may_anywhere(caller, kDeliver)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        end_standing(tx, id, today);
        tx.journal(caller.actor(), {"delivery.standing_ended", id.text(), "{}"});
        return base::Done{};
    });
}

bool settle_standing(store::Session& room, const module::House& house) {
    const auto lobby = house.store->lobby();
    const auto head = directory::find_room(*lobby, *room.place());
    base::ensure(head.has_value(), "a room with standing rules is in the list of rooms");
    const bool goes = directory::anybody_may(*lobby, *head, kDeliver, house.clocks.today());
    room.transaction([&](store::Transaction& tx) {
        tx.lock("deliveries");
        const std::int64_t changed = goes ? resume_standing(tx) : pause_standing(tx, house.clocks.today());
        if (changed > 0)
            tx.journal({"system", "system"}, {goes ? "delivery.standing_resumed" : "delivery.standing_paused", "",
                                              "{\"rules\":" + std::to_string(changed) + "}"});
    });
    return goes;
}

}  // namespace samrum::partnership::agreement
