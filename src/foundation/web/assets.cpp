#include "foundation/web/assets.hpp"

#include <fmt/format.h>

#include <map>
#include <span>

#include "foundation/base/embedded.hpp"
#include "foundation/base/ensure.hpp"

std::span<const samrum::base::EmbeddedFile> samrum_assets();  // made by samrum_embed

namespace samrum::web {
namespace {

std::string_view content_type(std::string_view file) {
    if (file.ends_with(".css")) return "text/css; charset=utf-8";
    if (file.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (file.ends_with(".svg")) return "image/svg+xml";
    if (file.ends_with(".woff2")) return "font/woff2";
    return "application/octet-stream";
}

/// FNV-1a, 64 bits: tells one build's file from another's, guards against nothing.
std::uint64_t digest(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return hash;
}

}  // namespace

std::optional<Asset> asset(std::string_view file) {
    for (const base::EmbeddedFile& one : samrum_assets())
        if (one.path == file) return Asset{one.bytes, content_type(file)};
    return std::nullopt;
}

const std::string& asset_href(std::string_view file) {
    static const std::map<std::string, std::string, std::less<>> hrefs = [] {
        std::map<std::string, std::string, std::less<>> all;
        for (const base::EmbeddedFile& one : samrum_assets())
            all.emplace(one.path, fmt::format("/assets/{}?v={:016x}", one.path, digest(one.bytes)));
        return all;
    }();
    const auto found = hrefs.find(file);
    base::ensure(found != hrefs.end(), "a page links only to assets in the binary");
    return found->second;
}

}  // namespace samrum::web
