#pragma once
#include "foundation/module/call.hpp"
#include "foundation/module/module.hpp"
#include "foundation/store/store.hpp"
#include "partnership/changes/files_event.hpp"
#include "partnership/changes/model_permissions.hpp"

#include <string>
#include <vector>

/// Writing lines into an agreement's way, in its home room. Every party's room gets its copy.
namespace samrum::partnership::changes {

/// All parties have signed, the last of them on `on`. Once: a second call changes nothing. For the slice that keeps the
/// originals, within its own transaction.
void record_signed(store::Transaction& tx, const store::Actor& actor, AgreementId id, base::Date on);

/// A line as it was typed.
struct EventInput {
    std::string kind;
    std::string on;
    std::string text = {};
    std::string party = {};
    std::string about = {};
    std::string until = {};
    std::string outcome = {};
    std::string notice_case = {};
    std::string successor = {};
};
inline constexpr std::size_t kMostDocuments = 5;
inline constexpr std::size_t kMostDocumentBytes = std::size_t{5} * 1024 * 1024;
inline constexpr std::size_t kLongestText = 8000;

/// The line that was typed, in its agreement, with the last day that a notice gives; nothing is written. Problems of
/// its shape, of the table and of the rules, all at once.
base::Result<Event> preview_event(store::Reader& room, const module::Caller& caller, base::Date today, AgreementId id,
                                  const EventInput& input);
/// May a line of this kind name the party as the one that does it? Each side gives notice, takes it back and terminates
/// in its own name only: who enters for a party for that one (`only`, of may_write_for()), an officer for the public
/// side and, with a document that shows it, for a party that has no room of its own to write in.
bool may_act_for(EventKind kind, const agreement::PartyRow& party, const agreement::AgreementHead& head,
                 const std::vector<std::string>& only);
/// Writes the line down with its documents and hands it to the parties' rooms. Amendments are made by amend()
/// (actions_amend.hpp). Needs kWriteChanges in the home room. Problems: those of preview_event,
/// `partnership.changes.too_many_files`, `.file_too_large`,
/// `.document_shows_it`, of attachments.
base::Result<EventId> write_event(store::Session& room, const module::Caller& caller, base::Date today,
                                  base::Instant now, AgreementId id, const EventInput& input,
                                  const std::vector<Document>& documents = {});

/// Within a transaction that has judged: numbers and saves the line, lets the agreement's row follow, journals, and
/// hands it over.
EventId save_event(store::Transaction& tx, const store::Actor& who, Event one, const std::vector<Document>& documents,
                   base::Instant now);
/// A document of one of the agreement's lines; nothing for any other id.
std::optional<Document> read_document(store::Reader& room, AgreementId id, const base::Uuid& file);
/// May the caller write here, and for whom? In the home room only; nothing: not at all; empty: for every party.
std::optional<std::vector<std::string>> may_write_for(store::Reader& room, const module::Caller& caller,
                                                      const agreement::AgreementHead& head);

inline constexpr std::string_view kChangeEnvelope = "partnership.change";
void receive_event(store::Transaction& tx, store::RoomId from, const base::Uuid& id, std::string_view payload);

/// What an agreement's way asks for: talks, time to mend, review, what comes after. Computed, never stored.
std::vector<module::Duty> duties_of_changes(store::Reader& room, base::Date today);

}  // namespace samrum::partnership::changes
