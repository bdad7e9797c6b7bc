// Form fields: what was read can be written, and reads the same again.
#include "foundation/base/text.hpp"
#include "foundation/web/http.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using samrum::web::Fields;
    const auto fields = Fields::parse(fuzz_text(data, size));
    if (!fields) return 0;
    const std::string encoded = fields->encoded();
    hold(samrum::base::is_utf8(encoded));
    const auto again = Fields::parse(encoded);
    hold(static_cast<bool>(again));
    hold(again->all() == fields->all());
    return 0;
}
