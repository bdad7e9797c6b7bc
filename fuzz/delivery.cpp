// Deliveries as they come from another room: whatever comes in, a problem comes out or a genuine delivery that is
// written and read the same.
#include "fuzz.hpp"
#include "partnership/agreement/files_delivery.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::partnership::agreement;
    const auto delivery = read_delivery(fuzz_text(data, size));
    if (!delivery) {
        hold(!delivery.problems().empty());
        return 0;
    }
    const std::string written = write_delivery(*delivery);
    const auto again = read_delivery(written);
    hold(again && write_delivery(*again) == written);
    return 0;
}
