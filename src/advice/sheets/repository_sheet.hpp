#pragma once
#include "advice/sheets/model_sheet.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::advice::sheets {

/// The case sheets of an open session, in no order that says anything (by their random ids).
std::vector<Sheet> sheets_of_session(store::Reader& room, SessionId session);
std::optional<Sheet> load_sheet(store::Reader& room, SheetId id);

/// What is known of a visit before its sheet: what the queue's ticket says.
struct TicketFacts {
    std::vector<Topic> topics;
    std::string language;
    std::string length;  ///< code; empty: not said
    int people = 1;
};
std::optional<TicketFacts> facts_of_ticket(store::Reader& room, SessionId session, const base::Uuid& ticket);

void insert_sheet(store::Transaction& room, const Sheet& one);
/// False when somebody changed it since `sheet.revision`, or it is gone.
bool update_sheet(store::Transaction& room, const Sheet& one);
bool delete_sheet(store::Transaction& room, SheetId id);
/// What closing does, once the sheets are counts.
void delete_sheets_of_session(store::Transaction& room, SessionId session);

}  // namespace samrum::advice::sheets
