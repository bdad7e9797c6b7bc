#include "advice/volunteers/repository_move.hpp"

namespace samrum::advice::volunteers {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const Statement kMoves{
    Scope::room, "select day, what, reason, n from advice_move where day >= $1 and day <= $2 order by day, what, id"};
const Statement kActiveOn{Scope::room,
                          "select cast(sum(case when what = 'joined' then case when day <= $1 then n else 0 end "
                          "else case when day < $1 then -n else 0 end end) as bigint) from advice_move"};
const Statement kAddMove{Scope::room, "insert into advice_move (id, day, what, reason, n) values ($1, $2, $3, $4, $5)"};
const Statement kMoveLike{
    Scope::room,
    "select id from advice_move where day = $1 and what = $2 and reason = $3 and n = $4 order by id "
    "limit 1"};
const Statement kRemoveMove{Scope::room, "delete from advice_move where id = $1"};

std::string_view what_of(const Move& move) {
    return move.joined ? "joined" : "left";
}
std::string_view reason_of(const Move& move) {
    return move.reason ? code_of(*move.reason) : "";
}

}  // namespace

std::vector<Move> moves_between(store::Reader& room, base::Date first, base::Date last) {
    const auto read = [](const Row& row) {
        return Move{row.date(0), row.view(1) == "joined", leave_reason_of(row.view(2)), row.integer(3)};
    };
    return room.all(kMoves, read, first, last);
}
std::int64_t active_on(store::Reader& room, base::Date day) {
    return room.count(kActiveOn, day);
}

void add_move(store::Transaction& room, const Move& move) {
    // A random id: one in order of time would stand beside the person's own in the journal.
    room.run(kAddMove, base::Uuid::random(), move.day, what_of(move), reason_of(move), move.n);
}
bool remove_move(store::Transaction& room, const Move& move) {
    const auto id = room.one(
        kMoveLike, [](const Row& row) { return row.text(0); }, move.day, what_of(move), reason_of(move), move.n);
    return id && room.run(kRemoveMove, *id) == 1;
}

}  // namespace samrum::advice::volunteers
