#pragma once
#include "foundation/store/store.hpp"

#include <functional>
#include <string>

/// Backup, restore and export. A backup is a folder of SQLite files, one for the lobby and one for each room, whichever
/// engine serves; it can be restored into either. Its manifest is written last, so a backup that was cut off is seen.
/// docs/decisions/backup-format.md
namespace samrum::store {

/// Hears of progress: what, how many done, of how many.
using OnProgress = std::function<void(const std::string& what, int done, int of)>;

struct BackupSummary {
    base::Instant made;
    int rooms = 0;
    std::int64_t bytes = 0;
    std::string schema;  ///< one hash for all migrations
};

/// Copies the lobby and every room into `directory`, which must be empty or not there, while others read and write.
/// Each file is of one moment. Transient tables are emptied in the copy. The key file is not in it. Throws base::Fault.
BackupSummary backup(Store& store, const std::string& directory, const OnProgress& on_progress);

/// Reads the manifest and every byte; throws base::Fault, naming the file, for a damaged or partial backup.
BackupSummary check_backup(const std::string& directory);

/// Makes an installation of a backup. The key file of the backed-up installation must lie in `where.directory` already,
/// and nothing else of Samrum in it or in the database. An older schema is brought to the newest. Throws base::Fault
/// before anything is made when the backup is damaged, of a newer Samrum, or the key file does not fit.
BackupSummary restore(const std::string& directory, const Location& where, const OnProgress& on_progress);

/// Writes one room, of one moment, as a SQLite file that must not be there yet: an association takes its work with it.
void export_room(Store& store, RoomId room, const std::string& file);

}  // namespace samrum::store
