#include "partnership/actions_agreement.hpp"

#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "foundation/base/text.hpp"
#include "foundation/jobs/jobs.hpp"
#include "partnership/actions_assessment.hpp"
#include "partnership/repository_delivery.hpp"
#include "partnership/rules_delivery.hpp"
#include "partnership/rules_index.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership {
namespace {

using nlohmann::json;

/// Fills in which organisations and rooms the parties are, and tells whom the register does not know.
void find_parties(store::Reader& lobby, const Agreement& agreement, const module::RoomHead& home, AgreementIndex& index,
                  Imported& told) {
    for (PartyRow& party : index.parties) {
        const Organisation* organisation = agreement.organisation(party.key);
        if (!organisation) continue;
        const std::string number = organisation->number ? organisation->number->text() : std::string();
        if (const auto found = directory::find_organisation(lobby, number, organisation->name)) {
            party.organisation = found->id.uuid();
            if (const auto room = directory::room_of(lobby, found->id); room && room->id != home.id) {
                party.room = room->id.uuid();
                told.handed_to.push_back(room->short_name);
            }
        } else {
            told.unknown_parties.push_back(party.name);
        }
        if (party.side == Side::public_side && !party.room) party.room = home.id.uuid();
    }
}

/// The rooms of the other parties.
std::vector<store::RoomId> other_rooms(const std::vector<PartyRow>& parties, const base::Uuid& home) {
    std::vector<store::RoomId> rooms;
    for (const PartyRow& party : parties) {
        if (!party.room || *party.room == home) continue;
        const store::RoomId room{*party.room};
        if (std::find(rooms.begin(), rooms.end(), room) == rooms.end()) rooms.push_back(room);
    }
    return rooms;
}

/// The copy that each party's room gets: the document and whose rooms the parties have.
std::string copy_payload(const AgreementIndex& index, const AgreementVersion& version, store::RoomId to) {
    json parties = json::array();
    for (const PartyRow& party : index.parties)
        parties.push_back({{"key", party.key},
                           {"organisation", party.organisation ? json(party.organisation->text()) : json()},
                           {"room", party.room ? json(party.room->text()) : json()}});
    return json{{"id", index.head.id.text()},        {"to", to.text()},
                {"version", version.number},         {"hash", version.hash},
                {"made_at", version.made_at.micros}, {"made_by", version.made_by},
                {"document", version.document},      {"parties", parties}}
        .dump();
}

void hand_over_to_parties(store::Transaction& tx, const AgreementIndex& index, std::string_view kind, base::Instant now,
                          const std::function<std::string(store::RoomId)>& payload) {
    for (const store::RoomId room : other_rooms(index.parties, index.head.home_room))
        jobs::hand_over(tx, {base::Uuid::ordered(), store::RoomId{index.head.home_room}, room, std::string(kind),
                             payload(room), now});
}

/// In an association's room, what it promised is counted by what the agreement says, until its coordinator says
/// otherwise.
void bind_own_commitments(store::Transaction& tx, const AgreementIndex& index, const base::Uuid& own_room) {
    const auto period = index.head.period();
    if (!period) return;
    for (const CommitmentRow& commitment : index.commitments) {
        if (commitment.measure.empty()) continue;
        if (!is_promised_from(index.parties, commitment, own_room) ||
            !bindings_of(tx, index.head.id.uuid(), commitment.key).empty())
            continue;
        const base::Period days{commitment.first.value_or(period->first()),
                                commitment.last ? commitment.last : period->last()};
        insert_binding(tx, {BindingId::ordered(), index.head.id.uuid(), commitment.key, commitment.measure,
                            commitment.scope, days});
    }
}

}  // namespace

base::Result<Imported> import_agreement(store::Session& room, store::Session& lobby, const module::RoomHead& head,
                                        const module::Caller& caller, base::Date today, base::Instant now,
                                        std::string_view document) {
    if (!module::may_anywhere(caller, kWriteAgreements)) return module::refusal();
    if (!head.is_public_party) return base::problem("", "partnership.import.not_here");
    const auto file = read_agreement(document);
    if (!file) return file.problems();
    const Agreement& agreement = file->agreement;
    Imported found;
    AgreementIndex index = index_of(agreement);
    index.head.home_room = head.id.uuid();
    find_parties(lobby, agreement, head, index, found);

    return room.transaction([&](store::Transaction& tx) -> base::Result<Imported> {
        tx.lock("agreement/" + index.head.slug);
        Imported told = found;
        const auto known = find_agreement_by_slug(tx, head.id, index.head.slug);
        index.head.id = known ? known->id : AgreementId::ordered();
        AgreementVersion version{
            index.head.id, known ? known->version + 1 : 1, std::string(document), content_hash(document), now,
            caller.label};
        told.id = index.head.id;
        told.slug = index.head.slug;
        told.version = version.number;
        if (known && find_version(tx, known->id, known->version)->hash == version.hash) {
            told.version = known->version;
            told.unchanged = true;
            told.handed_to.clear();
            return told;
        }
        index.head.version = version.number;
        save_index(tx, index);
        insert_version(tx, version);
        archive_from_file(tx, index.head, agreement.assessments, today, caller.label);
        tx.journal(caller.actor(), {known ? "agreement.changed" : "agreement.imported", index.head.slug,
                                    json{{"version", version.number}, {"hash", version.hash}}.dump()});
        hand_over_to_parties(tx, index, kAgreementEnvelope, now,
                             [&](store::RoomId to) { return copy_payload(index, version, to); });
        return told;
    });
}

Agreement load_document(store::Reader& room, const AgreementHead& head) {
    const auto version = find_version(room, head.id, head.version);
    base::ensure(version.has_value(), "an agreement has its version");
    auto file = read_agreement(version->document);
    base::ensure(static_cast<bool>(file), "an agreement that was let in reads again");
    return std::move(*file).agreement;
}

base::Result<base::Done> choose_reading(store::Session& room, const module::Caller& caller, base::Date today,
                                        AgreementId agreement, std::string_view commitment, std::string_view reading,
                                        std::string_view motivation) {
    if (!module::may_anywhere(caller, kWriteAgreements)) return module::refusal();
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        tx.lock("agreement/" + agreement.text());
        const auto head = find_agreement(tx, agreement);
        const auto row = head ? find_commitment(tx, agreement, commitment) : std::nullopt;
        if (!row || head->home_room != tx.place()->uuid()) return module::refusal();
        base::ProblemList problems;
        const bool there = std::any_of(row->readings.begin(), row->readings.end(),
                                       [&](const ReadingRow& one) { return one.key == reading; });
        if (!there || row->readings.size() < 2)
            problems.add(base::problem("reading", "partnership.choice.no_such_reading"));
        if (base::trim(motivation).empty()) problems.add(base::problem("motivation", "partnership.choice.motivation"));
        if (!problems.empty()) return problems.all();

        const ReadingChoice choice{
            agreement, std::string(commitment), std::string(reading), base::trim(motivation), today, caller.label};
        insert_choice(tx, choice);
        tx.journal(caller.actor(), {"agreement.reading_chosen", head->slug,
                                    json{{"commitment", choice.commitment}, {"reading", choice.reading}}.dump()});
        AgreementIndex index;
        index.head = *head;
        index.parties = parties_of(tx, agreement);
        hand_over_to_parties(tx, index, kChoiceEnvelope, base::Instant::now(), [&](store::RoomId) {
            return json{{"agreement", agreement.text()},
                        {"commitment", choice.commitment},
                        {"reading", choice.reading},
                        {"motivation", choice.motivation},
                        {"on", today.iso()},
                        {"by", choice.by}}
                .dump();
        });
        return base::Done{};
    });
}

void receive_agreement(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    const json copy = json::parse(payload);
    const std::string document = copy.at("document");
    const std::string hash = copy.at("hash");
    base::ensure(hash == content_hash(document), "a copy is the same as its original");
    auto file = read_agreement(document);
    base::ensure(static_cast<bool>(file), "a copy of an agreement reads");

    base::ensure(copy.at("to") == tx.place()->text(), "a copy comes to the room that it was made for");
    AgreementIndex index = index_of(file->agreement);
    index.head.id = AgreementId::parse(copy.at("id").get<std::string>()).value();
    index.head.home_room = from.uuid();
    index.head.version = copy.at("version");
    const auto known = find_agreement(tx, index.head.id);
    base::ensure(!known || known->home_room == from.uuid(), "only the home room changes an agreement");
    if (known && known->version >= index.head.version) return;
    const auto id_or_nothing = [](const json& value) {
        return value.is_null() ? std::nullopt : std::optional(base::Uuid::parse(value.get<std::string>()).value());
    };
    for (const json& sent : copy.at("parties"))
        for (PartyRow& party : index.parties)
            if (party.key == sent.at("key")) {
                party.organisation = id_or_nothing(sent.at("organisation"));
                party.room = id_or_nothing(sent.at("room"));
            }
    save_index(tx, index);
    insert_version(tx, {index.head.id,
                        index.head.version,
                        document,
                        hash,
                        {copy.at("made_at").get<std::int64_t>()},
                        copy.at("made_by")});
    bind_own_commitments(tx, index, tx.place()->uuid());
    tx.journal({"system", "hand-over"},
               {"agreement.received", index.head.slug, json{{"version", index.head.version}, {"hash", hash}}.dump()});
}

void receive_choice(store::Transaction& tx, store::RoomId from, const base::Uuid&, std::string_view payload) {
    const json sent = json::parse(payload);
    const AgreementId agreement = AgreementId::parse(sent.at("agreement").get<std::string>()).value();
    const auto head = find_agreement(tx, agreement);
    base::ensure(head && head->home_room == from.uuid(), "only the home room chooses a reading");
    const ReadingChoice choice{agreement,
                               sent.at("commitment"),
                               sent.at("reading"),
                               sent.at("motivation"),
                               base::Date::parse(sent.at("on").get<std::string>()).value(),
                               sent.at("by")};
    insert_choice(tx, choice);
    tx.journal({"system", "hand-over"}, {"agreement.reading_chosen", head->slug,
                                         json{{"commitment", choice.commitment}, {"reading", choice.reading}}.dump()});
}

}  // namespace samrum::partnership
