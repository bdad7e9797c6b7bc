#include "partnership/enquiry/actions_read.hpp"

#include "directory/actions_person.hpp"
#include "directory/actions_slices.hpp"
#include "directory/rules_token.hpp"
#include "foundation/text/words.hpp"
#include "partnership/enquiry/model_permissions.hpp"
#include "partnership/enquiry/repository.hpp"

#include <algorithm>
#include <sstream>

namespace samrum::partnership::enquiry {
namespace {

/// Does it hold every word that is searched for, in what people remember of it?
bool finds(const Enquiry& one, const std::string& folded_search) {
    const std::string in = text::folded(one.organisation + " " + one.number() + " " + one.what);
    std::istringstream words(folded_search);
    for (std::string word; words >> word;)
        if (in.find(word) == std::string::npos) return false;
    return true;
}

void sort_by(std::vector<Enquiry>& all, const EnquiryQuery& query) {
    // They come the latest first, so equals keep that order.
    if (query.sort == "organisation")
        std::ranges::stable_sort(all, {}, [](const Enquiry& one) { return text::sort_key(one.organisation); });
    else if (query.sort == "state")
        std::ranges::stable_sort(all, {}, &Enquiry::state);
    else if (query.sort == "number")
        std::ranges::stable_sort(all, {}, [](const Enquiry& one) { return std::pair(one.year, one.serial); });
    else
        std::ranges::stable_sort(all, {}, [](const Enquiry& one) { return std::pair(one.received, one.serial); });
    if (query.descending) std::ranges::reverse(all);
}

}  // namespace

bool may_handle(const module::Caller& caller) {
    return module::may_for(caller, kHandleEnquiries, caller.room_organisation);
}

bool is_guide_open(store::Reader& room, base::Date) {
    return load_setting(room).is_open;
}
std::string guide_about(store::Reader& room) {
    return load_setting(room).about;
}

std::optional<Enquiry> find_enquiry(store::Reader& room, const module::Caller& caller, EnquiryId id) {
    return may_handle(caller) ? load_enquiry(room, id) : std::nullopt;
}
std::optional<Enquiry> find_enquiry(store::Reader& room, EnquiryId id) {
    return load_enquiry(room, id);
}
std::vector<Enquiry> list_enquiries(store::Reader& room, const module::Caller& caller) {
    return may_handle(caller) ? load_enquiries(room) : std::vector<Enquiry>();
}

EnquiryPage search_enquiries(store::Reader& room, const module::Caller& caller, const EnquiryQuery& query) {
    auto all = list_enquiries(room, caller);
    const std::string search = text::folded(query.search);
    std::erase_if(all, [&](const Enquiry& one) {
        return (query.state && one.state != *query.state) || (query.only_open && !one.is_open()) || !finds(one, search);
    });
    sort_by(all, query);
    EnquiryPage page{{}, all.size()};
    const std::size_t first = std::min(query.offset, all.size());
    const std::size_t last = std::min(all.size(), first + query.limit);
    page.enquiries.assign(all.begin() + static_cast<std::ptrdiff_t>(first),
                          all.begin() + static_cast<std::ptrdiff_t>(last));
    return page;
}

std::optional<SeenEnquiry> see_enquiry(store::Session& room, const module::Caller& caller, EnquiryId id) {
    const auto one = find_enquiry(room, caller, id);
    if (!one) return std::nullopt;
    SeenEnquiry seen{*one, load_letters(room, id), {}, {}, {}};
    if (!one->contact) return seen;
    const directory::PersonAliasId person{*one->contact};
    const auto names = directory::names_for(room, caller, "enquiry", {person});
    const auto known = names.find(person);
    if (known == names.end()) return seen;
    seen.contact_name = known->second;
    if (const auto view = directory::view_for_oneself(room, person)) {
        seen.contact_email = view->email;
        seen.contact_phone = view->phone;
    }
    return seen;
}

std::optional<OwnEnquiry> enquiry_of_link(store::Reader& room, std::string_view secret) {
    const auto one = load_enquiry_of_secret(room, directory::token_hash(secret));
    if (!one) return std::nullopt;
    return OwnEnquiry{*one, load_letters(room, one->id)};
}

std::vector<YearCount> public_log(store::Reader& room) {
    return count_by_year(load_enquiries(room));
}

}  // namespace samrum::partnership::enquiry
