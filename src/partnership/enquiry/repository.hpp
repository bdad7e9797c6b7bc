#pragma once
#include "foundation/store/store.hpp"
#include "partnership/enquiry/model_guide.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::partnership::enquiry {

/// The latest first.
std::vector<Enquiry> load_enquiries(store::Reader& room);
std::optional<Enquiry> load_enquiry(store::Reader& room, EnquiryId id);
std::optional<Enquiry> load_enquiry_of_secret(store::Reader& room, const store::Bytes& hash);
std::vector<Enquiry> load_enquiries_of_contact(store::Reader& room, const base::Uuid& person);
std::int64_t count_received_on(store::Reader& room, base::Date day);
/// The last serial of a year; 0: none yet.
int last_serial(store::Reader& room, int year);
void insert_enquiry(store::Transaction& tx, const Enquiry& one, const store::Bytes& secret_hash);
/// State, days, outcome and contact. False when somebody changed it meanwhile.
bool update_enquiry(store::Transaction& tx, const Enquiry& one);

std::vector<Letter> load_letters(store::Reader& room, EnquiryId id);
void insert_letter(store::Transaction& tx, EnquiryId id, const Letter& letter);

/// How the room keeps its guide.
struct GuideSetting {
    bool is_open = false;
    std::string about;  ///< who answers and how else to reach them; Markdown, may be empty
    std::int64_t revision = 0;
};
GuideSetting load_setting(store::Reader& room);
/// False when somebody changed it meanwhile.
bool save_setting(store::Transaction& tx, const GuideSetting& one);

/// The body's own limits, the newest version; nothing: it keeps none.
struct KeptLimits {
    int version = 0;
    std::string content;
    base::Date kept_on;
    std::string kept_by;
};
std::optional<KeptLimits> load_kept_limits(store::Reader& room);
void insert_kept_limits(store::Transaction& tx, const KeptLimits& one);

/// All of the register, the latest grant first.
std::vector<Support> load_supports(store::Reader& room);
std::vector<Support> load_supports_of(store::Reader& room, const base::Uuid& organisation);
void insert_support(store::Transaction& tx, const Support& one);
/// False when somebody cancelled it meanwhile.
bool cancel_support_row(store::Transaction& tx, SupportId id, base::Date on, const std::string& why);

}  // namespace samrum::partnership::enquiry
