#pragma once
#include "foundation/store/store.hpp"
#include "partnership/steering/model.hpp"

#include <string>
#include <string_view>
#include <vector>

/// When somebody leaves their function, the steering groups' calls must reach the one who comes after.
namespace samrum::partnership::steering {

/// A function whose calls reach an address, on a day.
struct HeldSeat {
    Seat seat;
    std::string group;     ///< its name
    bool by_name = false;  ///< a person of the room with that address holds it; else it is the function's own address
};
/// Those that go on, or begin, on the day or later.
std::vector<HeldSeat> seats_reached_by(store::Reader& room, std::string_view email, base::Date day);

/// Lets the calls of every function that reached `from` reach `to` from `first` on: a holding by name ends the day
/// before, and the function's own address becomes the successor's, who may enter a name. Who may has been judged.
/// Twice is once. Answers how many functions.
int pass_on_seats(store::Transaction& tx, const store::Actor& who, std::string_view from, const std::string& to,
                  base::Date first);

}  // namespace samrum::partnership::steering
