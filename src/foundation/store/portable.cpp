#include "foundation/store/portable.hpp"

#include "foundation/store/migrations.hpp"

#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace samrum::store {

namespace fs = std::filesystem;

std::vector<std::string> tables_of(SqliteConnection& connection) {
    std::vector<std::string> tables;
    connection.rows("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by rowid",
                    [&](const Row& row) { tables.push_back(row.text(0)); });
    return tables;
}

std::vector<std::string> columns_of(SqliteConnection& connection, const std::string& table) {
    std::vector<std::string> columns;
    connection.rows("select name from pragma_table_info('" + table + "')",
                    [&](const Row& row) { columns.push_back(row.text(0)); });
    return columns;
}

void finish_portable(const std::string& path, Scope scope) {
    {
        SqliteConnection file(path, SqliteConnection::Mode::write);
        file.script("pragma journal_mode = delete; pragma foreign_keys = off");
        for (const auto& table : transient_tables(scope)) file.script("delete from " + table);
        file.script("vacuum");
        file.rows("pragma quick_check", [&](const Row& row) {
            if (row.view(0) != "ok") throw base::Fault(fmt::format("the database is damaged: {}", row.view(0)));
        });
    }
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    sync_path(path);
}

void adopt_portable(const std::string& path, Scope scope) {
    SqliteConnection file(path, SqliteConnection::Mode::create);
    apply_missing(file, Engine::sqlite, scope);
    if (scope == Scope::lobby) note_room_migrations(file);
}

void sync_path(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!synced) throw base::Fault("cannot write to the disk: " + path);
}

}  // namespace samrum::store
