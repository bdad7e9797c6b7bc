#include "foundation/store/postgresql_connection.hpp"

#include "foundation/base/told_fault.hpp"
#include "foundation/store/secrets.hpp"
#include "foundation/store/sql.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <fmt/format.h>

namespace samrum::store {

namespace {

/// A room has its own prepared statements, so one connection collects many; it forgets all of them at this number.
constexpr std::size_t kMostPrepared = 1000;

enum TypeOid : Oid {
    kBool = 16,
    kBytea = 17,
    kName = 19,
    kInt8 = 20,
    kInt2 = 21,
    kInt4 = 23,
    kText = 25,
    kUnknown = 705,
    kVarchar = 1043,
    kNumeric = 1700
};

int hex_digit(char c) {
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

class PgRow final : public Row {
  public:
    explicit PgRow(const PGresult* result, int row = 0) : result_(result), row_(row) {}
    void next() { ++row_; }

    bool is_null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
    std::int64_t integer(int column) const override {
        // sum() of bigint is numeric, without decimals.
        ensure_type(column, {kInt8, kInt4, kInt2, kNumeric});
        const auto text = raw(column);
        std::int64_t n = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), n);
        base::ensure(read.ec == std::errc{} && read.ptr == text.data() + text.size(),
                     "the number is whole and has 64 bits");
        return n;
    }
    std::string_view view(int column) const override {
        ensure_type(column, {kText, kVarchar, kName, kUnknown});
        return raw(column);
    }
    Bytes bytes(int column) const override {
        ensure_type(column, {kBytea});
        const auto hex = raw(column).substr(2);  // \x…
        Bytes out(hex.size() / 2);
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = static_cast<std::byte>(hex_digit(hex[2 * i]) << 4 | hex_digit(hex[2 * i + 1]));
        }
        return out;
    }
    bool flag(int column) const override {
        ensure_type(column, {kBool});
        return raw(column) == "t";
    }
    Value value(int column) const override {
        if (is_null(column)) return {};
        switch (PQftype(result_, column)) {
            case kInt8:
            case kInt4:
            case kInt2:
            case kNumeric:
                return integer(column);
            case kBool:
                return flag(column);
            case kBytea:
                return bytes(column);
            default:
                return text(column);
        }
    }

  private:
    void ensure_type(int column, std::initializer_list<Oid> types) const {
        base::ensure(column < PQnfields(result_), "the row has so many columns");
        base::ensure(!is_null(column), "the column is not NULL");
        for (const Oid type : types) {
            if (PQftype(result_, column) == type) return;
        }
        base::ensure(false, "the column is of the type that is read");
    }
    std::string_view raw(int column) const {
        return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
    }
    const PGresult* result_;
    int row_;
};

/// Arguments as libpq wants them: bytes in binary, everything else as text.
class Arguments {
  public:
    explicit Arguments(const std::vector<Value>& args)
        : values_(args.size()), lengths_(args.size()), formats_(args.size()), numbers_(args.size()) {
        for (std::size_t at = 0; at < args.size(); ++at) {
            at_ = at;
            std::visit(*this, args[at]);
        }
    }
    int size() const { return static_cast<int>(values_.size()); }
    const char* const* values() const { return values_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

    void operator()(std::monostate) {}
    void operator()(std::int64_t v) {
        auto& text = numbers_[at_];
        *std::to_chars(text.data(), text.data() + text.size() - 1, v).ptr = '\0';
        values_[at_] = text.data();
    }
    void operator()(bool v) { values_[at_] = v ? "t" : "f"; }
    void operator()(const std::string& v) {
        base::ensure(v.find('\0') == std::string::npos, "text has no NUL");
        values_[at_] = v.c_str();
    }
    void operator()(const Bytes& v) {
        values_[at_] = v.empty() ? "" : reinterpret_cast<const char*>(v.data());
        lengths_[at_] = static_cast<int>(v.size());
        formats_[at_] = 1;
    }

  private:
    std::size_t at_ = 0;
    std::vector<const char*> values_;
    std::vector<int> lengths_, formats_;
    std::vector<std::array<char, 24>> numbers_;
};

base::ToldFault unreachable(std::string why) {
    while (why.ends_with('\n')) why.pop_back();
    return {"PostgreSQL: " + why, {"store.database.unreachable", {{"why", why}}}};
}

}  // namespace

std::string schema_of(const Place& place) {
    if (!place) return "lobby";
    std::string name = "room_" + place->text();
    std::erase(name, '-');
    return name;
}

std::vector<Value> pg_values(const PGresult* result, int row) {
    const PgRow reader(result, row);
    const int columns = PQnfields(result);
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) values.push_back(reader.value(column));
    return values;
}

PgConnection::PgConnection(const std::string& address, const std::string& database) {
    std::vector<const char*> words{"dbname", "fallback_application_name", "client_encoding"};
    std::vector<const char*> values{address.c_str(), "samrum", "UTF8"};
    if (!database.empty()) {
        words.push_back("dbname");
        values.push_back(database.c_str());
    }
    words.push_back(nullptr);
    values.push_back(nullptr);
    connection_ = PQconnectdbParams(words.data(), values.data(), 1);
    try {
        if (is_broken()) throw unreachable(PQerrorMessage(connection_));
        PQsetNoticeProcessor(
            connection_, [](void*, const char*) {}, nullptr);
        run("set client_min_messages = warning");
        run("set lock_timeout = '30s'");
        run("set bytea_output = hex");
    } catch (...) {
        PQfinish(connection_);
        throw;
    }
}

void PgConnection::fail(const PGresult* result, std::string_view doing) const {
    // The primary message alone: the details may quote what the rows hold.
    const char* message = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    const char* field = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const std::string state = field ? field : "";
    const auto text = fmt::format("PostgreSQL, {}: {} ({}) at: {}", wanted_,
                                  message ? message : PQerrorMessage(connection_), state, doing);
    if (state == "40001" || state == "40P01") throw TryAgain(text);
    if (is_broken() || state.starts_with("57P")) throw ConnectionLost(text);
    throw base::Fault(text);
}

PgResult PgConnection::check(PGresult* result, std::string_view doing) const {
    PgResult owned(result);
    const auto status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) fail(result, doing);
    return owned;
}

void PgConnection::arrive() {
    if (schema_ == wanted_) return;
    const auto sql = "set search_path to " + wanted_;
    check(PQexec(connection_, sql.c_str()), sql);
    // Taken back by a rollback when it was set inside of a transaction; rollback() forgets it.
    schema_ = wanted_;
}

PgResult PgConnection::run(const std::string& sql, const std::vector<std::string>& args) {
    std::vector<const char*> values;
    values.reserve(args.size());
    for (const auto& arg : args) values.push_back(arg.c_str());
    return check(PQexecParams(connection_, sql.c_str(), static_cast<int>(values.size()), nullptr, values.data(),
                              nullptr, nullptr, 0),
                 sql);
}

void PgConnection::begin(const std::string& sql) {
    if (schema_ == wanted_) {
        check(PQexec(connection_, sql.c_str()), sql);
        return;
    }
    const auto both = "set search_path to " + wanted_ + "; " + sql;
    check(PQexec(connection_, both.c_str()), both);
    schema_ = wanted_;
}

void PgConnection::commit() {
    const auto result = check(PQexec(connection_, "commit"), "commit");
    // A transaction that had failed answers a commit with ROLLBACK.
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
        throw base::Fault("PostgreSQL rolled back at the commit");
}

void PgConnection::rollback() noexcept {
    schema_.clear();
    if (PQtransactionStatus(connection_) != PQTRANS_IDLE) PQclear(PQexec(connection_, "rollback"));
}

void PgConnection::lock(std::string_view name) {
    const Hash hash = blake2b(wanted_ + "/" + std::string(name));
    std::int64_t key = 0;
    std::memcpy(&key, hash.data(), sizeof key);
    run(fmt::format("select pg_advisory_xact_lock({})", key));
}

void PgConnection::wipe(const std::vector<std::string>& tables) {
    if (!tables.empty()) script(fmt::format("truncate {}", fmt::join(tables, ", ")));
}

/// A plain vacuum leaves the bytes of the dead rows where they were, so each table is written anew, which is quick:
/// they hold the moment only. They are unlogged, so the write-ahead log never had them.
void PgConnection::scrub(const std::vector<std::string>& tables) {
    arrive();
    for (const auto& table : tables) check(PQexec(connection_, ("vacuum full " + table).c_str()), "vacuum full");
}

void PgConnection::script(const std::string& sql) {
    arrive();
    check(PQexec(connection_, sql.c_str()), std::string_view(sql).substr(0, 200));
}

void PgConnection::start_copy(const std::string& sql) {
    arrive();
    const PgResult result(PQexec(connection_, sql.c_str()));
    if (PQresultStatus(result.get()) != PGRES_COPY_IN) fail(result.get(), sql);
}

void PgConnection::end_copy() {
    if (PQputCopyEnd(connection_, nullptr) != 1) fail(nullptr, "copy");
    check(PQgetResult(connection_), "copy");
    while (const PgResult rest{PQgetResult(connection_)}) {
    }
}

std::string PgConnection::prepared_name(const Statement& sql) {
    const auto schema = schema_numbers_.try_emplace(wanted_, schema_numbers_.size()).first->second;
    auto name = fmt::format("s{}_{}", schema, sql.number());
    if (prepared_.contains(name)) return name;
    if (prepared_.size() >= kMostPrepared) {
        run("deallocate all");
        prepared_.clear();
    }
    check(PQprepare(connection_, name.c_str(), std::string(sql.sql()).c_str(), 0, nullptr), sql.sql());
    prepared_.insert(name);
    return name;
}

PgResult PgConnection::run_prepared(const Statement& sql, const std::vector<Value>& args) {
    base::ensure(static_cast<int>(args.size()) == sql.parameters(), "a statement gets as many arguments as it names");
    arrive();
    const auto name = prepared_name(sql);
    const Arguments given(args);
    return check(
        PQexecPrepared(connection_, name.c_str(), given.size(), given.values(), given.lengths(), given.formats(), 0),
        sql.sql());
}

void PgConnection::query(const Statement& sql, const std::vector<Value>& args, const OnRow& on_row) {
    const auto result = run_prepared(sql, args);
    PgRow row(result.get());
    for (int left = PQntuples(result.get()); left > 0; --left, row.next()) on_row(row);
}

std::int64_t PgConnection::execute(const Statement& sql, const std::vector<Value>& args) {
    const auto result = run_prepared(sql, args);
    const std::string_view changed = PQcmdTuples(result.get());
    std::int64_t n = 0;
    std::from_chars(changed.data(), changed.data() + changed.size(), n);
    return n;
}

void PgConnection::prepare(const Statement& sql) {
    arrive();
    prepared_name(sql);
}

}  // namespace samrum::store
