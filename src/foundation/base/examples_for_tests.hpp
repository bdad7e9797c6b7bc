#pragma once
#include "foundation/base/embedded.hpp"
#include "foundation/base/ensure.hpp"

#include <span>
#include <string>
#include <string_view>

std::span<const samrum::base::EmbeddedFile> samrum_test_examples();

namespace samrum::base {

/// An example or document of the repository as the test binary holds it, "examples/lund/radrum-2019.toml".
inline std::string example(std::string_view path) {
    for (const EmbeddedFile& file : samrum_test_examples())
        if (file.path == path) return std::string(file.bytes);
    ensure(false, "the test names a file that is embedded");
    return "";
}

}  // namespace samrum::base
