#include "friends/figures/repository_move.hpp"

namespace samrum::friends::figures {
namespace {

const store::Statement kEnrolled{store::Scope::room,
                                 "select day, programme, side, adults * n from friends_move "
                                 "where what = 'enrolled' and day >= $1 and day <= $2 order by day, id"};

}  // namespace

std::vector<Enrolled> enrolled_between(store::Reader& room, base::Date first, base::Date last) {
    return room.all(
        kEnrolled,
        [](const store::Row& row) {
            return Enrolled{row.date(0), row.id<people::ProgrammeId>(1), side_of(row.view(2)).value(), row.integer(3)};
        },
        first, last);
}

}  // namespace samrum::friends::figures
