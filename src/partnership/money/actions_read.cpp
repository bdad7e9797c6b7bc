#include "partnership/money/actions_read.hpp"

#include "partnership/money/actions_wait.hpp"

namespace samrum::partnership::money {

MoneyOfPeriod money_of(store::Reader&, AgreementId, const base::Period&, base::Date) {
    base::ensure(false, "the money of a period is read in the next step");
    return {};
}
std::vector<LiveInstalment> instalments_of(store::Reader&, AgreementId, base::Date) {
    base::ensure(false, "instalments are read in the next step");
    return {};
}
std::vector<Question> open_questions(store::Reader&, AgreementId, base::Date) {
    base::ensure(false, "questions are read in the next step");
    return {};
}
int meet_report(store::Transaction&, const store::Actor&, AgreementId, std::string_view, const base::Period&,
                base::Date) {
    base::ensure(false, "waits are met in the next step");
    return 0;
}

}  // namespace samrum::partnership::money
