#include "partnership/enquiry/repository.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::enquiry {
namespace {

using store::Row;
using store::Statement;

constexpr auto kEnquiryScope = store::Scope::room;

#define ENQUIRY_COLUMNS                                                                                          \
    "select id, year, serial, organisation, contact, what, answers, guide_version, advice, language, received, " \
    "state, answered_on, closed_on, outcome, reason, revision from enquiry"
const Statement kEnquiries{kEnquiryScope, ENQUIRY_COLUMNS " order by year desc, serial desc"};
const Statement kEnquiryById{kEnquiryScope, ENQUIRY_COLUMNS " where id = $1"};
const Statement kEnquiryBySecret{kEnquiryScope, ENQUIRY_COLUMNS " where secret = $1"};
const Statement kEnquiriesByContact{kEnquiryScope, ENQUIRY_COLUMNS " where contact = $1 order by year, serial"};
#undef ENQUIRY_COLUMNS
const Statement kReceivedOn{kEnquiryScope, "select count(*) from enquiry where received = $1"};
const Statement kLastSerial{kEnquiryScope, "select max(serial) from enquiry where year = $1"};
const Statement kInsertEnquiry{kEnquiryScope, R"(
    insert into enquiry (id, year, serial, organisation, contact, what, answers, guide_version, advice, language,
                         received, state, reason, secret, revision)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', $13, 1))"};
const Statement kUpdateEnquiry{kEnquiryScope, R"(
    update enquiry set contact = $3, state = $4, answered_on = $5, closed_on = $6, outcome = $7, reason = $8,
        revision = revision + 1
    where id = $1 and revision = $2)"};

const Statement kLetters{
    kEnquiryScope,
    "select number, from_body, written_by, written_on, content from enquiry_letter where enquiry = $1 order by number"};
const Statement kInsertLetter{kEnquiryScope, R"(
    insert into enquiry_letter (enquiry, number, from_body, written_by, written_on, content)
    values ($1, $2, $3, $4, $5, $6))"};

const Statement kSetting{kEnquiryScope, "select is_open, about, revision from enquiry_guide"};
const Statement kInsertSetting{kEnquiryScope,
                               "insert into enquiry_guide (id, is_open, about, revision) values (1, $1, $2, 1)"};
const Statement kUpdateSetting{
    kEnquiryScope, "update enquiry_guide set is_open = $1, about = $2, revision = revision + 1 where revision = $3"};

const Statement kKeptLimits{
    kEnquiryScope, "select version, content, kept_on, kept_by from enquiry_limits order by version desc limit 1"};
const Statement kInsertLimits{
    kEnquiryScope, "insert into enquiry_limits (version, content, kept_on, kept_by) values ($1, $2, $3, $4)"};

#define SUPPORT_COLUMNS                                                                                          \
    "select id, organisation, organisation_name, granted_on, amount, rate, rate_source, regulation, giver, "     \
    "instrument, sector, purpose, reference, economic, assessment, declared, noted_on, noted_by, cancelled_on, " \
    "cancelled_why, revision from enquiry_support"
const Statement kSupports{kEnquiryScope, SUPPORT_COLUMNS " order by granted_on desc, id desc"};
const Statement kSupportsOf{kEnquiryScope,
                            SUPPORT_COLUMNS " where organisation = $1 order by granted_on desc, id desc"};
#undef SUPPORT_COLUMNS
const Statement kInsertSupport{kEnquiryScope, R"(
    insert into enquiry_support (id, organisation, organisation_name, granted_on, amount, rate, rate_source, regulation,
                                 giver, instrument, sector, purpose, reference, economic, assessment, declared,
                                 noted_on, noted_by, cancelled_why, revision)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, '', 1))"};
const Statement kCancelSupport{kEnquiryScope, R"(
    update enquiry_support set cancelled_on = $2, cancelled_why = $3, revision = revision + 1
    where id = $1 and cancelled_on is null)"};

std::string json_of(const Answers& answers) {
    nlohmann::ordered_json all = nlohmann::ordered_json::object();
    for (const auto& [question, answer] : answers) all[question] = answer;
    return all.dump();
}
Answers answers_of(std::string_view text) {
    Answers answers;
    const auto all = nlohmann::json::parse(text);
    for (const auto& [question, answer] : all.items()) answers[question] = answer.get<std::string>();
    return answers;
}

Enquiry enquiry_of(const Row& row) {
    Enquiry one;
    one.id = row.id<EnquiryId>(0);
    one.year = static_cast<int>(row.integer(1));
    one.serial = static_cast<int>(row.integer(2));
    one.organisation = row.text(3);
    one.contact = row.maybe_id<base::Uuid>(4);
    one.what = row.text(5);
    one.answers = answers_of(row.view(6));
    one.guide_version = static_cast<int>(row.integer(7));
    one.advice = row.text(8);
    one.language = row.text(9);
    one.received = row.date(10);
    one.state = state_of(row.view(11)).value();
    one.answered_on = row.maybe(12, &Row::date);
    one.closed_on = row.maybe(13, &Row::date);
    if (!row.is_null(14)) one.outcome = outcome_of(row.view(14));
    one.reason = row.text(15);
    one.revision = row.integer(16);
    return one;
}

Support support_of(const Row& row) {
    Support one;
    one.id = row.id<SupportId>(0);
    one.organisation = row.id<base::Uuid>(1);
    one.organisation_name = row.text(2);
    one.granted_on = row.date(3);
    one.amount = row.money(4);
    one.rate = row.integer(5);
    one.rate_source = row.text(6);
    one.regulation = row.text(7);
    one.giver = row.text(8);
    one.instrument = row.text(9);
    one.sector = row.text(10);
    one.purpose = row.text(11);
    one.reference = row.text(12);
    one.economic = row.flag(13);
    one.assessment = row.text(14);
    one.declared = row.flag(15);
    one.noted_on = row.date(16);
    one.noted_by = row.text(17);
    one.cancelled_on = row.maybe(18, &Row::date);
    one.cancelled_why = row.text(19);
    one.revision = row.integer(20);
    return one;
}

}  // namespace

std::vector<Enquiry> load_enquiries(store::Reader& room) {
    return room.all(kEnquiries, enquiry_of);
}
std::optional<Enquiry> load_enquiry(store::Reader& room, EnquiryId id) {
    return room.one(kEnquiryById, enquiry_of, id);
}
std::optional<Enquiry> load_enquiry_of_secret(store::Reader& room, const store::Bytes& hash) {
    return room.one(kEnquiryBySecret, enquiry_of, hash);
}
std::vector<Enquiry> load_enquiries_of_contact(store::Reader& room, const base::Uuid& person) {
    return room.all(kEnquiriesByContact, enquiry_of, person);
}
std::int64_t count_received_on(store::Reader& room, base::Date day) {
    return room.count(kReceivedOn, day);
}
int last_serial(store::Reader& room, int year) {
    return static_cast<int>(room.count(kLastSerial, year));
}
void insert_enquiry(store::Transaction& tx, const Enquiry& one, const store::Bytes& secret_hash) {
    tx.run(kInsertEnquiry, one.id, one.year, one.serial, one.organisation, one.contact, one.what, json_of(one.answers),
           one.guide_version, one.advice, one.language, one.received, code_of(one.state), secret_hash);
}
bool update_enquiry(store::Transaction& tx, const Enquiry& one) {
    const std::optional<std::string> outcome =
        one.outcome ? std::optional(std::string(code_of(*one.outcome))) : std::nullopt;
    return tx.run(kUpdateEnquiry, one.id, one.revision, one.contact, code_of(one.state), one.answered_on, one.closed_on,
                  outcome, one.reason) == 1;
}

std::vector<Letter> load_letters(store::Reader& room, EnquiryId id) {
    return room.all(
        kLetters,
        [](const Row& row) {
            return Letter{static_cast<int>(row.integer(0)), row.flag(1), row.text(2), row.date(3), row.text(4)};
        },
        id);
}
void insert_letter(store::Transaction& tx, EnquiryId id, const Letter& letter) {
    tx.run(kInsertLetter, id, letter.number, letter.from_body, letter.by, letter.on, letter.text);
}

GuideSetting load_setting(store::Reader& room) {
    return room.one(kSetting,
                    [](const Row& row) {
                        return GuideSetting{row.flag(0), row.text(1), row.integer(2)};
                    })
        .value_or(GuideSetting{});
}
bool save_setting(store::Transaction& tx, const GuideSetting& one) {
    if (one.revision == 0 && load_setting(tx).revision == 0) return tx.run(kInsertSetting, one.is_open, one.about) == 1;
    return tx.run(kUpdateSetting, one.is_open, one.about, one.revision) == 1;
}

std::optional<KeptLimits> load_kept_limits(store::Reader& room) {
    return room.one(kKeptLimits, [](const Row& row) {
        return KeptLimits{static_cast<int>(row.integer(0)), row.text(1), row.date(2), row.text(3)};
    });
}
void insert_kept_limits(store::Transaction& tx, const KeptLimits& one) {
    tx.run(kInsertLimits, one.version, one.content, one.kept_on, one.kept_by);
}

std::vector<Support> load_supports(store::Reader& room) {
    return room.all(kSupports, support_of);
}
std::vector<Support> load_supports_of(store::Reader& room, const base::Uuid& organisation) {
    return room.all(kSupportsOf, support_of, organisation);
}
void insert_support(store::Transaction& tx, const Support& one) {
    tx.run(kInsertSupport, one.id, one.organisation, one.organisation_name, one.granted_on, one.amount, one.rate,
           one.rate_source, one.regulation, one.giver, one.instrument, one.sector, one.purpose, one.reference,
           one.economic, one.assessment, one.declared, one.noted_on, one.noted_by);
}
bool cancel_support_row(store::Transaction& tx, SupportId id, base::Date on, const std::string& why) {
    return tx.run(kCancelSupport, id, on, why) == 1;
}

}  // namespace samrum::partnership::enquiry
