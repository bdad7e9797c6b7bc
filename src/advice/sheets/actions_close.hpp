#pragma once
#include "advice/sheets/model_sheet.hpp"
#include "foundation/store/store.hpp"

#include <string>
#include <vector>

namespace samrum::advice::sheets {

/// Held while sheets of a session are saved and while it closes, so that none is written after the count.
std::string sheets_lock(SessionId session);

/// The tickets of an open session that a case sheet was written for. The visits of other tickets are the queue's own to
/// count, with add_counts: visits, people, cases and language, which is all that a ticket knows.
std::vector<base::Uuid> tickets_with_sheet(store::Reader& room, SessionId session);

/// What closing a session does with its case sheets, in the closing transaction: each is one visit; they become one-way
/// counts (counts_of_sheets) in an order that says nothing, and the sheets go. A session without sheets is counted as
/// nobody's visit. The journal gets one line of the session and day, with counts alone.
void counts_of_open_session(store::Transaction& room, const sites::Session& session);

}  // namespace samrum::advice::sheets
