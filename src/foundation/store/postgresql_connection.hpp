#pragma once
#include "foundation/store/connection.hpp"

#include <libpq-fe.h>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace samrum::store {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PgResult = std::unique_ptr<PGresult, ClearResult>;

/// `lobby`, or `room_` and the id without dashes.
std::string schema_of(const Place& place);

/// One row of a result, as the values of its columns.
std::vector<Value> pg_values(const PGresult* result, int row);

/// One connection to PostgreSQL, standing in one schema at a time. Not for other folders.
class PgConnection final : public Connection {
  public:
    /// `address` is a `postgresql://` address; `database`, when not empty, stands in for the one it names.
    explicit PgConnection(const std::string& address, const std::string& database = {});
    ~PgConnection() override { PQfinish(connection_); }
    PgConnection(const PgConnection&) = delete;
    PgConnection& operator=(const PgConnection&) = delete;

    /// From the next statement on. Costs a round trip only when the schema is another.
    void stand_in(const Place& place) { wanted_ = schema_of(place); }

    void query(const Statement& sql, const std::vector<Value>& args, const OnRow& on_row) override;
    std::int64_t execute(const Statement& sql, const std::vector<Value>& args) override;
    void prepare(const Statement& sql) override;
    void script(const std::string& sql) override;
    void begin_write() override { begin("begin isolation level read committed read write"); }
    void begin_read() override { begin("begin isolation level repeatable read read only"); }
    void commit() override;
    void rollback() noexcept override;
    void lock(std::string_view name) override;
    void wipe(const std::vector<std::string>& tables) override;
    void scrub(const std::vector<std::string>& tables) override;

    /// Runs one statement of the store's own, arguments as text. Throws as the others do.
    PgResult run(const std::string& sql, const std::vector<std::string>& args = {});
    /// Begins a `copy … from stdin`, whose data go to handle(); end_copy ends it.
    void start_copy(const std::string& sql);
    void end_copy();
    PGconn* handle() const { return connection_; }
    bool is_broken() const { return PQstatus(connection_) != CONNECTION_OK; }
    /// Alive and outside of a transaction.
    bool is_idle() const { return !is_broken() && PQtransactionStatus(connection_) == PQTRANS_IDLE; }
    /// Throws what the result means: TryAgain for 40001 and 40P01, ConnectionLost, or base::Fault.
    [[noreturn]] void fail(const PGresult* result, std::string_view doing) const;

  private:
    void begin(const std::string& sql);
    /// Sets the schema where it is another.
    void arrive();
    PgResult check(PGresult* result, std::string_view doing) const;
    PgResult run_prepared(const Statement& sql, const std::vector<Value>& args);
    /// The name of the prepared statement; prepares it the first time in this schema.
    std::string prepared_name(const Statement& sql);

    PGconn* connection_ = nullptr;
    std::string wanted_ = "public";
    std::string schema_;  ///< where it stands; empty when nobody knows
    std::unordered_map<std::string, std::size_t> schema_numbers_;
    std::unordered_set<std::string> prepared_;
};

}  // namespace samrum::store
