#pragma once
#include "foundation/store/store.hpp"
#include "partnership/papers/model.hpp"

#include <optional>
#include <vector>

namespace samrum::partnership::papers {

void insert_memo(store::Transaction& tx, const Memo& one);
/// False when somebody else changed its head or state since.
bool update_memo(store::Transaction& tx, const Memo& one);
std::optional<Memo> load_memo(store::Reader& room, MemoId id);
/// Takes a report and its sections away; one that has versions stays.
void remove_memo(store::Transaction& tx, MemoId id);
/// The latest day first.
std::vector<Memo> load_memos(store::Reader& room, AgreementId agreement);

/// Writes a section that is not there, or one whose revision is still `text.revision`; false when it is another.
bool save_section_text(store::Transaction& tx, MemoId memo, const SectionText& one);
/// Writes a drafted section anew, unless a person has written there; true when it was written.
bool redraft_section(store::Transaction& tx, MemoId memo, const SectionText& one);
/// In the order of the sections.
std::vector<SectionText> load_sections(store::Reader& room, MemoId memo);

void insert_version(store::Transaction& tx, MemoId memo, const MemoVersion& one);
/// The latest first, with what they hold.
std::vector<MemoVersion> load_versions(store::Reader& room, MemoId memo);

void insert_original(store::Transaction& tx, const Original& one);
/// The latest version first.
std::vector<Original> load_originals(store::Reader& room, AgreementId agreement);

/// Writes a signature, or another in the place of one that was recorded wrongly.
void save_signature(store::Transaction& tx, AgreementId agreement, int version, const RecordedSignature& one);
/// In the order of the lines to sign on.
std::vector<RecordedSignature> load_signatures(store::Reader& room, AgreementId agreement, int version);

}  // namespace samrum::partnership::papers
