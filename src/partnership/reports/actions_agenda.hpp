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

/// Is it one of them, in the words of any language? Where the group has held none, anything is.
bool is_meeting_to_choose(store::Reader& room, const module::Caller& caller, AgreementId agreement,
                          const text::Catalogues& catalogues, const std::string& said);

}  // namespace samrum::partnership::reports
