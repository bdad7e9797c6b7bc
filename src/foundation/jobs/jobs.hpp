#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/store/store.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What slices need of the background: put a job, a letter or an envelope in the queue, in the same transaction as what
/// it follows from, and see how it went. What carries it out is in runner.hpp, mail.hpp and envelopes.hpp.
namespace samrum::jobs {

/// Queues a job by name in the same transaction as what it follows from. `arguments` is a JSON object text. A job is
/// leased to one worker at a time, tried again with growing pauses, and shown with its last error when it gives up.
base::Uuid enqueue(store::Transaction& tx, std::string_view job, std::string_view arguments, base::Instant not_before);
/// The same, unless a job of this name with these arguments waits already (one that runs does not count: it may have
/// looked before this change).
void enqueue_once(store::Transaction& tx, std::string_view job, std::string_view arguments, base::Instant not_before);

/// A job that is not done; one that is done is gone.
struct JobView {
    base::Uuid id;
    std::string name;
    std::string arguments;
    bool failed = false;  ///< gave up: nothing happens until a person retries or discards it
    base::Instant created;
    base::Instant not_before;
    int attempts = 0;
    std::string last_error;
    std::int64_t progress_done = 0;
    std::int64_t progress_of = 0;  ///< 0: not told
};
std::vector<JobView> failed_jobs(store::Reader& place);
/// Those that wait or run, the next one first.
std::vector<JobView> waiting_jobs(store::Reader& place);
/// A job by its id, for showing its progress; nothing when it is done.
std::optional<JobView> find_job(store::Reader& place, const base::Uuid& id);
/// Tries a failed job again from `now`, or removes it, with a line in the journal. False when there is no such failed
/// job.
bool retry_job(store::Transaction& tx, const base::Uuid& id, const store::Actor& who, base::Instant now);
bool discard_job(store::Transaction& tx, const base::Uuid& id, const store::Actor& who);

/// A letter to one address. It leaves through the outbox of the lobby or room whose transaction queued it.
struct Mail {
    std::string to;  ///< as base::EmailAddress writes it; anything else is a Bug
    std::string subject;
    std::string text;           ///< plain text, UTF-8
    std::string calendar = {};  ///< an invitation that goes with it (document::icalendar with a method); may be empty
};
base::Uuid queue_mail(store::Transaction& tx, const Mail& mail, base::Instant now = base::Instant::now());

/// Forgets every letter to an address, sent or not, with the jobs that would send them: whoever is erased leaves no
/// address here. Answers how many letters went.
std::int64_t forget_mail_to(store::Transaction& tx, std::string_view address);

enum class MailState { queued, sent, shown, failed };
/// A letter as the outbox knows it. Letters that have left keep no text.
struct MailView {
    base::Uuid id;
    Mail mail;
    MailState state = MailState::queued;  ///< `shown`: there is no mail server, so it is here to be read
    base::Instant created;
    std::optional<base::Instant> left_at;  ///< when it was sent or shown
    std::string last_error;
};
/// The newest letters of this lobby or room first.
std::vector<MailView> list_mail(store::Reader& place, int limit = 100);

/// What one room hands over to another. Rooms meet in no other way.
struct Envelope {
    base::Uuid id;  ///< the receiver takes each id once
    store::RoomId from;
    store::RoomId to;
    std::string kind;     ///< "partnership.agreement", "partnership.delivery"
    std::string payload;  ///< JSON text
    base::Instant sent;
};
/// Puts an envelope into the sender's outbox, signed with the installation's key; a job carries it over. Envelopes of
/// one kind to one room arrive in the order they were handed over. `from` is the room of the transaction, `to` another
/// one.
void hand_over(store::Transaction& from_room, const Envelope& envelope);

/// An envelope in the sender's outbox.
struct SentEnvelope {
    Envelope envelope;
    std::optional<base::Instant> delivered;  ///< nothing: it waits, or its receiver refused it (see last_error)
    std::string last_error;
};
/// What waits to be delivered, the oldest first.
std::vector<SentEnvelope> waiting_envelopes(store::Reader& sender);
/// One that was handed over from this room.
std::optional<SentEnvelope> find_sent(store::Reader& sender, const base::Uuid& id);
/// One that came to this room, as it came.
std::optional<Envelope> find_received(store::Reader& receiver, const base::Uuid& id);

}  // namespace samrum::jobs
