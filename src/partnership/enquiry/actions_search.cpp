#include "partnership/enquiry/actions_search.hpp"

#include "partnership/enquiry/actions_read.hpp"

namespace samrum::partnership::enquiry {
namespace {

std::vector<module::SearchEntry> look_up_enquiries(module::Call& call, std::string_view typed, std::size_t limit) {
    std::vector<module::SearchEntry> found;
    EnquiryQuery query;
    query.search = typed;
    query.limit = limit;
    for (const Enquiry& one : search_enquiries(call.room(), call.caller, query).enquiries)
        found.push_back({.link = "/enquiries/" + one.id.text(),
                         .title = one.number() + " " + one.organisation,
                         .text = one.what,
                         .day = one.received});
    return found;
}

}  // namespace

module::SearchSource enquiry_search() {
    return {.kind = "enquiry", .told_by = {}, .find = look_up_enquiries};
}

}  // namespace samrum::partnership::enquiry
