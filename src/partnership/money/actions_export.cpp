#include "partnership/money/actions_export.hpp"

#include "foundation/document/csv.hpp"
#include "foundation/document/spreadsheet.hpp"
#include "partnership/money/files_giving.hpp"
#include "partnership/money/files_sie.hpp"
#include "partnership/money/repository.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace samrum::partnership::money {
namespace {

constexpr const char* kColumns[] = {"agreement", "registry", "amount",    "instalment", "day",
                                    "first",     "last",     "sum",       "payer",      "recipient",
                                    "status",    "paid_on",  "reference", "invoice",    "voucher"};

std::string status_words(const text::Words& words, Status status) {
    return words("money.status." + std::string(agreement::word_of(status)));
}

document::Cell spreadsheet_day(const std::optional<base::Date>& day) {
    return day ? document::Cell(*day) : document::Cell();
}

/// A row: an entry that was booked, or an instalment that is not paid.
struct ExportRow {
    const RoomInstalment* one = nullptr;
    const Payment* booked = nullptr;

    std::optional<base::Money> sum() const { return booked ? std::optional(booked->sum) : one->instalment.sum; }
};

/// Each entry by itself, counter entries too, so that sums and vouchers are those of the books; then what is not paid.
std::vector<ExportRow> rows_of(const RoomMoney& money, const std::vector<RoomInstalment>& instalments) {
    std::vector<ExportRow> rows;
    for (const RoomInstalment& one : instalments) {
        const auto all = std::ranges::find(money.cases, one.head.id, [](const Case& each) { return each.head.id; });
        if (all != money.cases.end())
            for (const Payment& payment : all->ledger.payments)
                if (payment.paid_on && payment.instalment == one.instalment.key) rows.push_back({&one, &payment});
        if (one.instalment.status != Status::paid) rows.push_back({&one, nullptr});
    }
    return rows;
}

/// One row in the order of kColumns.
std::vector<document::Cell> cells_of(const text::Words& words, const ExportRow& row) {
    const RoomInstalment& one = *row.one;
    const LiveInstalment& it = one.instalment;
    const Payment none;
    const Payment& payment = row.booked ? *row.booked : it.payment ? *it.payment : none;
    const auto kronor = row.sum();
    const document::Cell sum = kronor ? document::Cell(static_cast<double>(kronor->ore) / 100.0) : document::Cell();
    const std::string status = !row.booked            ? status_words(words, it.status)
                               : payment.is_counter() ? words("money.export.counter")
                                                      : status_words(words, Status::paid);
    return {one.head.title,
            one.head.registry_number,
            it.title,
            std::to_string(it.number) + "/" + std::to_string(it.of),
            spreadsheet_day(it.day),
            it.window.first(),
            spreadsheet_day(it.window.last()),
            sum,
            row.booked ? payment.payer : it.payer_name,
            row.booked ? payment.recipient : it.recipient_name,
            status,
            spreadsheet_day(payment.paid_on),
            payment.reference,
            payment.invoice,
            payment.voucher_name()};
}

/// A cell as CSV has it: days as ISO 8601, kronor with a decimal point, so that programs read it in any language.
std::string csv_text(const document::Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (const auto* day = std::get_if<base::Date>(&cell)) return day->iso();
    return "";
}
std::string kronor_text(base::Money sum) {
    if (sum < base::Money{}) return "-" + kronor_text(base::Money{} - sum);
    const std::string cents = std::to_string(100 + sum.ore % 100).substr(1);
    return std::to_string(sum.ore / 100) + "." + cents;
}

std::string csv_of(const text::Words& words, const std::vector<ExportRow>& rows) {
    std::string sink = "\xEF\xBB\xBF";
    std::vector<std::string> headings;
    for (const char* one : kColumns) headings.push_back(words("money.export.column." + std::string(one)));
    document::write_csv_record(sink, headings, ';');
    for (const ExportRow& one : rows) {
        std::vector<std::string> cells;
        for (const document::Cell& cell : cells_of(words, one)) cells.push_back(csv_text(cell));
        const auto at = std::ranges::find(kColumns, std::string_view("sum")) - std::begin(kColumns);
        if (const auto sum = one.sum()) cells[static_cast<std::size_t>(at)] = kronor_text(*sum);
        document::write_csv_record(sink, cells, ';');
    }
    return sink;
}

std::string xlsx_of(const ExportCall& call, const std::vector<ExportRow>& rows) {
    document::SpreadsheetPage page;
    page.name = call.words("money.plan");
    page.title = call.words("money.plan") + ", " + call.head.name;
    page.notes = {call.words("money.export.as_of", {{"day", call.words.date(call.today)}}),
                  call.words("money.export.unknown_note")};
    for (const char* one : kColumns)
        page.columns.push_back({call.words("money.export.column." + std::string(one)), 20});
    for (const ExportRow& one : rows) page.rows.push_back(cells_of(call.words, one));
    return document::write_spreadsheet({page.title, call.head.name, {page}}, call.today);
}

// SIE.

/// What goes into the books: a payment, a counter entry, or what is planned.
struct Booking {
    std::string payer;
    base::Date day;
    base::Money sum;
    std::string series;  ///< with number: of its voucher; what is planned has none
    std::int64_t number = 0;
    std::string text;
    std::int64_t order = 0;
};

bool lets_through(const Filter& filter, const std::string& payer, base::Date day) {
    return (filter.payer.empty() || filter.payer == payer) && (!filter.year || day.year() == *filter.year);
}

std::vector<Booking> bookings_of(const text::Words& words, const RoomMoney& money, const Filter& filter) {
    std::vector<Booking> all;
    const bool wants_paid = !filter.status || *filter.status == Status::paid;
    for (const Case& one : money.cases)
        for (const Payment& payment : one.ledger.payments)
            if (wants_paid && payment.paid_on && !payment.history_on &&
                lets_through(filter, payment.payer, *payment.paid_on))
                all.push_back({payment.payer, *payment.paid_on, payment.sum, payment.series, payment.voucher,
                               words(payment.is_counter() ? "money.export.voucher_counter" : "money.export.voucher",
                                     {{"recipient", payment.recipient},
                                      {"agreement", one.head.title},
                                      {"reference", payment.reference}}),
                               payment.number});
    std::ranges::sort(all, {}, &Booking::order);
    for (const RoomInstalment& one : filtered(money.instalments, filter)) {
        const LiveInstalment& it = one.instalment;
        if (it.status == Status::paid || it.status == Status::stopped || !it.day || !it.sum) continue;
        all.push_back(
            {it.payer_name, *it.day, *it.sum, "", 0,
             words("money.export.voucher_planned", {{"recipient", it.recipient_name}, {"agreement", one.head.title}}),
             0});
    }
    return all;
}

base::Result<std::string> sie_of(const ExportCall& call, const RoomMoney& money, const Filter& filter,
                                 const std::vector<PayerRoutine>& routines) {
    SieFile file;
    file.program_version = SAMRUM_VERSION;
    file.made_on = call.today;
    file.company = call.head.name;
    const auto bookings = bookings_of(call.words, money, filter);
    if (bookings.empty()) return base::problem("", "money.export.nothing");
    std::set<std::string> without;
    for (const Booking& one : bookings) {
        const auto routine = std::ranges::find(routines, one.payer, &PayerRoutine::payer);
        if (routine == routines.end() || !routine->has_accounts()) {
            without.insert(one.payer);
            continue;
        }
        if (file.company_number.empty()) file.company_number = routine->number;
        for (const SieAccount& account : {SieAccount{routine->cost_account, routine->cost_name},
                                          SieAccount{routine->balance_account, routine->balance_name}})
            if (std::ranges::find(file.accounts, account.number, &SieAccount::number) == file.accounts.end())
                file.accounts.push_back(account);
        file.vouchers.push_back(
            {one.series.empty() ? routine->series : one.series,
             one.number > 0 ? std::optional(one.number) : std::nullopt,
             one.day,
             one.text,
             {{routine->cost_account, one.sum}, {routine->balance_account, base::Money{} - one.sum}}});
    }
    base::Problems problems;
    for (const std::string& payer : without)
        problems.push_back(base::problem("", "money.export.accounts", {{"payer", payer}}));
    if (!problems.empty()) return problems;
    return write_sie(file);
}

// 360Giving.

std::string giving_id(const module::RoomHead& head, std::string_view thing) {
    return "360G-" + head.short_name + "-" + std::string(thing);
}

GivingOrganisation giving_funder(const ExportCall& call, const Payment& payment,
                                 const std::vector<PayerRoutine>& routines) {
    const auto routine = std::ranges::find(routines, payment.payer, &PayerRoutine::payer);
    const bool has_id = routine != routines.end() && !routine->giving_id.empty();
    return {has_id ? routine->giving_id : giving_id(call.head, "org-" + payment.payer_key), payment.payer};
}

GivingOrganisation recipient_of(const ExportCall& call, const Case& one, const Payment& payment) {
    for (const agreement::Organisation& each : one.agreement.organisations)
        if (each.name == payment.recipient) return {giving_id(call.head, "org-" + each.key), each.name};
    return {giving_id(call.head, "org-" + payment.instalment), payment.recipient};
}

/// The day of the decision, of the agreement, or its first one: what is known of them, in this order.
std::optional<base::Date> awarded_on(const agreement::Agreement& agreement) {
    for (const agreement::Decision& one : agreement.decisions)
        if (one.verdict == agreement::Verdict::approved && one.decided_on) return one.decided_on;
    return agreement.dated ? agreement.dated : agreement.term.first;
}

/// The purpose as one paragraph: its lines were broken for the eye.
std::string description_of(const agreement::AgreementHead& head) {
    std::string text = head.purpose.empty() ? head.title : head.purpose;
    std::ranges::replace(text, '\n', ' ');
    return text;
}

void add_unique(std::vector<GivingOrganisation>& all, GivingOrganisation one) {
    if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
}

base::Result<std::string> giving_of(const ExportCall& call, const RoomMoney& money, const Filter& filter,
                                    const std::vector<PayerRoutine>& routines) {
    GivingPackage package;
    package.title = call.words("money.export.giving_title", {{"room", call.head.name}});
    package.publisher = {giving_id(call.head, "publisher"), call.head.name};
    package.issued = call.today;
    package.modified = call.now;
    base::Problems problems;
    for (const Case& one : money.cases) {
        GivingGrant grant;
        for (const Payment& payment : one.ledger.payments) {
            if (!payment.paid_on || !lets_through(filter, payment.payer, *payment.paid_on)) continue;
            grant.disbursed += payment.sum;
            add_unique(grant.funders, giving_funder(call, payment, routines));
            add_unique(grant.recipients, recipient_of(call, one, payment));
        }
        const auto day = awarded_on(one.agreement);
        if (grant.disbursed <= base::Money{} || !day) continue;
        for (const LiveStretch& stretch : one.plan.stretches) {
            if (!stretch.sum) {
                problems.push_back(base::problem("", "money.export.awarded_unknown", {{"agreement", one.head.title}}));
                break;
            }
            grant.awarded += *stretch.sum;
        }
        grant.id = giving_id(call.head, one.head.slug);
        grant.title = one.head.title;
        grant.description = description_of(one.head);
        grant.awarded_on = *day;
        grant.first = one.head.first;
        grant.last = one.head.last;
        package.grants.push_back(std::move(grant));
    }
    if (!problems.empty()) return problems;
    if (package.grants.empty()) return base::problem("", "money.export.nothing");
    return write_giving(package);
}

}  // namespace

base::Result<ExportFile> export_money(store::Session& room, const ExportCall& call, const Filter& filter,
                                      Format format) {
    const RoomMoney money = room_money(room, call.caller, call.today);
    const auto shown = filtered(money.instalments, filter);
    const auto rows = rows_of(money, shown);
    const std::string name = "money-" + call.head.short_name + "-" + call.today.iso();
    switch (format) {
        case Format::csv:
            return ExportFile{csv_of(call.words, rows), "text/csv; charset=utf-8", name + ".csv"};
        case Format::xlsx:
            return ExportFile{xlsx_of(call, rows), document::kSpreadsheetType, name + ".xlsx"};
        case Format::sie: {
            auto bytes = sie_of(call, money, filter, read_routines(room, call.caller));
            if (!bytes) return bytes.problems();
            return ExportFile{*std::move(bytes), "application/octet-stream", name + ".si"};
        }
        case Format::giving: {
            auto bytes = giving_of(call, money, filter, read_routines(room, call.caller));
            if (!bytes) return bytes.problems();
            return ExportFile{*std::move(bytes), "application/json", name + ".json"};
        }
    }
    base::ensure(false, "every format is written");
    return ExportFile{};
}

}  // namespace samrum::partnership::money
