// Agreement files: whatever comes in, problems come out or an agreement that is judged, dated, planned, written and
// read the same.
#include "fuzz.hpp"
#include "partnership/agreement/files.hpp"
#include "partnership/agreement/rules_dates.hpp"
#include "partnership/agreement/rules_eligibility.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace samrum::partnership::agreement;
    const auto file = read_agreement(fuzz_text(data, size));
    if (!file) {
        hold(!file.problems().empty());
        return 0;
    }
    const auto horizon = samrum::base::Date::of(2021, 1, 31);
    for (const auto& one : key_dates(file->agreement, file->criteria, horizon)) hold(!one.field.empty());
    for (const auto& one : payment_plan(file->agreement, horizon)) hold(one.amount != nullptr);
    assess(file->agreement, file->criteria);
    notes_of(file->agreement, file->criteria);
    promised_in_all(file->agreement);
    const auto copy = read_agreement(write_agreement(file->agreement));
    hold(copy && copy->agreement == file->agreement);
    return 0;
}
