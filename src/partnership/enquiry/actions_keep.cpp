#include "partnership/enquiry/actions_keep.hpp"

#include "directory/actions_slices.hpp"
#include "partnership/enquiry/repository.hpp"
#include "partnership/enquiry/rules_enquiry.hpp"

#include <nlohmann/json.hpp>

namespace samrum::partnership::enquiry {

std::int64_t remove_old_contacts(store::Transaction& room, base::Date today) {
    const store::Actor house{"system", "Samrum"};
    std::int64_t removed = 0;
    for (Enquiry& one : load_enquiries(room)) {
        if (!one.contact) continue;
        const base::Date kept = one.closed_on ? one.closed_on->plus_months(kContactKeptMonths)
                                              : one.received.plus_months(kOpenContactKeptMonths);
        if (kept > today) continue;
        const directory::PersonAliasId person{*one.contact};
        one.contact.reset();
        if (!update_enquiry(room, one)) continue;
        directory::remove_person(room, house, person, "retention");
        ++removed;
    }
    return removed;
}

std::string extract_contact(store::Reader& room, const base::Uuid& person) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const Enquiry& one : load_enquiries_of_contact(room, person)) {
        nlohmann::ordered_json letters = nlohmann::ordered_json::array();
        for (const Letter& letter : load_letters(room, one.id))
            letters.push_back({{"on", letter.on.iso()}, {"from_body", letter.from_body}, {"text", letter.text}});
        all.push_back({{"number", one.number()},
                       {"received", one.received.iso()},
                       {"organisation", one.organisation},
                       {"what", one.what},
                       {"letters", letters}});
    }
    return all.dump();
}

std::int64_t erase_contact(store::Transaction& room, const base::Uuid& person) {
    std::int64_t erased = 0;
    for (Enquiry& one : load_enquiries_of_contact(room, person)) {
        one.contact.reset();
        if (update_enquiry(room, one)) ++erased;
    }
    return erased;
}

std::vector<module::Duty> answer_duties(store::Reader& room, base::Date) {
    std::vector<module::Duty> duties;
    for (const Enquiry& one : load_enquiries(room)) {
        if (one.state != State::received) continue;
        const base::Date due = one.received.plus_days(kAnswerWithinDays);
        duties.push_back(
            {"enquiry/" + one.id.text() + "/answer/" + due.iso(),
             {"partnership.enquiry.duty.answer", {{"number", one.number()}, {"organisation", one.organisation}}},
             due,
             {},
             module::Role::officer,
             "/enquiries/" + one.id.text()});
    }
    return duties;
}

}  // namespace samrum::partnership::enquiry
