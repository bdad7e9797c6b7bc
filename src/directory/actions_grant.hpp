#pragma once
#include "directory/model_grant.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/call.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::directory {

/// As typed.
struct GrantInput {
    std::string email;
    std::string function;      ///< what this room calls the person: "Samordnare"
    std::string role;          ///< module::role_name
    std::string organisation;  ///< id; empty: the room's own
    std::string first;         ///< ISO date; empty: today
    std::string last;          ///< ISO date; empty: until further notice
};

/// Lets somebody into the room, and mails them that and where to sign in. An address without an account gets one; the
/// answer is the same. Problems `directory.grant.*`, `directory.account.*`, or a refusal.
base::Result<GrantId> give_grant(store::Session& lobby, const module::House& house, const module::RoomHead& room,
                                 const module::Caller& caller, base::Date today, const GrantInput& input);
/// The last day is today (the person is out from tomorrow); a grant that has not begun is taken away. The room's last
/// administrator stays. Problems `directory.grant.unknown`, `directory.grant.ended`,
/// `directory.grant.last_administrator`.
base::Result<base::Done> withdraw_grant(store::Session& lobby, const module::RoomHead& room,
                                        const module::Caller& caller, base::Date today, GrantId id);

struct GrantView {
    RoomGrant grant;
    std::string email;
    std::string organisation;  ///< its name
};
/// Everybody who may, may come to, or might enter the room, by e-mail address. A refusal otherwise.
base::Result<std::vector<GrantView>> list_grants(store::Reader& lobby, const module::RoomHead& room,
                                                 const module::Caller& caller);

/// A coordinator lets a volunteer in, in no other role and for no other organisation, by the address that the room has
/// of the person; they are mailed where to sign in. Twice is once. Answers the account. Problems `base.email.*`,
/// `directory.grant.not_to_oneself`, or a refusal.
base::Result<module::AccountId> let_volunteer_in(store::Session& lobby, const module::House& house,
                                                 const module::RoomHead& room, const module::Caller& caller,
                                                 base::Date today, const std::string& email,
                                                 const std::string& function);
/// Ends what the account may as a volunteer here, and nothing else it may: the last day is `last`, today at the
/// earliest. A coordinator's, or one's own. Answers how many grants.
base::Result<std::int64_t> let_volunteer_out(store::Session& lobby, const module::RoomHead& room,
                                             const module::Caller& caller, base::Date today, module::AccountId account,
                                             base::Date last);
/// Does the account come in as a volunteer on that day?
bool comes_in_as_volunteer(store::Reader& lobby, const module::RoomHead& room, module::AccountId account,
                           base::Date day);

/// The rooms an account may enter on a day, for the start page: with its roles there.
struct OpenDoor {
    module::RoomHead room;
    std::vector<module::Role> roles;
};
std::vector<OpenDoor> rooms_open_to(store::Reader& lobby, module::AccountId account, base::Date today);

/// Does anybody hold this permission in the room on a day?
bool anybody_may(store::Reader& lobby, const module::RoomHead& room, const module::Permission& permission,
                 base::Date day);

// For commands and the demo: whoever runs the installation needs no grant. No letter is sent.

/// `room` nothing: an operator of the whole installation.
base::Result<GrantId> give_grant_by_command(store::Session& lobby, const store::Actor& who,
                                            const std::optional<module::RoomHead>& room, base::Date today,
                                            const GrantInput& input);
/// Ends every grant of the address in the room (or the installation); answers how many.
base::Result<std::int64_t> withdraw_grants_by_command(store::Session& lobby, const store::Actor& who,
                                                      const std::optional<module::RoomHead>& room, base::Date today,
                                                      const std::string& email);

}  // namespace samrum::directory
