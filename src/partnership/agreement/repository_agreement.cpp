#include "partnership/agreement/repository_agreement.hpp"

#include "foundation/text/words.hpp"

namespace samrum::partnership::agreement {
namespace {

using store::Row;
using store::Statement;

constexpr auto kRoom = store::Scope::room;

const Statement kUpsertAgreement{kRoom, R"(
    insert into agreement (id, slug, title, folded, sort_key, activity, purpose, registry_number, first_day, last_day,
                           open_end, ended_on, home_room, version)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    on conflict (id) do update set
        slug = excluded.slug, title = excluded.title, folded = excluded.folded, sort_key = excluded.sort_key,
        activity = excluded.activity, purpose = excluded.purpose, registry_number = excluded.registry_number,
        first_day = excluded.first_day, last_day = excluded.last_day, open_end = excluded.open_end,
        ended_on = excluded.ended_on, version = excluded.version)"};
const Statement kDeleteParties{kRoom, "delete from agreement_party where agreement_id = $1"};
const Statement kDeleteAmounts{kRoom, "delete from agreement_amount where agreement_id = $1"};
const Statement kDeleteReadings{kRoom, "delete from commitment_reading where agreement_id = $1"};
const Statement kDeleteCommitments{kRoom, "delete from commitment where agreement_id = $1"};
const Statement kInsertParty{kRoom, R"(
    insert into agreement_party (agreement_id, key, position, side, standing, name, organisation_id, room_id, joined,
                                 left_on, is_lead)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))"};
const Statement kInsertAmount{kRoom, R"(
    insert into agreement_amount (agreement_id, position, reading, title, payer, recipient, kind, first_day, last_day,
                                  per, least, most, source)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))"};
const Statement kInsertCommitment{kRoom, R"(
    insert into commitment (agreement_id, key, position, party, party_name, side, kind, title, measure, scope,
                            reported_by, first_day, last_day)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))"};
const Statement kInsertReading{kRoom, R"(
    insert into commitment_reading (agreement_id, commitment, position, key, bound, quantity, upper_quantity, unit, per,
                                    source, is_chosen)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))"};

const Statement kInsertVersion{kRoom, R"(
    insert into agreement_version (agreement_id, number, document, hash, made_at, made_by)
    values ($1, $2, $3, $4, $5, $6))"};
const Statement kFindVersion{kRoom, R"(
    select number, document, hash, made_at, made_by from agreement_version where agreement_id = $1 and number = $2)"};
const Statement kVersionsOf{kRoom, R"(
    select number, '', hash, made_at, made_by from agreement_version where agreement_id = $1 order by number desc)"};

const Statement kSetStanding{kRoom,
                             "update agreement set ending_from = $2, closed_on = $3, closed_how = $4 where id = $1"};
const Statement kFindAgreement{kRoom, R"(
    select id, slug, title, activity, purpose, registry_number, first_day, last_day, open_end, coalesce(closed_on, ended_on), home_room,
           version, ending_from, closed_how
    from agreement where id = $1)"};
const Statement kFindBySlug{kRoom, R"(
    select id, slug, title, activity, purpose, registry_number, first_day, last_day, open_end, coalesce(closed_on, ended_on), home_room,
           version, ending_from, closed_how
    from agreement where home_room = $1 and slug = $2)"};
const Statement kListAgreements{kRoom, R"(
    select id, slug, title, activity, purpose, registry_number, first_day, last_day, open_end, coalesce(closed_on, ended_on), home_room,
           version, ending_from, closed_how
    from agreement order by coalesce(first_day, '') desc, sort_key, id)"};
const Statement kAnyAtHome{
    kRoom, "select count(*) from (select 1 as one from agreement where home_room = $1 limit 1) as any_one"};
const Statement kInForce{kRoom, R"(
    select id, slug, title, activity, purpose, registry_number, first_day, last_day, open_end, coalesce(closed_on, ended_on), home_room,
           version, ending_from, closed_how
    from agreement
    where first_day <= $1 and (last_day >= $1 or (last_day is null and open_end))
          and (coalesce(closed_on, ended_on) is null or coalesce(closed_on, ended_on) >= $1)
    order by sort_key, id)"};
const Statement kPartiesOf{kRoom, R"(
    select key, side, standing, name, organisation_id, room_id, joined, left_on, is_lead
    from agreement_party where agreement_id = $1 order by position)"};
const Statement kAmountsOf{kRoom, R"(
    select position, reading, title, payer, recipient, kind, first_day, last_day, per, least, most, source
    from agreement_amount where agreement_id = $1 order by position, reading)"};
const Statement kCommitmentsOf{kRoom, R"(
    select key, party, party_name, side, kind, title, measure, scope, reported_by, first_day, last_day
    from commitment where agreement_id = $1 order by position)"};
const Statement kReadingsOf{kRoom, R"(
    select commitment, key, bound, quantity, upper_quantity, unit, per, source, is_chosen
    from commitment_reading where agreement_id = $1 order by commitment, position)"};

const Statement kMarkChosen{kRoom, R"(
    update commitment_reading set is_chosen = (key = $3) where agreement_id = $1 and commitment = $2)"};
const Statement kInsertChoice{kRoom, R"(
    insert into reading_choice (id, agreement_id, commitment, reading, motivation, chosen_on, chosen_by)
    values ($1, $2, $3, $4, $5, $6, $7))"};
const Statement kChoicesOf{kRoom, R"(
    select reading, motivation, chosen_on, chosen_by from reading_choice
    where agreement_id = $1 and commitment = $2 order by chosen_on, id)"};
const Statement kAllChoices{kRoom, R"(
    select commitment, reading from reading_choice where agreement_id = $1 order by chosen_on, id)"};

/// The value of a word that we wrote ourselves.
template <class E>
E known(std::string_view word) {
    const auto value = value_of<E>(word);
    base::ensure(value.has_value(), "the table holds words of the model");
    return *value;
}

std::vector<std::byte> bytes_of(const std::string& text) {
    const auto* from = reinterpret_cast<const std::byte*>(text.data());
    return {from, from + text.size()};
}

AgreementHead head_row(const Row& row) {
    AgreementHead head;
    head.id = row.id<AgreementId>(0);
    head.slug = row.text(1);
    head.title = row.text(2);
    head.activity = row.text(3);
    head.purpose = row.text(4);
    head.registry_number = row.text(5);
    head.first = row.maybe(6, &Row::date);
    head.last = row.maybe(7, &Row::date);
    head.open_end = row.flag(8);
    head.ended_on = row.maybe(9, &Row::date);
    head.home_room = row.id<base::Uuid>(10);
    head.version = static_cast<int>(row.integer(11));
    head.ending_from = row.maybe(12, &Row::date);
    head.ended_how = row.text(13);
    return head;
}

PartyRow party_row(const Row& row) {
    return {row.text(0),
            known<Side>(row.view(1)),
            known<Standing>(row.view(2)) == Standing::contributor,
            row.text(3),
            row.maybe_id<base::Uuid>(4),
            row.maybe_id<base::Uuid>(5),
            row.maybe(6, &Row::date),
            row.maybe(7, &Row::date),
            row.flag(8)};
}

AmountRow amount_row(const Row& row) {
    AmountRow one;
    one.position = static_cast<int>(row.integer(0));
    one.reading = static_cast<int>(row.integer(1));
    one.title = row.text(2);
    one.payer = row.text(3);
    one.recipient = row.text(4);
    one.kind = known<AmountKind>(row.view(5));
    one.first = row.maybe(6, &Row::date);
    one.last = row.maybe(7, &Row::date);
    one.per = known<Per>(row.view(8));
    one.least = row.maybe(9, &Row::money);
    one.most = row.maybe(10, &Row::money);
    one.source = row.text(11);
    return one;
}

CommitmentRow commitment_row(const Row& row) {
    CommitmentRow one;
    one.key = row.text(0);
    one.party = row.text(1);
    one.party_name = row.text(2);
    one.side = known<Side>(row.view(3));
    one.kind = known<CommitmentKind>(row.view(4));
    one.title = row.text(5);
    one.measure = row.text(6);
    one.scope = scope_of(row.view(7));
    one.reported_by = row.text(8);
    one.first = row.maybe(9, &Row::date);
    one.last = row.maybe(10, &Row::date);
    return one;
}

void insert_rows(store::Transaction& tx, const AgreementIndex& index) {
    const AgreementId id = index.head.id;
    int position = 0;
    for (const PartyRow& party : index.parties)
        tx.run(kInsertParty, id, party.key, ++position, word_of(party.side),
               word_of(party.contributor ? Standing::contributor : Standing::party), party.name, party.organisation,
               party.room, party.joined, party.left, party.lead);
    for (const AmountRow& one : index.amounts)
        tx.run(kInsertAmount, id, one.position, one.reading, one.title, one.payer, one.recipient, word_of(one.kind),
               one.first, one.last, word_of(one.per), one.least, one.most, one.source);
    position = 0;
    for (const CommitmentRow& one : index.commitments) {
        tx.run(kInsertCommitment, id, one.key, ++position, one.party, one.party_name, word_of(one.side),
               word_of(one.kind), one.title, one.measure, scope_text(one.scope), one.reported_by, one.first, one.last);
        int place = 0;
        for (const ReadingRow& reading : one.readings)
            tx.run(kInsertReading, id, one.key, ++place, reading.key, word_of(reading.target.bound()),
                   reading.target.quantity(), reading.target.upper(), reading.target.unit(),
                   word_of(reading.target.per()), reading.source, reading.chosen);
    }
}

}  // namespace

void save_index(store::Transaction& tx, const AgreementIndex& index) {
    const AgreementHead& head = index.head;
    tx.run(kUpsertAgreement, head.id, head.slug, head.title, text::folded(head.title),
           bytes_of(text::sort_key(head.title)), head.activity, head.purpose, head.registry_number, head.first,
           head.last, head.open_end, head.ended_on, head.home_room, head.version);
    for (const Statement* clear : {&kDeleteParties, &kDeleteAmounts, &kDeleteReadings, &kDeleteCommitments})
        tx.run(*clear, head.id);
    insert_rows(tx, index);
    const auto choices = tx.all(
        kAllChoices, [](const Row& row) { return std::pair(row.text(0), row.text(1)); }, head.id);
    for (const auto& [commitment, reading] : choices) tx.run(kMarkChosen, head.id, commitment, reading);
}

void set_standing(store::Transaction& tx, AgreementId id, const AgreementStanding& standing) {
    tx.run(kSetStanding, id, standing.ending_from, standing.ended_on, standing.ended_how);
}

void insert_version(store::Transaction& tx, const AgreementVersion& one) {
    tx.run(kInsertVersion, one.agreement, one.number, one.document, one.hash, one.made_at, one.made_by);
}

std::optional<AgreementVersion> find_version(store::Reader& room, AgreementId agreement, int number) {
    return room.one(
        kFindVersion,
        [&](const Row& row) {
            return AgreementVersion{
                agreement, static_cast<int>(row.integer(0)), row.text(1), row.text(2), row.instant(3), row.text(4)};
        },
        agreement, number);
}

std::vector<AgreementVersion> versions_of(store::Reader& room, AgreementId agreement) {
    return room.all(
        kVersionsOf,
        [&](const Row& row) {
            return AgreementVersion{agreement,  static_cast<int>(row.integer(0)), {}, row.text(2), row.instant(3),
                                    row.text(4)};
        },
        agreement);
}

std::optional<AgreementHead> find_agreement(store::Reader& room, AgreementId id) {
    return room.one(kFindAgreement, head_row, id);
}
std::optional<AgreementHead> find_agreement_by_slug(store::Reader& room, store::RoomId home, std::string_view slug) {
    return room.one(kFindBySlug, head_row, home, slug);
}
std::vector<AgreementHead> list_agreements(store::Reader& room) {
    return room.all(kListAgreements, head_row);
}
bool has_agreement_at_home(store::Reader& room) {
    const auto place = room.place();
    return place && room.count(kAnyAtHome, *place) > 0;
}
std::vector<AgreementHead> agreements_in_force(store::Reader& room, base::Date day) {
    auto heads = room.all(kInForce, head_row, day);
    std::erase_if(heads, [day](const AgreementHead& one) { return !one.in_force(day); });  // ended by a breach that day
    return heads;
}

std::vector<PartyRow> parties_of(store::Reader& room, AgreementId id) {
    return room.all(kPartiesOf, party_row, id);
}
std::vector<AmountRow> amounts_of(store::Reader& room, AgreementId id) {
    return room.all(kAmountsOf, amount_row, id);
}

std::vector<CommitmentRow> commitments_of(store::Reader& room, AgreementId id) {
    auto rows = room.all(kCommitmentsOf, commitment_row, id);
    room.each(kReadingsOf, {store::to_value(id)}, [&](const Row& row) {
        const auto target = Target::of(known<Bound>(row.view(2)), row.integer(3), row.maybe(4, &Row::integer),
                                       row.text(5), known<Per>(row.view(6)));
        for (CommitmentRow& one : rows)
            if (one.key == row.view(0)) one.readings.push_back({row.text(1), *target, row.text(7), row.flag(8)});
    });
    return rows;
}

std::optional<CommitmentRow> find_commitment(store::Reader& room, AgreementId id, std::string_view key) {
    for (CommitmentRow& one : commitments_of(room, id))
        if (one.key == key) return std::move(one);
    return std::nullopt;
}

void insert_choice(store::Transaction& tx, const ReadingChoice& one) {
    tx.run(kInsertChoice, base::Uuid::ordered(), one.agreement, one.commitment, one.reading, one.motivation, one.on,
           one.by);
    tx.run(kMarkChosen, one.agreement, one.commitment, one.reading);
}

std::vector<ReadingChoice> choices_of(store::Reader& room, AgreementId agreement, std::string_view commitment) {
    return room.all(
        kChoicesOf,
        [&](const Row& row) {
            return ReadingChoice{agreement,  std::string(commitment), row.text(0), row.text(1), row.date(2),
                                 row.text(3)};
        },
        agreement, commitment);
}

}  // namespace samrum::partnership::agreement
