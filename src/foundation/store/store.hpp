#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/id.hpp"
#include "foundation/base/money.hpp"
#include "foundation/base/result.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace samrum::store {

class Secrets;

enum class Engine { sqlite, postgresql };

/// The lobby holds accounts, organisations' public facts, the list of rooms and who may enter which; a room holds the
/// work of one organisation. A connection is opened on one of them, so SQL across rooms cannot be written.
enum class Scope { lobby, room, both };

struct RoomKind;
using RoomId = base::Id<RoomKind>;

using Bytes = std::vector<std::byte>;
/// A column value, in or out. `flag` columns are bool, ids and dates are text, instants and money int64.
using Value = std::variant<std::monostate, std::int64_t, std::string, Bytes, bool>;

/// One SQL text with `$1..$n`, the same for both engines, declared as a constant beside its row mapping. Constructing
/// one registers it, and a house test prepares every statement on both engines. The text must outlive it: a literal.
class Statement {
  public:
    Statement(Scope scope, std::string_view sql);
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();
    Scope scope() const { return scope_; }
    std::string_view sql() const { return sql_; }
    int parameters() const { return parameters_; }  ///< the highest `$n`
    std::size_t number() const { return number_; }  ///< in order of registration: key of the statement cache
    static const std::vector<const Statement*>& all();

  private:
    Scope scope_;
    std::string_view sql_;
    int parameters_;
    std::size_t number_;
};

inline Value to_value(std::int64_t v) {
    return v;
}
inline Value to_value(int v) {
    return std::int64_t{v};
}
inline Value to_value(bool v) {
    return v;
}
inline Value to_value(std::string_view v) {
    return std::string(v);
}
inline Value to_value(const char* v) {
    return std::string(v);
}
inline Value to_value(Bytes v) {
    return v;
}
inline Value to_value(base::Date v) {
    return v.iso();
}
inline Value to_value(base::Instant v) {
    return v.micros;
}
inline Value to_value(base::Money v) {
    return v.ore;
}
inline Value to_value(const base::Uuid& v) {
    return v.text();
}
template <class Kind>
Value to_value(const base::Id<Kind>& v) {
    return v.text();
}
template <class T>
Value to_value(const std::optional<T>& v) {
    return v ? to_value(*v) : Value{};
}

/// One row of an answer, valid while its callback runs. Columns count from 0. Reading the wrong type is a Bug.
class Row {
  public:
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string_view view(int column) const = 0;  ///< text, valid while the row is
    virtual Bytes bytes(int column) const = 0;
    virtual bool flag(int column) const = 0;
    /// Whatever the engine has there; SQLite's flags are integers.
    virtual Value value(int column) const = 0;

    std::string text(int column) const { return std::string(view(column)); }
    base::Date date(int column) const { return base::Date::parse(view(column)).value(); }
    base::Instant instant(int column) const { return {integer(column)}; }
    base::Money money(int column) const { return {integer(column)}; }
    template <class IdType>
    IdType id(int column) const {
        return IdType::parse(view(column)).value();
    }
    /// The value read by `read`, or nothing for NULL: `row.maybe(3, &Row::date)`.
    template <class T>
    std::optional<T> maybe(int column, T (Row::*read)(int) const) const {
        return is_null(column) ? std::nullopt : std::optional<T>((this->*read)(column));
    }
    template <class IdType>
    std::optional<IdType> maybe_id(int column) const {
        return is_null(column) ? std::nullopt : std::optional<IdType>(id<IdType>(column));
    }
};

/// Reads from the lobby or one room.
class Reader {
  public:
    virtual ~Reader() = default;
    virtual Engine engine() const = 0;
    /// The room this reads from; nothing in the lobby.
    virtual std::optional<RoomId> place() const = 0;
    /// What the installation's key file encrypts and signs (secrets.hpp).
    virtual const Secrets& secrets() const = 0;

    /// Calls `on_row` for each row. Throws base::Fault when the database fails.
    virtual void each(const Statement& sql, const std::vector<Value>& args,
                      const std::function<void(const Row&)>& on_row) = 0;

    /// Every row, mapped by `map(const Row&)`.
    template <class Map, class... A>
    auto all(const Statement& sql, Map&& map, const A&... args) {
        std::vector<std::decay_t<std::invoke_result_t<Map&, const Row&>>> rows;
        each(sql, {to_value(args)...}, [&](const Row& row) { rows.push_back(map(row)); });
        return rows;
    }
    /// The first row, mapped, or nothing.
    template <class Map, class... A>
    auto one(const Statement& sql, Map&& map, const A&... args) {
        std::optional<std::decay_t<std::invoke_result_t<Map&, const Row&>>> found;
        each(sql, {to_value(args)...}, [&](const Row& row) {
            if (!found) found.emplace(map(row));
        });
        return found;
    }
    /// The single integer that a counting statement answers; 0 for NULL or no row.
    template <class... A>
    std::int64_t count(const Statement& sql, const A&... args) {
        std::int64_t n = 0;
        each(sql, {to_value(args)...}, [&](const Row& row) { n = row.is_null(0) ? 0 : row.integer(0); });
        return n;
    }
};

/// Who did something: an account, or the house itself ("system", "demo", "command").
struct Actor {
    std::string id;     ///< account id, or a name of the house
    std::string label;  ///< what the journal shows beside it: a function, never a private address
};

/// One line of the journal: who, what, which, when.
struct JournalLine {
    std::string what;     ///< past-tense key, `agreement.imported`
    std::string subject;  ///< id or short name of what changed; empty when the kind is anonymous
    std::string detail;   ///< JSON object text of what changed, without anything about anonymous people
};

/// What happened to anonymous rows in one activity session (`subject`) on one day: counts, and a hash of each row keyed
/// with a salt that is kept in the row and dies with it (journal.hpp, anonymous_row_hash). No actor and no time of day.
struct AnonymousLine {
    std::string what;
    std::string subject;
    base::Date day;
    std::vector<std::pair<std::string, std::int64_t>> counts;  ///< added to what the day has already
    std::vector<Bytes> row_hashes;                             ///< 32 bytes each
};

/// A short write transaction. Every durable change writes a journal line in the same transaction.
class Transaction : public Reader {
  public:
    /// Runs a statement; answers how many rows it changed.
    virtual std::int64_t execute(const Statement& sql, const std::vector<Value>& args) = 0;
    template <class... A>
    std::int64_t run(const Statement& sql, const A&... args) {
        return execute(sql, {to_value(args)...});
    }
    /// Waits until nobody else holds `name` in this room, to the end of the transaction. Take it before looking.
    virtual void lock(std::string_view name) = 0;
    /// Adds a line to the hash chain of this lobby or room; it is written just before the commit.
    virtual void journal(const Actor& who, const JournalLine& line) = 0;
    /// Adds to the one line that this kind has for its subject and day; seal_anonymous (journal.hpp) puts it into the
    /// chain.
    virtual void journal_anonymous(const AnonymousLine& line) = 0;
    /// Runs after the commit and only then (wake a job, tell live pages). It must not throw.
    virtual void after_commit(std::function<void()> then) = 0;
};

/// An open lobby or room. Cheap to get and to drop (pooled underneath); one thread at a time.
class Session : public Reader {
  public:
    /// Runs `body` in a write transaction, again from the start when the engine asks for it (40001, 40P01, BUSY), so
    /// `body` touches nothing outside but what it sets anew. An exception rolls back.
    template <class Body>
    auto transaction(Body&& body) -> std::invoke_result_t<Body&, Transaction&> {
        using Answer = std::invoke_result_t<Body&, Transaction&>;
        if constexpr (std::is_void_v<Answer>) {
            run_transaction([&](Transaction& tx) { return body(tx), true; });
        } else {
            std::optional<Answer> answer;
            run_transaction([&](Transaction& tx) {
                answer.emplace(body(tx));
                // A Result that holds problems rolls back.
                if constexpr (requires { answer->problems(); }) return answer->problems().empty();
                return true;
            });
            return std::move(*answer);
        }
    }
    /// Runs `body` so that all it reads is of one moment.
    template <class Body>
    auto snapshot(Body&& body) -> std::invoke_result_t<Body&, Reader&> {
        std::optional<std::invoke_result_t<Body&, Reader&>> answer;
        run_snapshot([&](Reader& reader) { answer.emplace(body(reader)); });
        return std::move(*answer);
    }

    /// Prepares a statement and runs nothing: a Fault when the engine does not understand it.
    virtual void prepare(const Statement& sql) = 0;
    /// Empties the transient tables so that nothing of them is left in the files (an activity session closes).
    virtual void wipe_transient() = 0;

  protected:
    /// `body` answers whether to commit.
    virtual void run_transaction(const std::function<bool(Transaction&)>& body) = 0;
    virtual void run_snapshot(const std::function<void(Reader&)>& body) = 0;
};

/// Where the data lie: a folder (SQLite) or a `postgresql://` address, and the folder of the key file.
struct Location {
    Engine engine = Engine::sqlite;
    std::string directory;   ///< `--data`: databases of SQLite, key file, for both engines
    std::string connection;  ///< `--database postgresql://…`
};

/// Hears what is told with Store::notify, by any server of the installation, until it is destroyed.
class Listener {
  public:
    virtual ~Listener() = default;
};
using OnNotice = std::function<void(std::string_view topic, std::string_view data)>;
/// The topic told when notices may have been missed (the connection was lost and is back): look everything up anew.
inline constexpr std::string_view kNoticesLost = "notices.lost";

/// Hears of progress: which room was done (nothing: the lobby), how many are done, of how many.
using OnProgress = std::function<void(const std::optional<RoomId>& place, int done, int of)>;

/// The lobby and the rooms of one installation. Safe for threads.
class Store {
  public:
    /// Opens an installation. Throws base::ToldFault when it is not there, is of another schema, its key file is not
    /// there or of another one, or the PostgreSQL database has another collation than C. `any_schema` is for `migrate`.
    static std::unique_ptr<Store> open(const Location& where, bool any_schema = false);
    /// Makes lobby, key file and, for PostgreSQL, the database (collation C). Problems, before anything is made:
    /// `store.there_already`, `store.rooms_left`, `store.database.*`, `store.key.*`.
    static base::Result<std::unique_ptr<Store>> create(const Location& where);
    virtual ~Store() = default;

    virtual Engine engine() const = 0;
    virtual std::unique_ptr<Session> lobby() = 0;
    /// Opens a room. A Bug when there is no such room: look it up in the lobby first.
    virtual std::unique_ptr<Session> room(RoomId id) = 0;
    /// Makes the storage of a new room (its row in the lobby is directory's) and brings it to the newest schema.
    virtual void create_room(RoomId id) = 0;
    virtual void drop_room(RoomId id) = 0;
    /// Brings lobby and rooms to the newest schema.
    virtual void migrate(const OnProgress& on_progress) = 0;
    /// Every room there is storage for.
    virtual std::vector<RoomId> rooms() = 0;
    /// True when the lobby answers: for /readyz.
    virtual bool is_alive() = 0;
    virtual const Location& location() const = 0;
    virtual const Secrets& secrets() const = 0;

    /// Tells every listener of every server; `topic` without line breaks, at most 7,000 bytes together. Best effort:
    /// what is told is a hint to look again, so a database that does not answer is no error here. Call it after the
    /// commit.
    virtual void notify(std::string_view topic, std::string_view data) = 0;
    /// `on_notice` is called on a thread of the store and must not throw. Destroy the listener before the store.
    virtual std::unique_ptr<Listener> listen(OnNotice on_notice) = 0;
};

}  // namespace samrum::store
