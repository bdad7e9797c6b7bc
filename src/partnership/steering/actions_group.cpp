#include "partnership/steering/actions_group.hpp"

#include "directory/actions_slices.hpp"
#include "foundation/base/text.hpp"
#include "partnership/agreement/actions_agreement.hpp"
#include "partnership/agreement/actions_read.hpp"
#include "partnership/steering/repository_group.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership::steering {
namespace {

bool keeps(const module::Caller& caller) {
    return module::may_for(caller, kKeepSteering, caller.room_organisation);
}

base::Result<base::Done> read_group(store::Reader& room, const GroupInput& input, Group& group) {
    base::ProblemList problems;
    group.name = base::trim(input.name);
    group.text = base::trim(input.text);
    if (group.name.empty() || group.name.size() > kLongestLine)
        problems.add(
            base::problem("name", "partnership.steering.line", {{"most", static_cast<std::int64_t>(kLongestLine)}}));
    if (group.text.size() > kLongestNotes) problems.add(base::problem("text", "partnership.steering.notes_too_long"));
    group.agreements.clear();
    for (const std::string& typed : input.agreements) {
        const auto id = AgreementId::parse(typed);
        const auto head = id ? agreement::find_agreement(room, *id) : std::nullopt;
        // A copy is followed up in the room where the agreement lives.
        if (head && head->home_room == room.place()->uuid()) group.agreements.push_back(*id);
    }
    if (group.agreements.empty()) problems.add(base::problem("agreements", "partnership.steering.agreements_missing"));
    if (!problems.empty()) return problems.all();
    return base::Done{};
}

/// The functions that an agreement names, where the group has none of that name yet.
void add_named_seats(store::Transaction& tx, const Group& group) {
    auto seats = load_seats(tx, group.id);
    for (const AgreementId& id : group.agreements) {
        const auto head = agreement::find_agreement(tx, id);
        const auto text = agreement::load_document(tx, *head);
        if (!text.steering || !text.term.first) continue;
        for (const auto& member : text.steering->members) {
            Seat seat{SeatId::ordered(),
                      group.id,
                      member.function,
                      text.name_of(member.organisation),
                      member.convener,
                      false,
                      "",
                      base::Period{*text.term.first, std::nullopt}};
            const bool known = std::ranges::any_of(seats, [&](const Seat& one) {
                return one.function == seat.function && one.organisation == seat.organisation;
            });
            if (known) continue;
            seat.convener = seat.convener && std::ranges::none_of(seats, &Seat::convener);
            insert_seat(tx, seat);
            seats.push_back(seat);
        }
    }
}

const Seat* seat_among(const std::vector<Seat>& seats, SeatId id) {
    const auto found = std::ranges::find(seats, id, &Seat::id);
    return found == seats.end() ? nullptr : &*found;
}

}  // namespace

base::Result<GroupId> add_group(store::Session& room, const module::Caller& caller, const GroupInput& input) {
    if (!keeps(caller)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<GroupId> {
        Group group;
        group.id = GroupId::ordered();
        if (const auto read = read_group(tx, input, group); !read) return read.problems();
        insert_group(tx, group);
        add_named_seats(tx, group);
        tx.journal(caller.actor(), {"steering.group_added", group.id.text(), "{}"});
        return group.id;
    });
}

base::Result<base::Done> save_group(store::Session& room, const module::Caller& caller, GroupId id,
                                    std::int64_t revision, const GroupInput& input) {
    if (!keeps(caller)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        auto group = load_group(tx, id);
        if (!group) return module::refusal();
        if (const auto read = read_group(tx, input, *group); !read) return read.problems();
        group->revision = revision;
        if (!update_group(tx, *group)) return base::problem("", "partnership.steering.changed_meanwhile");
        add_named_seats(tx, *group);
        tx.journal(caller.actor(), {"steering.group_changed", id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<SeatId> add_seat(store::Session& room, const module::Caller& caller, GroupId group,
                              const SeatInput& input) {
    if (!keeps(caller)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<SeatId> {
        tx.lock("steering/" + group.text());
        if (!load_group(tx, group)) return module::refusal();
        Seat seat;
        seat.id = SeatId::ordered();
        seat.group = group;
        if (const auto read = read_seat(input, load_seats(tx, group), seat); !read) return read.problems();
        insert_seat(tx, seat);
        tx.journal(caller.actor(), {"steering.function_added", seat.id.text(), "{}"});
        return seat.id;
    });
}

base::Result<base::Done> set_seat_email(store::Session& room, const module::Caller& caller, GroupId group, SeatId id,
                                        const std::string& typed) {
    if (!keeps(caller)) return module::refusal();
    const auto email = read_email(typed);
    if (!email) return email.problems();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const auto seats = load_seats(tx, group);
        if (!seat_among(seats, id)) return module::refusal();
        update_seat_email(tx, id, *email);
        tx.journal(caller.actor(), {"steering.function_changed", id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> end_seat(store::Session& room, const module::Caller& caller, GroupId group, SeatId id,
                                  const std::string& typed) {
    if (!keeps(caller)) return module::refusal();
    const auto last = base::Date::parse(base::trim(typed));
    base::ProblemList problems;
    problems.take(last, "last");
    if (!problems.empty()) return problems.all();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("steering/" + group.text());
        const auto seats = load_seats(tx, group);
        const Seat* seat = seat_among(seats, id);
        if (!seat) return module::refusal();
        if (const auto days = base::Period::of(seat->period.first(), *last); !days) {
            base::Problems early = days.problems();
            for (auto& one : early) one.field = "last";
            return early;
        }
        end_seat_row(tx, id, *last);
        for (const Holding& one : load_holdings(tx, group))
            if (one.seat == id)
                directory::end_functions(tx, caller.actor(), directory::PersonAliasId{one.person}, seat->function,
                                         *last);
        end_holdings(tx, id, *last);
        tx.journal(caller.actor(), {"steering.function_ended", id.text(), "{}"});
        return base::Done{};
    });
}

base::Result<base::Done> set_holder(store::Session& room, const module::Caller& caller, base::Date today, GroupId group,
                                    SeatId id, const HolderInput& input) {
    if (!keeps(caller)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("steering/" + group.text());
        const auto seats = load_seats(tx, group);
        const Seat* seat = seat_among(seats, id);
        if (!seat) return module::refusal();
        auto entered = directory::enter_person(tx, caller.actor(), today, {input.name, input.email, "", false, false},
                                               {seat->function, input.first, ""});
        if (!entered) return entered.problems();
        const base::Date first = base::Date::parse(base::trim(input.first)).value();
        for (const Holding& one : load_holdings(tx, group))
            if (one.seat == id && (!one.period.last() || *one.period.last() >= first))
                directory::end_functions(tx, caller.actor(), directory::PersonAliasId{one.person}, seat->function,
                                         first.plus_days(-1));
        end_holdings(tx, id, first.plus_days(-1));
        insert_holding(tx, {base::Uuid::ordered(), id, entered->uuid(), base::Period{first, seat->period.last()}});
        tx.journal(caller.actor(), {"steering.holder_set", id.text(), "{}"});
        return base::Done{};
    });
}

std::optional<GroupSeen> see_group(store::Session& room, const module::Caller& caller, GroupId id) {
    const auto all = groups(room, caller);
    const auto found = std::ranges::find(all, id, &Group::id);
    if (found == all.end()) return std::nullopt;
    GroupSeen seen{*found, {}, {}};
    const auto holdings = load_holdings(room, id);
    std::vector<directory::PersonAliasId> people;
    people.reserve(holdings.size());
    for (const Holding& one : holdings) people.emplace_back(one.person);
    const auto names = directory::names_for(room, caller, "steering", people);
    for (const Seat& seat : load_seats(room, id)) {
        SeatSeen one{seat, {}};
        for (const Holding& holding : holdings) {
            if (holding.seat != seat.id) continue;
            const auto name = names.find(directory::PersonAliasId{holding.person});
            one.holders.emplace_back(holding, name == names.end() ? std::string() : name->second);
        }
        seen.seats.push_back(std::move(one));
    }
    for (Meeting& one : all_meetings(room, caller))
        if (one.group == id) seen.meetings.push_back(std::move(one));
    return seen;
}

std::string extract_holdings(store::Reader& room, const base::Uuid& person) {
    nlohmann::json all = nlohmann::json::array();
    for (const Holding& one : holdings_of_person(room, person)) all.push_back({{"period", one.period.iso()}});
    return all.dump();
}
std::int64_t erase_holdings(store::Transaction& room, const base::Uuid& person) {
    return delete_holdings_of(room, person);
}

}  // namespace samrum::partnership::steering
