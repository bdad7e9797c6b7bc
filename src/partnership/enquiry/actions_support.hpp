#pragma once
#include "foundation/module/call.hpp"
#include "partnership/enquiry/rules_limits.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The register of support of minor importance (de minimis), and the limits that the body counts with.
namespace samrum::partnership::enquiry {

/// The limits of the room: its own newest version, else those that come with the program. Open to anybody.
Limits limits_of(store::Reader& room);
/// The file as it stands, to be edited: the room's own or the shipped one.
std::string limits_file_of(store::Reader& room);
/// Keeps a version of the room's own; earlier ones stay. Needs kHandleEnquiries. Problems of read_limits, in the field
/// "content", each with its line.
base::Result<int> keep_limits(store::Session& room, const module::Caller& caller, base::Date today,
                              std::string_view content);

/// Notes support in the register. The organisation is one of the directory. Needs kHandleEnquiries. Problems of
/// judge_support, all at once.
base::Result<SupportId> note_support(store::Session& room, store::Reader& lobby, const module::Caller& caller,
                                     base::Date today, const SupportInput& input);
/// Takes a line out of the sum, with why; it stays to be read. Needs kHandleEnquiries.
base::Result<base::Done> cancel_support(store::Session& room, const module::Caller& caller, base::Date today,
                                        SupportId id, std::string_view typed);

/// Of one organisation: its lines, the latest first, and what room there is left under each regulation.
struct SupportedOrganisation {
    base::Uuid organisation;
    std::string name;
    std::vector<Support> lines;
    std::vector<std::pair<std::string, Window>> windows;  ///< regulation → window
};
/// Every organisation of the register by name. Needs kHandleEnquiries; empty for others.
std::vector<SupportedOrganisation> supported_organisations(store::Reader& room, const module::Caller& caller,
                                                           base::Date day);
std::optional<SupportedOrganisation> supported_organisation(store::Reader& room, const module::Caller& caller,
                                                            const base::Uuid& organisation, base::Date day);

}  // namespace samrum::partnership::enquiry
