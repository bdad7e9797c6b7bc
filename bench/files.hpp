#pragma once
#include "foundation/base/ensure.hpp"

#include <fstream>
#include <sstream>
#include <string>

namespace samrum::bench {

/// The bytes of a file. A Fault when it cannot be read.
inline std::string content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw base::Fault("cannot read " + path);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

}  // namespace samrum::bench
