#include "partnership/reports/repository_report.hpp"

#include "partnership/reports/model_json.hpp"

namespace samrum::partnership::reports {
namespace {

using store::Row;
using store::Statement;

constexpr auto kScope = store::Scope::room;

#define SAMRUM_REPORT_COLUMNS                                                                                      \
    "id, agreement_id, kind, first_day, last_day, version, state, layout, drafted_on, submitted_on, approved_on, " \
    "approved_by, meeting, committee_on, committee, published, frozen, hash "

const Statement kFindReport{kScope, "select " SAMRUM_REPORT_COLUMNS "from report where id = $1"};
const Statement kFindAbout{kScope, "select " SAMRUM_REPORT_COLUMNS
                                   "from report where agreement_id = $1 and kind = $2 and first_day = $3 and "
                                   "last_day = $4 and version = $5"};
const Statement kReportsOf{kScope, "select " SAMRUM_REPORT_COLUMNS
                                   "from report where agreement_id = $1 order by last_day desc, first_day, kind, "
                                   "version desc"};
const Statement kOpenReports{
    kScope, "select " SAMRUM_REPORT_COLUMNS "from report where state in ('draft', 'submitted') order by last_day, id"};
const Statement kInsertReport{kScope, "insert into report (" SAMRUM_REPORT_COLUMNS
                                      ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, "
                                      "$16, $17, $18)"};
#undef SAMRUM_REPORT_COLUMNS
const Statement kSaveState{kScope, R"(
    update report set state = $2, submitted_on = $3, approved_on = $4, approved_by = $5, meeting = $6,
           committee_on = $7, committee = $8, published = $9, frozen = $10, hash = $11, layout = $12 where id = $1)"};

const Statement kPartsOf{kScope, R"(
    select party, name, side, written_here, submitted_on, submitted_by, returned
    from report_part where report_id = $1 order by position)"};
const Statement kInsertPart{kScope, R"(
    insert into report_part (report_id, party, position, name, side, written_here, submitted_on, submitted_by, returned)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9))"};
const Statement kSavePart{kScope, R"(
    update report_part set submitted_on = $3, submitted_by = $4, returned = $5 where report_id = $1 and party = $2)"};

const Statement kSectionsOf{kScope, "select party, section, content from report_section where report_id = $1"};
const Statement kFindSection{kScope, R"(
    select content, revision, edited_on, edited_by from report_section
    where report_id = $1 and party = $2 and section = $3)"};
const Statement kInsertSection{kScope, R"(
    insert into report_section (report_id, party, section, content, revision, edited_on, edited_by)
    values ($1, $2, $3, $4, $5, $6, $7))"};
const Statement kUpdateSection{kScope, R"(
    update report_section set content = $4, revision = revision + 1, edited_on = $5, edited_by = $6
    where report_id = $1 and party = $2 and section = $3 and revision = $7)"};
const Statement kForgetSections{kScope, "delete from report_section where report_id = $1 and party = $2"};

const Statement kInsertAside{kScope, R"(
    insert into report_aside (id, report_id, party, section, content, made_on, made_by)
    values ($1, $2, $3, $4, $5, $6, $7))"};
const Statement kDeleteAside{kScope, "delete from report_aside where id = $1 and report_id = $2"};
const Statement kAsidesOf{kScope, R"(
    select id, content, made_on, made_by from report_aside
    where report_id = $1 and party = $2 and section = $3 order by id)"};

const Statement kInsertTemplate{kScope, R"(
    insert into report_template (home_room, kind, version, document, made_on, made_by)
    values ($1, $2, $3, $4, $5, $6))"};
const Statement kTemplatesOf{kScope, R"(
    select document, made_on, made_by from report_template where home_room = $1 and kind = $2 order by version desc)"};
const Statement kHasTemplate{
    kScope, "select count(*) from report_template where home_room = $1 and kind = $2 and version = $3"};

template <class E>
E word_at(const Row& row, int column) {
    const auto value = value_of<E>(row.view(column));
    base::ensure(value.has_value(), "the table holds known words");
    return *value;
}

/// The report, and what was frozen of it.
struct ReportRow {
    Report report;
    std::string frozen;
};
ReportRow report_row(const Row& row) {
    ReportRow read;
    Report& one = read.report;
    one.id = row.id<ReportId>(0);
    one.about = {row.id<AgreementId>(1), word_at<ReportKind>(row, 2), base::Period{row.date(3), row.date(4)},
                 static_cast<int>(row.integer(5))};
    one.state = word_at<State>(row, 6);
    one.layout = read_template(row.view(7));
    one.drafted_on = row.date(8);
    one.submitted_on = row.maybe(9, &Row::date);
    one.approved_on = row.maybe(10, &Row::date);
    one.approved_by = row.text(11);
    one.meeting = row.text(12);
    one.committee_on = row.maybe(13, &Row::date);
    one.committee = row.text(14);
    one.published = row.flag(15);
    read.frozen = row.text(16);
    one.hash = row.text(17);
    return read;
}

void fill(store::Reader& room, Report& report, const std::string& frozen) {
    if (!frozen.empty()) {
        Frozen was = read_frozen(frozen);
        report.parts = std::move(was.parts);
        report.statistics = std::move(was.statistics);
        report.economy = std::move(was.economy);
        return;
    }
    report.parts = room.all(
        kPartsOf,
        [](const Row& row) {
            Part part;
            part.party = row.text(0);
            part.name = row.text(1);
            part.side = word_at<agreement::Side>(row, 2);
            part.written_here = row.flag(3);
            part.submitted_on = row.maybe(4, &Row::date);
            part.submitted_by = row.text(5);
            part.returned = row.text(6);
            return part;
        },
        report.id);
    room.each(kSectionsOf, {store::to_value(report.id)}, [&](const Row& row) {
        for (Part& part : report.parts)
            if (part.party == row.view(0)) part.sections.insert_or_assign(row.text(1), read_content(row.view(2)));
    });
}

std::vector<Report> filled(store::Reader& room, std::vector<ReportRow> rows) {
    std::vector<Report> reports;
    reports.reserve(rows.size());
    for (ReportRow& one : rows) {
        fill(room, one.report, one.frozen);
        reports.push_back(std::move(one.report));
    }
    return reports;
}
std::optional<Report> filled(store::Reader& room, std::optional<ReportRow> row) {
    if (!row) return std::nullopt;
    fill(room, row->report, row->frozen);
    return std::move(row->report);
}

std::string frozen_of(const Report& report) {
    return report.state == State::draft ? "" : write_frozen({report.parts, report.statistics, report.economy});
}

void insert_sections(store::Transaction& tx, ReportId report, const Part& part, base::Date on, std::string_view by) {
    for (const auto& [section, content] : part.sections)
        tx.run(kInsertSection, report, part.party, section, write_content(content), 1, on, by);
}

}  // namespace

std::optional<Report> load_report(store::Reader& room, ReportId id) {
    return filled(room, room.one(kFindReport, report_row, id));
}
std::optional<Report> load_report(store::Reader& room, const Subject& about) {
    return filled(room, room.one(kFindAbout, report_row, about.agreement, word_of(about.kind), about.period.first(),
                                 about.period.last(), about.version));
}
std::vector<Report> load_reports(store::Reader& room, AgreementId agreement) {
    return filled(room, room.all(kReportsOf, report_row, agreement));
}
std::vector<Report> open_reports(store::Reader& room) {
    return filled(room, room.all(kOpenReports, report_row));
}

void insert_report(store::Transaction& tx, const Report& one) {
    tx.run(kInsertReport, one.id, one.about.agreement, word_of(one.about.kind), one.about.period.first(),
           one.about.period.last(), one.about.version, word_of(one.state), write_template(one.layout), one.drafted_on,
           one.submitted_on, one.approved_on, one.approved_by, one.meeting, one.committee_on, one.committee,
           one.published, frozen_of(one), one.hash);
    int position = 0;
    for (const Part& part : one.parts) {
        tx.run(kInsertPart, one.id, part.party, ++position, part.name, word_of(part.side), part.written_here,
               part.submitted_on, part.submitted_by, part.returned);
        insert_sections(tx, one.id, part, one.drafted_on, part.submitted_by);
    }
}

void save_state(store::Transaction& tx, const Report& one) {
    tx.run(kSaveState, one.id, word_of(one.state), one.submitted_on, one.approved_on, one.approved_by, one.meeting,
           one.committee_on, one.committee, one.published, frozen_of(one), one.hash, write_template(one.layout));
}
void save_part(store::Transaction& tx, ReportId report, const Part& part) {
    tx.run(kSavePart, report, part.party, part.submitted_on, part.submitted_by, part.returned);
}
void replace_part(store::Transaction& tx, ReportId report, const Part& part, base::Date on) {
    save_part(tx, report, part);
    tx.run(kForgetSections, report, part.party);
    insert_sections(tx, report, part, on, part.submitted_by);
}

std::optional<SavedSection> load_section(store::Reader& room, ReportId report, std::string_view party,
                                         std::string_view section) {
    return room.one(
        kFindSection,
        [](const Row& row) {
            return SavedSection{read_content(row.view(0)), row.integer(1), row.date(2), row.text(3)};
        },
        report, party, section);
}
bool save_section(store::Transaction& tx, ReportId report, std::string_view party, std::string_view section,
                  const SavedSection& next, std::int64_t read_revision) {
    const std::string content = write_content(next.content);
    if (read_revision == 0) {
        if (load_section(tx, report, party, section)) return false;
        tx.run(kInsertSection, report, party, section, content, 1, next.edited_on, next.edited_by);
        return true;
    }
    return tx.run(kUpdateSection, report, party, section, content, next.edited_on, next.edited_by, read_revision) == 1;
}

void insert_aside(store::Transaction& tx, const Aside& one) {
    tx.run(kInsertAside, one.id, one.report, one.party, one.section, write_content(one.content), one.made_on,
           one.made_by);
}
bool delete_aside(store::Transaction& tx, AsideId id, ReportId report) {
    return tx.run(kDeleteAside, id, report) == 1;
}
std::vector<Aside> asides_of(store::Reader& room, ReportId report, std::string_view party, std::string_view section) {
    return room.all(
        kAsidesOf,
        [&](const Row& row) {
            return Aside{row.id<AsideId>(0),        report,      std::string(party), std::string(section),
                         read_content(row.view(1)), row.date(2), row.text(3)};
        },
        report, party, section);
}

void insert_template(store::Transaction& tx, store::RoomId home, const SavedTemplate& made) {
    tx.run(kInsertTemplate, home, word_of(made.layout.kind), made.layout.version, write_template(made.layout),
           made.made_on, made.made_by);
}
bool has_template(store::Reader& room, store::RoomId home, ReportKind kind, int version) {
    return room.count(kHasTemplate, home, word_of(kind), version) > 0;
}
std::vector<SavedTemplate> templates_of(store::Reader& room, store::RoomId home, ReportKind kind) {
    return room.all(
        kTemplatesOf,
        [](const Row& row) {
            return SavedTemplate{read_template(row.view(0)), row.date(1), row.text(2)};
        },
        home, word_of(kind));
}
std::optional<Template> newest_template(store::Reader& room, store::RoomId home, ReportKind kind) {
    auto all = templates_of(room, home, kind);
    return all.empty() ? std::nullopt : std::optional(std::move(all.front().layout));
}

}  // namespace samrum::partnership::reports
