#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "partnership/agreement/model_index.hpp"
#include "partnership/agreement/model_words.hpp"

#include <optional>
#include <string>
#include <vector>

/// The steering group: a light body of functions that meets now and then about one or several agreements.
namespace samrum::partnership::steering {

using agreement::AgreementId;
using agreement::Word;

struct GroupKind;
using GroupId = base::Id<GroupKind>;
struct SeatKind;
using SeatId = base::Id<SeatKind>;
struct MeetingKind;
using MeetingId = base::Id<MeetingKind>;
struct ItemKind;
using ItemId = base::Id<ItemKind>;
struct ActionKind;
using ActionId = base::Id<ActionKind>;

struct Group {
    GroupId id;
    std::string name;
    std::string text;                     ///< how it works, in the group's own words; Markdown
    std::vector<AgreementId> agreements;  ///< that it follows
    std::int64_t revision = 1;
};

/// A function in the group, from when to when. People come and go, the function stays.
struct Seat {
    SeatId id;
    GroupId group;
    std::string function;
    std::string organisation;  ///< its name
    bool convener = false;
    bool co_opted = false;  ///< asked to come when needed
    std::string email;      ///< the function's own address, where calls go when nobody holds it by name
    base::Period period;
};

/// Who holds a function, from when to when: a person of the room, by alias. Shown in the room, never public.
struct Holding {
    base::Uuid id;
    SeatId seat;
    base::Uuid person;
    base::Period period;
};

/// `held` is being written down; once settled the notes change no more, and what is added stands beside.
enum class MeetingState { planned, called, held, settled, cancelled };
inline constexpr Word<MeetingState> kMeetingStates[] = {{MeetingState::planned, "planned"},
                                                        {MeetingState::called, "called"},
                                                        {MeetingState::held, "held"},
                                                        {MeetingState::settled, "settled"},
                                                        {MeetingState::cancelled, "cancelled"}};
constexpr std::span<const Word<MeetingState>> words_of(MeetingState) {
    return kMeetingStates;
}

struct Meeting {
    MeetingId id;
    GroupId group;
    base::Date day;
    base::ClockTime starts;
    base::ClockTime ends;
    std::string place;                    ///< a room, or an address on the web
    std::vector<AgreementId> agreements;  ///< that it treats
    MeetingState state = MeetingState::planned;
    std::int64_t sequence = 0;  ///< of the calendar invitation: grows with every change after the call
    std::string others;         ///< who was there beside the group's functions, by function
    std::vector<SeatId> present = {};
    std::optional<base::Date> settled_on = {};
    std::int64_t revision = 1;

    bool is_over() const { return state == MeetingState::held || state == MeetingState::settled; }
};

/// What the group came to.
enum class Consensus { none, consensus, disagreement };
inline constexpr Word<Consensus> kConsensus[] = {
    {Consensus::none, "none"}, {Consensus::consensus, "consensus"}, {Consensus::disagreement, "disagreement"}};
constexpr std::span<const Word<Consensus>> words_of(Consensus) {
    return kConsensus;
}

struct Item {
    ItemId id;
    MeetingId meeting;
    int position = 1;
    std::optional<AgreementId> agreement;  ///< nothing: common to all that the meeting treats
    std::string source;                    ///< what it was drawn from, so that it comes once: "duty/…", "action/…"
    std::string title;
    std::string text;   ///< what it is about, Markdown
    std::string link;   ///< below the room; may be empty
    std::string notes;  ///< Markdown
    Consensus consensus = Consensus::none;
    std::string dissent;   ///< who saw it otherwise, and why
    bool removed = false;  ///< the convener took it off: it is not drawn again
    std::int64_t revision = 1;
};

/// Something that somebody wants on the next agenda of an agreement.
struct Proposal {
    base::Uuid id;
    AgreementId agreement;
    std::string key;     ///< makes it happen once: "report/<id>"
    base::Message what;  ///< said in the language of who draws the agenda
    std::string text;    ///< Markdown, of a person's proposal
    std::string link;    ///< below the room; may be empty
    std::string by;      ///< function; empty: the house itself
    std::optional<MeetingId> taken_up;
};

/// What is added after the notes were settled.
struct Addendum {
    int number = 1;
    std::string text;
    base::Date on;
    std::string by;
};

/// What somebody took upon themselves; open until it is done.
struct Action {
    ActionId id;
    AgreementId agreement;
    MeetingId meeting;
    std::optional<ItemId> item;
    std::string what;
    std::string owner;         ///< function
    std::string organisation;  ///< of the owner, key of a party in the agreement
    base::Date due;
    std::optional<base::Date> closed_on;
    bool dropped = false;  ///< closed without being done
    std::string outcome;   ///< how it went
    std::int64_t revision = 1;
};

/// An action as the room of the party that took it upon itself knows it.
struct OwedAction {
    ActionId id;
    AgreementId agreement;
    std::string what;
    std::string owner;  ///< function
    base::Date due;
    std::optional<base::Date> closed_on;
};

}  // namespace samrum::partnership::steering
