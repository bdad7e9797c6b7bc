#include "friends/people/repository_participant.hpp"

#include <algorithm>

namespace samrum::friends::people {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kSelect =
    "select id, programme, stage, stage_on, enrolled_on, waiting_since, side, party_kind, adults, municipality, "
    "swedish_level, age_band, gender, languages, interests, situations, times, statements, wishes, language, "
    "talked_on, note, values_agreed_on, consent_on, left_on, leave_reason, revision from friends_participant";
const std::string kAllText = kSelect + " order by id";
const std::string kOneText = kSelect + " where id = $1";
const std::string kStageText = kSelect + " where programme = $1 and stage = $2 order by waiting_since, id";
const Statement kAll{Scope::room, kAllText};
const Statement kOne{Scope::room, kOneText};
const Statement kOfStage{Scope::room, kStageText};
const Statement kInsert{
    Scope::room,
    "insert into friends_participant (id, programme, stage, stage_on, enrolled_on, waiting_since, side, party_kind, "
    "adults, municipality, swedish_level, age_band, gender, languages, interests, situations, times, statements, "
    "wishes, language, talked_on, note, values_agreed_on, consent_on, left_on, leave_reason, revision) values ($1, $2, "
    "$3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, "
    "1)"};
const Statement kUpdate{
    Scope::room,
    "update friends_participant set stage = $3, stage_on = $4, waiting_since = $5, side = $6, party_kind = $7, "
    "adults = $8, municipality = $9, swedish_level = $10, age_band = $11, gender = $12, languages = $13, "
    "interests = $14, situations = $15, times = $16, statements = $17, wishes = $18, language = $19, talked_on = $20, "
    "note = $21, left_on = $22, leave_reason = $23, revision = revision + 1 where id = $1 and revision = $2"};
const Statement kDelete{Scope::room, "delete from friends_participant where id = $1"};

const Statement kDraft{
    Scope::room,
    "select id, programme, channel, fields, language, saved_on, revision from friends_draft where id = $1"};
const Statement kDrafts{Scope::room, "select count(*) from friends_draft"};
const Statement kInsertDraft{Scope::room,
                             "insert into friends_draft (id, programme, channel, fields, language, saved_on, revision) "
                             "values ($1, $2, $3, $4, $5, $6, 1)"};
const Statement kUpdateDraft{Scope::room,
                             "update friends_draft set fields = $3, language = $4, saved_on = $5, "
                             "revision = revision + 1 where id = $1 and revision = $2"};
const Statement kDeleteDraft{Scope::room, "delete from friends_draft where id = $1"};
const Statement kDeleteDraftLinks{
    Scope::room, "delete from friends_link where owner in (select id from friends_draft where saved_on < $1)"};
const Statement kDeleteDrafts{Scope::room, "delete from friends_draft where saved_on < $1"};

const Statement kSaveLink{Scope::room, "insert into friends_link (hash, owner, made_on) values ($1, $2, $3)"};
const Statement kLink{Scope::room, "select owner from friends_link where hash = $1"};
const Statement kMoveLinks{Scope::room, "update friends_link set owner = $2 where owner = $1"};
const Statement kDeleteLinks{Scope::room, "delete from friends_link where owner = $1"};

const Statement kAddMove{Scope::room,
                         "insert into friends_move (id, programme, day, what, side, reason, adults, n) values ($1, $2, "
                         "$3, $4, $5, $6, $7, 1)"};
const Statement kMoves{Scope::room,
                       "select programme, day, what, side, reason, adults from friends_move where day >= $1 and day <= "
                       "$2 order by day, id"};

const Statement kReviews{Scope::room,
                         "select language, phrase, text_hash, reviewed_on, reviewed_by from friends_phrase_review "
                         "where language = $1"};
const Statement kSaveReview{
    Scope::room,
    "insert into friends_phrase_review (language, phrase, text_hash, reviewed_on, reviewed_by) values ($1, $2, $3, $4, "
    "$5) on conflict (language, phrase) do update set text_hash = excluded.text_hash, reviewed_on = "
    "excluded.reviewed_on, reviewed_by = excluded.reviewed_by"};

/// "same_gender:must near_age:like" and "talk:4 plan:2".
std::string wishes_text(const std::vector<WishOf>& all) {
    std::string text;
    for (const WishOf& one : all)
        text += (text.empty() ? "" : " ") + std::string(code_of(one.wish)) + ":" + std::string(code_of(one.weight));
    return text;
}
std::string statements_text(const std::vector<Likert>& all) {
    std::string text;
    for (const Likert& one : all) text += (text.empty() ? "" : " ") + one.code + ":" + std::to_string(one.answer);
    return text;
}

std::pair<std::string_view, std::string_view> halves(std::string_view word) {
    const auto colon = std::min(word.find(':'), word.size());
    return {word.substr(0, colon), word.substr(std::min(colon + 1, word.size()))};
}

std::vector<WishOf> wishes_of(std::string_view text) {
    std::vector<WishOf> all;
    for (const std::string& word : split_words(text)) {
        const auto [what, how] = halves(word);
        const auto wish = wish_of(what);
        const auto weight = weight_of(how);
        if (wish && weight) all.push_back({*wish, *weight});
    }
    return all;
}

std::vector<Likert> statements_of(std::string_view text) {
    std::vector<Likert> all;
    for (const std::string& word : split_words(text)) {
        const auto [what, how] = halves(word);
        if (how.size() == 1 && how[0] >= '1' && how[0] <= '5') all.push_back({std::string(what), how[0] - '0'});
    }
    return all;
}

Answers answers_of(const Row& row) {
    Answers one;
    one.side = side_of(row.view(6)).value();
    one.party = party_of(row.view(7)).value();
    one.adults = static_cast<int>(row.integer(8));
    one.municipality = row.text(9);
    one.swedish_level = static_cast<int>(row.integer(10));
    one.age_band = static_cast<int>(row.integer(11));
    one.gender = gender_of(row.view(12)).value();
    one.languages = split_words(row.view(13));
    one.interests = split_known(row.view(14), interest_codes());
    one.situations = split_known(row.view(15), situation_codes());
    one.times = split_known(row.view(16), time_codes());
    one.statements = statements_of(row.view(17));
    one.wishes = wishes_of(row.view(18));
    return one;
}

Participant participant_of(const Row& row) {
    Participant one;
    one.id = row.id<ParticipantId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.stage = stage_of(row.view(2)).value();
    one.stage_on = row.date(3);
    one.enrolled_on = row.date(4);
    one.waiting_since = row.date(5);
    one.answers = answers_of(row);
    one.language = row.text(19);
    one.talked_on = row.maybe(20, &Row::date);
    one.note = row.text(21);
    one.values_agreed_on = row.date(22);
    one.consent_on = row.date(23);
    one.left_on = row.maybe(24, &Row::date);
    if (!row.is_null(25)) one.leave_reason = leave_reason_of(row.view(25));
    one.revision = row.integer(26);
    return one;
}

std::optional<std::string> reason_text(const Participant& one) {
    return one.leave_reason ? std::optional(std::string(code_of(*one.leave_reason))) : std::nullopt;
}

}  // namespace

std::vector<Participant> load_participants(store::Reader& room) {
    auto all = room.all(kAll, participant_of);
    std::ranges::sort(all, {}, &Participant::id);
    return all;
}
std::optional<Participant> load_participant(store::Reader& room, ParticipantId id) {
    return room.one(kOne, participant_of, id);
}
std::vector<Participant> load_of_stage(store::Reader& room, ProgrammeId programme, Stage stage) {
    return room.all(kOfStage, participant_of, programme, code_of(stage));
}

void insert_participant(store::Transaction& room, const Participant& one) {
    const Answers& a = one.answers;
    room.run(kInsert, one.id, one.programme, code_of(one.stage), one.stage_on, one.enrolled_on, one.waiting_since,
             code_of(a.side), code_of(a.party), a.adults, a.municipality, a.swedish_level, a.age_band,
             code_of(a.gender), join_words(a.languages), join_words(a.interests), join_words(a.situations),
             join_words(a.times), statements_text(a.statements), wishes_text(a.wishes), one.language, one.talked_on,
             one.note, one.values_agreed_on, one.consent_on, one.left_on, reason_text(one));
}
bool update_participant(store::Transaction& room, const Participant& one) {
    const Answers& a = one.answers;
    return room.run(kUpdate, one.id, one.revision, code_of(one.stage), one.stage_on, one.waiting_since, code_of(a.side),
                    code_of(a.party), a.adults, a.municipality, a.swedish_level, a.age_band, code_of(a.gender),
                    join_words(a.languages), join_words(a.interests), join_words(a.situations), join_words(a.times),
                    statements_text(a.statements), wishes_text(a.wishes), one.language, one.talked_on, one.note,
                    one.left_on, reason_text(one)) == 1;
}
bool delete_participant(store::Transaction& room, ParticipantId id) {
    room.run(kDeleteLinks, id);
    return room.run(kDelete, id) == 1;
}

std::optional<Draft> load_draft(store::Reader& room, DraftId id) {
    return room.one(
        kDraft,
        [](const Row& row) {
            return Draft{row.id<DraftId>(0), row.id<ProgrammeId>(1), row.text(2), row.text(3), row.text(4),
                         row.date(5),        row.integer(6)};
        },
        id);
}
std::int64_t count_drafts(store::Reader& room) {
    return room.count(kDrafts);
}
void insert_draft(store::Transaction& room, const Draft& one) {
    room.run(kInsertDraft, one.id, one.programme, one.channel, one.fields, one.language, one.saved_on);
}
bool update_draft(store::Transaction& room, const Draft& one) {
    return room.run(kUpdateDraft, one.id, one.revision, one.fields, one.language, one.saved_on) == 1;
}
void delete_draft(store::Transaction& room, DraftId id) {
    room.run(kDeleteDraft, id);
    room.run(kDeleteLinks, id);
}
std::int64_t delete_drafts_before(store::Transaction& room, base::Date day) {
    room.run(kDeleteDraftLinks, day);
    return room.run(kDeleteDrafts, day);
}

void save_link(store::Transaction& room, const store::Bytes& hash, const base::Uuid& owner, base::Date made_on) {
    room.run(kSaveLink, hash, owner, made_on);
}
std::optional<base::Uuid> owner_of_link(store::Reader& room, const store::Bytes& hash) {
    return room.one(
        kLink, [](const Row& row) { return base::Uuid::parse(row.view(0)).value(); }, hash);
}
void move_links(store::Transaction& room, const base::Uuid& from, const base::Uuid& to) {
    room.run(kMoveLinks, from, to);
}
void delete_links(store::Transaction& room, const base::Uuid& owner) {
    room.run(kDeleteLinks, owner);
}

void add_move(store::Transaction& room, const Move& move) {
    room.run(kAddMove, base::Uuid::random(), move.programme, move.day, move.what, code_of(move.side), move.reason,
             move.adults);
}
std::vector<Move> load_moves(store::Reader& room, base::Date first, base::Date last) {
    return room.all(
        kMoves,
        [](const Row& row) {
            return Move{row.id<ProgrammeId>(0),       row.date(1), row.text(2),
                        side_of(row.view(3)).value(), row.text(4), static_cast<int>(row.integer(5))};
        },
        first, last);
}

std::vector<PhraseReview> phrase_reviews(store::Reader& room, std::string_view language) {
    return room.all(
        kReviews,
        [](const Row& row) {
            return PhraseReview{row.text(0), row.text(1), row.text(2), row.date(3), row.text(4)};
        },
        language);
}
void save_review(store::Transaction& room, const PhraseReview& one) {
    room.run(kSaveReview, one.language, one.phrase, one.text_hash, one.reviewed_on, one.reviewed_by);
}

}  // namespace samrum::friends::people
