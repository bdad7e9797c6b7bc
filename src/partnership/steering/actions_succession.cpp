#include "partnership/steering/actions_succession.hpp"

#include "directory/actions_person.hpp"
#include "partnership/steering/repository_group.hpp"

namespace samrum::partnership::steering {
namespace {

bool goes_on(const base::Period& period, base::Date day) {
    return !period.last() || *period.last() >= day;
}

/// Does somebody with this address hold the function by name?
bool is_held_by(store::Reader& room, const std::vector<Holding>& holdings, const Seat& seat, std::string_view email,
                base::Date day) {
    for (const Holding& one : holdings)
        if (one.seat == seat.id && goes_on(one.period, day) &&
            directory::mail_address(room, directory::PersonAliasId{one.person}) == email)
            return true;
    return false;
}

}  // namespace

std::vector<HeldSeat> seats_reached_by(store::Reader& room, std::string_view email, base::Date day) {
    std::vector<HeldSeat> all;
    for (const Group& group : load_groups(room)) {
        const auto holdings = load_holdings(room, group.id);
        for (Seat& seat : load_seats(room, group.id)) {
            if (!goes_on(seat.period, day)) continue;
            const bool by_name = is_held_by(room, holdings, seat, email, day);
            if (by_name || seat.email == email) all.push_back({std::move(seat), group.name, by_name});
        }
    }
    return all;
}

int pass_on_seats(store::Transaction& tx, const store::Actor& who, std::string_view from, const std::string& to,
                  base::Date first) {
    int moved = 0;
    for (const HeldSeat& one : seats_reached_by(tx, from, first)) {
        tx.lock("steering/" + one.seat.group.text());
        if (one.by_name) end_holdings(tx, one.seat.id, first.plus_days(-1));
        update_seat_email(tx, one.seat.id, to);
        tx.journal(who, {"steering.function_changed", one.seat.id.text(), "{}"});
        ++moved;
    }
    return moved;
}

}  // namespace samrum::partnership::steering
