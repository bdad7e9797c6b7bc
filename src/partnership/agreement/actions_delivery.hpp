#pragma once
#include "foundation/module/module.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/model_index.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::partnership::agreement {

/// What a coordinator asks to hand over.
struct DeliveryRequest {
    AgreementId agreement;
    std::string commitment;
    base::Period period;
    std::string note;
    bool published = false;  ///< the association lets the public see it
    /// What the person looked at before (seal_of_seen): nothing leaves that is another by now. Nothing: nobody looked.
    std::optional<std::string> seen = {};
};
/// The problem of a figure that is another than the one that was looked at.
inline constexpr std::string_view kFigureChanged = "partnership.delivery.changed_meanwhile";

/// Counts, freezes and hands over a figure: to the agreement's home room, once, for good. The figure of the same days
/// again is a new version with its difference, unless it says the same. Figures about people leave for whole half-years
/// that are over, with one scope, and hide what would give one to four people away (design 9, L-GDPR-02). Needs
/// kDeliver. Problems: `partnership.delivery.period_not_over`, `.outside_agreement`, `.not_counted`, `.two_countings`,
/// `.half_years_only`, `.other_scope`, `.few_changed`, `.note_too_long`, `.already_made`, kFigureChanged.
base::Result<Delivery> make_delivery(store::Session& room, const module::House& house, const module::Caller& caller,
                                     const DeliveryRequest& request);

/// What make_delivery would freeze, without freezing it: shown before the person confirms.
base::Result<Delivery> preview_delivery(store::Session& room, const module::House& house, const module::Caller& caller,
                                        const DeliveryRequest& request);

/// Chooses that a commitment is delivered by itself from `since`, each month or half-year; figures about people each
/// half-year only. One rule a commitment: a new choice ends the old one. Needs kDeliver.
base::Result<base::Done> choose_standing(store::Session& room, const module::House& house, const module::Caller& caller,
                                         AgreementId agreement, std::string_view commitment, Every every,
                                         base::Date since, bool published);
base::Result<base::Done> end_standing_delivery(store::Session& room, const module::Caller& caller, base::Date today,
                                               StandingDeliveryId id);
/// Lets the rules rest while nobody in the room may hand figures over, and go on when somebody may. True when they go.
bool settle_standing(store::Session& room, const module::House& house);
/// Makes every delivery that the room's standing rules ask for by today and that was not made; answers how many. Run by
/// a job each day, in the name of who chose the rule. While nobody in the room may hand figures over, the rules rest:
/// the administrator is asked to find somebody (duties_of_room), and they go on by themselves.
int deliver_standing(store::Session& room, const module::House& house);

/// Does the measure count what the commitment promises: in the unit of a reading? Where no measure of the house counts
/// in a reading's unit, it is the town's own word, and the coordinator says what counts it.
bool counts_the_same(const module::House& house, const module::Measure& measure, const CommitmentRow& commitment);
/// Moves what a commitment is counted by: from `since` on by `measure` and `scope`. What was counted before stays with
/// its old binding, so nothing is counted twice. Needs kDeliver. Problems: `partnership.binding.no_such_measure`,
/// `.other_unit`, `.no_such_dimension`, `.no_such_value`, `partnership.delivery.outside_agreement`.
base::Result<base::Done> rebind(store::Session& room, const module::House& house, const module::Caller& caller,
                                AgreementId agreement, std::string_view commitment, std::string_view measure,
                                const Scope& scope, base::Date since);

/// A needs signal: a one-way table of a measure about people, for the steering group's agenda, bound to no commitment.
struct SignalRequest {
    AgreementId agreement;  ///< whose steering group is to have it
    std::string measure = "advice.language_gap";
    std::string dimension = "language";
    base::Date half_year;  ///< its first day
    std::string note = {};
};
/// Hands over a table of one half-year, once: values under five folded into "other" (rules_signal.hpp), all of it
/// hidden where its total would give few people away beside what was delivered. Needs kDeliver. Problems:
/// `partnership.signal.no_table`, `.nothing`, `.already_made`, `partnership.delivery.half_years_only`,
/// `.period_not_over`, `.note_too_long`.
base::Result<std::vector<Delivery>> make_signal(store::Session& room, const module::House& house,
                                                const module::Caller& caller, const SignalRequest& request);
base::Result<std::vector<Delivery>> preview_signal(store::Session& room, const module::House& house,
                                                   const module::Caller& caller, const SignalRequest& request);
/// How many of the half-years that are over a signal may be of, counted back from today.
inline constexpr int kSignalHalfYears = 4;
/// Does the room count at all what a signal tells, in any of those half-years? Needs kDeliver.
bool may_signal(store::Reader& room, const module::House& house, const module::Caller& caller);

inline constexpr std::string_view kDeliveryEnvelope = "partnership.delivery";
void receive_delivery(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);

}  // namespace samrum::partnership::agreement
