#include "partnership/agreement/actions_delivery.hpp"

#include "foundation/base/text.hpp"
#include "foundation/jobs/jobs.hpp"
#include "partnership/agreement/actions_progress.hpp"
#include "partnership/agreement/files_delivery.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/agreement/rules_disclosure.hpp"
#include "partnership/agreement/rules_index.hpp"
#include "partnership/agreement/rules_signal.hpp"

#include <algorithm>
#include <set>

namespace samrum::partnership::agreement {
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

/// The bindings of a commitment; one that counts to the end of the agreement goes on where its measure follows later.
std::vector<Binding> followed(const module::House& house, std::vector<Binding> bindings, const Period& agreement) {
    for (Binding& one : bindings) {
        const module::Measure* measure = house.measure(one.measure);
        if (measure && agreement.last() && one.period.last() == agreement.last())
            one.period = {one.period.first(),
                          agreement.last()->plus_days(1).plus_months(measure->follows_months).plus_days(-1)};
    }
    return bindings;
}

/// The days that may be handed over: the agreement's, and what a binding follows after them.
bool may_count(const Period& agreement, const std::vector<Binding>& bindings, const Period& asked) {
    const auto holds = [&](const Period& days) { return days.intersection(asked) == asked; };
    return holds(agreement) || std::ranges::any_of(bindings, holds, &Binding::period);
}

base::Result<Counting> counting_of(store::Reader& room, const module::House& house, const DeliveryRequest& request) {
    const auto agreement = find_agreement(room, request.agreement);
    if (!agreement) return module::refusal();
    base::ProblemList problems;
    const auto days = agreement->period();
    const auto bindings = days ? followed(house, bindings_of(room, request.agreement.uuid(), request.commitment), *days)
                               : std::vector<Binding>{};
    if (!days || !may_count(*days, bindings, request.period))
        problems.add(problem("period", "partnership.delivery.outside_agreement"));
    if (!request.period.last() || *request.period.last() > house.clocks.today())
        problems.add(problem("period", "partnership.delivery.period_not_over"));
    if (request.note.size() > kLongestNote)
        problems.add(problem("note", "partnership.delivery.note_too_long", {{"most", std::int64_t{kLongestNote}}}));
    const auto parts = counting_parts(house, bindings, request.period);
    if (parts.empty() || !parts.front().measure)
        problems.add(problem("commitment", "partnership.delivery.not_counted"));
    if (parts.size() > 1) problems.add(problem("period", "partnership.delivery.two_countings"));
    if (!problems.empty()) return problems.all();
    if (parts.front().period != request.period) return problem("period", "partnership.delivery.not_counted");
    return Counting{*agreement, parts.front()};
}

/// The whole that a measure hangs together with, part of part: women are of the visits, which are of the people.
std::string_view whole_of(const module::House& house, const module::Measure& measure,
                          std::string_view module::Measure::*link) {
    std::string_view whole = measure.name;
    for (const module::Measure* one = &measure; one && !(one->*link).empty(); one = house.measure(whole))
        whole = one->*link;
    return whole;
}

/// The measures that hang together with this one by `link` (part_of, flow_of), itself among them.
std::vector<const module::Measure*> kin_of(const module::House& house, const module::Measure& measure,
                                           std::string_view module::Measure::*link) {
    const std::string_view whole = whole_of(house, measure, link);
    std::vector<const module::Measure*> kin;
    for (const module::Module& slice : house.modules)
        for (const module::Measure& one : slice.measures)
            if (whole_of(house, one, link) == whole) kin.push_back(&one);
    return kin;
}

/// What outsiders have or could tell apart beside the measure that is to leave.
struct Beside {
    std::vector<const module::Measure*> nested;    ///< whole and parts: each, and each difference
    std::vector<const module::Measure*> balanced;  ///< a level and its flows: any can be told from the others
    std::vector<Delivery> numbers;                 ///< what left as numbers, of the measure and its kin
};
Beside beside_of(store::Reader& room, const module::House& house, const module::Measure& measure) {
    Beside beside{{&measure}, {}, numbers_made(room, measure.name)};
    const auto add_numbers = [&](const module::Measure& one) {
        auto numbers = numbers_made(room, one.name);
        const bool any = !numbers.empty();
        std::move(numbers.begin(), numbers.end(), std::back_inserter(beside.numbers));
        return any;
    };
    for (const module::Measure* one : kin_of(house, measure, &module::Measure::part_of))
        if (one != &measure && add_numbers(*one)) beside.nested.push_back(one);
    const auto balance = kin_of(house, measure, &module::Measure::flow_of);
    bool any = false;
    for (const module::Measure* one : balance)
        if (one != &measure && add_numbers(*one)) any = true;
    if (any) beside.balanced = balance;
    return beside;
}

/// What outsiders could tell of a stretch if they had the figures of all that hangs together.
std::vector<std::int64_t> cells_of(store::Reader& room, const Beside& beside, const Scope& scope,
                                   const Period& stretch) {
    const auto count = [&](const module::Measure* one) {
        return one->count(room, scope, stretch).inside().value_or(0);
    };
    std::vector<std::int64_t> cells;
    cells.reserve(beside.nested.size());
    for (const module::Measure* one : beside.nested) cells.push_back(count(one));
    const std::size_t members = cells.size();
    for (std::size_t i = 0; i < members; ++i)
        for (std::size_t k = 0; k < members; ++k) cells.push_back(cells[i] - cells[k]);
    for (const module::Measure* one : beside.balanced) cells.push_back(count(one));
    return cells;
}

/// Does the figure tell of a change of one to four people since it, or its parts, were handed over?
bool few_changed(const std::vector<Delivery>& numbers, const module::Measure& measure, const Period& period,
                 std::int64_t value) {
    std::vector<Told> told;
    for (const Delivery& one : numbers)
        if (one.measure == measure.name && one.scope == scope_without_row(one.scope))
            told.push_back({one.period, one.value.number});
    const auto before = already_told(told, period, measure.adds == module::Adds::over_time);
    return std::any_of(before.begin(), before.end(), [&](std::int64_t old) { return are_few(std::abs(value - old)); });
}

/// Half-years of the measure that outsiders may have by another way than deliveries count as shown, where they lie in
/// what is shown already or in what is to be.
void add_half_years_told(store::Reader& room, const CountingPart& part, std::vector<Period>& shown) {
    if (!part.measure->told_by_half_year) return;
    std::vector<Period> reach = shown;
    reach.push_back(part.period);
    std::set<Date> halves;
    for (const Period& one : reach)
        for (Date half = one.first(); half <= *one.last(); half = half.plus_months(6)) halves.insert(half);
    for (const Date half : halves) {
        const Period days{half, half.plus_months(6).plus_days(-1)};
        const auto people = part.measure->count(room, part.binding.scope, days).inside();
        if (people && !are_few(*people)) shown.push_back(days);
    }
}

/// Figures about people: whole half-years, one scope, and nothing that gives few people away.
base::Result<DeliveredValue> people_value(store::Reader& room, const module::House& house, const CountingPart& part) {
    if (!is_whole_half_years(part.period)) return problem("period", "partnership.delivery.half_years_only");
    const Beside beside = beside_of(room, house, *part.measure);
    std::vector<Period> shown;
    for (const Delivery& one : beside.numbers) {
        if (scope_text(scope_without_row(one.scope)) != scope_text(part.binding.scope))
            return problem("commitment", "partnership.delivery.other_scope");
        shown.push_back(one.period);
    }
    add_half_years_told(room, part, shown);
    const module::Figure figure = module::disclose(part.measure->count(room, part.binding.scope, part.period), {});
    if (std::holds_alternative<module::Unknown>(figure.value())) return DeliveredValue{};
    const auto cells = [&](const Period& stretch) { return cells_of(room, beside, part.binding.scope, stretch); };
    if (!figure.is_number() || !gives_nothing_away(shown, part.period, cells))
        return DeliveredValue{DeliveredValue::Kind::hidden, 0};
    if (few_changed(beside.numbers, *part.measure, part.period, figure.number()))
        return problem("period", "partnership.delivery.few_changed");
    return DeliveredValue{DeliveredValue::Kind::number, figure.number()};
}

/// May a table of the measure, whose rows add up to it, stand beside what outsiders have?
bool table_gives_nothing_away(store::Reader& room, const module::House& house, const CountingPart& part) {
    const auto value = people_value(room, house, part);
    return value && value->kind == DeliveredValue::Kind::number;
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
    const auto before = newest_version(room, next);
    if (before && says_the_same(*before, next)) return problem("period", "partnership.delivery.already_made");
    return frozen(next, before);
}

/// Saves a counted delivery and hands it to the agreement's home room.
void save_and_hand_over(store::Transaction& tx, const module::House& house, const store::Actor& who,
                        const Delivery& delivery) {
    const auto agreement = find_agreement(tx, AgreementId{delivery.agreement});
    insert_delivery(tx, delivery, Direction::made);
    tx.journal(who, {"delivery.made", delivery.id.text(), write_delivery(delivery)});
    const store::RoomId home{agreement->home_room};
    if (home == *tx.place()) return;
    jobs::hand_over(tx, {base::Uuid::ordered(), *tx.place(), home, std::string(kDeliveryEnvelope),
                         write_delivery(delivery), house.clocks.now()});
}

/// The counting of a signal: a measure over the room's work for one half-year that is over.
base::Result<CountingPart> signal_part(store::Reader& room, const module::House& house, const SignalRequest& request) {
    base::ProblemList problems;
    const auto agreement = find_agreement(room, request.agreement);
    if (!agreement) return module::refusal();
    const module::Measure* measure = house.measure(request.measure);
    if (!measure || !measure->by_value) problems.add(problem("measure", "partnership.signal.no_table"));
    const Period days{request.half_year, request.half_year.plus_months(6).plus_days(-1)};
    if (!is_whole_half_years(days)) problems.add(problem("half_year", "partnership.delivery.half_years_only"));
    const auto agreed = agreement->period();
    if (!agreed || !agreed->overlaps(days))
        problems.add(problem("half_year", "partnership.delivery.outside_agreement"));
    if (*days.last() >= house.clocks.today())
        problems.add(problem("half_year", "partnership.delivery.period_not_over"));
    if (request.note.size() > kLongestNote)
        problems.add(problem("note", "partnership.delivery.note_too_long", {{"most", std::int64_t{kLongestNote}}}));
    for (const Delivery& one : signals_of(deliveries_of(room, request.agreement.uuid())))
        if (one.measure == request.measure && one.period == days)
            return problem("half_year", "partnership.signal.already_made");
    if (!problems.empty()) return problems.all();
    return CountingPart{measure, {{}, request.agreement.uuid(), "", request.measure, {}, days}, days};
}

/// The rows of a signal, each a delivery without a commitment.
base::Result<std::vector<Delivery>> count_signal(store::Reader& room, const module::House& house,
                                                 const std::string& made_by, const SignalRequest& request) {
    const auto part = signal_part(room, house, request);
    if (!part) return part.problems();
    auto rows = folded_rows(part->measure->by_value(room, request.dimension, {}, part->period));
    if (rows.empty()) return problem("half_year", "partnership.signal.nothing");
    if (!table_gives_nothing_away(room, house, *part)) rows = {{std::string(kFoldedValue), std::nullopt}};
    std::vector<Delivery> signal;
    for (const SignalRow& row : rows) {
        Delivery one;
        one.id = DeliveryId::ordered();
        one.agreement = request.agreement.uuid();
        one.measure = request.measure;
        one.measure_version = part->measure->version;
        one.unit = std::string(part->measure->unit);
        one.scope = row_scope(request.dimension, row.value);
        one.period = part->period;
        one.as_of = house.clocks.today();
        one.value = row.n ? DeliveredValue{DeliveredValue::Kind::number, *row.n}
                          : DeliveredValue{DeliveredValue::Kind::hidden, 0};
        one.note = base::trim(request.note);
        one.made_at = house.clocks.now();
        one.made_by = made_by;
        signal.push_back(frozen(one, std::nullopt));
    }
    return signal;
}

}  // namespace

base::Result<std::vector<Delivery>> preview_signal(store::Session& room, const module::House& house,
                                                   const module::Caller& caller, const SignalRequest& request) {
    if (!module::may_anywhere(caller, kDeliver)) return module::refusal();
    return room.snapshot([&](store::Reader& reader) { return count_signal(reader, house, caller.label, request); });
}

base::Result<std::vector<Delivery>> make_signal(store::Session& room, const module::House& house,
                                                const module::Caller& caller, const SignalRequest& request) {
    if (!module::may_anywhere(caller, kDeliver)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<std::vector<Delivery>> {
        tx.lock("deliveries");
        auto signal = count_signal(tx, house, caller.label, request);
        if (signal)
            for (const Delivery& one : *signal) save_and_hand_over(tx, house, caller.actor(), one);
        return signal;
    });
}

bool may_signal(store::Reader& room, const module::House& house, const module::Caller& caller) {
    const module::Measure* measure = house.measure(SignalRequest{}.measure);
    if (!measure || !measure->by_value || !module::may_anywhere(caller, kDeliver)) return false;
    const Date half = half_year_of(house.clocks.today());
    return measure->count(room, {}, {half.plus_months(-6 * kSignalHalfYears), half.plus_days(-1)}).inside().has_value();
}

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
        if (delivery && request.seen && *request.seen != seal_of_seen(*delivery))
            return problem("", std::string(kFigureChanged));
        if (delivery) save_and_hand_over(tx, house, caller.actor(), *delivery);
        return delivery;
    });
}

int deliver_standing(store::Session& room, const module::House& house) {
    const auto rules = standing_rules(room);
    if (rules.empty() || !settle_standing(room, house)) return 0;
    int made = 0;
    for (const StandingDelivery& rule : rules) {
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

void receive_delivery(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    auto delivery = read_delivery(payload);
    base::ensure(static_cast<bool>(delivery), "a delivery that arrives is genuine");
    const auto agreement = find_agreement(tx, AgreementId{delivery->agreement});
    base::ensure(agreement && agreement->home_room == tx.place()->uuid(),
                 "a delivery belongs to an agreement of this room");
    // A later version of the agreement may have dropped the promise while the figure was on its way.
    const auto parties = parties_of(tx, agreement->id);
    const auto row = find_commitment(tx, agreement->id, delivery->commitment);
    const bool from_promiser = row ? is_promised_from(parties, *row, from.uuid()) : is_party(parties, from.uuid());
    base::ensure(from_promiser, "only the room of the party that promised delivers");
    const auto before = newest_version(tx, *delivery);
    base::ensure(delivery->previous == (before ? before->hash : std::string()), "a version follows the one before it");
    insert_delivery(tx, *delivery, Direction::received);
    tx.journal({"system", "hand-over"}, {"delivery.received", delivery->id.text(), write_delivery(*delivery)});
}

}  // namespace samrum::partnership::agreement
