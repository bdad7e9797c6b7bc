#include "foundation/store/postgresql_copy.hpp"

#include "foundation/store/migrations.hpp"
#include "foundation/store/portable.hpp"
#include "foundation/store/secrets.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::store {

namespace {

constexpr int kRowsAtATime = 2000;
constexpr std::size_t kCopyBytes = 64 * 1024;

std::string parameters(std::size_t columns) {
    std::string text;
    for (std::size_t at = 1; at <= columns; ++at) text += fmt::format("{}${}", at == 1 ? "" : ", ", at);
    return text;
}

void copy_table(PgConnection& from, SqliteConnection& to, const std::string& table) {
    const auto columns = columns_of(to, table);
    const auto names = fmt::format("{}", fmt::join(columns, ", "));
    from.script(fmt::format("declare rows no scroll cursor for select {} from {}", names, table));
    PgResult rows;
    int row = 0;
    to.run_many(fmt::format("insert into {} ({}) values ({})", table, names, parameters(columns.size())),
                [&](std::vector<Value>& values) {
                    if (!rows || row == PQntuples(rows.get())) {
                        rows = from.run(fmt::format("fetch {} from rows", kRowsAtATime));
                        row = 0;
                    }
                    if (row == PQntuples(rows.get())) return false;
                    values = pg_values(rows.get(), row++);
                    return true;
                });
    from.script("close rows");
}

/// A field in the text form of COPY.
void put_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '\\':
                out += "\\\\";
                break;
            case '\t':
                out += "\\t";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            default:
                out += c;
        }
    }
}

/// A flag goes as 0 or 1, which PostgreSQL reads as a boolean.
void put_field(std::string& out, const Row& row, int column) {
    struct Writer {
        std::string& out;
        void operator()(std::monostate) const { out += "\\N"; }
        void operator()(std::int64_t n) const { out += std::to_string(n); }
        void operator()(bool flag) const { out += flag ? '1' : '0'; }
        void operator()(const std::string& text) const { put_escaped(out, text); }
        void operator()(const Bytes& bytes) const { out += "\\\\x" + to_hex(bytes); }
    };
    std::visit(Writer{out}, row.value(column));
}

void send(PgConnection& to, std::string& buffer) {
    if (PQputCopyData(to.handle(), buffer.data(), static_cast<int>(buffer.size())) != 1) to.fail(nullptr, "copy");
    buffer.clear();
}

void load_table(SqliteConnection& from, PgConnection& to, const std::string& table) {
    const auto columns = columns_of(from, table);
    const auto names = fmt::format("{}", fmt::join(columns, ", "));
    to.start_copy(fmt::format("copy {} ({}) from stdin", table, names));
    std::string buffer;
    from.rows(fmt::format("select {} from {}", names, table), [&](const Row& row) {
        for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
            if (column > 0) buffer += '\t';
            put_field(buffer, row, column);
        }
        buffer += '\n';
        if (buffer.size() >= kCopyBytes) send(to, buffer);
    });
    send(to, buffer);
    to.end_copy();
}

}  // namespace

void copy_to_sqlite(PgConnection& from, Scope scope, const std::string& path) {
    SqliteConnection to(path, SqliteConnection::Mode::create);
    to.script("pragma foreign_keys = off; pragma synchronous = off; pragma journal_mode = memory");
    to.begin_write();
    apply_all(to, Engine::sqlite, scope);
    const auto tables = tables_of(to);
    const auto transient = transient_tables(scope);
    from.begin_read();
    for (const auto& table : tables) {
        to.script("delete from " + table);  // what migrations put there is in the database too
        if (std::ranges::find(transient, table) == transient.end()) copy_table(from, to, table);
    }
    from.commit();
    to.commit();
}

void copy_from_sqlite(PgConnection& to, const std::string& path) {
    SqliteConnection from(path, SqliteConnection::Mode::read);
    const auto tables = tables_of(from);
    to.script(fmt::format("truncate {} cascade", fmt::join(tables, ", ")));
    for (const auto& table : tables) load_table(from, to, table);
}

}  // namespace samrum::store
