#include "foundation/store/backup.hpp"

#include "foundation/store/files.hpp"
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

base::Result<Manifest> read_manifest(const fs::path& directory) {
    std::ifstream file(directory / kManifest);
    if (!file) return base::problem("", "store.backup.unfinished", {{"where", directory.string()}});
    std::stringstream text;
    text << file.rdbuf();
    return parse_manifest(text.str());
}

/// The file is there and as it was written.
base::Problems judge_file(const fs::path& directory, const CopiedFile& file) {
    const auto path = directory / file.path;
    if (!fs::exists(path)) return {base::problem("", "store.backup.file_missing", {{"file", file.path}})};
    const bool is_whole =
        static_cast<std::int64_t>(fs::file_size(path)) == file.bytes && hash_of_file(path) == file.hash;
    if (!is_whole) return {base::problem("", "store.backup.file_damaged", {{"file", file.path}})};
    return {};
}

BackupSummary summary_of(const Manifest& manifest) {
    BackupSummary summary{manifest.made, static_cast<int>(manifest.files.size()) - 1, 0, manifest.schema};
    for (const auto& file : manifest.files) summary.bytes += file.bytes;
    return summary;
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

base::Result<BackupSummary> back_up(Installation& store, const std::string& directory, const OnProgress& on_progress) {
    if (fs::exists(directory) && !fs::is_empty(directory))
        return base::problem("", "store.backup.not_empty", {{"where", directory}});
    fs::create_directories(fs::path(directory) / "rooms");
    fs::permissions(directory, fs::perms::owner_all);

    // The lobby first: a room made meanwhile is copied without being listed, which does no harm; the other way round
    // does.
    std::vector<Place> places{Place{}};
    Manifest manifest{base::Instant::now(), schema_hash(), {copy_place(store, {}, directory)}};
    for (const auto room : store.rooms()) places.push_back(room);
    const int all = static_cast<int>(places.size());
    on_progress(std::nullopt, 1, all);
    for (int at = 1; at < all; ++at) {
        manifest.files.push_back(copy_place(store, places[static_cast<std::size_t>(at)], directory));
        on_progress(manifest.files.back().place, at + 1, all);
    }
    sync_path((fs::path(directory) / "rooms").string());
    write_manifest(directory, manifest);
    return summary_of(manifest);
}

base::Result<Manifest> read_whole(const fs::path& directory) {
    auto manifest = read_manifest(directory);
    if (!manifest) return manifest;
    base::ProblemList problems;
    for (const auto& file : manifest->files) problems.add(judge_file(directory, file));
    if (!problems.empty()) return problems.all();
    return manifest;
}

/// Do the key file and this program's schema fit the lobby of a whole backup?
base::Problems judge_lobby(const fs::path& directory, const Location& where, const Secrets& secrets) {
    SqliteConnection lobby((directory / path_in_backup({})).string(), SqliteConnection::Mode::read);
    base::ProblemList problems;
    if (const auto unknown = unknown_migration(lobby)) problems.add({"", *unknown, std::nullopt});
    if (!Installation::key_fits(secrets, lobby))
        problems.add(base::problem("", "store.key.of_another", {{"where", where.directory}}));
    return problems.all();
}

base::Result<BackupSummary> restore_files(const std::string& directory, const Location& where,
                                          const OnProgress& on_progress) {
    const auto manifest = read_whole(directory);
    const auto secrets = Secrets::read(where.directory);
    base::ProblemList problems;
    problems.add(manifest.problems());
    problems.add(secrets.problems());
    problems.add(judge_new(where));
    if (manifest && secrets) problems.add(judge_lobby(directory, where, *secrets));
    if (!problems.empty()) return problems.all();

    make_place(where);
    const auto store = bare_installation(where, *secrets);
    // The lobby last: an installation whose restore was cut off has none, so nothing opens it.
    const int all = static_cast<int>(manifest->files.size());
    for (int at = 1; at < all; ++at) {
        const auto& file = manifest->files[static_cast<std::size_t>(at)];
        load_place(*store, file, directory);
        on_progress(file.place, at, all);
    }
    load_place(*store, manifest->files.front(), directory);
    on_progress(std::nullopt, all, all);
    return summary_of(*manifest);
}

/// Reads a lobby file that belongs to no store.
class LobbyFile final : public Reader {
  public:
    explicit LobbyFile(const std::string& path) : file_(path, SqliteConnection::Mode::read) {}
    Engine engine() const override { return Engine::sqlite; }
    std::optional<RoomId> place() const override { return std::nullopt; }
    const Secrets& secrets() const override { throw base::Bug("a backup has no key file"); }
    void each(const Statement& sql, const std::vector<Value>& args, const OnRow& on_row) override {
        file_.query(sql, args, on_row);
    }

  private:
    SqliteConnection file_;
};

}  // namespace

base::Result<BackupSummary> backup(Store& store, const std::string& directory, const OnProgress& on_progress) {
    return with_files([&] { return back_up(as_installation(store), directory, on_progress); });
}

base::Result<BackupSummary> restore(const std::string& directory, const Location& where,
                                    const OnProgress& on_progress) {
    return with_files([&] { return restore_files(directory, where, on_progress); });
}

base::Result<BackupSummary> check_backup(const std::string& directory) {
    return with_files([&]() -> base::Result<BackupSummary> {
        const auto manifest = read_whole(directory);
        if (!manifest) return manifest.problems();
        return summary_of(*manifest);
    });
}

void read_backed_up_lobby(const std::string& directory, const std::function<void(Reader&)>& read) {
    LobbyFile lobby((fs::path(directory) / path_in_backup({})).string());
    read(lobby);
}

base::Result<base::Done> export_room(Store& store, RoomId room, const std::string& file) {
    return with_files([&]() -> base::Result<base::Done> {
        if (fs::exists(file)) return base::problem("", "store.export.there_already", {{"file", file}});
        ensure_can_make(file);
        as_installation(store).write_portable(room, file);
        finish_portable(file, Scope::room);
        return base::Done{};
    });
}

}  // namespace samrum::store
