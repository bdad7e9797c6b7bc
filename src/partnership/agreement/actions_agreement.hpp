#pragma once
#include "foundation/module/call.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/agreement/repository_agreement.hpp"

#include <functional>
#include <string>
#include <vector>

namespace samrum::partnership::agreement {

/// A party that gets no copy though a room bears its number or name: the file does not say that it is theirs.
struct NotNamed {
    std::string party;  ///< its name
    std::string room;   ///< short name
};

/// What an import did.
struct Imported {
    AgreementId id;
    std::string slug;
    int version = 1;
    bool unchanged = false;                    ///< the same file was there already: nothing happened
    std::vector<std::string> unknown_parties;  ///< names that nothing was found for in the register of organisations
    std::vector<std::string> by_name;          ///< names found there by nothing but the name
    std::vector<NotNamed> not_named;
    std::vector<std::string> handed_to;  ///< short names of the rooms that got their own copy
};

/// What follows from an import, in its transaction: problems undo both.
using AlsoDone = std::function<base::Result<base::Done>(store::Transaction&, const Imported&)>;

/// Reads an agreement file into its home room: the first import of a key makes the agreement, later ones make versions.
/// A copy is handed to the rooms that the file names, and to no other: names and numbers are what an association says
/// of itself. A party without a room is found in the register by number, else by name, among what this room or the
/// service itself keeps there. Answered criteria are archived with the case. Needs kWriteAgreements. Problems: those of
/// the file, each with its line; `partnership.import.not_here` in a room that is no public party's; `.no_such_room`,
/// `.other_room`, `.room_left_out`.
base::Result<Imported> import_agreement(store::Session& room, store::Session& lobby, const module::RoomHead& head,
                                        const module::Caller& caller, base::Date today, base::Instant now,
                                        std::string_view document, const AlsoDone& also = {});

/// The agreement of a version, read again from its document. A Bug when the room holds a document that does not read.
Agreement load_document(store::Reader& room, const AgreementHead& head);

/// A person chooses between the readings of a commitment: only then anything judges it. Needs kWriteAgreements; the
/// choice goes to every party's room. Problems `partnership.choice.no_such_reading`, `.motivation`,
/// `.motivation_too_long`.
base::Result<base::Done> choose_reading(store::Session& room, const module::Caller& caller, base::Date today,
                                        AgreementId agreement, std::string_view commitment, std::string_view reading,
                                        std::string_view motivation);

/// Receivers of what other rooms hand over.
inline constexpr std::string_view kAgreementEnvelope = "partnership.agreement";
inline constexpr std::string_view kChoiceEnvelope = "partnership.choice";
void receive_agreement(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);
void receive_choice(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);

}  // namespace samrum::partnership::agreement
