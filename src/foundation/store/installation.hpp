#pragma once
#include "foundation/store/commits.hpp"
#include "foundation/store/connection.hpp"
#include "foundation/store/secrets.hpp"
#include "foundation/store/store.hpp"

#include <map>
#include <mutex>

namespace samrum::store {

/// What both engines' stores have in common: sessions, secrets, journal keys, migrations. Not for other folders.
class Installation : public Store, public ConnectionPool {
  public:
    Engine engine() const override { return where_.engine; }
    const Location& location() const override { return where_; }
    const Secrets& secrets() const override { return secrets_; }
    std::unique_ptr<Session> lobby() override;
    std::unique_ptr<Session> room(RoomId id) override;
    void migrate(const OnProgress& on_progress) override;
    bool is_alive() override;
    void set_before_commit(BeforeCommit hear) { before_commit_ = std::move(hear); }
    const BeforeCommit& before_commit() const { return before_commit_; }

    /// The key of the journal of `place`, read and decrypted once.
    Key journal_key(const Place& place, Connection& connection);

    /// Does the lobby in `connection` belong to this key file?
    static bool key_fits(const Secrets& secrets, Connection& lobby);
    /// Writes a place, of one moment, as a SQLite file that is not there yet (portable.hpp).
    virtual void write_portable(const Place& place, const std::string& path) = 0;
    /// Makes a place of a SQLite file with the newest schema; the file may be moved away.
    virtual void read_portable(const Place& place, const std::string& path) = 0;
    /// Makes the lobby of a new installation.
    virtual void create_lobby() = 0;
    /// Removes the lobby when no room is left.
    void drop_lobby() { drop({}); }

  protected:
    Installation(const Location& where, Secrets secrets) : where_(where), secrets_(std::move(secrets)) {}
    /// A Bug when there is no storage for the room.
    virtual void ensure_room(RoomId id) = 0;
    /// Fills an empty place: all its migrations, its journal key and, in the lobby, the check of the key file.
    void fill_new(const Place& place, Connection& connection);
    /// Throws base::ToldFault when the lobby has another schema than this program (unless `any_schema`) or another key
    /// file.
    void check_lobby(bool any_schema);
    void forget_journal_key(const Place& place);
    virtual void drop(const Place& place) = 0;

  private:
    Location where_;
    Secrets secrets_;
    BeforeCommit before_commit_;
    std::mutex mutex_;
    std::map<Place, Key> journal_keys_;
};

bool is_in_sqlite(const Location& where);
bool is_in_postgresql(const Location& where);
std::unique_ptr<Store> open_sqlite(const Location& where, bool any_schema);
std::unique_ptr<Store> open_postgresql(const Location& where, bool any_schema);

/// What stands in the way of a new installation, save its key file: `store.there_already`, `store.rooms_left`,
/// `store.database.*`. Makes nothing; throws base::Fault when the database does not answer.
base::Problems judge_new_sqlite(const Location& where);
base::Problems judge_new_postgresql(const Location& where);
base::Problems judge_new(const Location& where);
/// Makes what a new installation lies in: folders, or the database.
void make_place_sqlite(const Location& where);
void make_place_postgresql(const Location& where);
void make_place(const Location& where);
/// An installation without lobby, for making one.
std::unique_ptr<Installation> bare_sqlite(const Location& where, Secrets secrets);
std::unique_ptr<Installation> bare_postgresql(const Location& where, Secrets secrets);
std::unique_ptr<Installation> bare_installation(const Location& where, Secrets secrets);

}  // namespace samrum::store
