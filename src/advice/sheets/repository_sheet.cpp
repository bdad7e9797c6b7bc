#include "advice/sheets/repository_sheet.hpp"

#include "advice/sheets/repository_topics.hpp"

namespace samrum::advice::sheets {
namespace {

using store::Row;
using store::Scope;
using store::Statement;

const std::string kSheetSelect =
    "select id, session, ticket, topics, language, language_help, length, gender, outcome, referral, unit, sent_by, "
    "helped_before, returned, people, revision from advice_sheet";
const std::string kSheetText = kSheetSelect + " where id = $1";
const std::string kSheetsText = kSheetSelect + " where session = $1 order by id";
const Statement kSheet{Scope::room, kSheetText};
const Statement kSheets{Scope::room, kSheetsText};
const Statement kInsertSheet{
    Scope::room,
    "insert into advice_sheet (id, session, ticket, topics, language, language_help, length, gender, outcome, "
    "referral, unit, sent_by, helped_before, returned, people, revision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
    "$10, $11, $12, $13, $14, $15, 1)"};
const Statement kUpdateSheet{
    Scope::room,
    "update advice_sheet set topics = $3, language = $4, language_help = $5, length = $6, gender = $7, outcome = $8, "
    "referral = $9, unit = $10, sent_by = $11, helped_before = $12, returned = $13, people = $14, "
    "revision = revision + 1 where id = $1 and revision = $2"};
const Statement kDeleteSheet{Scope::room, "delete from advice_sheet where id = $1"};
const Statement kDeleteSheets{Scope::room, "delete from advice_sheet where session = $1"};

const Statement kTicketFacts{
    Scope::room, "select topics, language, length, people from advice_ticket where id = $1 and session = $2"};

constexpr std::string_view kYes = "yes", kNo = "no";

/// The code of what may be unsaid: empty.
template <class Enum>
std::string maybe_code(const std::optional<Enum>& value) {
    return value ? std::string(code_of(*value)) : std::string();
}
std::string maybe_yes(const std::optional<bool>& value) {
    return value ? std::string(*value ? kYes : kNo) : std::string();
}

Sheet sheet_of(const Row& row) {
    Sheet sheet;
    sheet.id = row.id<SheetId>(0);
    sheet.session = row.id<SessionId>(1);
    if (!row.is_null(2)) sheet.ticket = base::Uuid::parse(row.view(2)).value();
    sheet.topics = split_topics(row.view(3));
    sheet.language = row.text(4);
    sheet.help = language_help_of(row.view(5)).value();
    sheet.length = length_of(row.view(6)).value();
    sheet.gender = gender_of(row.view(7));
    sheet.outcome = outcome_of(row.view(8)).value();
    sheet.referral = unit_type_of(row.view(9));
    sheet.unit = row.maybe_id<UnitId>(10);
    sheet.sent_by = unit_type_of(row.view(11));
    if (!row.view(12).empty()) sheet.helped_before = row.view(12) == kYes;
    sheet.returned = row.flag(13);
    sheet.people = static_cast<int>(row.integer(14));
    sheet.revision = row.integer(15);
    return sheet;
}

}  // namespace

std::vector<Sheet> sheets_of_session(store::Reader& room, SessionId session) {
    return room.all(kSheets, sheet_of, session);
}
std::optional<Sheet> load_sheet(store::Reader& room, SheetId id) {
    return room.one(kSheet, sheet_of, id);
}

std::optional<TicketFacts> facts_of_ticket(store::Reader& room, SessionId session, const base::Uuid& ticket) {
    return room.one(
        kTicketFacts,
        [](const Row& row) {
            return TicketFacts{split_topics(row.view(0)), row.text(1), row.text(2), static_cast<int>(row.integer(3))};
        },
        ticket, session);
}

void insert_sheet(store::Transaction& room, const Sheet& one) {
    room.run(kInsertSheet, one.id, one.session, one.ticket, join_topics(one.topics), one.language, code_of(one.help),
             code_of(one.length), maybe_code(one.gender), code_of(one.outcome), maybe_code(one.referral), one.unit,
             maybe_code(one.sent_by), maybe_yes(one.helped_before), one.returned, one.people);
}
bool update_sheet(store::Transaction& room, const Sheet& one) {
    return room.run(kUpdateSheet, one.id, one.revision, join_topics(one.topics), one.language, code_of(one.help),
                    code_of(one.length), maybe_code(one.gender), code_of(one.outcome), maybe_code(one.referral),
                    one.unit, maybe_code(one.sent_by), maybe_yes(one.helped_before), one.returned, one.people) == 1;
}
bool delete_sheet(store::Transaction& room, SheetId id) {
    return room.run(kDeleteSheet, id) == 1;
}
std::string join_topics(std::span<const Topic> topics) {
    std::string text;
    for (const Topic topic : topics) text += (text.empty() ? "" : " ") + std::string(code_of(topic));
    return text;
}
std::vector<Topic> split_topics(std::string_view text) {
    std::vector<Topic> topics;
    for (const std::string& code : split_codes(text))
        if (const auto topic = topic_of(code)) topics.push_back(*topic);
    return topics;
}

void delete_sheets_of_session(store::Transaction& room, SessionId session) {
    room.run(kDeleteSheets, session);
}

}  // namespace samrum::advice::sheets
