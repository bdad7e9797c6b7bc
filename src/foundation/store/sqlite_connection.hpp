#pragma once
#include "foundation/store/connection.hpp"

#include <sqlite3.h>
#include <string>

namespace samrum::store {

/// One SQLite file, open. Not for other folders.
class SqliteConnection final : public Connection {
  public:
    enum class Mode { read, write, create };
    SqliteConnection(const std::string& path, Mode mode);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    void query(const Statement& sql, const std::vector<Value>& args, const OnRow& on_row) override;
    std::int64_t execute(const Statement& sql, const std::vector<Value>& args) override;
    void prepare(const Statement& sql) override;
    void script(const std::string& sql) override;
    void begin_write() override { script("begin immediate"); }
    void begin_read() override { script("begin"); }
    void commit() override { script("commit"); }
    void rollback() noexcept override;
    /// BEGIN IMMEDIATE holds the only write lock there is.
    void lock(std::string_view) override {}
    void wipe(const std::vector<std::string>& tables) override;
    void scrub(const std::vector<std::string>& tables) override;

    /// Runs a statement of the store's own, without parameters.
    void rows(const std::string& sql, const OnRow& on_row);
    /// Runs one statement again and again, with the arguments that `next` fills in until it answers false.
    void run_many(const std::string& sql, const std::function<bool(std::vector<Value>&)>& next);
    /// Copies all, of one moment, into a new file while others write (SQLite's online backup).
    void copy_to(const std::string& path);

    sqlite3* handle() const { return database_; }
    /// Throws what `code` means: TryAgain for BUSY, base::Fault else.
    [[noreturn]] void fail(int code, std::string_view doing) const;

  private:
    struct Prepared {
        sqlite3_stmt* handle = nullptr;
        bool in_use = false;
    };
    class Use;

    sqlite3_stmt* compile(std::string_view sql) const;
    void bind_all(sqlite3_stmt* statement, const std::vector<Value>& args, std::string_view sql) const;
    bool step(sqlite3_stmt* statement, std::string_view sql) const;

    std::string path_;
    sqlite3* database_ = nullptr;
    std::vector<Prepared> prepared_;  ///< by Statement::number
};

}  // namespace samrum::store
