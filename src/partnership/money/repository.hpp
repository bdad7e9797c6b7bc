#pragma once
#include "foundation/store/store.hpp"
#include "partnership/money/model_ledger.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace samrum::partnership::money {

/// All that counts of one agreement's money.
Ledger load_ledger(store::Reader& room, AgreementId agreement);

std::optional<Payment> find_payment(store::Reader& room, PaymentId id);
void insert_payment(store::Transaction& tx, const Payment& one);
/// Writes the signatures, the references and the day it was paid; false when it was paid before: that is never changed.
bool update_payment(store::Transaction& tx, const Payment& one);
/// Only while it is not paid.
bool delete_payment(store::Transaction& tx, PaymentId id);
/// Gives it the next number of its payer's series, and its place among what the room booked.
void give_voucher(store::Reader& room, Payment& one);

void save_wait(store::Transaction& tx, AgreementId agreement, const Wait& one);
bool delete_wait(store::Transaction& tx, AgreementId agreement, std::string_view instalment);

void insert_answer(store::Transaction& tx, AgreementId agreement, const Answer& one);
/// Every answer there was, the newest first.
std::vector<Answer> answers_of(store::Reader& room, AgreementId agreement);

void insert_payer_decision(store::Transaction& tx, AgreementId agreement, const PayerDecision& one);
bool withdraw_payer_decision(store::Transaction& tx, LedgerId id, base::Date on);
void insert_decision(store::Transaction& tx, AgreementId agreement, const Decision& one);
bool withdraw_decision(store::Transaction& tx, LedgerId id, base::Date on);
bool settle_decision(store::Transaction& tx, LedgerId id, base::Date on);

void insert_index_value(store::Transaction& tx, const IndexValue& one);
/// The newest of each series, month and kind, by series and month.
std::vector<IndexValue> load_index_values(store::Reader& room);

void save_routine(store::Transaction& tx, const PayerRoutine& one);
std::vector<PayerRoutine> load_routines(store::Reader& room);
void save_frame(store::Transaction& tx, const Frame& one);
std::vector<Frame> load_frames(store::Reader& room);

void insert_funder(store::Transaction& tx, AgreementId agreement, const Funder& one, base::Date on);
bool end_funder(store::Transaction& tx, LedgerId id, base::Date on);
void insert_in_kind(store::Transaction& tx, AgreementId agreement, const InKind& one, base::Date on);
bool end_in_kind(store::Transaction& tx, LedgerId id, base::Date on);
void insert_use(store::Transaction& tx, AgreementId agreement, const Use& one);

}  // namespace samrum::partnership::money
