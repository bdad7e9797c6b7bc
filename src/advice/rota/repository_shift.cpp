#include "advice/rota/repository_shift.hpp"

namespace samrum::advice::rota {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const Statement kShiftsOfSession{
    Scope::room, "select session, volunteer, state, source from advice_shift where session = $1 order by volunteer"};
const Statement kShiftsBetween{Scope::room,
                               "select h.session, h.volunteer, h.state, h.source from advice_shift h "
                               "join advice_session s on s.id = h.session where s.day >= $1 and s.day <= $2 "
                               "order by h.session, h.volunteer"};
const Statement kSaveShift{Scope::room,
                           "insert into advice_shift (session, volunteer, state, source) values ($1, $2, $3, $4) "
                           "on conflict (session, volunteer) do update set state = excluded.state, "
                           "source = excluded.source"};
const Statement kRemoveShift{Scope::room, "delete from advice_shift where session = $1 and volunteer = $2"};

Shift shift_of(const Row& row) {
    return {row.id<SessionId>(0), row.id<VolunteerId>(1), shift_state_of(row.view(2)).value(),
            shift_source_of(row.view(3)).value()};
}

}  // namespace

std::vector<Shift> shifts_of_session(store::Reader& room, SessionId session) {
    return room.all(kShiftsOfSession, shift_of, session);
}
std::vector<Shift> shifts_between(store::Reader& room, base::Date first, base::Date last) {
    return room.all(kShiftsBetween, shift_of, first, last);
}
void save_shift(store::Transaction& room, const Shift& shift) {
    room.run(kSaveShift, shift.session, shift.volunteer, code_of(shift.state), code_of(shift.source));
}
bool remove_shift(store::Transaction& room, SessionId session, VolunteerId volunteer) {
    return room.run(kRemoveShift, session, volunteer) == 1;
}

}  // namespace samrum::advice::rota
