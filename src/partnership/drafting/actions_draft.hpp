#pragma once
#include "partnership/drafting/actions_read.hpp"
#include "partnership/drafting/model_part.hpp"
#include "partnership/drafting/rules_merge.hpp"

#include <functional>
#include <optional>
#include <string>

/// Writing in the draft: every save is a version, and nobody writes over what they have not read.
namespace samrum::partnership::drafting {

/// What somebody wrote in a part, and the version of the draft that they had before them.
struct DraftInput {
    DraftPart part = DraftPart::file();
    int base = 0;
    std::function<void(Agreement&)> write;  ///< puts what was written into a draft
};
/// Two wrote in the same part. All three texts, and a proposal that loses no word.
struct Conflict {
    int newest = 0;          ///< to be named as base when the merged text is saved
    int theirs_version = 0;  ///< in which the part was written last
    std::string theirs_by;
    base::Instant theirs_at;
    std::string base;
    std::string theirs;
    std::string mine;
    Merge proposal;
};
struct Saved {
    int version = 0;  ///< of the draft, after saving
    bool unchanged = false;
    std::optional<Conflict> conflict;  ///< then nothing was saved
};
/// Saves a part as the next version. Where others wrote in other parts since, both stay; where they wrote in the same
/// one, nothing is saved and the conflict is told. Problems: of the table; `partnership.drafting.too_long`,
/// `.too_large`,
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

/// The template that new drafts begin with, and every one there was, the newest first. Needs kKeepCases.
Template current_template(store::Reader& room);
std::vector<Template> list_templates(store::Reader& room, const module::Caller& caller);
/// Writes the body's next template, over the one that was read. Problems `partnership.drafting.newer_version`,
/// `.too_long`.
base::Result<int> save_template(store::Session& room, const module::Caller& caller, base::Date today, int base,
                                const std::map<Section, std::string>& texts);

}  // namespace samrum::partnership::drafting
