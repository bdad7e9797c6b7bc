// Values that people type into a field or a file: what is read is written in one way, and that reads the same again.
#include "foundation/base/date.hpp"
#include "foundation/base/email_address.hpp"
#include "foundation/base/id.hpp"
#include "foundation/base/money.hpp"
#include "foundation/base/organisation_number.hpp"
#include "fuzz.hpp"

using namespace samrum::base;

namespace {

template <class T>
void same_again(std::string_view typed, std::string (*write)(const T&)) {
    const auto value = T::parse(typed);
    if (!value) {
        hold(!value.problems().empty());
        return;
    }
    const std::string written = write(*value);
    hold(written.find_first_of("\r\n \t") == std::string::npos);
    const auto again = T::parse(written);
    hold(again && *again == *value);
}

/// Öre with a decimal comma, as Money reads them.
std::string kronor(const Money& money) {
    const std::int64_t ore = money.ore < 0 ? -money.ore : money.ore;
    return (money.ore < 0 ? "-" : "") + std::to_string(ore / 100) + (ore % 100 < 10 ? ",0" : ",") +
           std::to_string(ore % 100);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view typed = fuzz_text(data, size);
    same_again<Date>(typed, [](const Date& day) { return day.iso(); });
    same_again<ClockTime>(typed, [](const ClockTime& time) { return time.iso(); });
    same_again<Money>(typed, kronor);
    same_again<Uuid>(typed, [](const Uuid& id) { return id.text(); });
    same_again<OrganisationNumber>(typed, [](const OrganisationNumber& number) { return number.text(); });
    same_again<EmailAddress>(typed, [](const EmailAddress& address) { return address.text(); });
    return 0;
}
