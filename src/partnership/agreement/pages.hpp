#pragma once
#include "foundation/module/call.hpp"
#include "foundation/module/page.hpp"
#include "foundation/web/components.hpp"
#include "partnership/agreement/actions.hpp"
#include "partnership/agreement/actions_phrases.hpp"
#include "partnership/agreement/model_index.hpp"

#include <string>
#include <vector>

/// What the pages of this slice share: how its values are said, and the pages themselves (module.cpp lists them).
namespace samrum::partnership::agreement {

/// "520 000 kr", "400 000–520 000 kr", "inte känt".
std::string sum_words(const text::Words& words, const AmountRow& amount);
/// Where the agreement stands, as a mark: in force, ending, over.
void force_badge(web::Html& h, const text::Words& words, Force force);
/// "sedan 1 juli 2019", "1 juli 2019–30 juni 2021", or that it is unknown.
std::string days_words(const text::Words& words, std::optional<base::Date> first, std::optional<base::Date> last,
                       bool open_end = false);
/// What a measure is limited to, in words: "Aktivitet: RådRum", or that it counts everything.
std::string scope_words(module::Call& call, const Scope& scope);
/// The word of the value that a row of a needs signal counts ("arabiska").
std::string signal_value(const text::Words& words, const Delivery& delivery);
/// A day, sum or stretch of time in a cell: it runs left to right whatever surrounds it.
web::Content isolated_value(web::Html& h, std::string text);
/// What a delivery says, isolated: the number with its unit, that it is hidden, or that it is unknown.
void delivered_value(web::Html& h, const text::Words& words, const Delivery& delivery);
/// "Överenskommet: minst 64 tillfällen per överenskommelseår."; empty while several readings stand.
std::string promised_words(const text::Words& words, const CommitmentRow& commitment);
/// What was delivered of a commitment, as a card: stretches that lie end to end added up, else the latest one alone.
web::KeyFigure delivered_figure(web::Html& h, const module::Call& call, const CommitmentRow& commitment,
                                const std::vector<Delivery>& newest_of_commitment);
/// Deliveries as a table, the latest first, with their versions and hashes.
void deliveries_table(web::Html& h, const module::Call& call, const std::vector<CommitmentRow>& commitments,
                      const std::vector<Delivery>& deliveries);

/// Where the public reads about an agreement: in its home room; empty when that room is not of this installation.
std::string public_link(module::Call& call, const AgreementHead& agreement);

web::Response public_room_page(module::Call& call);
web::Response public_over_page(module::Call& call);
web::Response public_agreement_page(module::Call& call);

web::Response agreements_page(module::Call& call);
web::Response agreement_page(module::Call& call);
web::Response agreement_commitments_page(module::Call& call);
web::Response agreement_dates_page(module::Call& call);
web::Response agreement_text_page(module::Call& call);
web::Response agreement_assessment_page(module::Call& call);
web::Response assess_page(module::Call& call);
web::Response assess_action(module::Call& call);
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
web::Response signal_page(module::Call& call);
web::Response signal_action(module::Call& call);
web::Response choose_standing_action(module::Call& call);
web::Response end_standing_action(module::Call& call);

}  // namespace samrum::partnership::agreement
