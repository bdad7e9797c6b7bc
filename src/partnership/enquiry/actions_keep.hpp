#pragma once
#include "foundation/module/module.hpp"

#include <cstdint>
#include <string>

/// What the room holds about whoever asked, and for how long.
namespace samrum::partnership::enquiry {

/// Removes the contacts of enquiries that were closed kContactKeptMonths ago, or that nobody closed in
/// kOpenContactKeptMonths. The enquiry stays: it is a public document.
std::int64_t remove_old_contacts(store::Transaction& room, base::Date today);

/// GDPR art. 15 and 17: of a person of the room, the enquiries that they are the contact of.
std::string extract_contact(store::Reader& room, const base::Uuid& person);
/// Takes the person off their enquiries; the directory erases the person.
std::int64_t erase_contact(store::Transaction& room, const base::Uuid& person);

/// An enquiry that waits for its first answer is due so many days after it came in: our own aim, no duty of law (FL
/// 6 §, service).
inline constexpr int kAnswerWithinDays = 10;
std::vector<module::Duty> answer_duties(store::Reader& room, base::Date today);

}  // namespace samrum::partnership::enquiry
