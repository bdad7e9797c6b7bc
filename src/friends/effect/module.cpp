#include "friends/effect/module.hpp"

#include "foundation/module/module.hpp"
#include "friends/effect/actions_effect.hpp"
#include "friends/effect/pages.hpp"
#include "friends/people/model_permissions.hpp"

namespace samrum::friends::effect {

using web::Method;

void add_to(module::Module& friends) {
    friends.routes.push_back({Method::get, "/{room}/friends/effect", &kRunFriends, effect_page});
    friends.routes.push_back({Method::get, "/{room}/friends/effect/questions", &kRunFriends, questions_page});
    friends.routes.push_back({Method::post, "/{room}/friends/effect/questions", &kRunFriends, save_questions_now});
    // By a secret link: no session is looked up and no address passed on.
    friends.routes.push_back({Method::get, "/{room}/k/{secret}/assessment", nullptr, own_assessment_page, false, true});
    friends.routes.push_back({Method::post, "/{room}/k/{secret}/assessment", nullptr, own_assessment_now, false, true});
    friends.navigation.push_back({"friends.effect.nav", "/friends/effect", &kRunFriends, 25});
    friends.jobs.push_back({kAskAgainJob, ask_again_over_night, base::ClockTime{5 * 60}});
    friends.subjects.push_back({"friends.assessment", extract_answers, erase_answers, store::Scope::room});
    friends.retention.push_back(
        {"friends.assessment", {"friends.effect.retention", {}}, detach_the_gone, store::Scope::room});
}

}  // namespace samrum::friends::effect
