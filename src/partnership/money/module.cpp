#include "partnership/money/module.hpp"

#include "foundation/module/module.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/money/actions.hpp"
#include "partnership/money/actions_duties.hpp"
#include "partnership/money/actions_recorded.hpp"
#include "partnership/money/actions_room.hpp"
#include "partnership/money/api.hpp"
#include "partnership/money/commands.hpp"
#include "partnership/money/pages.hpp"

namespace samrum::partnership::money {

using web::Method;

void add_to(module::Module& partnership) {
    using agreement::kReadAgreements;
    partnership.permissions.push_back(&kHandleMoney);
    const std::vector<module::Route> routes{
        // Of one agreement.
        {Method::get, "/{room}/agreements/{id}/money", &kReadAgreements, money_tab_page},
        {Method::get, "/{room}/agreements/{id}/money/instalments/{instalment}", &kReadAgreements, instalment_page},
        {Method::post, "/{room}/agreements/{id}/money/instalments/{instalment}", &kHandleMoney, instalment_action},
        {Method::get, "/{room}/agreements/{id}/money/question", &kHandleMoney, question_page},
        {Method::post, "/{room}/agreements/{id}/money/question", &kHandleMoney, question_page},
        {Method::get, "/{room}/agreements/{id}/money/payer", &kHandleMoney, payer_page},
        {Method::post, "/{room}/agreements/{id}/money/payer", &kHandleMoney, payer_page},
        {Method::get, "/{room}/agreements/{id}/money/funding", &kHandleMoney, funding_page},
        {Method::post, "/{room}/agreements/{id}/money/funding", &kHandleMoney, funding_page},
        {Method::get, "/{room}/agreements/{id}/money/unused", &kReadAgreements, unused_page},
        {Method::post, "/{room}/agreements/{id}/money/unused", &kHandleMoney, unused_page},
        {Method::get, "/{room}/agreements/{id}/money/ending", &kReadAgreements, ending_page},
        {Method::post, "/{room}/agreements/{id}/money/ending", &kHandleMoney, ending_page},
        {Method::post, "/{room}/agreements/{id}/money/decisions/{decision}", &kHandleMoney, decision_action},
        // Of the whole room.
        {Method::get, "/{room}/money", &kReadAgreements, room_money_page},
        {Method::get, "/{room}/money/export", &kReadAgreements, export_action},
        {Method::get, "/{room}/money/payers", &kHandleMoney, payers_page},
        {Method::post, "/{room}/money/payers", &kHandleMoney, payers_page},
        {Method::get, "/{room}/money/index", &kHandleMoney, index_page},
        {Method::post, "/{room}/money/index", &kHandleMoney, index_page},
    };
    partnership.routes.insert(partnership.routes.end(), routes.begin(), routes.end());
    partnership.navigation.push_back({"money.room.title", "/money", &kReadAgreements, 22, has_money});
    partnership.duties.push_back(money_duties);
    partnership.recorded.push_back(recorded_payer_changes);
    partnership.commands.push_back(kMoneyCommand);
    add_api(partnership);
}

}  // namespace samrum::partnership::money
