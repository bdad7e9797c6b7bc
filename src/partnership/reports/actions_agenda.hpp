#pragma once
#include "foundation/text/words.hpp"
#include "partnership/reports/actions_case.hpp"
#include "partnership/reports/model.hpp"

#include <string>
#include <vector>

namespace samrum::partnership::reports {

/// A submitted report comes up at the next meeting of the agreement's steering group, once a version.
void put_on_agenda(store::Transaction& tx, const Case& about, const Report& report);

/// Meetings of the steering group that were held about the agreement, in words, the latest first.
std::vector<std::string> meetings_to_choose(store::Reader& room, const module::Caller& caller, AgreementId agreement,
                                            const text::Words& words);

}  // namespace samrum::partnership::reports
