#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "partnership/enquiry/model.hpp"
#include "partnership/enquiry/rules_enquiry.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What is done with an enquiry: sent by anybody, answered, taken to assessment or closed by an officer.
namespace samrum::partnership::enquiry {

/// More than a body can read in a day is no conversation: the form says so, and who to write to instead.
inline constexpr int kMostADay = 60;

struct Sent {
    EnquiryId id;
    std::string secret;  ///< of the page where whoever asked can follow it; told once, stored hashed
};
/// Logs an enquiry with what was answered in the guide. Open to anybody. Contact details, where any are given, make a
/// person of the room who can be extracted and erased. Problems: those of judge_enquiry and of a person's details, all
/// at once; `partnership.enquiry.too_many` when the room has had kMostADay today.
base::Result<Sent> send_enquiry(store::Session& room, base::Date today, const EnquiryInput& typed,
                                std::string_view language);

/// Answers it: the letter stands on the page of whoever asked, and goes by mail where they gave an address (resolved
/// when it is sent). Needs kHandleEnquiries.
base::Result<base::Done> answer_enquiry(store::Session& room, const module::Caller& caller, base::Date today,
                                        EnquiryId id, std::int64_t revision, std::string_view typed);

/// As typed.
struct ClosingInput {
    std::string outcome;  ///< code; not "withdrawn", which is theirs who asked
    std::string reason;   ///< told to whoever asked
};
/// Closes it with what it came to and why. Needs kHandleEnquiries.
base::Result<base::Done> close_enquiry(store::Session& room, const module::Caller& caller, base::Date today,
                                       EnquiryId id, std::int64_t revision, const ClosingInput& input);

/// Takes it to assessment, within the transaction that makes a case of it: the caller of this has judged who asks.
/// Problems: `partnership.enquiry.unknown`, or `partnership.enquiry.not_now.assess` when it is closed. One that is in
/// assessment already stays there.
base::Result<base::Done> take_to_assessment(store::Transaction& tx, const store::Actor& who, base::Date today,
                                            EnquiryId id);
/// The same by itself, from the officer's page. Needs kHandleEnquiries.
base::Result<base::Done> take_to_assessment(store::Session& room, const module::Caller& caller, base::Date today,
                                            EnquiryId id);
/// The case that it led to has come to its end: closes the enquiry with that outcome and reason, within the
/// transaction that ends the case. Nothing happens when it is closed already.
void close_from_case(store::Transaction& tx, const store::Actor& who, base::Date today, EnquiryId id, Outcome outcome,
                     std::string_view reason);
/// That case is taken up again: so is the enquiry, and whoever asked is told. One that they took back themselves stays
/// closed.
void reopen_from_case(store::Transaction& tx, const store::Actor& who, EnquiryId id);

/// As typed.
struct SettingInput {
    bool is_open = false;
    std::string about;
};
/// Opens the guide to anybody, or shuts it, with what the body says of itself there. Needs kHandleEnquiries.
base::Result<base::Done> set_guide(store::Session& room, const module::Caller& caller, std::int64_t revision,
                                   const SettingInput& input);
struct SeenSetting {
    bool is_open = false;
    std::string about;
    std::int64_t revision = 0;
};
/// Needs kHandleEnquiries; nothing for others.
std::optional<SeenSetting> see_guide_setting(store::Reader& room, const module::Caller& caller);

// Of whoever holds the secret. Problem `partnership.enquiry.unknown` when nobody has it.

/// Writes more. One that was answered waits for an answer again.
base::Result<base::Done> write_more(store::Session& room, base::Date today, std::string_view secret,
                                    std::string_view typed);
/// Takes the enquiry back, and the contact details with it.
base::Result<base::Done> withdraw_enquiry(store::Session& room, base::Date today, std::string_view secret);

}  // namespace samrum::partnership::enquiry
