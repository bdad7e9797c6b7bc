// What a promise is counted by, and from which day.
#include "partnership/agreement/actions_delivery.hpp"
#include "partnership/agreement/repository_agreement.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/agreement/rules_index.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership::agreement {
namespace {

using base::Date;
using base::Period;
using base::problem;

/// Every part of the scope that the measure does not know, or that the room has nothing of.
base::Problems judge_scope(store::Reader& room, const module::Measure& measure, const Scope& scope) {
    base::ProblemList problems;
    for (const auto& [dimension, value] : scope) {
        if (std::ranges::find(measure.dimensions, dimension) == measure.dimensions.end())
            problems.add(problem("scope", "partnership.binding.no_such_dimension", {{"dimension", dimension}}));
        else if (measure.knows && !measure.knows(room, dimension, value))
            problems.add(
                problem("scope", "partnership.binding.no_such_value", {{"dimension", dimension}, {"value", value}}));
    }
    return problems.all();
}

/// Ends what counts the promise the day before `since`, and leaves out what would begin later.
void end_bindings(store::Transaction& tx, AgreementId agreement, std::string_view commitment, Date since) {
    for (const Binding& old : bindings_of(tx, agreement.uuid(), commitment)) {
        if (old.period.first() >= since) {
            delete_binding(tx, old.id);
        } else if (!old.period.last() || *old.period.last() >= since) {
            end_binding(tx, old.id, since.plus_days(-1));
        }
    }
}

}  // namespace

bool counts_the_same(const module::House& house, const module::Measure& measure, const CommitmentRow& commitment) {
    const auto unit_of = [](const Target& target) { return "unit." + target.unit(); };
    const auto is_counted = [&](const std::string& unit) {
        return std::ranges::any_of(house.modules, [&](const module::Module& slice) {
            return std::ranges::find(slice.measures, unit, &module::Measure::unit) != slice.measures.end();
        });
    };
    return commitment.readings.empty() || std::ranges::any_of(commitment.readings, [&](const ReadingRow& one) {
               const std::string unit = unit_of(one.target);
               return measure.unit == unit || !is_counted(unit);
           });
}

base::Result<base::Done> rebind(store::Session& room, const module::House& house, const module::Caller& caller,
                                AgreementId agreement, std::string_view commitment, std::string_view measure,
                                const Scope& scope, Date since) {
    if (!module::may_anywhere(caller, kDeliver)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("deliveries");
        const auto head = find_agreement(tx, agreement);
        const auto days = head ? head->period() : std::nullopt;
        const auto row = days ? find_commitment(tx, agreement, commitment) : std::nullopt;
        if (!row || !is_promised_from(parties_of(tx, agreement), *row, tx.place()->uuid())) return module::refusal();
        base::ProblemList problems;
        const module::Measure* known = house.measure(measure);
        if (!known) {
            problems.add(problem("measure", "partnership.binding.no_such_measure"));
        } else {
            if (!counts_the_same(house, *known, *row))
                problems.add(problem("measure", "partnership.binding.other_unit"));
            problems.add(judge_scope(tx, *known, scope));
        }
        if (!days->contains(since)) problems.add(problem("since", "partnership.delivery.outside_agreement"));
        if (!problems.empty()) return problems.all();
        end_bindings(tx, agreement, commitment, since);
        insert_binding(tx, {BindingId::ordered(), agreement.uuid(), std::string(commitment), std::string(measure),
                            scope, Period{since, days->last()}});
        tx.journal(caller.actor(),
                   {"commitment.rebound", head->slug + "/" + std::string(commitment),
                    nlohmann::json{{"measure", measure}, {"scope", scope_text(scope)}, {"since", since.iso()}}.dump()});
        return base::Done{};
    });
}

}  // namespace samrum::partnership::agreement
