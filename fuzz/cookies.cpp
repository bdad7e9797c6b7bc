// Cookies: every one that is read could be sent back as it came.
#include "foundation/web/cookies.hpp"

#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::web;
    std::string header;
    const auto cookies = parse_cookies(fuzz_text(data, size));
    for (const auto& [name, value] : cookies) {
        const std::string line = set_cookie({name, value, 60, true}, true);
        hold(line.find_first_of("\r\n") == std::string::npos);
        header += name + '=' + value + "; ";
    }
    hold(parse_cookies(header) == cookies);
    return 0;
}
