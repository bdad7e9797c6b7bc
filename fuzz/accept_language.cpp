// Accept-Language, and a language that is asked for by name: the answer is always one of ours.
#include "foundation/text/words.hpp"
#include "fuzz.hpp"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::text;
    static const auto catalogues = Catalogues::load(embedded_messages());
    static const auto ours = catalogues->languages();
    const std::string_view header = fuzz_text(data, size);
    const std::string chosen(catalogues->negotiate(header).language());
    hold(std::find(ours.begin(), ours.end(), chosen) != ours.end());
    // What stands first with full weight is what is given.
    hold(catalogues->negotiate("en, " + std::string(header)).language() == "en");
    (void)catalogues->words(header);
    return 0;
}
