#include "friends/pairs/actions_own.hpp"

#include "directory/actions_slices.hpp"
#include "friends/pairs/repository_pair.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::friends::pairs {
namespace {

const store::Actor kParticipant{"nobody", "deltagare"};

/// How long a note stays on the pair's own page.
constexpr int kShownDays = 42;

NotedBy noted_by(Side side) {
    return side == Side::newcomer ? NotedBy::newcomer : NotedBy::established;
}

std::optional<Pair> latest_pair(store::Reader& room, ParticipantId self) {
    auto all = pairs_of(room, self);
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

/// The pair that a link may write notes of, with whose link it is.
struct Writing {
    people::Participant self;
    Pair pair;
};
base::Result<Writing> writing(store::Reader& room, std::string_view secret) {
    auto self = people::participant_of_link(room, secret);
    if (!self) return base::problem("", "friends.pairs.unknown");
    auto pair = latest_pair(room, self->id);
    if (!pair) return base::problem("", "friends.pairs.unknown");
    if (pair->ended_on) return base::problem("", "friends.pairs.met.ended");
    return Writing{std::move(*self), std::move(*pair)};
}

}  // namespace

std::optional<OwnPair> own_pair(store::Session& room, std::string_view secret, base::Date today) {
    auto own = room.snapshot([&](store::Reader& reader) -> std::optional<OwnPair> {
        auto self = people::participant_of_link(reader, secret);
        auto pair = self ? latest_pair(reader, self->id) : std::nullopt;
        if (!pair) return std::nullopt;
        const auto meetings = meetings_of(reader, pair->id);
        OwnPair found{std::move(*self), std::move(*pair), {}, {}, {}, {}};
        found.progress = progress_of(found.pair, meetings, today);
        for (const Meeting& one : meetings) {
            if (one.day >= today.plus_days(-kShownDays)) found.recent.push_back(one);
            if (one.day == today) found.of_today = one;
        }
        std::ranges::reverse(found.recent);
        return found;
    });
    if (!own) return std::nullopt;
    if (const auto other = own->pair.of(other_side(own->pair.side_of(own->self.id)))) {
        // They know each other's names since both said yes: a line of the journal for each look would only tell when
        // they look.
        if (const auto view = directory::view_for_oneself(room, *other)) own->friend_name = view->name;
    }
    return own;
}

bool friend_is_gone(store::Reader& room, std::string_view secret) {
    const auto self = people::participant_of_link(room, secret);
    const auto pair = self && self->stage == Stage::paired ? latest_pair(room, self->id) : std::nullopt;
    return pair && pair->state() == PairState::broken;
}

base::Result<Meeting> note_own_met(store::Session& room, std::string_view secret, base::Date today,
                                   const MetInput& input) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<Meeting> {
        tx.lock("friends.pair");
        const auto found = writing(tx, secret);
        if (!found) return found.problems();
        const auto met = read_met(input, found->pair, noted_by(found->pair.side_of(found->self.id)), today);
        if (!met) return met.problems();
        save_meeting(tx, *met);
        tx.journal(kParticipant, {"pair.met", found->pair.id.text(), "{}"});
        return *met;
    });
}

base::Result<base::Done> undo_own_met(store::Session& room, std::string_view secret, base::Date today,
                                      std::string_view day) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("friends.pair");
        const auto found = writing(tx, secret);
        if (!found) return found.problems();
        const auto read = base::Date::parse(day);
        if (!read) return read.problems();
        if (*read < today.plus_days(-kShownDays) || !delete_meeting(tx, found->pair.id, *read))
            return base::problem("", "friends.pairs.met.unknown");
        tx.journal(kParticipant, {"pair.met_undone", found->pair.id.text(), "{}"});
        return base::Done{};
    });
}

std::string extract_pairs(store::Reader& room, const base::Uuid& person) {
    nlohmann::json all = nlohmann::json::array();
    for (const Pair& pair : pairs_of(room, ParticipantId{person})) {
        nlohmann::json meetings = nlohmann::json::array();
        for (const Meeting& one : meetings_of(room, pair.id))
            meetings.push_back({{"day", one.day.iso()}, {"minutes", one.minutes}, {"noted_by", code_of(one.noted_by)}});
        all.push_back(
            {{"started_on", pair.started_on.iso()},
             {"state", code_of(pair.state())},
             {"ended_on", pair.ended_on ? nlohmann::json(pair.ended_on->iso()) : nlohmann::json(nullptr)},
             {"end_reason", pair.end_reason ? nlohmann::json(code_of(*pair.end_reason)) : nlohmann::json(nullptr)},
             {"meetings", meetings}});
    }
    return all.dump();
}

}  // namespace samrum::friends::pairs
