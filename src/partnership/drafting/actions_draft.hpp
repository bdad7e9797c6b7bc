#pragma once
#include "partnership/changes/files_compare.hpp"
#include "partnership/drafting/actions_read.hpp"
#include "partnership/drafting/files_merge.hpp"
#include "partnership/drafting/model_part.hpp"
#include "partnership/drafting/rules_merge.hpp"

#include <functional>
#include <optional>
#include <string>

/// Writing in the draft: every save is a version, and nobody writes over what they have not read.
namespace samrum::partnership::drafting {

using changes::Difference;

/// What somebody wrote in a part, and the version of the draft that they had before them.
struct DraftInput {
    DraftPart part = DraftPart::file();
    int base = 0;
    std::function<void(Agreement&)> write;  ///< puts what was written into a draft
};
/// Two wrote in the same part, and what they wrote does not go together by itself.
struct Conflict {
    int newest = 0;          ///< to be named as base when what was put together is saved
    int theirs_version = 0;  ///< in which the part was written last
    std::string theirs_by;
    base::Instant theirs_at;
    // Of a section: three texts, and one that loses no word of either.
    std::string base;
    std::string theirs;
    std::string mine;
    Merge proposal;
    // Of facts and of the whole file: fields.
    Agreement before;                   ///< what both began with
    Agreement together;                 ///< of both; where both changed a field, mine in a form and theirs in the file
    std::vector<FieldClash> clashes;    ///< fields that both changed
    std::vector<Difference> meanwhile;  ///< what the others changed since `base`
};
struct Saved {
    int version = 0;  ///< of the draft, after saving
    bool unchanged = false;
    std::optional<Conflict> conflict;        ///< then nothing was saved
    std::vector<Difference> meanwhile = {};  ///< what others changed in the same facts, which was kept beside
};
/// Saves a part as the next version. Where others wrote in other parts since, both stay, and so they do where others
/// changed other fields of the same facts; where they wrote in the same text or field, nothing is saved and the
/// conflict is told. Problems: of the table; `partnership.drafting.too_long`, `.too_large`,
/// `.no_base` when no such version was ever there; a refusal for who has no part in the case.
base::Result<Saved> save_part(store::Session& room, const module::Caller& caller, base::Date today, base::Instant now,
                              CaseId id, const DraftInput& input);
/// Brings an older version back as the next one: an undo that can be undone.
base::Result<Saved> restore_version(store::Session& room, const module::Caller& caller, base::Date today,
                                    base::Instant now, CaseId id, int number);

/// Writes beside a part, or answers. The same words from the same person within ten minutes are the same form, sent
/// twice: there is one comment. Problems `partnership.drafting.text_missing`, `.too_long`.
base::Result<CommentId> write_comment(store::Session& room, const module::Caller& caller, base::Date today,
                                      base::Instant now, CaseId id, const DraftPart& part, const std::string& text,
                                      std::optional<CommentId> answers = {});
/// A comment is dealt with, or is not after all.
base::Result<base::Done> resolve_comment(store::Session& room, const module::Caller& caller, base::Date today,
                                         CaseId id, CommentId comment, bool resolved);

/// Every template there was, the newest first and the program's own last.
std::vector<Template> every_template(store::Reader& room);
/// The one that new drafts begin with.
Template current_template(store::Reader& room);
/// Every template, for somebody with kKeepCases; none for others.
std::vector<Template> list_templates(store::Reader& room, const module::Caller& caller);
/// Writes the body's next template, over the one that was read. Problems `partnership.drafting.newer_version`,
/// `.too_long`.
base::Result<int> save_template(store::Session& room, const module::Caller& caller, base::Date today, int base,
                                const std::map<Section, std::string>& texts);

}  // namespace samrum::partnership::drafting
