#pragma once
#include "partnership/agreement/model_delivery.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::partnership::agreement {

/// The text that a delivery's hash is made of: one `name=value` a line in a fixed order, so that anybody can make it
/// again.
std::string canonical_text(const Delivery& delivery);
/// BLAKE2b-256 in hex: what documents and deliveries are known by.
std::string content_hash(std::string_view bytes);
/// The content hash of the canonical text.
std::string delivery_hash(const Delivery& delivery);
/// Is the hash that the delivery carries its own?
bool is_genuine(const Delivery& delivery);

/// Makes `next` the version after `previous` (none for the first): number, difference, chain and hash.
Delivery frozen(Delivery next, const std::optional<Delivery>& previous);

/// Do both say the same: figure, rule, comment and who may see it? Then the second adds nothing to the first.
bool says_the_same(const Delivery& a, const Delivery& b);
/// A seal of everything that a person looks at before a figure leaves: another figure, rule or version has another
/// seal, another moment or hand has not.
std::string seal_of_seen(const Delivery& delivery);

/// What several deliveries of one figure say together: stretches that lie end to end, added up.
struct DeliveredSum {
    std::int64_t number = 0;
    base::Period period;
    base::Date as_of;  ///< the earliest of theirs: how old the sum may be
    int parts = 1;
};
/// Adds up the newest unbroken run of stretches, all numbers of one measure and scope. Nothing when the newest stretch
/// is no number. `deliveries` are of one commitment, the newest version of each, the latest period first; only for
/// measures that add over time.
std::optional<DeliveredSum> added_up(const std::vector<Delivery>& deliveries);

/// The stretches of days that a standing rule delivers, wholly over by `today`, since its first day, in order. A
/// stretch begins no earlier than `since`.
std::vector<base::Period> standing_periods(Every every, base::Date since, base::Date today);
/// The first day of the half-year, January to June or July to December, that `day` lies in.
base::Date half_year_of(base::Date day);
/// The day on which the next stretch can be delivered: the day after its last.
base::Date next_standing_day(Every every, base::Date today);

}  // namespace samrum::partnership::agreement
