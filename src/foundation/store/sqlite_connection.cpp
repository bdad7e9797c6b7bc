#include "foundation/store/sqlite_connection.hpp"

#include "foundation/store/sql.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace samrum::store {

namespace {

constexpr int kBusyMilliseconds = 5000;

class SqliteRow final : public Row {
  public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

    bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override {
        ensure_type(column, SQLITE_INTEGER);
        return sqlite3_column_int64(statement_, column);
    }
    std::string_view view(int column) const override {
        ensure_type(column, SQLITE_TEXT);
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    Bytes bytes(int column) const override {
        ensure_type(column, SQLITE_BLOB);
        const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(statement_, column));
        return {data, data + sqlite3_column_bytes(statement_, column)};
    }
    bool flag(int column) const override { return integer(column) != 0; }
    Value value(int column) const override {
        switch (sqlite3_column_type(statement_, column)) {
            case SQLITE_NULL:
                return {};
            case SQLITE_INTEGER:
                return integer(column);
            case SQLITE_BLOB:
                return bytes(column);
            default:
                return text(column);
        }
    }

  private:
    void ensure_type(int column, int type) const {
        base::ensure(column < sqlite3_column_count(statement_), "the row has so many columns");
        base::ensure(sqlite3_column_type(statement_, column) == type, "the column is of the type that is read");
    }
    sqlite3_stmt* statement_;
};

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Finalized = std::unique_ptr<sqlite3_stmt, Finalize>;

int bind(sqlite3_stmt* statement, int at, const Value& value) {
    struct Binder {
        sqlite3_stmt* statement;
        int at;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, at); }
        int operator()(std::int64_t v) const { return sqlite3_bind_int64(statement, at, v); }
        int operator()(bool v) const { return sqlite3_bind_int64(statement, at, v ? 1 : 0); }
        int operator()(const std::string& v) const {
            return sqlite3_bind_text64(statement, at, v.data(), v.size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        int operator()(const Bytes& v) const {
            if (v.empty()) return sqlite3_bind_zeroblob(statement, at, 0);
            return sqlite3_bind_blob64(statement, at, v.data(), v.size(), SQLITE_STATIC);
        }
    };
    return std::visit(Binder{statement, at}, value);
}

}  // namespace

/// A prepared statement with its arguments, reset at the end. One that is in use already (rows are read while the same
/// statement runs again inside) is compiled anew for the while.
class SqliteConnection::Use {
  public:
    Use(SqliteConnection& connection, const Statement& sql, const std::vector<Value>& args)
        : connection_(connection), sql_(sql) {
        auto& cache = connection.prepared_;
        if (cache.size() <= sql.number()) cache.resize(sql.number() + 1);
        auto& prepared = cache[sql.number()];
        is_own_ = prepared.in_use;
        if (!prepared.handle) prepared.handle = connection.compile(sql.sql());
        handle_ = is_own_ ? connection.compile(sql.sql()) : prepared.handle;
        if (!is_own_) prepared.in_use = true;
        try {
            base::ensure(static_cast<int>(args.size()) == sql.parameters(),
                         "a statement gets as many arguments as it names");
            connection.bind_all(handle_, args, sql.sql());
        } catch (...) {
            end();
            throw;
        }
    }
    ~Use() { end(); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

    /// True while there is a row.
    bool step() { return connection_.step(handle_, sql_.sql()); }
    sqlite3_stmt* handle() const { return handle_; }

  private:
    void end() {
        if (is_own_) {
            sqlite3_finalize(handle_);
        } else {
            sqlite3_reset(handle_);
            sqlite3_clear_bindings(handle_);
            connection_.prepared_[sql_.number()].in_use = false;
        }
    }
    SqliteConnection& connection_;
    const Statement& sql_;
    sqlite3_stmt* handle_ = nullptr;
    bool is_own_ = false;
};

SqliteConnection::SqliteConnection(const std::string& path, Mode mode) : path_(path) {
    const int create = mode == Mode::create ? SQLITE_OPEN_CREATE : 0;
    const int code =
        sqlite3_open_v2(path.c_str(), &database_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | create, nullptr);
    try {
        if (code != SQLITE_OK) fail(code, "open");
        sqlite3_extended_result_codes(database_, 1);
        // 120 kB a connection that malloc serves as well, and hundreds of rooms are open.
        sqlite3_db_config(database_, SQLITE_DBCONFIG_LOOKASIDE, nullptr, 0, 0);
        sqlite3_busy_timeout(database_, kBusyMilliseconds);
        if (mode == Mode::create) script("pragma journal_mode = wal");
        script(
            "pragma synchronous = full; pragma foreign_keys = on; pragma temp_store = memory; pragma secure_delete = "
            "on");
        // The writer empties the log when it closes; a reader leaves it be.
        if (mode == Mode::read) sqlite3_db_config(database_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        // Most of a reader's pages come from the mapped file, which all of them share.
        script(mode == Mode::read ? "pragma query_only = on; pragma cache_size = -64; pragma mmap_size = 1073741824"
                                  : "pragma cache_size = -2048");
    } catch (...) {
        sqlite3_close_v2(database_);
        throw;
    }
}

SqliteConnection::~SqliteConnection() {
    for (auto& prepared : prepared_) sqlite3_finalize(prepared.handle);
    sqlite3_close_v2(database_);
}

void SqliteConnection::fail(int code, std::string_view doing) const {
    const auto text = fmt::format("SQLite, {}: {} ({}) at: {}", std::filesystem::path(path_).filename().string(),
                                  database_ ? sqlite3_errmsg(database_) : "out of memory", code, doing);
    const int kind = code & 0xff;
    if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED) throw TryAgain(text);
    throw base::Fault(text);
}

sqlite3_stmt* SqliteConnection::compile(std::string_view sql) const {
    const auto text = with_question_marks(sql);
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(database_, text.data(), static_cast<int>(text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) fail(code, sql);
    return statement;
}

void SqliteConnection::bind_all(sqlite3_stmt* statement, const std::vector<Value>& args, std::string_view sql) const {
    int at = 0;
    for (const auto& arg : args) {
        if (const int code = bind(statement, ++at, arg); code != SQLITE_OK) fail(code, sql);
    }
}

bool SqliteConnection::step(sqlite3_stmt* statement, std::string_view sql) const {
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) fail(code, sql);
    return code == SQLITE_ROW;
}

void SqliteConnection::query(const Statement& sql, const std::vector<Value>& args, const OnRow& on_row) {
    Use use(*this, sql, args);
    const SqliteRow row(use.handle());
    while (use.step()) on_row(row);
}

std::int64_t SqliteConnection::execute(const Statement& sql, const std::vector<Value>& args) {
    Use use(*this, sql, args);
    while (use.step()) {
    }
    return sqlite3_changes64(database_);
}

void SqliteConnection::prepare(const Statement& sql) {
    sqlite3_finalize(compile(sql.sql()));
}

void SqliteConnection::script(const std::string& sql) {
    const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, std::string_view(sql).substr(0, 200));
}

void SqliteConnection::rows(const std::string& sql, const OnRow& on_row) {
    const Finalized statement(compile(sql));
    const SqliteRow row(statement.get());
    while (step(statement.get(), sql)) on_row(row);
}

void SqliteConnection::run_many(const std::string& sql, const std::function<bool(std::vector<Value>&)>& next) {
    const Finalized statement(compile(sql));
    for (std::vector<Value> args; next(args); sqlite3_reset(statement.get())) {
        bind_all(statement.get(), args, sql);
        step(statement.get(), sql);
    }
}

void SqliteConnection::copy_to(const std::string& path) {
    sqlite3* copy = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK) {
        if (sqlite3_backup* work = sqlite3_backup_init(copy, "main", database_, "main")) {
            // In one step: it reads one moment of the log, so writers go on and it never starts again.
            sqlite3_backup_step(work, -1);
            code = sqlite3_backup_finish(work);
        } else {
            code = sqlite3_errcode(copy);
        }
    }
    sqlite3_close_v2(copy);
    if (code != SQLITE_OK) throw base::Fault(fmt::format("SQLite cannot copy to {}: {}", path, sqlite3_errstr(code)));
}

void SqliteConnection::rollback() noexcept {
    // An error may have ended the transaction already.
    if (sqlite3_get_autocommit(database_) == 0) sqlite3_exec(database_, "rollback", nullptr, nullptr, nullptr);
}

void SqliteConnection::wipe(const std::vector<std::string>& tables) {
    if (tables.empty()) return;
    begin_write();
    try {
        for (const auto& table : tables) script("delete from " + table);
        commit();
    } catch (...) {
        rollback();
        throw;
    }
    scrub(tables);
}

void SqliteConnection::scrub(const std::vector<std::string>&) {
    // The rows are overwritten in the file (secure_delete); the log still has them until it is cut off.
    const int code = sqlite3_wal_checkpoint_v2(database_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, "checkpoint");
}

}  // namespace samrum::store
