#pragma once
#include "directory/model_grant.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"

#include <string>
#include <vector>

// When somebody leaves their function: who holds what in a room, and how it passes on.
namespace samrum::directory {

/// Everybody who may enter the room on a day, as the room knows them: with the grants that hold on it, by e-mail
/// address. For jobs and lists; nobody's doing.
std::vector<module::Caller> callers_on(store::Reader& lobby, const module::RoomHead& room, base::Date day);

/// The grants of an account in a room that hold on a day or begin later, and that a successor takes over: all but those
/// of a volunteer, who comes as a person and not in a function.
std::vector<RoomGrant> grants_to_pass_on(store::Reader& lobby, const module::RoomHead& room, module::AccountId account,
                                         base::Date day);

/// As typed.
struct SuccessorInput {
    std::string email;
    std::string function;  ///< what the room calls the successor
    std::string first;     ///< ISO date, today at the earliest and kFurthestHandover ahead at the latest
};
/// Months. Whoever leaves later than so hands over when the time comes.
inline constexpr int kFurthestHandover = 24;
/// Who takes over, judged.
struct Successor {
    std::string email;
    std::string function;
    base::Date first;
};
/// Problems `directory.email.*`, `directory.function.*`, `directory.succession.past`,
/// `directory.succession.too_far`.
base::Result<Successor> judge_successor(const SuccessorInput& input, base::Date today);

/// Ends the predecessor's grants in the room on the day before `to.first` and gives the successor the same from then
/// on; answers the successor's account, made where there was none. What the successor holds already is left as it is.
/// One's own grants, or any for who manages the room's grants; but nobody lets themselves in. Twice is once. Problems
/// `directory.succession.nothing`, `directory.succession.same`, `directory.grant.not_to_oneself`, or a refusal.
base::Result<module::AccountId> pass_on(store::Transaction& lobby, const module::RoomHead& room,
                                        const module::Caller& caller, base::Date today, module::AccountId from,
                                        const Successor& to);

}  // namespace samrum::directory
