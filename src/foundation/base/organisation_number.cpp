#include "foundation/base/organisation_number.hpp"

#include "foundation/base/readable.hpp"
#include "foundation/base/text.hpp"

namespace samrum::base {
namespace {

/// The Luhn sum of ten digits, from the left with weights 2 1 2 1 …; 0 modulo 10 when the check digit is right.
int luhn_sum(std::string_view digits) {
    int sum = 0;
    int weight = 2;
    for (const char c : digits) {
        const int product = (c - '0') * weight;
        sum += product / 10 + product % 10;
        weight = 3 - weight;
    }
    return sum;
}

}  // namespace

Result<OrganisationNumber> OrganisationNumber::parse(std::string_view text) {
    std::string digits = trim(text);
    const MessageArgs args{{"text", readable_text(text, 60)}};
    if (digits.size() == 11 && digits[6] == '-') digits.erase(6, 1);
    if (digits.size() != 10 || digits.find_first_not_of("0123456789") != std::string::npos)
        return problem("", "base.organisation_number.unreadable", args);
    if (digits[2] < '2') return problem("", "base.organisation_number.personal");
    if (luhn_sum(digits) % 10 != 0) return problem("", "base.organisation_number.check_digit", args);
    return OrganisationNumber{digits.substr(0, 6) + "-" + digits.substr(6)};
}

}  // namespace samrum::base
