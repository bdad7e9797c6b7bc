#include "advice/sheets/actions_sheet.hpp"

#include "advice/sheets/actions_close.hpp"
#include "advice/sheets/repository_sheet.hpp"
#include "advice/sheets/repository_unit.hpp"
#include "advice/sheets/rules_code.hpp"
#include "advice/sites/model_permissions.hpp"
#include "advice/sites/repository_site.hpp"
#include "foundation/store/secrets.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samrum::advice::sheets {
namespace {

using base::problem;

constexpr std::string_view kCodePurpose = "advice.return_code";
const store::Actor kSheetHouse{"system", "system"};

store::Bytes hash_of_code(const store::Reader& room, std::string_view code) {
    const auto hash = room.secrets().sign(kCodePurpose, normal_return_code(code));
    return {hash.begin(), hash.end()};
}

/// The session, open still, once nobody else saves or closes.
base::Result<OpenSession> locked_session(store::Transaction& tx, const module::Caller& caller, SessionId id) {
    tx.lock(sheets_lock(id));
    auto open = see_session(tx, caller, id);
    if (open && open->session.state != sites::SessionState::open) return problem("", "advice.sheets.problem.not_open");
    return open;
}

/// The facts of a draft, with the type of the unit that it names.
base::Result<Sheet> judged(store::Reader& room, const SheetDraft& draft, const sites::Site& site) {
    auto sheet = read_sheet(draft, site);
    if (!sheet || !sheet->unit) return sheet;
    const auto unit = load_unit(room, *sheet->unit);
    if (!unit || unit->closed_on) return problem("referral", "advice.sheets.problem.unit_gone");
    Sheet known = *std::move(sheet);
    known.referral = unit->type;
    return known;
}

/// What outlives the session is journalled as a count of the session and day: without a time, without the words.
void journal_kept(store::Transaction& tx, const sites::Session& session, const char* what) {
    tx.journal_anonymous({"advice.kept_by_sheets", session.id.text(), session.day, {{what, 1}}, {}});
}
void keep_note(store::Transaction& tx, const SheetDraft& draft, const OpenSession& open, base::Date today) {
    if (draft.note.empty()) return;
    insert_note(tx, open.site.id, draft.note, today.plus_days(open.site.note_days));
    journal_kept(tx, open.session, "notes");
}
/// A new code for the visitor who wants one; the facts of the sheet lie behind it.
std::string kept_code(store::Transaction& tx, const Sheet& sheet, const SheetDraft& draft, const OpenSession& open,
                      base::Date today) {
    std::string code = new_return_code();
    insert_return_code(tx, hash_of_code(tx, code),
                       {sheet.topics, sheet.language, draft.referral, today.plus_days(kReturnCodeDays)});
    journal_kept(tx, open.session, "return_codes");
    return code;
}

std::int64_t journalled(store::Transaction& room, std::int64_t removed, const char* what) {
    if (removed > 0) room.journal(kSheetHouse, {what, "", fmt::format(R"({{"removed":{}}})", removed)});
    return removed;
}

}  // namespace

base::Result<OpenSession> see_session(store::Reader& room, const module::Caller& caller, SessionId id) {
    if (!may(caller, kAdvise)) return module::refusal();
    const auto session = sites::load_session(room, id);
    const auto site = session ? sites::load_site(room, session->site) : std::nullopt;
    if (!site) return module::refusal();
    return OpenSession{*session, *site};
}

SheetDraft first_draft(store::Reader& room, SessionId session, const std::optional<base::Uuid>& ticket) {
    SheetDraft draft;
    const auto facts = ticket ? facts_of_ticket(room, session, *ticket) : std::nullopt;
    if (!facts) return draft;
    for (const Topic topic : facts->topics) draft.topics.emplace_back(code_of(topic));
    draft.language = facts->language;
    draft.length = facts->length;
    draft.people = std::to_string(facts->people);
    return draft;
}

base::Result<SavedSheet> save_sheet(store::Session& room, const module::Caller& caller, base::Date today,
                                    SessionId session, const SheetOrder& order) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<SavedSheet> {
        const auto open = locked_session(tx, caller, session);
        if (!open) return open.problems();
        const auto before = order.key ? load_sheet(tx, *order.key) : std::nullopt;
        if (order.ticket && !before) {
            const auto taken = tickets_with_sheet(tx, session);
            if (std::ranges::find(taken, *order.ticket) != taken.end())
                return problem("", "advice.sheets.problem.ticket_has_sheet");
        }
        auto sheet = judged(tx, order.draft, open->site);
        if (!sheet) return sheet.problems();
        SavedSheet saved{*sheet, {}};
        saved.sheet.id = order.key.value_or(SheetId::random());
        saved.sheet.session = session;
        saved.sheet.ticket = order.ticket;
        if (before) {
            saved.sheet.returned = before->returned;
            saved.sheet.revision = before->revision;
            if (saved.sheet != *before) return problem("", "advice.sheets.problem.saved_already");
            // A note that was added on going back is kept; the same one is not kept twice.
            const auto notes = notes_of_site(tx, open->site.id, today);
            if (std::ranges::find(notes, order.draft.note, &SiteNote::text) == notes.end())
                keep_note(tx, order.draft, *open, today);
            if (order.wants_code) saved.return_code = kept_code(tx, saved.sheet, order.draft, *open, today);
            return saved;
        }
        // A code is used once: the visitor may take a new one.
        saved.sheet.returned = !order.used_code.empty() && delete_return_code(tx, hash_of_code(tx, order.used_code));
        insert_sheet(tx, saved.sheet);
        keep_note(tx, order.draft, *open, today);
        if (order.wants_code) saved.return_code = kept_code(tx, saved.sheet, order.draft, *open, today);
        return saved;
    });
}

base::Result<Sheet> mend_sheet(store::Session& room, const module::Caller& caller, base::Date today, SheetId id,
                               std::int64_t revision, const SheetDraft& draft) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<Sheet> {
        const auto old = load_sheet(tx, id);
        if (!old) return module::refusal();
        const auto open = locked_session(tx, caller, old->session);
        if (!open) return open.problems();
        auto sheet = judged(tx, draft, open->site);
        if (!sheet) return sheet;
        Sheet mended = *sheet;
        mended.id = id;
        mended.session = old->session;
        mended.ticket = old->ticket;
        mended.returned = old->returned;
        mended.revision = revision;
        if (!update_sheet(tx, mended)) return problem("", "advice.sheets.problem.changed");
        keep_note(tx, draft, *open, today);
        return mended;
    });
}

base::Result<base::Done> remove_sheet(store::Session& room, const module::Caller& caller, SheetId id) {
    return room.transaction([&](store::Transaction& tx) -> base::Result<base::Done> {
        const auto old = load_sheet(tx, id);
        if (!old) return module::refusal();
        const auto open = locked_session(tx, caller, old->session);
        if (!open) return open.problems();
        delete_sheet(tx, id);
        return base::Done{};
    });
}

base::Result<std::vector<Sheet>> list_sheets(store::Session& room, const module::Caller& caller, SessionId session) {
    return room.snapshot([&](store::Reader& reader) -> base::Result<std::vector<Sheet>> {
        const auto open = see_session(reader, caller, session);
        if (!open) return open.problems();
        return sheets_of_session(reader, session);
    });
}

base::Result<Sheet> see_sheet(store::Session& room, const module::Caller& caller, SheetId id) {
    if (!may(caller, kAdvise)) return module::refusal();
    auto sheet = load_sheet(room, id);
    if (!sheet) return module::refusal();
    return *std::move(sheet);
}

base::Result<ReturnFacts> facts_of_code(store::Session& room, const module::Caller& caller, base::Date today,
                                        std::string_view code) {
    if (!may(caller, kAdvise)) return module::refusal();
    auto facts = find_return_code(room, hash_of_code(room, code));
    if (!facts || facts->expires_on < today) return problem("code", "advice.sheets.problem.code_unknown");
    return *std::move(facts);
}

base::Result<std::vector<SiteNote>> list_notes(store::Session& room, const module::Caller& caller, base::Date today,
                                               SiteId site) {
    if (!may(caller, kAdvise)) return module::refusal();
    return notes_of_site(room, site, today);
}

std::int64_t remove_dead_notes(store::Transaction& room, base::Date today) {
    return journalled(room, delete_dead_notes(room, today), "advice.notes_removed");
}
std::int64_t remove_old_codes(store::Transaction& room, base::Date today) {
    return journalled(room, delete_old_return_codes(room, today), "advice.return_codes_removed");
}

}  // namespace samrum::advice::sheets
