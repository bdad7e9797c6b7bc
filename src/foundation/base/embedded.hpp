#pragma once
#include <span>
#include <string_view>
#include <vector>

namespace samrum::base {

/// A file that the build put into the binary (migrations, messages, assets, the Lund case).
struct EmbeddedFile {
    std::string_view path;  ///< relative to the folder it was embedded from
    std::string_view bytes;
};

}  // namespace samrum::base
