// Registry numbers: a town writes down the shape of its numbers, and every number of that shape reads back in one way.
#include "fuzz.hpp"
#include "registry/model_number.hpp"

#include <string_view>

using namespace samrum::registry;

namespace {

void hold_typed(std::string_view typed) {
    const auto number = typed_number(typed);
    if (!number) {
        hold(!number.problems().empty());
        return;
    }
    hold(!number->empty() && number->find_first_of("\r\n\t") == std::string::npos);
    const auto again = typed_number(*number);
    hold(again && *again == *number);
}

void hold_shape(const NumberTemplate& shape, std::string_view number) {
    for (const std::int64_t ordinal : {1, 9, 10, 89, 12345}) {
        const auto read = shape.read(shape.number(2019, ordinal));
        hold(read && read->ordinal == ordinal && read->year == (shape.has_year() ? 2019 : 0));
    }
    if (const auto read = shape.read(number)) hold(shape.number(read->year, read->ordinal) == number);
}

}  // namespace

// The first line is a shape, the rest a number.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view all = fuzz_text(data, size);
    const auto line = all.substr(0, all.find('\n'));
    const auto number = line.size() < all.size() ? all.substr(line.size() + 1) : std::string_view();
    hold_typed(number);
    const auto shape = NumberTemplate::parse(line);
    if (!shape) {
        hold(!shape.problems().empty());
        return 0;
    }
    const auto again = NumberTemplate::parse(shape->text());
    hold(again && again->text() == shape->text());
    hold_shape(*shape, number);
    return 0;
}
