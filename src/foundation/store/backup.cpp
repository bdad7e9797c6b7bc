#include "foundation/store/backup.hpp"

#include "foundation/store/installation.hpp"
#include "foundation/store/manifest.hpp"
#include "foundation/store/migrations.hpp"
#include "foundation/store/portable.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace samrum::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "manifest";

Scope scope_of(const Place& place) {
    return place ? Scope::room : Scope::lobby;
}

/// Every store is an Installation; Store hides what only the foundation may do.
Installation& as_installation(Store& store) {
    return dynamic_cast<Installation&>(store);
}

std::string hash_of_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<char> buffer(1 << 20);
    Hasher hasher;
    while (file) {
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        hasher.add({buffer.data(), static_cast<std::size_t>(file.gcount())});
    }
    return to_hex(hasher.finish());
}

void write_manifest(const fs::path& directory, const Manifest& manifest) {
    const auto unfinished = directory / "manifest.new";
    std::ofstream(unfinished) << text_of(manifest);
    sync_path(unfinished);
    fs::rename(unfinished, directory / kManifest);
    sync_path(directory);
}

Manifest read_manifest(const fs::path& directory) {
    std::ifstream file(directory / kManifest);
    if (!file) throw base::Fault(fmt::format("{} is no finished backup: it has no manifest", directory.string()));
    std::stringstream text;
    text << file.rdbuf();
    const auto manifest = parse_manifest(text.str());
    if (!manifest) throw base::Fault("the backup's manifest is damaged");
    return *manifest;
}

void check_file(const fs::path& directory, const CopiedFile& file) {
    const auto path = directory / file.path;
    if (!fs::exists(path)) throw base::Fault(fmt::format("the backup is partial: {} is missing", file.path));
    const bool is_whole =
        static_cast<std::int64_t>(fs::file_size(path)) == file.bytes && hash_of_file(path) == file.hash;
    if (!is_whole) throw base::Fault(fmt::format("the backup is damaged: {} is not what was written", file.path));
}

BackupSummary summary_of(const Manifest& manifest) {
    BackupSummary summary{manifest.made, static_cast<int>(manifest.files.size()) - 1, 0, manifest.schema};
    for (const auto& file : manifest.files) summary.bytes += file.bytes;
    return summary;
}

/// A file system that fails is a fault like any other.
template <class Work>
auto with_files(Work&& work) {
    try {
        return work();
    } catch (const fs::filesystem_error& error) {
        throw base::Fault(error.what());
    }
}

CopiedFile copy_place(Installation& store, const Place& place, const fs::path& directory) {
    CopiedFile file{path_in_backup(place), place, 0, {}};
    const auto path = directory / file.path;
    store.write_portable(place, path.string());
    finish_portable(path.string(), scope_of(place));
    file.bytes = static_cast<std::int64_t>(fs::file_size(path));
    file.hash = hash_of_file(path);
    return file;
}

void load_place(Installation& store, const CopiedFile& file, const fs::path& directory) {
    // Brought to the newest schema as a SQLite file, beside the key file, before either engine takes it over.
    const auto adopted = store.location().directory + "/restore.sqlite";
    fs::copy_file(directory / file.path, adopted, fs::copy_options::overwrite_existing);
    adopt_portable(adopted, scope_of(file.place));
    store.read_portable(file.place, adopted);
    fs::remove(adopted);
}

BackupSummary back_up(Installation& store, const std::string& directory, const OnProgress& on_progress) {
    if (fs::exists(directory) && !fs::is_empty(directory)) throw base::Fault(fmt::format("{} is not empty", directory));
    fs::create_directories(fs::path(directory) / "rooms");
    fs::permissions(directory, fs::perms::owner_all);

    // The lobby first: a room made meanwhile is copied without being listed, which does no harm; the other way round
    // does.
    std::vector<Place> places{Place{}};
    Manifest manifest{base::Instant::now(), schema_hash(), {copy_place(store, {}, directory)}};
    for (const auto room : store.rooms()) places.push_back(room);
    const int all = static_cast<int>(places.size());
    on_progress("lobby", 1, all);
    for (int at = 1; at < all; ++at) {
        manifest.files.push_back(copy_place(store, places[static_cast<std::size_t>(at)], directory));
        on_progress(manifest.files.back().path, at + 1, all);
    }
    sync_path((fs::path(directory) / "rooms").string());
    write_manifest(directory, manifest);
    return summary_of(manifest);
}

Manifest read_whole(const fs::path& directory) {
    auto manifest = read_manifest(directory);
    for (const auto& file : manifest.files) check_file(directory, file);
    return manifest;
}

BackupSummary restore_files(const std::string& directory, const Location& where, const OnProgress& on_progress) {
    const auto manifest = read_whole(directory);
    const auto store = where.engine == Engine::sqlite ? empty_sqlite(where) : empty_postgresql(where);
    {
        SqliteConnection lobby((fs::path(directory) / path_in_backup({})).string(), SqliteConnection::Mode::read);
        check_no_newer(lobby);
        store->check_key(lobby);
    }
    // The lobby last: an installation whose restore was cut off has none, so nothing opens it.
    const int all = static_cast<int>(manifest.files.size());
    for (int at = 1; at < all; ++at) {
        const auto& file = manifest.files[static_cast<std::size_t>(at)];
        load_place(*store, file, directory);
        on_progress(file.path, at, all);
    }
    load_place(*store, manifest.files.front(), directory);
    on_progress("lobby", all, all);
    return summary_of(manifest);
}

}  // namespace

BackupSummary backup(Store& store, const std::string& directory, const OnProgress& on_progress) {
    return with_files([&] { return back_up(as_installation(store), directory, on_progress); });
}

BackupSummary restore(const std::string& directory, const Location& where, const OnProgress& on_progress) {
    return with_files([&] { return restore_files(directory, where, on_progress); });
}

BackupSummary check_backup(const std::string& directory) {
    return with_files([&] { return summary_of(read_whole(directory)); });
}

void export_room(Store& store, RoomId room, const std::string& file) {
    with_files([&] {
        if (fs::exists(file)) throw base::Fault(fmt::format("{} is there already", file));
        as_installation(store).write_portable(room, file);
        finish_portable(file, Scope::room);
    });
}

}  // namespace samrum::store
