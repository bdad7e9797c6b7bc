// Names folded for search and keyed for order: folding twice changes nothing, and equal texts have equal keys.
#include "foundation/base/text.hpp"
#include "foundation/text/words.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view name = fuzz_text(data, size);
    if (!samrum::base::is_utf8(name)) return 0;
    const std::string once = samrum::text::folded(name);
    hold(samrum::base::is_utf8(once) || once.empty());
    hold(samrum::text::folded(once) == once);
    hold(!once.starts_with(' ') && !once.ends_with(' ') && once.find("  ") == std::string::npos);
    hold(samrum::text::sort_key(name) == samrum::text::sort_key(std::string(name)));
    return 0;
}
