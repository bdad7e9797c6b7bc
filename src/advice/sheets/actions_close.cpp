#include "advice/sheets/actions_close.hpp"

#include "advice/sheets/repository_count.hpp"
#include "advice/sheets/repository_sheet.hpp"
#include "advice/sheets/rules_counts.hpp"
#include "advice/sites/repository_site.hpp"

namespace samrum::advice::sheets {

std::string sheets_lock(SessionId session) {
    return "advice.sheets/" + session.text();
}

std::vector<base::Uuid> tickets_with_sheet(store::Reader& room, SessionId session) {
    std::vector<base::Uuid> tickets;
    for (const Sheet& sheet : sheets_of_session(room, session))
        if (sheet.ticket) tickets.push_back(*sheet.ticket);
    return tickets;
}

void counts_of_open_session(store::Transaction& room, const sites::Session& session) {
    room.lock(sheets_lock(session.id));
    const auto sheets = sheets_of_session(room, session.id);
    const auto site = sites::load_site(room, session.site);
    add_counts(room, session, counts_of_sheets(sheets, site && site->asks_gender));
    delete_sheets_of_session(room, session.id);
    room.journal_anonymous({"advice.sheets_counted",
                            session.id.text(),
                            session.day,
                            {{"sheets", static_cast<std::int64_t>(sheets.size())}},
                            {}});
}

}  // namespace samrum::advice::sheets
