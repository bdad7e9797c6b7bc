#include "friends/matching/module.hpp"

#include "foundation/jobs/runner.hpp"
#include "foundation/module/module.hpp"
#include "friends/matching/actions_proposal.hpp"
#include "friends/matching/commands.hpp"
#include "friends/matching/pages.hpp"
#include "friends/people/model_permissions.hpp"

namespace samrum::friends::matching {
namespace {

using web::Method;

constexpr bool kAnybody = false;
constexpr bool kNoAddress = true;
constexpr std::size_t kManyPairs = 1024 * 1024;  ///< a whole suggestion is sent in one form

std::vector<module::Route> coordinator_routes() {
    return {{Method::get, "/{room}/friends/matching", &kRunFriends, match_page},
            {Method::post, "/{room}/friends/matching/mark", &kRunFriends, mark_now},
            {Method::post, "/{room}/friends/matching/send", &kRunFriends, send_now, false, false, kManyPairs},
            {Method::get, "/{room}/friends/matching/proposals", &kRunFriends, proposals_page},
            {Method::post, "/{room}/friends/matching/proposals/{id}/back", &kRunFriends, take_back_now},
            {Method::post, "/{room}/friends/matching/proposals/{id}/told", &kRunFriends, told_now},
            {Method::get, "/{room}/friends/matching/fairness", &kRunFriends, fairness_page},
            {Method::get, "/{room}/friends/matching/{id}", &kRunFriends, suggestion_page}};
}

std::vector<module::Route> own_routes() {
    const auto route = [](Method method, std::string_view pattern, web::Response (*handle)(module::Call&)) {
        return module::Route{method, pattern, nullptr, handle, kAnybody, kNoAddress};
    };
    return {route(Method::get, "/{room}/k/{secret}/proposal", own_proposal_page),
            route(Method::post, "/{room}/k/{secret}/proposal", answer_now)};
}

}  // namespace

void add_to(module::Module& friends) {
    for (const auto& routes : {coordinator_routes(), own_routes()})
        friends.routes.insert(friends.routes.end(), routes.begin(), routes.end());
    friends.commands.push_back({"match", add_match_commands});
    friends.navigation.push_back({"friends.matching.nav", "/friends/matching", &kRunFriends, 9});
    friends.duties.push_back(answer_duties);
    friends.jobs.push_back({kLetterJob, send_letter});
    friends.jobs.push_back({kExpireJob, expire_over_night, base::ClockTime{2 * 60}});
    friends.retention.push_back({"friends.proposal",
                                 {"friends.matching.retention", {{"months", std::int64_t{kProposalKeptMonths}}}},
                                 remove_old_proposals,
                                 store::Scope::room});
    friends.subjects.push_back({"friends.proposal", extract_proposals, erase_from_proposals, store::Scope::room});
}

}  // namespace samrum::friends::matching
