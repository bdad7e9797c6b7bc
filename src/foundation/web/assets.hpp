#pragma once
#include "foundation/base/embedded.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace samrum::web {

/// A file of the page's own: styles, scripts, fonts, icons.
struct Asset {
    std::string_view bytes;
    std::string gzip;  ///< the same, packed at start; empty where packing saves nothing
    std::string content_type;
    std::string etag;         ///< of the plain bytes, quoted
    std::string hashed_path;  ///< "/assets/app.1f0c….css": may be kept for ever
};

/// The embedded files below /assets/. Built once at start, outlives the server; safe for threads.
class Assets {
  public:
    explicit Assets(std::span<const base::EmbeddedFile> files);
    /// "app.css" → "/assets/app.<hash>.css". A name that is not there is a Bug.
    const std::string& path(std::string_view name) const;
    struct Found {
        const Asset* asset = nullptr;
        bool immutable = false;  ///< asked for by its hashed name
    };
    /// The file behind a request path, by hashed or plain name; a null asset when there is none.
    Found find(std::string_view path) const;

  private:
    std::map<std::string, Asset, std::less<>> by_name_;
    std::map<std::string, const Asset*, std::less<>> by_hashed_path_;
};

/// The content type that belongs to the end of a file name; application/octet-stream for unknown ones.
std::string_view content_type_of(std::string_view filename);

/// The files of the bundle that the build put into this program (app.css, app.js, fonts, icon).
const Assets& house_assets();
/// The address of one of them for a page: "/assets/app.<hash>.css". A name that is not there is a Bug.
const std::string& asset_href(std::string_view name);

}  // namespace samrum::web
