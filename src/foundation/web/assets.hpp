#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace samrum::web {

struct Asset {
    std::string_view bytes;
    std::string_view content_type;
};

/// A file of the bundle in the binary (app.css, app.js, icon.svg), for the route /assets/{file}.
std::optional<Asset> asset(std::string_view file);

/// "/assets/app.css?v=<digest of its bytes>": may be cached for ever, since another content has another address.
const std::string& asset_href(std::string_view file);

}  // namespace samrum::web
