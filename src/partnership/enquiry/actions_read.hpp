#pragma once
#include "foundation/module/call.hpp"
#include "partnership/enquiry/model.hpp"
#include "partnership/enquiry/rules_enquiry.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What is read of enquiries. Each function looks at who asks; what is open to anybody says so.
namespace samrum::partnership::enquiry {

/// May the caller handle the room's enquiries?
bool may_handle(const module::Caller& caller);

/// Is the guide open to anybody?
bool is_guide_open(store::Reader& room, base::Date today);
/// What the body says of itself there. Open to anybody.
std::string guide_about(store::Reader& room);

/// An enquiry by its id. Needs kHandleEnquiries; nothing for others.
std::optional<Enquiry> find_enquiry(store::Reader& room, const module::Caller& caller, EnquiryId id);
/// For other rooms of the slice that have judged who asks.
std::optional<Enquiry> find_enquiry(store::Reader& room, EnquiryId id);
/// Every enquiry of the room, the latest first. Needs kHandleEnquiries; nothing for others.
std::vector<Enquiry> list_enquiries(store::Reader& room, const module::Caller& caller);

struct EnquiryQuery {
    std::string search = {};          ///< words of the organisation, the number or the text, folded
    std::optional<State> state = {};  ///< nothing: every state
    bool only_open = false;
    std::string sort = "received";  ///< "received", "number", "organisation", "state"
    bool descending = true;
    std::size_t offset = 0;
    std::size_t limit = 50;
};
struct EnquiryPage {
    std::vector<Enquiry> enquiries;
    std::size_t total = 0;
};
/// Those that the query asks for. Needs kHandleEnquiries; empty for others.
EnquiryPage search_enquiries(store::Reader& room, const module::Caller& caller, const EnquiryQuery& query);

/// An enquiry with its letters and its contact as the officer may see it.
struct SeenEnquiry {
    Enquiry enquiry;
    std::vector<Letter> letters;
    std::string contact_name;  ///< empty: none was given, or it is protected
    std::string contact_email;
    std::string contact_phone;
};
/// The contact goes through directory's audited call, so this writes to the journal.
std::optional<SeenEnquiry> see_enquiry(store::Session& room, const module::Caller& caller, EnquiryId id);

/// Open to who holds the secret: the enquiry and its letters, without the contact.
struct OwnEnquiry {
    Enquiry enquiry;
    std::vector<Letter> letters;
};
std::optional<OwnEnquiry> enquiry_of_link(store::Reader& room, std::string_view secret);

/// Open: counts per year and outcome, the latest year first. No names.
std::vector<YearCount> public_log(store::Reader& room);

}  // namespace samrum::partnership::enquiry
