// Form fields and queries: what was read can be written, and reads the same again; which rows a list shows stays within
// bounds.
#include "foundation/base/text.hpp"
#include "foundation/web/http.hpp"
#include "foundation/web/table.hpp"
#include "fuzz.hpp"

#include <array>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::web;
    const auto fields = Fields::parse(fuzz_text(data, size));
    if (!fields) return 0;
    const std::string encoded = fields->encoded();
    hold(samrum::base::is_utf8(encoded));
    const auto again = Fields::parse(encoded);
    hold(static_cast<bool>(again));
    hold(again->all() == fields->all());
    const std::array columns{Column{.label = "A", .key = "a"}, Column{.label = "B"}};
    const ListView view = list_view(*fields, columns);
    hold(view.page >= 1 && view.offset() >= 0 && (view.sort.empty() || view.sort == "a"));
    return 0;
}
