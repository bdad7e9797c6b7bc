#include "foundation/jobs/envelopes.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/base/readable.hpp"
#include "foundation/jobs/queue.hpp"
#include "foundation/jobs/signature.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::jobs {
namespace {

using store::RoomId;
using store::Row;
using store::Scope;
using store::Statement;

const Statement kLastNumber{Scope::room, "select max(number) from envelope_out"};
const Statement kLastOfChain{
    Scope::room, "select id from envelope_out where to_room = $1 and kind = $2 order by number desc limit 1"};
const Statement kPutOut{
    Scope::room,
    "insert into envelope_out (id, number, to_room, kind, payload, sent, after_id, signer, signature, "
    "last_error) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '')"};
const Statement kNextOfChain{Scope::room,
                             "select id, to_room, kind, payload, sent, after_id, signer, signature from envelope_out "
                             "where to_room = $1 and kind = $2 and delivered is null order by number limit 1"};
const Statement kWaitingEnvelopes{Scope::room,
                                  "select id, to_room, kind, payload, sent, delivered, last_error from envelope_out "
                                  "where delivered is null order by number"};
const Statement kSentEnvelope{
    Scope::room, "select id, to_room, kind, payload, sent, delivered, last_error from envelope_out where id = $1"};
const Statement kDelivered{Scope::room, "update envelope_out set delivered = $2, last_error = '' where id = $1"};
const Statement kRefused{Scope::room, "update envelope_out set last_error = $2 where id = $1"};
const Statement kSendAgain{Scope::room, "update envelope_out set delivered = null where id = $1"};

const Statement kIsIn{Scope::room, "select count(*) from envelope_in where id = $1"};
const Statement kTakeIn{
    Scope::room,
    "insert into envelope_in (id, from_room, kind, payload, sent, after_id, signer, signature, received) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Statement kReceivedEnvelope{Scope::room,
                                  "select id, from_room, kind, payload, sent from envelope_in where id = $1"};

constexpr std::string_view kCarryJob = "jobs.carry";

base::Uuid uuid(const Row& row, int column) {
    return base::Uuid::parse(row.view(column)).value();
}

/// An envelope on its way, with what the receiver checks.
struct Carried {
    Envelope envelope;
    std::optional<base::Uuid> after;
    store::Bytes signer;
    store::Bytes signature;
};

SentEnvelope sent_of(const Row& row, RoomId from) {
    return {{uuid(row, 0), from, row.id<RoomId>(1), row.text(2), row.text(3), row.instant(4)},
            row.maybe(5, &Row::instant),
            row.text(6)};
}

/// All that waits for one room, of one kind.
class Carrier {
  public:
    Carrier(Work& work, const std::vector<Receiver>& receivers)
        : work_(work), receivers_(receivers), from_(work.open()) {}

    void run() {
        const auto arguments = nlohmann::json::parse(work_.arguments());
        const auto to = RoomId::parse(arguments.at("to").get<std::string>()).value();
        const auto kind = arguments.at("kind").get<std::string>();
        while (const auto next = from_->one(
                   kNextOfChain, [&](const Row& row) { return carried_of(row); }, to, kind))
            carry(*next);
    }

  private:
    Carried carried_of(const Row& row) const {
        return {{uuid(row, 0), *work_.place(), row.id<RoomId>(1), row.text(2), row.text(3), row.instant(4)},
                row.is_null(5) ? std::nullopt : std::optional(uuid(row, 5)),
                row.bytes(6),
                row.bytes(7)};
    }

    void carry(const Carried& one) {
        try {
            if (give(one)) return void(note(kDelivered, one.envelope.id, work_.now()));
        } catch (const std::exception& error) {
            note(kRefused, one.envelope.id, base::readable_text(error.what(), kLongestError));
            throw;
        }
        // The receiver was restored from a backup that is older than the one before: that one goes again first.
        if (!note(kSendAgain, *one.after)) throw base::Fault("the envelope before this one is in neither room");
    }

    /// True when the envelope is in the receiver's room now; false when the one before it is not.
    bool give(const Carried& one) {
        check(one);
        const auto receiver = std::ranges::find(receivers_, one.envelope.kind, &Receiver::kind);
        if (receiver == receivers_.end()) throw base::Fault("nobody here receives " + one.envelope.kind);
        const auto room = work_.store().room(one.envelope.to);
        return room->transaction([&](store::Transaction& tx) {
            const auto& [id, from, to, kind, payload, sent] = one.envelope;
            tx.lock("jobs.envelopes");
            if (tx.count(kIsIn, id) > 0) return true;
            if (one.after && tx.count(kIsIn, *one.after) == 0) return false;
            tx.run(kTakeIn, id, from, kind, payload, sent, one.after, one.signer, one.signature, work_.now());
            receiver->receive(tx, from, id, payload);
            tx.journal(kHouse,
                       {"envelope.received", id.text(), nlohmann::json{{"kind", kind}, {"from", from.text()}}.dump()});
            return true;
        });
    }

    void check(const Carried& one) {
        if (one.signer != installation_public_key(work_.store().secrets()) ||
            !is_signed_by(one.signer, signed_text(one.envelope, one.after), one.signature))
            throw base::Fault("the envelope is not signed with the key of this installation");
        if (!is_here(one.envelope.to)) throw base::Fault("there is no such room here");
    }
    bool is_here(RoomId room) {
        if (rooms_.empty()) rooms_ = work_.store().rooms();
        return std::ranges::find(rooms_, room) != rooms_.end();
    }

    template <class... A>
    bool note(const Statement& sql, const A&... args) {
        return from_->transaction([&](store::Transaction& tx) { return tx.run(sql, args...) == 1; });
    }

    Work& work_;
    const std::vector<Receiver>& receivers_;
    std::unique_ptr<store::Session> from_;
    std::vector<RoomId> rooms_;  ///< asked for once a run
};

}  // namespace

void hand_over(store::Transaction& from_room, const Envelope& envelope) {
    base::ensure(from_room.place() == envelope.from, "a room hands over what is its own");
    base::ensure(envelope.to != envelope.from, "a room hands over to another");
    from_room.lock("jobs.envelopes");
    const auto number = from_room.count(kLastNumber) + 1;
    const auto after = from_room.one(
        kLastOfChain, [](const Row& row) { return uuid(row, 0); }, envelope.to, envelope.kind);
    from_room.run(kPutOut, envelope.id, number, envelope.to, envelope.kind, envelope.payload, envelope.sent, after,
                  installation_public_key(from_room.secrets()),
                  sign(from_room.secrets(), signed_text(envelope, after)));
    enqueue_once(from_room, kCarryJob, nlohmann::json{{"to", envelope.to.text()}, {"kind", envelope.kind}}.dump(),
                 base::Instant{});
}

std::vector<SentEnvelope> waiting_envelopes(store::Reader& sender) {
    return sender.all(kWaitingEnvelopes, [&](const Row& row) { return sent_of(row, *sender.place()); });
}

std::optional<SentEnvelope> find_sent(store::Reader& sender, const base::Uuid& id) {
    return sender.one(
        kSentEnvelope, [&](const Row& row) { return sent_of(row, *sender.place()); }, id);
}

std::optional<Envelope> find_received(store::Reader& receiver, const base::Uuid& id) {
    return receiver.one(
        kReceivedEnvelope,
        [&](const Row& row) {
            return Envelope{uuid(row, 0), row.id<RoomId>(1), *receiver.place(),
                            row.text(2),  row.text(3),       row.instant(4)};
        },
        id);
}

Handler envelope_handler(std::vector<Receiver> receivers) {
    return {std::string(kCarryJob), [receivers = std::move(receivers)](Work& work) { Carrier(work, receivers).run(); }};
}

}  // namespace samrum::jobs
