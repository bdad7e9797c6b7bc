#pragma once
#include "advice/sheets/repository_return.hpp"
#include "advice/sheets/rules_sheet.hpp"
#include "foundation/base/result.hpp"
#include "foundation/module/permission.hpp"
#include "foundation/store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samrum::advice::sheets {

/// How long a return code opens something.
inline constexpr int kReturnCodeDays = 90;

/// A session with its site; a refusal when there is none or the caller may not advise.
struct OpenSession {
    sites::Session session;
    sites::Site site;
};
base::Result<OpenSession> see_session(store::Reader& room, const module::Caller& caller, SessionId id);

/// The draft of a new sheet: what the visitor's ticket says already, and nothing else.
SheetDraft first_draft(store::Reader& room, SessionId session, const std::optional<base::Uuid>& ticket);

/// What saving a sheet gives back.
struct SavedSheet {
    Sheet sheet;
    std::string return_code;  ///< shown once, to be written on paper; empty when nobody asked for one
};
struct SheetOrder {
    SheetDraft draft;
    std::optional<base::Uuid> ticket = {};
    bool wants_code = false;     ///< the visitor's own choice
    std::string used_code = {};  ///< the code that the visitor came with: it is spent
    /// Drawn when the form was shown, and the sheet's id: a form that is sent twice is one sheet.
    std::optional<SheetId> key = {};
};
/// Writes the case sheet of a visit; one sheet a ticket, and one a form: sent again with the same facts it is answered
/// as the first time, though what was lost of that answer, a code, is drawn anew. Needs kAdvise and an open session. No
/// journal line: the sheet is transient, and closing journals the counts. Problems: those of read_sheet,
/// `advice.sheets.problem.not_open`,
/// `.ticket_has_sheet`, `.unit_gone`, `.saved_already` (the form again, with other facts).
base::Result<SavedSheet> save_sheet(store::Session& room, const module::Caller& caller, base::Date today,
                                    SessionId session, const SheetOrder& order);
/// Mends a sheet of an open session. Problems as above, and `advice.sheets.problem.changed`.
base::Result<Sheet> mend_sheet(store::Session& room, const module::Caller& caller, base::Date today, SheetId id,
                               std::int64_t revision, const SheetDraft& draft);
base::Result<base::Done> remove_sheet(store::Session& room, const module::Caller& caller, SheetId id);

/// The sheets of an open session, and of one of them.
base::Result<std::vector<Sheet>> list_sheets(store::Session& room, const module::Caller& caller, SessionId session);
base::Result<Sheet> see_sheet(store::Session& room, const module::Caller& caller, SheetId id);

/// What a code on paper opens. Problems: `advice.sheets.problem.code_unknown` (also when it has expired).
base::Result<ReturnFacts> facts_of_code(store::Session& room, const module::Caller& caller, base::Date today,
                                        std::string_view code);

/// The notes of a site, for the coordinator and those who advise there, while they live.
base::Result<std::vector<SiteNote>> list_notes(store::Session& room, const module::Caller& caller, base::Date today,
                                               SiteId site);

/// Removes notes and return codes that are past their day (module::Retention).
std::int64_t remove_dead_notes(store::Transaction& room, base::Date today);
std::int64_t remove_old_codes(store::Transaction& room, base::Date today);

}  // namespace samrum::advice::sheets
