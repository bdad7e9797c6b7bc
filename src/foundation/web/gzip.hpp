#pragma once
#include <string>
#include <string_view>

namespace samrum::web {

/// `bytes` in gzip format. `level` 1 (quick) to 9 (small).
std::string gzipped(std::string_view bytes, int level);
/// True for types that shrink: text, JSON, scripts, SVG, web manifests.
bool is_compressible(std::string_view content_type);
/// Does an Accept-Encoding header value take gzip (q=0 refuses it)?
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace samrum::web
