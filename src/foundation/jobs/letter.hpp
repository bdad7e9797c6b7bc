#pragma once
#include "foundation/base/date.hpp"
#include "foundation/base/email_address.hpp"

#include <string>
#include <string_view>

namespace samrum::jobs {

/// A letter as mail servers carry it.
struct Letter {
    base::EmailAddress from;
    std::string from_name;  ///< "Samrum"
    base::EmailAddress to;
    std::string subject;
    std::string text;
    std::string id;  ///< unique left of the @ of the Message-ID; the same each time the letter is tried
    base::Instant date;
    std::string calendar = {};  ///< an invitation beside the text, which mail programs offer to answer (RFC 6047)
};

/// The letter as RFC 5322 text: UTF-8 in quoted-printable, encoded words (RFC 2047) where a header is not plain ASCII.
/// Control characters in subject and name become spaces, so nothing in them can begin a header.
std::string write_letter(const Letter& letter);

}  // namespace samrum::jobs
