#pragma once
#include "foundation/base/result.hpp"
#include "foundation/store/store.hpp"

#include <functional>
#include <string>

/// Backup, restore and export. A backup is a folder of SQLite files, one for the lobby and one for each room, whichever
/// engine serves; it can be restored into either. Its manifest is written last, so a backup that was cut off is seen.
/// docs/decisions/backups-are-sqlite-files.md
namespace samrum::store {

struct BackupSummary {
    base::Instant made;
    int rooms = 0;
    std::int64_t bytes = 0;
    std::string schema;  ///< one hash for all migrations
};

/// Copies the lobby and every room into `directory`, while others read and write. Each file is of one moment. Transient
/// tables are emptied in the copy. The key file is not in it. Problem `store.backup.not_empty`.
base::Result<BackupSummary> backup(Store& store, const std::string& directory, const OnProgress& on_progress);

/// Reads the manifest and every byte. Problems, all at once: `store.backup.unfinished`, `.manifest_damaged`,
/// `.other_format`, and for each file `.file_missing`, `.file_damaged`.
base::Result<BackupSummary> check_backup(const std::string& directory);

/// Makes an installation of a backup. The key file of the backed-up installation must lie in `where.directory` already,
/// and nothing else of Samrum in it or in the database. An older schema is brought to the newest. Problems, all at once
/// and before anything is made: those of check_backup() and Store::create(), `store.key.of_another`,
/// `store.schema.newer`.
base::Result<BackupSummary> restore(const std::string& directory, const Location& where, const OnProgress& on_progress);

/// Lets `read` read the lobby in a backup, which may be of an older schema. Throws base::Fault when it cannot be read.
void read_backed_up_lobby(const std::string& directory, const std::function<void(Reader&)>& read);

/// Writes one room, of one moment, as a SQLite file: an association takes its work with it. Problem
/// `store.export.there_already`.
base::Result<base::Done> export_room(Store& store, RoomId room, const std::string& file);

}  // namespace samrum::store
