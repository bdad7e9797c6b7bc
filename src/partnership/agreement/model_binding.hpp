#pragma once
#include "partnership/agreement/model_delivery.hpp"

#include <map>
#include <string>

namespace samrum::partnership::agreement {

struct BindingKind;
using BindingId = base::Id<BindingKind>;
using Scope = std::map<std::string, std::string, std::less<>>;

/// What a commitment is counted by during a period: a measure and the part of the work that is meant. Kept in the
/// association's room; two bindings of one commitment never overlap, so nothing is counted twice.
struct Binding {
    BindingId id;
    base::Uuid agreement;
    std::string commitment;
    std::string measure;
    Scope scope;
    base::Period period;
};

struct StandingDeliveryKind;
using StandingDeliveryId = base::Id<StandingDeliveryKind>;

/// A rule by which an association delivers by itself. It is the association's choice, made through a coordinator, so it
/// stands when that person leaves; while nobody in the room may hand figures over, it rests. It can be ended any day.
struct StandingDelivery {
    StandingDeliveryId id;
    base::Uuid agreement;
    std::string commitment;
    Every every = Every::half_year;
    bool published = false;
    base::Date since;  ///< no stretch that began earlier is delivered
    std::optional<base::Date> ended_on;
    std::string chosen_by;                ///< function
    std::optional<base::Date> chosen_on;  ///< unknown of old rules
    std::optional<base::Date> paused_on;  ///< rests since this day
};

/// A scope as one line of text, `activity=…&place=…`, names in order; empty for all of the room's work.
std::string scope_text(const Scope& scope);
/// Reads what a person wrote in that form. Problem `partnership.binding.scope_unreadable` at `scope`.
base::Result<Scope> read_scope(std::string_view text);
/// Reads scope_text back from the database; text of another form is a Bug.
Scope scope_of(std::string_view text);

}  // namespace samrum::partnership::agreement
