// Calendars: any text comes through as whole lines of at most 75 octets.
#include "foundation/document/calendar.hpp"

#include "foundation/base/text.hpp"
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum;
    const std::string text(fuzz_text(data, size));
    if (!base::is_utf8(text)) return 0;
    const std::string file = document::icalendar(
        {.name = text, .events = {{.uid = "1", .title = text, .description = text, .location = text}}});
    for (std::size_t from = 0; from < file.size();) {
        const auto end = file.find("\r\n", from);
        hold(end != std::string::npos && end > from && end - from <= 75);
        from = end + 2;
    }
    return 0;
}
