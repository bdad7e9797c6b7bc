#pragma once
#include <string>
#include <string_view>

#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/store/store.hpp"

namespace samrum::jobs {

/// Queues a job by name in the same transaction as what it follows from. `arguments` is a JSON object text. A job is leased
/// to one worker at a time, tried again with growing pauses, and shown with its last error when it gives up.
void enqueue(store::Transaction& tx, std::string_view job, std::string_view arguments, base::Instant not_before);

/// A letter to one address. It leaves through the outbox of the lobby or room whose transaction queued it.
struct Mail {
    std::string to;
    std::string subject;
    std::string text;  ///< plain text, UTF-8
};
void queue_mail(store::Transaction& tx, const Mail& mail);

/// What one room hands over to another. Rooms meet in no other way.
struct Envelope {
    base::Uuid id;  ///< the receiver takes each id once
    store::RoomId from;
    store::RoomId to;
    std::string kind;     ///< "partnership.agreement", "partnership.delivery"
    std::string payload;  ///< JSON text
    base::Instant sent;
};
/// Puts an envelope into the sender's outbox, signed with the installation's key; a job carries it over.
void hand_over(store::Transaction& from_room, const Envelope& envelope);

}  // namespace samrum::jobs
