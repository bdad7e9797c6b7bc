#pragma once
#include "foundation/module/permission.hpp"

/// Who may do what in this slice. The home room of an agreement is its public party's; an association's room holds a
/// copy.
namespace samrum::partnership::agreement {

/// Read agreements, dates, money and what was delivered: the room's officers, the parties that enter by grant, and the
/// association's coordinator in its own room.
extern const module::Permission kReadAgreements;
/// Import agreements, archive assessments, choose between readings: in the home room.
extern const module::Permission kWriteAgreements;
/// See how the own commitments stand, live, and what they are counted by: in the association's room.
extern const module::Permission kSeeProgress;
/// Hand figures over, choose standing deliveries, change what a commitment is counted by.
extern const module::Permission kDeliver;

}  // namespace samrum::partnership::agreement
