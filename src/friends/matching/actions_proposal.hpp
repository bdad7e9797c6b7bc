#pragma once
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "foundation/module/module.hpp"
#include "friends/matching/rules_pool.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Proposals that were sent: two answers, and what comes of them.
namespace samrum::friends::matching {

/// Proposes these pairs: both get a letter with their page's address where they have one. All or none. Problems
/// `friends.matching.not_waiting` when one no longer waits, `friends.matching.limit` when a limit forbids a pair that
/// is not locked, `friends.matching.nobody` without any.
base::Result<base::Done> send_proposals(store::Session& room, const module::Caller& caller, base::Date today,
                                        ProgrammeId id, const std::vector<Two>& pairs);
/// Takes an open one back: both wait in their old places.
base::Result<base::Done> take_back(store::Session& room, const module::Caller& caller, base::Date today, ProposalId id);

struct ProposalRow {
    Proposal proposal;
    std::optional<std::string> newcomer;  ///< nothing: protected, or erased
    std::optional<std::string> established;
};
/// Open ones first, then what became of those of the last months.
base::Result<std::vector<ProposalRow>> list_proposals(store::Session& room, const module::Caller& caller,
                                                      ProgrammeId programme);

/// How to reach somebody, once both have said yes.
struct Contact {
    std::string email;
    std::string phone;
};
/// A proposal as one of the two sees it on their own page.
struct OwnProposal {
    Proposal proposal;
    people::Programme programme;
    people::Participant self;
    Side side = Side::newcomer;  ///< of self, in this proposal
    bool holds = false;          ///< is open, or has become a pair that has not ended
    PartyKind other_party = PartyKind::person;
    std::optional<std::string> other_name = {};  ///< the first name; nothing: protected, or gone
    Shared shared = {};
    std::optional<Contact> contact = {};  ///< only while both are a pair, and never of a protected person
};
/// The latest of whose secret address it is; nothing when there is none.
std::optional<OwnProposal> own_proposal(store::Session& room, std::string_view secret);

struct GivenAnswer {
    bool yes = false;
    std::string_view reason = {};  ///< code, of a no
    bool never_again = false;      ///< of a no: not this one at any time
};
/// Yes or no. With the second yes a pair begins; a no sends both back to their places in the queue. Problem
/// `friends.matching.over` when the proposal is no longer open.
base::Result<base::Done> answer_own(store::Session& room, base::Date today, std::string_view secret,
                                    const GivenAnswer& given);
/// The same, told to the coordinator by somebody who uses no phone pages.
base::Result<base::Done> answer_for(store::Session& room, const module::Caller& caller, base::Date today, ProposalId id,
                                    Side side, const GivenAnswer& given);

/// Proposals whose last day has passed: both wait again. Answers how many; run by a job each day.
std::int64_t expire_proposals(store::Transaction& room, base::Date today);
/// An answer is missing and the last days have come.
std::vector<module::Duty> answer_duties(store::Reader& room, base::Date today);

// Letters.
inline constexpr std::string_view kLetterJob = "friends.matching.letter";
void send_letter(module::JobCall& call);
inline constexpr std::string_view kExpireJob = "friends.matching.expire";
void expire_over_night(module::JobCall& call);

// Retention and what is held about a person.
std::int64_t remove_old_proposals(store::Transaction& room, base::Date today);
std::string extract_proposals(store::Reader& room, const base::Uuid& person);
/// Open proposals end, and the other waits again; everywhere the id is emptied.
std::int64_t erase_from_proposals(store::Transaction& room, const base::Uuid& person);

}  // namespace samrum::friends::matching
