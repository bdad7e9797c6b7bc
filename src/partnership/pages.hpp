#pragma once
#include <string>
#include <vector>

#include "foundation/module/call.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/actions.hpp"
#include "partnership/model_index.hpp"

/// What the pages of this slice share: how its values are said, and the pages themselves (module.cpp lists them).
namespace samrum::partnership {

/// "minst 64 tillfällen per avtalsår".
std::string target_words(const text::Words& words, const Target& target);
/// "64 tillfällen"; a unit that the program does not know is the town's own word.
std::string quantity_words(const text::Words& words, std::int64_t quantity, std::string_view unit);
/// "520 000 kr", "högst 125 000 kr", "400 000–520 000 kr", "okänt".
std::string sum_words(const text::Words& words, const AmountRow& amount);
/// "sedan 1 juli 2019", "1 juli 2019–30 juni 2021", or that it is unknown.
std::string days_words(const text::Words& words, std::optional<base::Date> first, std::optional<base::Date> last,
                       bool open_end = false);
/// What a delivery says, isolated: the number with its unit, that it is hidden, or that it is unknown.
void delivered_value(web::Html& h, const text::Words& words, const Delivery& delivery);
web::Response public_room_page(module::Call& call);
web::Response public_agreement_page(module::Call& call);

web::Response agreements_page(module::Call& call);
web::Response agreement_page(module::Call& call);
web::Response agreement_commitments_page(module::Call& call);
web::Response agreement_money_page(module::Call& call);
web::Response agreement_dates_page(module::Call& call);
web::Response agreement_text_page(module::Call& call);
web::Response agreement_assessment_page(module::Call& call);
web::Response agreement_deliveries_page(module::Call& call);
web::Response choose_reading_page(module::Call& call);
web::Response import_page(module::Call& call);
web::Response import_action(module::Call& call);

web::Response commitments_page(module::Call& call);
web::Response commitment_page(module::Call& call);
web::Response rebind_action(module::Call& call);

web::Response deliveries_page(module::Call& call);
web::Response new_delivery_page(module::Call& call);
web::Response make_delivery_action(module::Call& call);
web::Response choose_standing_action(module::Call& call);
web::Response end_standing_action(module::Call& call);

}  // namespace samrum::partnership
