#include "foundation/store/manifest.hpp"

#include "foundation/store/secrets.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <set>
#include <sstream>

namespace samrum::store {
namespace {

constexpr std::string_view kFormat = "samrum-backup 1";

/// The lobby, and then each room once.
bool is_in_order(const std::vector<CopiedFile>& files) {
    std::set<Place> seen;
    for (const auto& file : files)
        if (file.place.has_value() == seen.empty() || !seen.insert(file.place).second) return false;
    return true;
}

std::optional<CopiedFile> parse_file(std::istream& line) {
    CopiedFile file;
    line >> file.path >> file.bytes >> file.hash;
    if (!line || file.bytes < 0) return {};
    if (file.path == path_in_backup({})) return file;
    const auto id = RoomId::parse(std::filesystem::path(file.path).stem().string());
    if (!id || file.path != path_in_backup(*id)) return {};
    file.place = *id;
    return file;
}

/// What is written over the hash at the end, when it is that text's; nothing otherwise.
std::optional<std::string_view> sealed_text(std::string_view text) {
    const auto end = text.rfind("end ");
    if (end == std::string_view::npos) return {};
    const auto sealed = text.substr(0, end);
    return text.substr(end) == fmt::format("end {}\n", to_hex(blake2b(sealed))) ? std::optional(sealed) : std::nullopt;
}

}  // namespace

std::string path_in_backup(const Place& place) {
    return place ? "rooms/" + place->text() + ".sqlite" : "lobby.sqlite";
}

std::string text_of(const Manifest& manifest) {
    auto text = fmt::format("{}\nmade {}\nschema {}\nrooms {}\n", kFormat, manifest.made.micros, manifest.schema,
                            manifest.files.size() - 1);
    for (const auto& file : manifest.files) text += fmt::format("file {} {} {}\n", file.path, file.bytes, file.hash);
    return text + fmt::format("end {}\n", to_hex(blake2b(text)));
}

base::Result<Manifest> parse_manifest(std::string_view text) {
    const auto damaged = base::problem("", "store.backup.manifest_damaged");
    const auto sealed = sealed_text(text);
    if (!sealed) return damaged;
    std::istringstream lines{std::string(*sealed)};
    std::string line;
    std::getline(lines, line);
    if (line != kFormat) return base::problem("", "store.backup.other_format");
    Manifest manifest;
    std::size_t rooms = 0;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string word;
        words >> word;
        if (word == "made") words >> manifest.made.micros;
        if (word == "schema") words >> manifest.schema;
        if (word == "rooms") words >> rooms;
        if (word != "file") continue;
        auto file = parse_file(words);
        if (!file) return damaged;
        manifest.files.push_back(std::move(*file));
    }
    const bool is_whole = !manifest.files.empty() && manifest.files.size() - 1 == rooms;
    if (!is_whole || !is_in_order(manifest.files)) return damaged;
    return manifest;
}

}  // namespace samrum::store
