#pragma once
#include "foundation/base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace samrum::base {

/// An address that a letter can be sent to: the plain form of RFC 5321, without comments, quotes or display name, so
/// that nothing in it can begin a new header or command. The domain is in lower case.
class EmailAddress {
  public:
    /// Problems `base.email.missing`, `base.email.unreadable`, and `base.email.not_ascii` for å, ä, ö and their like
    /// (RFC 6531 is not spoken by every mail server).
    static Result<EmailAddress> parse(std::string_view text);
    const std::string& text() const { return text_; }
    std::string_view domain() const { return std::string_view(text_).substr(text_.find('@') + 1); }
    auto operator<=>(const EmailAddress&) const = default;

  private:
    explicit EmailAddress(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

}  // namespace samrum::base
