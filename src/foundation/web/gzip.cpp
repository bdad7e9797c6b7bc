#include "foundation/web/gzip.hpp"

#include "foundation/base/ensure.hpp"
#include "foundation/base/text.hpp"

#include <algorithm>
#include <zlib.h>

namespace samrum::web {

std::string gzipped(std::string_view bytes, int level) {
    z_stream stream{};
    constexpr int kGzipWindow = 15 + 16;  // 16 asks zlib for the gzip wrapping
    if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw base::Fault("zlib cannot start");
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int end = deflate(&stream, Z_FINISH);
    const auto length = stream.total_out;
    deflateEnd(&stream);
    base::ensure(end == Z_STREAM_END, "deflateBound gave room enough");
    out.resize(length);
    return out;
}

bool is_compressible(std::string_view content_type) {
    const std::string_view type = content_type.substr(0, content_type.find(';'));
    return type.starts_with("text/") || type == "application/json" || type == "application/problem+json" ||
           type == "application/javascript" || type == "application/manifest+json" || type == "image/svg+xml";
}

bool accepts_gzip(std::string_view accept_encoding) {
    for (std::size_t from = 0; from < accept_encoding.size();) {
        const std::size_t to = std::min(accept_encoding.find(',', from), accept_encoding.size());
        const std::string_view one = accept_encoding.substr(from, to - from);
        from = to + 1;
        const std::size_t semicolon = one.find(';');
        const std::string name = base::trim(one.substr(0, semicolon));
        if (name != "gzip" && name != "x-gzip" && name != "*") continue;
        const std::string weight = semicolon == std::string_view::npos ? "" : base::trim(one.substr(semicolon + 1));
        // q=0, q=0.0, q=0.00 and q=0.000 refuse; any other weight accepts.
        return !weight.starts_with("q=0") || weight.find_first_not_of("0.", 2) != std::string::npos;
    }
    return false;
}

}  // namespace samrum::web
