#pragma once
#include "foundation/base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace samrum::base {

/// A Swedish organisation number, `NNNNNN-NNNC`, with a right check digit (Luhn) and a third digit of at least 2.
/// A personal identity number has a third digit below 2, so none can be taken for an organisation (L-GDPR-04).
class OrganisationNumber {
  public:
    /// Reads ten digits with or without the hyphen. Problems `base.organisation_number.unreadable`,
    /// `base.organisation_number.personal` and `base.organisation_number.check_digit`.
    static Result<OrganisationNumber> parse(std::string_view text);
    const std::string& text() const { return text_; }
    auto operator<=>(const OrganisationNumber&) const = default;

  private:
    explicit OrganisationNumber(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace samrum::base
