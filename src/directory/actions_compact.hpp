#pragma once
#include "directory/rules_compact.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/module.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrum::directory {

/// The compacts that a public party's room tells of: open to anybody.
std::vector<Compact> list_compacts(store::Reader& room);
std::optional<Compact> find_compact(store::Reader& room, CompactId id);
bool has_compacts(store::Reader& room);

/// Problems `directory.compact.*`, or a refusal.
base::Result<CompactId> add_compact(store::Session& room, const module::Caller& caller, base::Date today,
                                    const CompactInput& input);
base::Result<base::Done> change_compact(store::Session& room, const module::Caller& caller, base::Date today,
                                        CompactId id, const CompactInput& input);

/// An association that has joined, as everybody may see it: no person, no minutes.
struct Joined {
    OrganisationId organisation;
    std::string name;
    base::Date decided_on;
};
std::vector<Joined> list_joined(store::Reader& room, CompactId compact);

/// What the caller may see of the accessions: an officer all, a partner those of its own organisation.
std::vector<Accession> list_accessions(store::Reader& room, const module::Caller& caller, CompactId compact);
std::optional<Accession> find_accession(store::Reader& room, const module::Caller& caller, AccessionId id);

/// The officer answers a joining within three weeks of its sending in.
std::vector<module::Duty> accession_duties(store::Reader& room, base::Date today);

/// May the caller send in a joining for somebody here: an officer for whoever sent in its minutes, a partner for its
/// own organisation?
bool may_join(const module::Caller& caller);
/// Whom the caller may send in a joining for, of these: associations, umbrellas, faith communities, foundations.
std::vector<Organisation> may_join_for(const module::Caller& caller, const std::vector<Organisation>& all);
/// Those of `mine` that have not joined the compact and do not wait to: the ones to offer.
std::vector<Organisation> not_joined(store::Reader& room, CompactId compact, std::vector<Organisation> mine);

/// Sends in a joining. `name` is the organisation's in the directory. Problems `directory.accession.*`,
/// `store.attachment.*`, or a refusal.
base::Result<AccessionId> send_accession(store::Session& room, const module::Caller& caller, base::Date today,
                                         base::Instant now, CompactId compact, const AccessionInput& input,
                                         const std::optional<Organisation>& organisation);
/// The acts that the caller may do with an accession now.
std::vector<AccessionStep> open_steps(const module::Caller& caller, const Accession& accession);
/// Answers, withdraws or leaves. Problems `directory.accession.*`, or a refusal.
base::Result<base::Done> act_on_accession(store::Session& room, const module::Caller& caller, base::Date today,
                                          AccessionId id, AccessionAct act, std::string_view reason);

/// The board's minutes: for an officer and the association itself, never for the public.
struct MinutesFile {
    std::string name;
    std::string type;
    std::string bytes;
};
std::optional<MinutesFile> read_minutes(store::Session& room, const module::Caller& caller, AccessionId id);

}  // namespace samrum::directory
