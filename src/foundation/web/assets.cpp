#include "foundation/web/assets.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/web/gzip.hpp"

#include <array>
#include <sodium.h>
#include <utility>

std::span<const samrum::base::EmbeddedFile> samrum_assets();  // made by samrum_embed

namespace samrum::web {
namespace {

constexpr std::string_view kPrefix = "/assets/";

/// The first eight bytes of a SHA-256 in hex; tools/assets.mjs writes the same one into the addresses of the fonts.
std::string content_hash(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::array<char, 2 * 8 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), 8);
    return hex.data();
}

/// "fonts/inter.woff2", "1f0c" → "/assets/fonts/inter.1f0c.woff2"
std::string with_hash(std::string_view name, const std::string& hash) {
    std::size_t dot = name.rfind('.');
    const std::size_t slash = name.rfind('/');
    if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) dot = name.size();
    return std::string(kPrefix) + std::string(name.substr(0, dot)) + '.' + hash + std::string(name.substr(dot));
}

}  // namespace

Assets::Assets(std::span<const base::EmbeddedFile> files) {
    for (const base::EmbeddedFile& file : files) {
        const std::string hash = content_hash(file.bytes);
        Asset made{file.bytes, "", std::string(content_type_of(file.path)), '"' + hash + '"',
                   with_hash(file.path, hash)};
        if (is_compressible(made.content_type)) made.gzip = gzipped(file.bytes, 9);
        if (made.gzip.size() >= file.bytes.size()) made.gzip.clear();
        const auto [at, is_new] = by_name_.emplace(file.path, std::move(made));
        base::ensure(is_new, "an asset is embedded once");
        by_hashed_path_.emplace(at->second.hashed_path, &at->second);
    }
}

const std::string& Assets::path(std::string_view name) const {
    const auto found = by_name_.find(name);
    base::ensure(found != by_name_.end(), "an asset that a page names is embedded");
    return found->second.hashed_path;
}

Assets::Found Assets::find(std::string_view path) const {
    if (const auto hashed = by_hashed_path_.find(path); hashed != by_hashed_path_.end()) return {hashed->second, true};
    if (!path.starts_with(kPrefix)) return {};
    const auto plain = by_name_.find(path.substr(kPrefix.size()));
    return plain == by_name_.end() ? Found{} : Found{&plain->second, false};
}

std::string_view content_type_of(std::string_view filename) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kTypes{{
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".json", "application/json"},
        {".map", "application/json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
        {".html", "text/html; charset=utf-8"},
        {".csv", "text/csv; charset=utf-8"},
        {".pdf", "application/pdf"},
        {".webmanifest", "application/manifest+json"},
    }};
    for (const auto& [ending, type] : kTypes)
        if (filename.ends_with(ending)) return type;
    return "application/octet-stream";
}

const Assets& house_assets() {
    static const Assets assets(samrum_assets());
    return assets;
}

const std::string& asset_href(std::string_view name) {
    return house_assets().path(name);
}

}  // namespace samrum::web
