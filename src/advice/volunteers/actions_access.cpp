#include "advice/volunteers/actions_access.hpp"

#include "advice/sites/model_permissions.hpp"
#include "advice/volunteers/actions_times.hpp"
#include "advice/volunteers/repository_volunteer.hpp"
#include "directory/actions_grant.hpp"
#include "directory/actions_person.hpp"

namespace samrum::advice::volunteers {

base::Result<base::Done> give_access(module::Call& call, VolunteerId id) {
    if (!may(call.caller, kRunAdvice)) return module::refusal();
    const auto one = load_volunteer(call.room(), id);
    if (!one || one->stage == Stage::left || one->stage == Stage::declined)
        return base::problem("", "advice.volunteers.unknown");
    const auto email = directory::mail_address(call.room(), id);
    if (!email) return base::problem("", "advice.volunteers.access.no_email");
    const auto account = directory::let_volunteer_in(call.lobby(), call.house, *call.head, call.caller, call.today(),
                                                     *email, std::string(kFunction));
    if (!account) return account.problems();
    return change_volunteer(call.room(), call.caller, id, std::nullopt, "volunteer.access_given",
                            [&](store::Transaction& tx, Volunteer& changed) -> base::Result<base::Done> {
                                const auto other = volunteer_of_account(tx, account->text());
                                if (other && *other != id) return base::problem("", "advice.volunteers.access.taken");
                                changed.account = account->text();
                                return base::Done{};
                            });
}

base::Result<base::Done> withdraw_access(module::Call& call, VolunteerId id, base::Date last) {
    if (!may_mend(call.room(), call.caller, id)) return module::refusal();
    const auto one = load_volunteer(call.room(), id);
    if (!one) return base::problem("", "advice.volunteers.unknown");
    const auto account = one->account ? module::AccountId::parse(*one->account) : module::AccountId{};
    if (!one->account || !account) return base::Done{};
    const auto out = directory::let_volunteer_out(call.lobby(), *call.head, call.caller, call.today(), *account, last);
    if (!out) return out.problems();
    return base::Done{};
}

bool has_access(module::Call& call, const Volunteer& one, base::Date day) {
    if (!one.account) return false;
    const auto account = module::AccountId::parse(*one.account);
    return account && directory::comes_in_as_volunteer(call.lobby(), *call.head, *account, day);
}

}  // namespace samrum::advice::volunteers
