#pragma once
#include "foundation/store/installation.hpp"

#include <exception>

namespace samrum::store {

/// The write transaction of both engines. Not for other folders.
class EngineTransaction final : public Transaction {
  public:
    EngineTransaction(Installation& store, const Place& place, Connection& connection)
        : store_(store), place_(place), connection_(connection) {}

    Engine engine() const override { return store_.engine(); }
    std::optional<RoomId> place() const override { return place_; }
    const Secrets& secrets() const override { return store_.secrets(); }
    void each(const Statement& sql, const std::vector<Value>& args, const OnRow& on_row) override;
    std::int64_t execute(const Statement& sql, const std::vector<Value>& args) override;
    void lock(std::string_view name) override;
    void journal(const Actor& who, const JournalLine& line) override { lines_.push_back({who, line}); }
    void journal_anonymous(const AnonymousLine& line) override;
    void after_commit(std::function<void()> then) override { afterwards_.push_back(std::move(then)); }

    /// Writes the journal lines. Throws what broke the transaction, should the body have swallowed it.
    void finish();
    const std::vector<std::function<void()>>& afterwards() const { return afterwards_; }

  private:
    /// Runs `work`; any error ends the transaction.
    template <class Work>
    auto guarded(Work&& work);

    Installation& store_;
    Place place_;
    Connection& connection_;
    std::vector<std::pair<Actor, JournalLine>> lines_;
    std::vector<std::function<void()>> afterwards_;
    std::exception_ptr broken_;
};

/// The session of both engines. It holds a connection only while something runs.
class EngineSession final : public Session {
  public:
    EngineSession(Installation& store, const Place& place) : store_(store), place_(place) {}

    Engine engine() const override { return store_.engine(); }
    std::optional<RoomId> place() const override { return place_; }
    const Secrets& secrets() const override { return store_.secrets(); }
    void each(const Statement& sql, const std::vector<Value>& args, const OnRow& on_row) override;
    void prepare(const Statement& sql) override;
    void wipe_transient() override;
    /// See scrub.hpp.
    void scrub_transient();

  protected:
    void run_transaction(const std::function<bool(Transaction&)>& body) override;
    void run_snapshot(const std::function<void(Reader&)>& body) override;

  private:
    template <class Work>
    void with_connection(bool writes, Work&& work);
    void attempt_transaction(const std::function<bool(Transaction&)>& body);

    Installation& store_;
    Place place_;
    Connection* current_ = nullptr;  ///< while something runs: nested reads see the same transaction
};

}  // namespace samrum::store
