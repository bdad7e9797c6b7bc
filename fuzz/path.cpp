// Paths: what is accepted is normal, and stays as it is when written and read again.
#include "foundation/base/text.hpp"
#include "foundation/web/percent.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::web;
    const auto path = normal_path(fuzz_text(data, size));
    if (!path) return 0;
    hold(path->starts_with('/') && samrum::base::is_utf8(*path));
    hold(path->find("//") == std::string::npos && path->find("/../") == std::string::npos && !path->ends_with("/.."));
    hold(path->find('\\') == std::string::npos && path->find('\n') == std::string::npos);
    std::string encoded;
    for (char c : *path) encoded += c == '/' ? std::string("/") : percent_encoded({&c, 1});
    hold(normal_path(encoded) == path);
    return 0;
}
