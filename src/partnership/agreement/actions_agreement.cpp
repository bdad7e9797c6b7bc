#include "partnership/agreement/actions_agreement.hpp"

#include "directory/actions_organisation.hpp"
#include "directory/actions_room.hpp"
#include "foundation/base/text.hpp"
#include "foundation/jobs/jobs.hpp"
#include "foundation/text/words.hpp"
#include "partnership/agreement/actions_assessment.hpp"
#include "partnership/agreement/repository_delivery.hpp"
#include "partnership/agreement/rules_assessment.hpp"
#include "partnership/agreement/rules_delivery.hpp"
#include "partnership/agreement/rules_index.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace samrum::partnership::agreement {
namespace {

using nlohmann::json;

/// What the journal of every party's room says of a choice.
std::string choice_json(const ReadingChoice& choice) {
    return json{{"commitment", choice.commitment}, {"reading", choice.reading}, {"motivation", choice.motivation}}
        .dump();
}

/// Do the file and the register mean the same organisation?
bool is_same(const Organisation& in_file, const directory::Organisation& known) {
    if (in_file.number && known.number) return *in_file.number == *known.number;
    return text::folded(in_file.name) == text::folded(known.name);
}

/// The room that the file names as a party's own.
base::Result<module::RoomHead> named_room(store::Reader& lobby, const Party& party, const Organisation& organisation) {
    const auto room = directory::find_room(lobby, party.room);
    if (!room) return base::problem("room", "partnership.import.no_such_room", {{"room", party.room}});
    const auto owner = directory::find_organisation(lobby, room->organisation);
    base::ensure(owner.has_value(), "a room has an organisation");
    if (is_same(organisation, *owner)) return *room;
    return base::problem("room", "partnership.import.other_room",
                         {{"room", party.room}, {"owner", owner->name}, {"party", organisation.name}});
}

/// What the register knows of a party whose room the file does not name.
void look_up(store::Reader& lobby, const Organisation& organisation, const module::RoomHead& home, PartyRow& party,
             Imported& told) {
    const std::string number = organisation.number ? organisation.number->text() : std::string();
    const auto found = directory::find_organisation(lobby, number, organisation.name);
    const auto room = found ? directory::room_of(lobby, found->id) : std::nullopt;
    // What another room writes of itself or others gives it nothing here.
    const bool kept_by_others = found && found->kept_by && *found->kept_by != home.id;
    if (room && kept_by_others)
        told.not_named.push_back({party.name, room->short_name});
    else if (!found || kept_by_others)
        told.unknown_parties.push_back(party.name);
    else {
        party.organisation = found->id.uuid();
        if (!organisation.number || organisation.number != found->number) told.by_name.push_back(party.name);
    }
}

/// Fills in which organisations and rooms the parties are.
base::Problems find_parties(store::Reader& lobby, const Agreement& agreement, const module::RoomHead& home,
                            AgreementIndex& index, Imported& told) {
    base::ProblemList problems;
    for (std::size_t at = 0; at < index.parties.size(); ++at) {
        PartyRow& row = index.parties[at];
        const Party& party = agreement.parties[at];
        const Organisation* organisation = agreement.organisation(row.key);
        base::ensure(organisation != nullptr, "a checked file has the organisations of its parties");
        if (party.room.empty()) {
            look_up(lobby, *organisation, home, row, told);
        } else if (const auto room = named_room(lobby, party, *organisation)) {
            row.organisation = room->organisation.uuid();
            row.room = room->id.uuid();
            if (room->id != home.id) told.handed_to.push_back(room->short_name);
        } else {
            for (auto one : room.problems()) {
                one.field = "parties[" + std::to_string(at + 1) + "]." + one.field;
                problems.add(std::move(one));
            }
        }
        if (row.side == Side::public_side && !row.room) row.room = home.id.uuid();
    }
    return problems.all();
}

/// A party that had its copies before goes on getting them: leaving out its room is no way to end that.
base::Problems judge_left_out(store::Reader& lobby, const std::vector<PartyRow>& before, const AgreementIndex& now) {
    base::ProblemList problems;
    for (std::size_t at = 0; at < now.parties.size(); ++at)
        for (const PartyRow& old : before) {
            if (old.key != now.parties[at].key || !old.room || now.parties[at].room) continue;
            const auto room = directory::find_room(lobby, store::RoomId{*old.room});
            problems.add(base::problem("parties[" + std::to_string(at + 1) + "]", "partnership.import.room_left_out",
                                       {{"party", old.name}, {"room", room ? room->short_name : ""}}));
        }
    return problems.all();
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
                                        std::string_view document, const AlsoDone& also) {
    if (!module::may_anywhere(caller, kWriteAgreements)) return module::refusal();
    if (!head.is_public_party) return base::problem("", "partnership.import.not_here");
    const auto file = read_agreement(document);
    if (!file) return file.problems();
    const Agreement& agreement = file->agreement;
    Imported found;
    AgreementIndex index = index_of(agreement);
    index.head.home_room = head.id.uuid();
    if (const auto problems = find_parties(lobby, agreement, head, index, found); !problems.empty())
        return with_lines(problems, file->lines);

    return room.transaction([&](store::Transaction& tx) -> base::Result<Imported> {
        tx.lock("agreement/" + index.head.slug);
        Imported told = found;
        const auto known = find_agreement_by_slug(tx, head.id, index.head.slug);
        if (known)
            if (const auto problems = judge_left_out(lobby, parties_of(tx, known->id), index); !problems.empty())
                return with_lines(problems, file->lines);
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
        if (also)
            if (const auto done = also(tx, told); !done) return done.problems();
        return told;
    });
}

Agreement load_document(store::Reader& room, const AgreementHead& head) {
    const auto version = find_version(room, head.id, head.version);
    base::ensure(version.has_value(), "an agreement has its version");
    auto file = read_agreement(version->document);
    base::ensure(static_cast<bool>(file), "an agreement that was let in reads again");
    return std::move(file).value().agreement;
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
        if (is_too_long(motivation))
            problems.add(
                base::problem("motivation", "partnership.choice.motivation_too_long", {{"most", kLongestMotivation}}));
        if (!problems.empty()) return problems.all();

        const ReadingChoice choice{
            agreement, std::string(commitment), std::string(reading), base::trim(motivation), today, caller.label};
        insert_choice(tx, choice);
        tx.journal(caller.actor(), {"agreement.reading_chosen", head->slug, choice_json(choice)});
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
            if (party.key == sent.at("key").get<std::string>()) {
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
    tx.journal({"system", "hand-over"}, {"agreement.reading_chosen", head->slug, choice_json(choice)});
}

}  // namespace samrum::partnership::agreement
