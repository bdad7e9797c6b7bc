#include "partnership/actions_delivery.hpp"

#include "foundation/base/text.hpp"
#include "foundation/jobs/jobs.hpp"
#include "partnership/actions_progress.hpp"
#include "partnership/files_delivery.hpp"
#include "partnership/repository_agreement.hpp"
#include "partnership/repository_delivery.hpp"
#include "partnership/rules_delivery.hpp"
#include "partnership/rules_disclosure.hpp"

#include <algorithm>

namespace samrum::partnership {
namespace {

using base::Date;
using base::Period;
using base::problem;

constexpr std::size_t kLongestNote = 2000;

/// What a request means in the room: the agreement, and the one binding that counts its whole period.
struct Counting {
    AgreementHead agreement;
    CountingPart part;
};

base::Result<Counting> counting_of(store::Reader& room, const module::House& house, const DeliveryRequest& request) {
    const auto agreement = find_agreement(room, request.agreement);
    if (!agreement) return module::refusal();
    base::ProblemList problems;
    const auto days = agreement->period();
    const auto common = days ? days->intersection(request.period) : std::nullopt;
    if (!common || *common != request.period) problems.add(problem("period", "partnership.delivery.outside_agreement"));
    if (!request.period.last() || *request.period.last() > house.clocks.today())
        problems.add(problem("period", "partnership.delivery.period_not_over"));
    if (request.note.size() > kLongestNote)
        problems.add(problem("note", "partnership.delivery.note_too_long", {{"most", std::int64_t{kLongestNote}}}));
    const auto parts =
        counting_parts(house, bindings_of(room, request.agreement.uuid(), request.commitment), request.period);
    if (parts.empty() || !parts.front().measure)
        problems.add(problem("commitment", "partnership.delivery.not_counted"));
    if (parts.size() > 1) problems.add(problem("period", "partnership.delivery.two_countings"));
    if (!problems.empty()) return problems.all();
    if (parts.front().period != request.period) return problem("period", "partnership.delivery.not_counted");
    return Counting{*agreement, parts.front()};
}

/// The measure itself, what it is a part of, and its parts: outsiders can subtract any of them from another.
std::vector<const module::Measure*> family_of(const module::House& house, const module::Measure& measure) {
    const std::string_view whole = measure.part_of.empty() ? measure.name : measure.part_of;
    std::vector<const module::Measure*> family;
    for (const module::Module& slice : house.modules)
        for (const module::Measure& one : slice.measures)
            if (one.name == whole || one.part_of == whole) family.push_back(&one);
    return family;
}

/// What outsiders could tell of a stretch if they had the whole family's figures: each, and each difference.
std::vector<std::int64_t> cells_of(store::Reader& room, const std::vector<const module::Measure*>& family,
                                   const Scope& scope, const Period& stretch) {
    std::vector<std::int64_t> cells;
    for (const module::Measure* one : family) cells.push_back(one->count(room, scope, stretch).inside().value_or(0));
    const std::size_t members = cells.size();
    for (std::size_t i = 0; i < members; ++i)
        for (std::size_t k = 0; k < members; ++k) cells.push_back(cells[i] - cells[k]);
    return cells;
}

/// Figures about people: whole half-years, one scope, and nothing that gives few people away.
base::Result<DeliveredValue> people_value(store::Reader& room, const module::House& house, const CountingPart& part) {
    if (!is_whole_half_years(part.period)) return problem("period", "partnership.delivery.half_years_only");
    std::vector<const module::Measure*> family{part.measure};
    std::vector<Period> shown;
    for (const module::Measure* relative : family_of(house, *part.measure)) {
        const auto numbers = numbers_made(room, relative->name);
        if (!numbers.empty() && relative != part.measure) family.push_back(relative);
        for (const Delivery& one : numbers) {
            if (scope_text(one.scope) != scope_text(part.binding.scope))
                return problem("commitment", "partnership.delivery.other_scope");
            shown.push_back(one.period);
        }
    }
    const module::Figure figure = module::disclose(part.measure->count(room, part.binding.scope, part.period), {});
    if (std::holds_alternative<module::Unknown>(figure.value())) return DeliveredValue{};
    const auto cells = [&](const Period& stretch) { return cells_of(room, family, part.binding.scope, stretch); };
    if (!figure.is_number() || !gives_nothing_away(shown, part.period, cells))
        return DeliveredValue{DeliveredValue::Kind::hidden, 0};
    return DeliveredValue{DeliveredValue::Kind::number, figure.number()};
}

base::Result<DeliveredValue> value_of_part(store::Reader& room, const module::House& house, const CountingPart& part) {
    if (part.measure->about_people) return people_value(room, house, part);
    const module::Figure figure =
        module::disclose(part.measure->count(room, part.binding.scope, part.period), {.about_people = false});
    if (!figure.is_number()) return DeliveredValue{};
    return DeliveredValue{DeliveredValue::Kind::number, figure.number()};
}

base::Result<Delivery> count_delivery(store::Reader& room, const module::House& house, const std::string& made_by,
                                      const DeliveryRequest& request, bool standing) {
    auto counting = counting_of(room, house, request);
    if (!counting) return counting.problems();
    const CountingPart& part = counting->part;
    Delivery next;
    next.id = DeliveryId::ordered();
    next.agreement = request.agreement.uuid();
    next.commitment = request.commitment;
    next.measure = part.binding.measure;
    next.measure_version = part.measure->version;
    next.unit = std::string(part.measure->unit);
    next.scope = part.binding.scope;
    next.period = request.period;
    next.as_of = house.clocks.today();
    next.note = base::trim(request.note);
    next.published = request.published;
    next.standing = standing;
    next.made_at = house.clocks.now();
    next.made_by = made_by;
    auto value = value_of_part(room, house, part);
    if (!value) return value.problems();
    next.value = *value;
    return frozen(next, newest_version(room, next));
}

/// Saves a counted delivery and hands it to the agreement's home room.
void save_and_hand_over(store::Transaction& tx, const module::House& house, const store::Actor& who,
                        const Delivery& delivery) {
    const auto agreement = find_agreement(tx, AgreementId{delivery.agreement});
    insert_delivery(tx, delivery, Direction::made);
    tx.journal(who, {"delivery.made", delivery.id.text(), write_delivery(delivery)});
    const store::RoomId home{agreement->home_room};
    for (const PartyRow& party : parties_of(tx, agreement->id)) {
        if (party.side != Side::civil || !party.room) continue;
        jobs::hand_over(tx, {base::Uuid::ordered(), store::RoomId{*party.room}, home, std::string(kDeliveryEnvelope),
                             write_delivery(delivery), house.clocks.now()});
        return;
    }
}

}  // namespace

base::Result<Delivery> preview_delivery(store::Session& room, const module::House& house, const module::Caller& caller,
                                        const DeliveryRequest& request) {
    if (!module::may_anywhere(caller, kDeliver)) return module::refusal();
    return room.snapshot(
        [&](store::Reader& reader) { return count_delivery(reader, house, caller.label, request, false); });
}

base::Result<Delivery> make_delivery(store::Session& room, const module::House& house, const module::Caller& caller,
                                     const DeliveryRequest& request) {
    if (!module::may_anywhere(caller, kDeliver)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<Delivery> {
        tx.lock("deliveries");
        auto delivery = count_delivery(tx, house, caller.label, request, false);
        if (delivery) save_and_hand_over(tx, house, caller.actor(), *delivery);
        return delivery;
    });
}

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
                             since, std::nullopt, caller.label});
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

int deliver_standing(store::Session& room, const module::House& house) {
    int made = 0;
    for (const StandingDelivery& rule : standing_rules(room)) {
        for (const Period& period : standing_periods(rule.every, rule.since, house.clocks.today())) {
            made += room.transaction([&](store::Transaction& tx) {
                tx.lock("deliveries");
                const DeliveryRequest request{AgreementId{rule.agreement}, rule.commitment, period, "", rule.published};
                auto delivery = count_delivery(tx, house, rule.chosen_by, request, true);
                // A stretch outside the agreement, or delivered already, is left as it is.
                if (!delivery || delivery->version > 1) return 0;
                save_and_hand_over(tx, house, {"system", rule.chosen_by}, *delivery);
                return 1;
            });
        }
    }
    return made;
}

base::Result<base::Done> rebind(store::Session& room, const module::House& house, const module::Caller& caller,
                                AgreementId agreement, std::string_view commitment, std::string_view measure,
                                const Scope& scope, Date since) {
    if (!module::may_anywhere(caller, kDeliver)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("deliveries");
        const auto head = find_agreement(tx, agreement);
        const auto days = head ? head->period() : std::nullopt;
        if (!days || !find_commitment(tx, agreement, commitment)) return module::refusal();
        base::ProblemList problems;
        if (!house.measure(measure)) problems.add(problem("measure", "partnership.binding.no_such_measure"));
        if (!days->contains(since)) problems.add(problem("since", "partnership.delivery.outside_agreement"));
        if (!problems.empty()) return problems.all();
        for (const Binding& old : bindings_of(tx, agreement.uuid(), commitment)) {
            if (old.period.first() >= since) {
                delete_binding(tx, old.id);
            } else if (!old.period.last() || *old.period.last() >= since) {
                end_binding(tx, old.id, since.plus_days(-1));
            }
        }
        insert_binding(tx, {BindingId::ordered(), agreement.uuid(), std::string(commitment), std::string(measure),
                            scope, Period{since, days->last()}});
        tx.journal(caller.actor(), {"commitment.rebound", head->slug + "/" + std::string(commitment), "{}"});
        return base::Done{};
    });
}

void receive_delivery(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    auto delivery = read_delivery(payload);
    base::ensure(static_cast<bool>(delivery), "a delivery that arrives is genuine");
    const auto agreement = find_agreement(tx, AgreementId{delivery->agreement});
    base::ensure(agreement.has_value(), "a delivery belongs to an agreement of this room");
    const auto parties = parties_of(tx, agreement->id);
    const bool from_party =
        std::any_of(parties.begin(), parties.end(), [&](const PartyRow& party) { return party.room == from.uuid(); });
    base::ensure(from_party, "only a party's room delivers");
    insert_delivery(tx, *delivery, Direction::received);
    tx.journal({"system", "hand-over"}, {"delivery.received", delivery->id.text(), write_delivery(*delivery)});
}

}  // namespace samrum::partnership
