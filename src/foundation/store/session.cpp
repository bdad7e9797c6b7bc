#include "foundation/store/session.hpp"

#include "foundation/store/journal_write.hpp"
#include "foundation/store/migrations.hpp"
#include "foundation/store/scrub.hpp"

#include <random>
#include <thread>

namespace samrum::store {

namespace {

constexpr int kAttempts = 10;

/// Waits longer and longer, each time another while, so that two that collided do not collide again.
void pause_before(int attempt) {
    thread_local std::minstd_rand random{std::random_device{}()};
    const int most = std::min(500, 4 << attempt);
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<int>(most / 2, most)(random)));
}

/// Runs `work` again while the engine asks for it.
template <class Work>
void with_retries(Work&& work) {
    for (int attempt = 1;; ++attempt) {
        try {
            return work();
        } catch (const TryAgain&) {
            if (attempt == kAttempts) throw;
        } catch (const ConnectionLost&) {
            if (attempt == kAttempts) throw;
        }
        pause_before(attempt);
    }
}

/// Sets a variable until the end of the block.
template <class T>
class Held {
  public:
    Held(T& variable, T value) : variable_(variable), before_(variable) { variable = value; }
    ~Held() { variable_ = before_; }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

  private:
    T& variable_;
    T before_;
};

}  // namespace

template <class Work>
auto EngineTransaction::guarded(Work&& work) {
    if (broken_) throw base::Fault("the transaction has already ended with an error");
    try {
        return work();
    } catch (...) {
        broken_ = std::current_exception();
        throw;
    }
}

void EngineTransaction::each(const Statement& sql, const std::vector<Value>& args, const OnRow& on_row) {
    guarded([&] { connection_.query(sql, args, on_row); });
}

std::int64_t EngineTransaction::execute(const Statement& sql, const std::vector<Value>& args) {
    return guarded([&] { return connection_.execute(sql, args); });
}

void EngineTransaction::lock(std::string_view name) {
    guarded([&] { connection_.lock(name); });
}

void EngineTransaction::journal_anonymous(const AnonymousLine& line) {
    guarded([&] { add_anonymous(connection_, store_.journal_key(place_, connection_), line); });
}

void EngineTransaction::finish() {
    if (broken_) std::rethrow_exception(broken_);
    if (const auto& hear = store_.before_commit(); hear && !lines_.empty()) {
        std::vector<JournalLine> written;
        written.reserve(lines_.size());
        for (const auto& [who, line] : lines_) written.push_back(line);
        hear(*this, written);
    }
    if (!lines_.empty()) append_to_journal(connection_, store_.journal_key(place_, connection_), lines_);
}

template <class Work>
void EngineSession::with_connection(bool writes, Work&& work) {
    with_retries([&] {
        const Lease lease = store_.lease(place_, writes);
        const Held held(current_, lease.get());
        work(*lease);
    });
}

void EngineSession::each(const Statement& sql, const std::vector<Value>& args, const OnRow& on_row) {
    if (current_) return current_->query(sql, args, on_row);
    with_connection(false, [&](Connection& connection) { connection.query(sql, args, on_row); });
}

void EngineSession::prepare(const Statement& sql) {
    with_connection(false, [&](Connection& connection) { connection.prepare(sql); });
}

void EngineSession::wipe_transient() {
    base::ensure(!current_, "transient tables are wiped outside of transactions");
    const auto tables = transient_tables(place_ ? Scope::room : Scope::lobby);
    with_connection(true, [&](Connection& connection) { connection.wipe(tables); });
}

void EngineSession::scrub_transient() {
    base::ensure(!current_, "transient tables are scrubbed outside of transactions");
    const auto tables = transient_tables(place_ ? Scope::room : Scope::lobby);
    with_connection(true, [&](Connection& connection) { connection.scrub(tables); });
}

void hear_commits(Store& store, BeforeCommit hear) {
    dynamic_cast<Installation&>(store).set_before_commit(std::move(hear));
}

void scrub_transient(Session& session) {
    dynamic_cast<EngineSession&>(session).scrub_transient();
}

void EngineSession::attempt_transaction(const std::function<bool(Transaction&)>& body) {
    std::vector<std::function<void()>> afterwards;
    {
        const Lease lease = store_.lease(place_, true);
        const Held held(current_, lease.get());
        lease->begin_write();
        try {
            EngineTransaction tx(store_, place_, *lease);
            const bool keep = body(tx);
            if (!keep) return lease->rollback();
            tx.finish();
            afterwards = tx.afterwards();
        } catch (...) {
            lease->rollback();
            throw;
        }
        try {
            lease->commit();
        } catch (const ConnectionLost&) {
            // Nobody knows whether the server got as far as committing: running it again could do it twice.
            throw base::Fault("the database went away during a commit: the change may or may not be there");
        }
    }
    for (const auto& then : afterwards) then();
}

void EngineSession::run_transaction(const std::function<bool(Transaction&)>& body) {
    base::ensure(!current_, "transactions do not nest, and none begins while rows are read");
    with_retries([&] { attempt_transaction(body); });
}

void EngineSession::run_snapshot(const std::function<void(Reader&)>& body) {
    if (current_) return body(*this);
    with_connection(false, [&](Connection& connection) {
        connection.begin_read();
        try {
            body(*this);
        } catch (...) {
            connection.rollback();
            throw;
        }
        connection.commit();
    });
}

}  // namespace samrum::store
